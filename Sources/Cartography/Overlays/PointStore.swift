import SituationModel
import TextCanvas

/// Many points with names, in an order in which neighbours on the map are neighbours in memory.
///
/// The world is cut into four quarters, each of these into four, and so on; a point's code is the way to it, two bits a
/// step (G. M. Morton, "A Computer Oriented Geodetic Data Base", IBM, 1966). So all points of a quarter are one stretch
/// of the codes, and a view costs by the cells that it shows, however many points lie in one.
struct PointStore: Sendable {
  /// A point.
  struct Point: Sendable {
    let place: Coordinate
    /// The name as a safe text; empty if there is none.
    let name: String
  }

  // The codes for themselves, since they are searched much and the rest is looked at little.
  private let codes: [UInt64]
  private let points: [Point]

  /// The points of some features; lines and areas are left out. About n log n.
  init(_ features: [Feature]) {
    var points: [Point] = []
    for feature in features {
      guard case .points(let places)? = feature.shape else { continue }
      let name = ["name", "title"].lazy.compactMap { feature.properties[$0]?.text }.first ?? ""
      let safe = SafeText(name).text
      points += places.map { Point(place: $0, name: safe) }
    }
    // Points of one place keep the order of the file.
    let order = points.enumerated().map { (Self.code(of: $0.element.place), $0.offset) }.sorted(by: <)
    codes = order.map(\.0)
    self.points = order.map { points[$0.1] }
  }

  /// True if there are no points.
  var isEmpty: Bool { points.isEmpty }

  /// Visits the points that a copy of the world shows: one for each quarter that is no larger than a cell, with a Boolean that is true if
  /// it
  /// stands there alone. Linear in the cells that have points.
  func visit(_ copy: CellTransform, _ body: (Point, _ isAlone: Bool) -> Void) {
    visit(points.indices, Quarter(), copy, body)
  }

  private func visit(
    _ range: Range<Int>, _ quarter: Quarter, _ copy: CellTransform, _ body: (Point, Bool) -> Void
  ) {
    guard let first = range.first else { return }
    if range.count == 1 { return body(points[first], true) }
    let bounds = quarter.bounds
    guard copy.sees(bounds) else { return }
    // A cell is two dots wide, and a dot is a tolerance and a quarter.
    if quarter.isSmallest || bounds.width <= 2.5 * Double(copy.tolerance(in: bounds)) {
      return body(points[first], false)
    }
    var start = range.lowerBound
    for number in 0..<4 where start < range.upperBound {
      let part = quarter.part(number)
      let end = firstIndex(from: start, to: range.upperBound) { $0 > part.lastCode }
      visit(start..<end, part, copy, body)
      start = end
    }
  }

  /// The first index in a range whose code meets a condition that all codes behind it meet too; by binary search.
  private func firstIndex(from start: Int, to end: Int, where isBehind: (UInt64) -> Bool) -> Int {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(codes[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The code of a place: the bits of its longitude and latitude in turn.
  private static func code(of place: Coordinate) -> UInt64 {
    let across = UInt32(clamping: Int64((place.longitude + 180) / 360 * 0x1p32))
    let up = UInt32(clamping: Int64((place.latitude + 90) / 180 * 0x1p32))
    return spread(up) << 1 | spread(across)
  }

  /// The bits of a number with a gap after each.
  private static func spread(_ number: UInt32) -> UInt64 {
    var bits = UInt64(number)
    for (shift, mask) in [
      (16, 0x0000_FFFF_0000_FFFF), (8, 0x00FF_00FF_00FF_00FF), (4, 0x0F0F_0F0F_0F0F_0F0F),
      (2, 0x3333_3333_3333_3333), (1, 0x5555_5555_5555_5555),
    ] as [(UInt64, UInt64)] {
      bits = (bits | bits << shift) & mask
    }
    return bits
  }
}

/// A part of the world, which is divided by four as often as its level says.
private struct Quarter {
  private let level: Int
  private let firstCode: UInt64
  private let south: Double
  private let west: Double

  /// The whole world.
  init() { self.init(level: 0, firstCode: 0, south: -90, west: -180) }

  private init(level: Int, firstCode: UInt64, south: Double, west: Double) {
    (self.level, self.firstCode, self.south, self.west) = (level, firstCode, south, west)
  }

  private var share: Double { 1 / Double(1 << level) }
  var isSmallest: Bool { level == 31 }
  var bounds: GeoBounds {
    GeoBounds(south: south, west: west, north: south + 180 * share, east: west + 360 * share)
  }
  /// The last code that a point in the quarter can have.
  var lastCode: UInt64 { firstCode + (level == 0 ? .max : 1 << (64 - 2 * UInt64(level)) - 1) }

  /// One of its four parts, numbered from 0 in the order of their codes.
  func part(_ number: Int) -> Quarter {
    Quarter(
      level: level + 1, firstCode: firstCode + UInt64(number) << (62 - 2 * UInt64(level)),
      south: south + (number & 2 != 0 ? 90 * share : 0), west: west + (number & 1 != 0 ? 180 * share : 0))
  }
}
