import SituationModel

/// The geometries of Esri's services, which have members of their own: `x` and `y`, `points`, `paths`, `rings`.
enum EsriFields {
  /// Puts degrees in place of the coordinates of another system, and forms of GeoJSON in place of Esri's.
  ///
  /// - Parameter system: the system that the file names.
  static func place(_ fields: inout [RecordField], in system: CoordinateSystem, _ notes: inout RecordNotes) {
    for index in fields.indices where isForm(fields[index].text) {
      if case .unknown = system { continue }
      guard let form = geoJSON(fields[index].text, in: system) else { continue }
      fields[index] = RecordField(name: fields[index].name, text: form)
    }
    guard system != .degrees, let x = fields.firstIndex(where: { $0.name.hasSuffix("geometry.x") }),
      let y = fields.firstIndex(where: { $0.name.hasSuffix("geometry.y") })
    else { return }
    if case .unknown(let name) = system {
      notes.add("has no place: its coordinates are of the system \(name), which is not read", field: "geometry")
      // These are no degrees, and no others of the record either.
      for (index, axis) in [(x, "east"), (y, "north")] {
        fields[index] = RecordField(name: "geometry.\(axis)", text: fields[index].text)
      }
      return
    }
    guard let east = Double(fields[x].text), let north = Double(fields[y].text),
      let (place, _) = system.place(x: east, y: north)
    else { return }
    fields[x] = RecordField(name: fields[x].name, text: "\(place.longitude)")
    fields[y] = RecordField(name: fields[y].name, text: "\(place.latitude)")
  }

  /// True if a text is an object with a list of positions as Esri has it.
  static func isForm(_ text: String) -> Bool {
    text.hasPrefix("{") && ["\"rings\"", "\"paths\"", "\"points\""].contains { text.contains($0) }
  }

  /// The form as GeoJSON in degrees; nil where it is none.
  private static func geoJSON(_ text: String, in system: CoordinateSystem) -> String? {
    var json = JSONReader(Bytes(text.utf8), limits: Limits())
    guard (try? json.beginObject()) != nil else { return nil }
    while let key = (try? json.nextKey()) ?? nil {
      switch key {
      case "rings": return lists(&json, system).map { written("MultiPolygon", polygons($0).map(list)) }
      case "paths": return lists(&json, system).map { written("MultiLineString", $0.map(list)) }
      case "points": return positions(&json, system).map { written("MultiPoint", $0.map(pair)) }
      default: if (try? json.skip()) == nil { return nil }
      }
    }
    return nil
  }

  private typealias Position = (x: Double, y: Double)

  /// Rings that turn left are holes of the one before them.
  private static func polygons(_ rings: [[Position]]) -> [[String]] {
    var polygons: [[String]] = []
    for ring in rings {
      let area = zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.1.x - $1.0.x) * ($1.1.y + $1.0.y) }
      if area < 0, !polygons.isEmpty {
        polygons[polygons.count - 1].append(list(ring))
      } else {
        polygons.append([list(ring)])
      }
    }
    return polygons
  }

  private static func lists(_ json: inout JSONReader, _ system: CoordinateSystem) -> [[Position]]? {
    var lists: [[Position]] = []
    guard (try? json.beginList()) != nil else { return nil }
    while (try? json.nextElement()) == true {
      guard let positions = positions(&json, system) else { return nil }
      lists.append(positions)
    }
    return lists
  }

  private static func positions(_ json: inout JSONReader, _ system: CoordinateSystem) -> [Position]? {
    var positions: [Position] = []
    guard (try? json.beginList()) != nil else { return nil }
    while (try? json.nextElement()) == true {
      var numbers: [Double] = []
      guard (try? json.beginList()) != nil else { return nil }
      while (try? json.nextElement()) == true {
        guard let number = try? json.number() else { return nil }
        numbers.append(number)
      }
      guard numbers.count > 1, let (place, _) = system.place(x: numbers[0], y: numbers[1]) else { return nil }
      positions.append((place.longitude, place.latitude))
    }
    return positions
  }

  private static func pair(_ position: Position) -> String { "[\(position.x),\(position.y)]" }
  private static func list(_ positions: [Position]) -> String { list(positions.map(pair)) }
  private static func list(_ texts: [String]) -> String { "[\(texts.joined(separator: ","))]" }
  private static func written(_ type: String, _ parts: [String]) -> String {
    "{\"type\":\"\(type)\",\"coordinates\":\(list(parts))}"
  }
}
