import SituationModel

/// The base map's roads as a network: one can turn wherever two of them share a point or cross.
///
/// The map's roads are drawn by hand and straight between towns. So a way along them is somewhat shorter than in the
/// world, and a crossing may be a bridge. Lengths are only approximate.
public struct RoadNetwork: Sendable {
  /// The distance in metres up to which a place counts as lying on a road.
  public static let reach = 5_000.0

  /// A way along roads.
  public struct Route: Hashable, Sendable {
    /// The length between the points of the roads that are nearest to the route's ends.
    public let meters: Double
    /// The numbers of the roads that the route follows for a kilometre or more, in order, each once; empty for
    /// a road without one.
    public let numbers: [String]
    /// The course of the route.
    public let line: [Coordinate]
  }

  /// A straight piece of a road between two of the network's points.
  struct Piece: Sendable {
    let ends: (Int, Int)
    let meters: Double
    let number: String
  }

  private let points: [Coordinate]
  private let pieces: [Piece]

  /// The network of a map's roads. Quadratic in their straight stretches, of which there are some hundreds.
  public init(_ map: BaseMap) {
    self.init(roads: map.lines(.roads).roads)
  }

  init(roads: [(number: String, line: [Coordinate])]) {
    var builder = RoadJoiner(roads)
    builder.join()
    (points, pieces) = (builder.points, builder.pieces)
  }

  /// The shortest way along roads; nil when an end is not within `reach` of one, or no way leads from one to the other.
  ///
  /// E. W. Dijkstra's method (Numerische Mathematik 1, 1959), quadratic in the points of the network.
  public func route(from start: Coordinate, to end: Coordinate) -> Route? {
    guard let first = nearest(to: start), let last = nearest(to: end) else { return nil }
    var points = points
    var pieces = pieces
    let (from, to) = (points.count, points.count + 1)
    points += [first.place, last.place]
    func add(_ one: Int, _ other: Int, _ number: String) {
      let meters = GreatCircle(from: points[one], to: points[other]).meters
      pieces.append(Piece(ends: (one, other), meters: meters, number: number))
    }
    for (point, near) in [(from, first), (to, last)] {
      add(point, self.pieces[near.piece].ends.0, self.pieces[near.piece].number)
      add(point, self.pieces[near.piece].ends.1, self.pieces[near.piece].number)
    }
    if first.piece == last.piece { add(from, to, self.pieces[first.piece].number) }
    return Self.shortest(points, pieces, from: from, to: to)
  }

  private static func shortest(_ points: [Coordinate], _ pieces: [Piece], from: Int, to: Int) -> Route? {
    var touching = [[Int]](repeating: [], count: points.count)
    for (index, piece) in pieces.enumerated() {
      touching[piece.ends.0].append(index)
      touching[piece.ends.1].append(index)
    }
    var best = [Double](repeating: .infinity, count: points.count)
    var arrivedBy = [Int?](repeating: nil, count: points.count)
    var open = Set([from])
    best[from] = 0
    while let here = open.min(by: { (best[$0], $0) < (best[$1], $1) }), here != to {
      open.remove(here)
      for index in touching[here] {
        let piece = pieces[index]
        let next = piece.ends.0 == here ? piece.ends.1 : piece.ends.0
        guard best[here] + piece.meters < best[next] else { continue }
        best[next] = best[here] + piece.meters
        arrivedBy[next] = index
        open.insert(next)
      }
    }
    guard best[to].isFinite else { return nil }
    var (line, numbers, here) = ([points[to]], [String](), to)
    var followed: [String: Double] = [:]
    while here != from, let index = arrivedBy[here] {
      let piece = pieces[index]
      here = piece.ends.0 == here ? piece.ends.1 : piece.ends.0
      line.append(points[here])
      followed[piece.number, default: 0] += piece.meters
      if !numbers.contains(piece.number) { numbers.append(piece.number) }
    }
    numbers.removeAll { followed[$0, default: 0] < 1_000 }
    return Route(meters: best[to], numbers: numbers.reversed(), line: line.reversed())
  }

  /// The point of the network that is nearest to a place, with its piece; nil when none is within reach.
  private func nearest(to place: Coordinate) -> (piece: Int, place: Coordinate)? {
    var best: (piece: Int, place: Coordinate, meters: Double)?
    for (index, piece) in pieces.enumerated() {
      let (from, to) = (points[piece.ends.0], points[piece.ends.1])
      let point = FlatPiece(from, to).nearest(to: place)
      let meters = GreatCircle(from: place, to: point).meters
      if meters <= Self.reach && meters < best?.meters ?? .infinity { best = (index, point, meters) }
    }
    return best.map { ($0.piece, $0.place) }
  }
}

extension LineStore {
  /// The lines with their numbers.
  fileprivate var roads: [(number: String, line: [Coordinate])] {
    lines.compactMap { line in
      guard let first = chunks[line.chunks].first, let last = chunks[line.chunks].last else { return nil }
      let places = vertices[first.vertices.lowerBound..<last.vertices.upperBound].map(\.place)
      return (traits[line.trait].number, places)
    }
  }
}
