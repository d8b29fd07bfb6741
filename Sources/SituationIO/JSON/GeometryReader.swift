import SituationModel

/// Reads the geometry objects of RFC 7946 into shapes.
///
/// A shape with one position off the globe, a line of one position, or a ring of less than a triangle is broken as a
/// whole, since the rest of it would be a form that nobody drew. A ring whose last position is not its first is closed,
/// and a note says so. Heights are passed over. No coordinates at all are no shape.
struct GeometryReader {
  /// How many positions were read.
  private var points = 0
  private var openRings = 0
  /// Positions whose longitude was wrapped, and those whose numbers are texts.
  private var (wrapped, texts) = (0, 0)
  private let system: CoordinateSystem

  private init(_ system: CoordinateSystem) { self.system = system }

  /// The shape ahead; nil for `null` and for a geometry without positions.
  static func read(
    _ json: inout JSONReader, _ notes: inout RecordNotes, in system: CoordinateSystem = .degrees
  ) throws(Fault) -> Shape? {
    if try json.takesNull() { return nil }
    var reader = GeometryReader(system)
    var parts = ShapeParts()
    try reader.geometry(&json, into: &parts)
    if reader.openRings > 0 {
      notes.add("\(reader.openRings) of its rings were not closed, and are now", field: "geometry")
    }
    if reader.wrapped > 0 {
      let count = counted(reader.wrapped, "position")
      notes.add("\(count) had a longitude beyond 180, which was wrapped", field: "geometry")
    }
    if reader.texts > 0 { notes.add("its coordinates are texts, and are read as numbers", field: "geometry") }
    if parts.isMixed {
      notes.add("has geometries of several kinds: only its areas, or else its lines, are used", field: "geometry")
    }
    return parts.shape
  }

  private mutating func geometry(_ json: inout JSONReader, into parts: inout ShapeParts) throws(Fault) {
    let start = json.mark()
    var type: String?
    var coordinates: JSONReader.Mark?
    var isRead = false
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "type": type = try json.text()
      case "coordinates":
        // What they mean is not known before the type: they may have to wait.
        coordinates = json.mark()
        if let type {
          try self.coordinates(of: type, &json, into: &parts)
          isRead = true
        } else {
          try json.skip()
        }
      case "geometries":
        try json.beginList()
        while try json.nextElement() { try geometry(&json, into: &parts) }
        isRead = true
      default: try json.skip()
      }
    }
    if isRead { return }
    guard let type else { throw Fault(offset: start.offset, problem: .missing("type")) }
    guard let coordinates else { throw Fault(offset: start.offset, problem: .missing("coordinates")) }
    let end = json.mark()
    json.rewind(to: coordinates)
    try self.coordinates(of: type, &json, into: &parts)
    json.rewind(to: end)
  }

  private mutating func coordinates(
    of type: String, _ json: inout JSONReader, into parts: inout ShapeParts
  ) throws(Fault) {
    switch type {
    case "Point": parts.points += try point(&json)
    case "MultiPoint": parts.points += try positions(&json)
    case "LineString": parts.lines += try line(&json)
    case "MultiLineString":
      try json.beginList()
      while try json.nextElement() { parts.lines += try line(&json) }
    case "Polygon": parts.areas += try polygon(&json)
    case "MultiPolygon":
      try json.beginList()
      while try json.nextElement() { parts.areas += try polygon(&json) }
    default: throw json.fault(.unknownGeometry(type))
    }
  }

  // MARK: Forms: each is none or one, as a list

  private mutating func point(_ json: inout JSONReader) throws(Fault) -> [Coordinate] {
    let start = json.mark()
    try json.beginList()
    if try !json.nextElement() { return [] }
    json.rewind(to: start)
    return [try position(&json)]
  }

  private mutating func line(_ json: inout JSONReader) throws(Fault) -> [[Coordinate]] {
    let start = json.mark()
    let line = try positions(&json)
    if line.count == 1 { throw Fault(offset: start.offset, problem: .shortLine) }
    return line.isEmpty ? [] : [line]
  }

  private mutating func polygon(_ json: inout JSONReader) throws(Fault) -> [Shape.Area] {
    var rings: [[Coordinate]] = []
    try json.beginList()
    while try json.nextElement() { rings.append(try ring(&json)) }
    guard let outer = rings.first, !outer.isEmpty else { return [] }
    return [Shape.Area(outer: outer, holes: rings.dropFirst().filter { !$0.isEmpty })]
  }

  private mutating func ring(_ json: inout JSONReader) throws(Fault) -> [Coordinate] {
    let start = json.mark()
    var ring = try positions(&json)
    if let first = ring.first, ring.last != first {
      ring.append(first)
      openRings += 1
    }
    if !ring.isEmpty, ring.count < 4 { throw Fault(offset: start.offset, problem: .shortRing) }
    return ring
  }

  // MARK: Positions

  private mutating func positions(_ json: inout JSONReader) throws(Fault) -> [Coordinate] {
    var positions: [Coordinate] = []
    try json.beginList()
    while try json.nextElement() { positions.append(try position(&json)) }
    return positions
  }

  @inline(__always) private mutating func position(_ json: inout JSONReader) throws(Fault) -> Coordinate {
    try json.beginList()
    guard try json.nextElement() else { throw json.fault(.shortPosition) }
    let longitude = try degrees(&json)
    guard try json.nextElement() else { throw json.fault(.shortPosition) }
    let latitude = try degrees(&json)
    while try json.nextElement() { try json.skip() }
    points += 1
    if points > json.limits.shapePoints { throw json.fault(.tooManyPoints(limit: json.limits.shapePoints)) }
    guard let position = system.place(x: longitude, y: latitude) else {
      throw json.fault(.offGlobe(longitude: longitude, latitude: latitude))
    }
    if position.wasWrapped { wrapped += 1 }
    return position.place
  }

  /// A number, or a text that is one.
  @inline(__always) private mutating func degrees(_ json: inout JSONReader) throws(Fault) -> Double {
    if try json.kind() != .text { return try json.number() }
    let start = json.mark()
    guard let number = DegreeText.degrees(try json.text().trimmed) else {
      throw Fault(offset: start.offset, problem: .wrongType(wanted: .number, found: .text))
    }
    texts += 1
    return number
  }
}

/// The parts of a geometry of each kind.
private struct ShapeParts {
  var points: [Coordinate] = []
  var lines: [[Coordinate]] = []
  var areas: [Shape.Area] = []

  /// True if there are several kinds.
  var isMixed: Bool { [points.isEmpty, lines.isEmpty, areas.isEmpty].count { !$0 } > 1 }

  /// The widest kind there is: of a point and an area around it, the area claims less.
  var shape: Shape? {
    if !areas.isEmpty { return .areas(areas) }
    if !lines.isEmpty { return .lines(lines) }
    return points.isEmpty ? nil : .points(points)
  }
}
