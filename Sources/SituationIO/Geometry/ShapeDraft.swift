import SituationModel

/// A shape as it grows from a file's points, whatever its format. What can't be drawn of it makes a note, and the whole of
/// it is left out: the rest would be a form that nobody drew.
struct ShapeDraft {
  private var points: [Coordinate] = []
  private var lines: [[Coordinate]] = []
  private var areas: [Shape.Area] = []
  private var count = 0
  private var fault: String?

  /// Takes a point.
  mutating func add(point: [Coordinate]?) {
    guard let point = checked(point) else { return }
    points += point
  }

  /// Takes a line; one of a single place becomes a point.
  mutating func add(line: [Coordinate]?) {
    guard let line = checked(line) else { return }
    if line.count == 1 { points += line } else { lines.append(line) }
  }

  /// Takes an area, and closes its rings.
  mutating func add(outer: [Coordinate]?, holes: [[Coordinate]?]) {
    guard let outer = checked(outer).map(ShapeDraft.closed) else { return }
    let holes = holes.compactMap { checked($0) }.map(ShapeDraft.closed)
    guard outer.count >= 4, holes.allSatisfy({ $0.count >= 4 }) else {
      fault = fault ?? "has a ring of fewer than four positions"
      return
    }
    areas.append(Shape.Area(outer: outer, holes: holes))
  }

  /// The shape: of several kinds the widest, since of a point and an area around it, the area claims less.
  func shape(limits: Limits, _ notes: inout RecordNotes) -> Shape? {
    let tooMany = "has more than \(limits.shapePoints) points (limit \"shapePoints\")"
    if let fault = fault ?? (count > limits.shapePoints ? tooMany : nil) {
      notes.add("its geometry \(fault)", field: "geometry")
      return nil
    }
    if [points.isEmpty, lines.isEmpty, areas.isEmpty].count(where: { !$0 }) > 1 {
      notes.add("has geometries of several kinds: only its areas, or else its lines, are used", field: "geometry")
    }
    if !areas.isEmpty { return .areas(areas) }
    if !lines.isEmpty { return .lines(lines) }
    return points.isEmpty ? nil : .points(points)
  }

  private mutating func checked(_ places: [Coordinate]?) -> [Coordinate]? {
    guard let places else {
      fault = fault ?? "has a position that is no place on the globe"
      return nil
    }
    count += places.count
    return places.isEmpty ? nil : places
  }

  private static func closed(_ ring: [Coordinate]) -> [Coordinate] {
    ring.first == ring.last ? ring : ring + ring.prefix(1)
  }
}
