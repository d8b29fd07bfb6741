import SituationModel

/// Where it was.
extension TableRow {
  func place(_ limits: Limits, _ notes: inout RecordNotes) -> PlaceDraft {
    var place = PlaceDraft()
    if let use = first(.place), let text = value(use) {
      // An object of JSON in a field is no name.
      if text.hasPrefix("{\""), !interpretation.isOwn { notes.keep(name(use), text) } else { place.name = text }
    }
    var radius: Double?
    place.shape = point(.lat, .lon, &notes) ?? geometry(limits, &radius, &notes)
    if let radius, place.shape != nil { place.radius = radius.rounded(.up) }
    if place.shape != nil, let coarse = interpretation.pointPrecision { place.precision = coarse.rawValue }
    if let use = first(.precision), let word = value(use) {
      if case .words = interpretation.precisions {
        place.precision = word
      } else if let precision = interpretation.precision(word) {
        let isPlaced = place.shape != nil || taken.contains(.geometry)
        place.precision = isPlaced ? precision.rawValue : nil
        place.areas.precision = precision
        place.isSaidUnknown = precision == .unknown
      } else {
        notes.unread("\(quoted(word)) is no code of \(quoted(name(use)))", field: name(use), value: word)
      }
    }
    if let use = first(.radius), let text = value(use) {
      let radius =
        interpretation.isOwn
        ? TableNumber.number(text)
        : use.numbers.number(text).map { $0 * use.scale } ?? LengthText.meters(text, use.numbers)
      place.radius = radius ?? place.radius
      if radius == nil {
        notes.unread("\(quoted(name(use))) is no number: \(quoted(text))", field: name(use), value: text)
      } else if place.shape == nil, !interpretation.isOwn, !taken.contains(.geometry) {
        // A circle needs a middle; one that is found by its name has an extent of its own.
        place.radius = nil
        notes.keep(name(use), text)
      }
    }
    if place.shape == nil, !taken.contains(.geometry), !interpretation.isOwn { placeByDegreesInName(&place) }
    if place.shape == nil, !taken.contains(.geometry) { addAreas(to: &place) }
    place.province = province
    if let use = interpretation.use(of: .placed) { place.origin = value(use) }
    return place
  }

  /// Places a record whose field for the name of the place has its degrees.
  private func placeByDegreesInName(_ place: inout PlaceDraft) {
    guard let name = place.name, name.utf8.contains(where: { $0 &- 0x30 < 10 }), name.utf8.count <= 60,
      let found = GeometryText.place(name)
    else { return }
    var others = RecordNotes()
    guard let shape = TableRow.point(found.latitude, found.longitude, &others) else { return }
    (place.shape, place.radius, place.name) = (shape, found.radius?.rounded(.up) ?? place.radius, nil)
  }

  /// The province that the record names.
  private var province: String? {
    guard let column = interpretation.areas.provinces.first, column < texts.count else { return nil }
    let text = texts[column].trimmed
    return PlaceDraft.isName(text) && !MissingValue.isMissing(text) ? text : nil
  }

  /// Adds what the fields of towns, provinces and countries say.
  private func addAreas(to place: inout PlaceDraft) {
    func named(_ columns: [Int]) -> [String] {
      columns.compactMap { number in
        let text = number < texts.count ? texts[number].trimmed : ""
        return PlaceDraft.isName(text) && !(MissingValue.isMissing(text) && text != "NA") ? text : nil
      }
    }
    let areas = interpretation.areas
    let column = first(.place)?.column
    place.areas.isTown = column.map(areas.towns.contains) ?? false
    // The name of a province in the field of the place is no town.
    place.isNameOfArea = column.map { areas.provinces.contains($0) || areas.countries.contains($0) } ?? false
    // The nearest town is not the one where it was.
    if let column, !FieldNames.nearest.isDisjoint(with: ColumnNames.parts(interpretation.names[column])) {
      place.areas.precision = place.areas.precision ?? .region
    }
    if let column, areas.districts.contains(column) { place.areas.precision = place.areas.precision ?? .region }
    place.areas.towns = named(areas.towns.filter { $0 != column })
    place.areas.provinces = named(areas.provinces)
    place.areas.countries = named(areas.countries).flatMap { text in
      text.split { ";|/".contains($0) }.map { String($0).trimmed }
    }
    if first(.precision).map({ text($0).trimmed.lowercased() == "unknown" }) ?? false { place.isSaidUnknown = true }
  }

  /// The place that it was bound for, by name and by degrees.
  func destination(_ notes: inout RecordNotes) -> PlaceDraft? {
    let name = first(.destination).flatMap(value)
    let shape = point(.destinationLat, .destinationLon, &notes)
    guard name != nil || shape != nil else { return nil }
    return PlaceDraft(name: name, precision: shape == nil ? "unplaced" : nil, shape: shape)
  }

  private func point(
    _ latitudes: ColumnMeaning, _ longitudes: ColumnMeaning, _ notes: inout RecordNotes
  ) -> Shape? {
    guard let lat = first(latitudes), let lon = first(longitudes) else { return nil }
    let (first, last) = (angle(lat), angle(lon))
    guard let first, let last else {
      for (use, text) in [(lat, first), (lon, last)] {
        guard let text else { continue }
        let missing = name(use == lat ? lon : lat)
        notes.unread("has no place: \(quoted(missing)) is missing", field: name(use), value: text)
      }
      return nil
    }
    guard let north = degrees(first, lat, &notes), let east = degrees(last, lon, &notes) else {
      notes.keep(name(lat), first)
      notes.keep(name(lon), last)
      return nil
    }
    // Letters say which is which, whatever the columns are called.
    let isExchanged = north.isLongitude == true && east.isLongitude == false
    guard isExchanged || north.isLongitude != true && east.isLongitude != false else {
      notes.unread("has no place: both angles are latitudes, or both are longitudes", field: name(lat), value: first)
      notes.keep(name(lon), last)
      return nil
    }
    let (latitude, longitude) = isExchanged ? (east.degrees, north.degrees) : (north.degrees, east.degrees)
    let shape = TableRow.point(latitude, longitude, mayBeZero: statesPrecision, &notes)
    if shape == nil {
      notes.keep(name(lat), first)
      notes.keep(name(lon), last)
    }
    return shape
  }

  /// True if the record says how exactly its place is known.
  private var statesPrecision: Bool {
    guard let word = first(.precision).flatMap(value) else { return false }
    return interpretation.precision(word) != .unknown && PlacePrecision(rawValue: word.lowercased()) != .unknown
  }

  /// The text of an angle, put together of its fields where it has several.
  private func angle(_ use: Interpretation.Use) -> String? {
    guard let fields = interpretation.angles[use.column] else { return value(use) }
    return fields.text { column in
      let text = column < texts.count ? texts[column].trimmed : ""
      return MissingValue.isMissing(text) ? "" : text
    }
  }

  private func degrees(
    _ text: String, _ use: Interpretation.Use, _ notes: inout RecordNotes
  ) -> (degrees: Double, isLongitude: Bool?)? {
    if use.scale != 1, let number = TableNumber.number(text) { return (number * use.scale, nil) }
    if let reading = DegreeText.reading(text) {
      let isTurned = use.isSouthOrWest && reading.isLongitude == nil && reading.degrees > 0
      return isTurned ? (-reading.degrees, nil) : reading
    }
    notes.unread("has no place: \(quoted(name(use))) is no angle: \(quoted(text))", field: name(use), value: text)
    return nil
  }

  /// A point that a record may have; zero and zero stand for what is not known.
  ///
  /// - Parameter mayBeZero: true if the record says how exactly the place is known, so that zero and zero is one.
  static func point(
    _ latitude: Double, _ longitude: Double, mayBeZero: Bool = false, _ notes: inout RecordNotes
  ) -> Shape? {
    if latitude == 0, longitude == 0, !mayBeZero {
      notes.add(.zeroPosition(isOnly: true))
      return nil
    }
    if let place = Coordinate(checkedLatitude: latitude, longitude: longitude) { return .points([place]) }
    if let place = Coordinate(wrappingLatitude: latitude, longitude: longitude) {
      notes.repair(
        "longitude \(longitude) lies beyond 180: it is read as \(place.longitude)", field: "place",
        value: "\(latitude), \(longitude)")
      return .points([place])
    }
    let isSwapped = Coordinate(checkedLatitude: longitude, longitude: latitude) != nil
    let hint = isSwapped ? " (they may be swapped)" : ""
    notes.add(
      RecordNotes.Note(
        reason: "has no place: latitude \(latitude), longitude \(longitude) is not on the globe\(hint)",
        weight: .unread,
        field: "place", value: "\(latitude), \(longitude)"))
    return nil
  }

  private func geometry(_ limits: Limits, _ radius: inout Double?, _ notes: inout RecordNotes) -> Shape? {
    guard let use = first(.geometry), let text = value(use) else { return nil }
    if let grid = interpretation.grid {
      let parts = grid.texts { $0 < texts.count ? texts[$0].trimmed : "" }
      if let found = GridFields.place(parts) { return .points([found]) }
      let words = parts.joined(separator: " ")
      notes.unread(
        "has no place: \(quoted(words)) is no place of the UTM grid\(GridFields.hint(parts))", field: name(use),
        value: words)
      return nil
    }
    if interpretation.geohashColumn == use.column, let area = CodedArea(geohash: text) {
      radius = area.radius
      return TableRow.point(area.middle.latitude, area.middle.longitude, &notes)
    }
    if var pair = GeometryText.place(text) {
      if use.isLongitudeFirst, GeometryText.numbers(text) != nil { swap(&pair.latitude, &pair.longitude) }
      radius = pair.radius
      let shape = TableRow.point(pair.latitude, pair.longitude, mayBeZero: statesPrecision, &notes)
      if shape == nil { notes.keep(name(use), text) }
      return shape
    }
    if let pair = GeometryText.members(text) {
      let shape = TableRow.point(pair.latitude, pair.longitude, mayBeZero: statesPrecision, &notes)
      if shape == nil { notes.keep(name(use), text) }
      return shape
    }
    if text.hasPrefix("{") {
      var json = JSONDocument(Bytes(text.utf8), file: file, limits: limits)
      if let shape = try? GeometryReader.read(&json.json, &notes) { return shape }
      // Python writes other quotes.
      var other = JSONDocument(Bytes(text.replacing("'", with: "\"").utf8), file: file, limits: limits)
      if text.contains("'"), let shape = try? GeometryReader.read(&other.json, &notes) { return shape }
    } else {
      var shape = ShapeDraft()
      if WKT.read(text, into: &shape) || WKB.read(hexadecimal: text, into: &shape) {
        return shape.shape(limits: limits, &notes)
      }
    }
    let fault = WKT.unknownSystem(text).map { "is in the system \($0), which is not read" } ?? "is no geometry"
    notes.unread("has no place: \(quoted(name(use))) \(fault): \(quoted(text))", field: name(use), value: text)
    return nil
  }
}
