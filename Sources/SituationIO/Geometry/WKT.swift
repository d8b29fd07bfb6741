import SituationModel

/// Geometries as well-known text (OGC Simple Features 1.2.1, section 7): `POINT (36.3 33.5)`, with longitude first.
struct WKT {
  private var rest: Substring
  private var system = CoordinateSystem.degrees

  private init(rest: Substring) { self.rest = rest }

  /// Reads a geometry into a draft of a shape; false where the text is none. A third and fourth number of a position
  /// are passed over.
  static func read(_ text: String, into shape: inout ShapeDraft) -> Bool {
    let text = withoutSystem(text) ?? text
    var reader = WKT(rest: text[...])
    if let semicolon = text.firstIndex(of: ";"), text.uppercased().hasPrefix("SRID=") {
      reader.system = CoordinateSystem(named: String(text[..<semicolon].dropFirst(5)).trimmed)
      if case .unknown = reader.system { return false }
      reader.rest = text[text.index(after: semicolon)...]
    }
    return reader.geometry(&shape, depth: 0) && reader.isAtEnd
  }

  /// The text behind the address of CRS84, which GeoSPARQL writes before a geometry; nil where no such address stands there.
  static func withoutSystem(_ text: String) -> String? {
    guard text.hasPrefix("<"), let end = text.firstIndex(of: ">"), text[..<end].hasSuffix("CRS84") else { return nil }
    return String(text[text.index(after: end)...]).trimmed
  }

  /// The system that a text names and that is not read, as `SRID=2154;POINT(…)` does; nil for any other text.
  static func unknownSystem(_ text: String) -> String? {
    guard text.uppercased().hasPrefix("SRID="), let semicolon = text.firstIndex(of: ";"),
      case .unknown(let name) = CoordinateSystem(named: String(text[..<semicolon].dropFirst(5)).trimmed)
    else { return nil }
    return name
  }

  private var isAtEnd: Bool { rest.allSatisfy { $0 == " " } }

  private mutating func word() -> String {
    while rest.first == " " { rest.removeFirst() }
    let word = rest.prefix { $0.isLetter }
    rest = rest[word.endIndex...]
    return word.uppercased()
  }

  private mutating func take(_ sign: Character) -> Bool {
    while rest.first == " " { rest.removeFirst() }
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func geometry(_ shape: inout ShapeDraft, depth: Int) -> Bool {
    var name = word()
    // A sign of heights may stand without a blank.
    for sign in ["ZM", "Z", "M"] where name.hasSuffix(sign) && name != sign { name.removeLast(sign.count) }
    let start = rest
    let mark = word()
    if mark == "EMPTY" { return true }
    if !["Z", "M", "ZM"].contains(mark) { rest = start }
    switch name {
    case "POINT":
      guard let points = positions() else { return false }
      shape.add(point: checked(points))
    case "LINESTRING":
      guard let points = positions() else { return false }
      shape.add(line: checked(points))
    case "POLYGON": return polygon(&shape)
    case "MULTIPOINT":
      return list { reader in
        let hasBrackets = reader.take("(")
        guard let point = reader.position(), !hasBrackets || reader.take(")") else { return false }
        shape.add(point: reader.checked([point]))
        return true
      }
    case "MULTILINESTRING":
      return list { reader in
        guard let points = reader.positions() else { return false }
        shape.add(line: reader.checked(points))
        return true
      }
    case "MULTIPOLYGON": return list { $0.polygon(&shape) }
    case "GEOMETRYCOLLECTION": return depth < 8 && list { $0.geometry(&shape, depth: depth + 1) }
    default: return false
    }
    return true
  }

  private mutating func polygon(_ shape: inout ShapeDraft) -> Bool {
    var rings: [[Coordinate]?] = []
    let isRead = list { reader in
      guard let points = reader.positions() else { return false }
      rings.append(reader.checked(points))
      return true
    }
    guard isRead, let outer = rings.first else { return false }
    shape.add(outer: outer, holes: Array(rings.dropFirst()))
    return true
  }

  private mutating func list(_ element: (inout WKT) -> Bool) -> Bool {
    guard take("(") else { return false }
    repeat {
      guard element(&self) else { return false }
    } while take(",")
    return take(")")
  }

  private typealias Position = (longitude: Double, latitude: Double)

  private mutating func positions() -> [Position]? {
    var points: [Position] = []
    let isRead = list { reader in
      guard let point = reader.position() else { return false }
      points.append(point)
      return true
    }
    return isRead ? points : nil
  }

  private mutating func position() -> Position? {
    var numbers: [Double] = []
    while true {
      while rest.first == " " { rest.removeFirst() }
      let word = rest.prefix { $0 != " " && $0 != "," && $0 != ")" && $0 != "(" }
      if word.isEmpty { break }
      guard let number = TableNumber.number(String(word)), numbers.count < 4 else { return nil }
      numbers.append(number)
      rest = rest[word.endIndex...]
    }
    return numbers.count >= 2 ? (numbers[0], numbers[1]) : nil
  }

  /// The places of some positions; nil where one is off the globe.
  private func checked(_ positions: [Position]) -> [Coordinate]? {
    var places: [Coordinate] = []
    for position in positions {
      guard let (place, _) = system.place(x: position.longitude, y: position.latitude) else { return nil }
      places.append(place)
    }
    return places
  }
}
