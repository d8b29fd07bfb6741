import SituationModel

/// Where it was.
extension TableRow {
  func place(_ limits: Limits, _ notes: inout RecordNotes) -> PlaceDraft {
    var place = PlaceDraft()
    place.name = layout.use(of: .place).flatMap(value)
    place.shape = point(&notes) ?? geometry(limits, &notes)
    if let use = layout.use(of: .precision), let word = value(use) {
      if case .words = layout.precisions {
        place.precision = word
      } else if let precision = layout.precision(word) {
        place.precision = place.shape == nil ? nil : precision.rawValue
      } else {
        notes.add("\(quoted(word)) is no code of \(quoted(name(use)))", field: name(use), value: word)
      }
    }
    if let use = layout.use(of: .radius), let text = value(use) {
      place.radius = TableNumber.number(text)
      if place.radius == nil {
        notes.add("\(quoted(name(use))) is no number: \(quoted(text))", field: name(use), value: text)
      }
    }
    return place
  }

  private func point(_ notes: inout RecordNotes) -> Shape? {
    guard let lat = layout.use(of: .lat), let lon = layout.use(of: .lon) else { return nil }
    let (first, last) = (value(lat), value(lon))
    guard let first, let last else {
      if first != nil || last != nil {
        let missing = name(first == nil ? lat : lon)
        notes.add("has no place: \(quoted(missing)) is missing", field: missing)
      }
      return nil
    }
    guard let latitude = degrees(first, lat, &notes), let longitude = degrees(last, lon, &notes) else { return nil }
    return TableRow.point(latitude, longitude, &notes)
  }

  private func degrees(_ text: String, _ use: TableLayout.Use, _ notes: inout RecordNotes) -> Double? {
    if let number = TableNumber.number(text) { return number }
    guard let degrees = TableNumber.degrees(text) else {
      notes.add("has no place: \(quoted(name(use))) is no number: \(quoted(text))", field: name(use), value: text)
      return nil
    }
    notes.add("\(quoted(name(use))) is read as \(degrees): \(quoted(text))", field: name(use), value: text)
    return degrees
  }

  /// A point that a table may have; zero and zero stand for what is not known.
  private static func point(_ latitude: Double, _ longitude: Double, _ notes: inout RecordNotes) -> Shape? {
    if latitude == 0, longitude == 0 {
      notes.add(
        "has no place: latitude 0 and longitude 0 are taken for what is not known", field: "place", value: "0, 0")
      return nil
    }
    if let place = Coordinate(checkedLatitude: latitude, longitude: longitude) { return .points([place]) }
    let isSwapped = Coordinate(checkedLatitude: longitude, longitude: latitude) != nil
    let hint = isSwapped ? " (they may be swapped)" : ""
    notes.add(
      "has no place: latitude \(latitude), longitude \(longitude) is not on the globe\(hint)", field: "place",
      value: "\(latitude), \(longitude)")
    return nil
  }

  private func geometry(_ limits: Limits, _ notes: inout RecordNotes) -> Shape? {
    guard let use = layout.use(of: .geometry), let text = value(use) else { return nil }
    if let pair = TableRow.pair(text) { return TableRow.point(pair.0, pair.1, &notes) }
    if text.hasPrefix("{") {
      var json = JSONDocument(Bytes(text.utf8), file: file, limits: limits)
      if let shape = try? GeometryReader.read(&json.json, &notes) { return shape }
    } else {
      var shape = ShapeDraft()
      if WKT.read(text, into: &shape) { return shape.shape(limits: limits, &notes) }
    }
    notes.add("has no place: \(quoted(name(use))) is no geometry: \(quoted(text))", field: name(use), value: text)
    return nil
  }

  /// Whether a text is what a column of geometries has.
  static func isGeometry(_ text: String) -> Bool {
    if pair(text) != nil || text.hasPrefix("{") { return true }
    let word = text.prefix { $0.isLetter || $0 == "=" }.uppercased()
    return [
      "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "SRID=",
    ].contains { word.hasPrefix($0) }
  }

  /// Latitude and longitude with a comma, a semicolon or a blank between them, in brackets or not.
  private static func pair(_ text: String) -> (Double, Double)? {
    let inner = text.filter { !"()[]".contains($0) }
    for separator in [";", ",", " "] as [Character] {
      let parts = inner.split(separator: separator).map { $0.filter { $0 != " " } }
      if parts.count == 2, let first = TableNumber.degrees(parts[0]), let last = TableNumber.degrees(parts[1]) {
        return (first, last)
      }
    }
    return nil
  }
}
