import SituationModel

/// Evidence from the values of fields beside their names.
extension Interpretation {
  // MARK: Places

  /// Finds coordinates by their values where no name tells of any, and drops those that the values speak against.
  mutating func settlePlaces(_ values: ColumnValues, hasNames: Bool) {
    findPlaces(values, hasNames: hasNames)
    for place in uses.indices where uses[place].meaning == .geometry && isLongitudeFirst(uses[place].column, values) {
      uses[place].isLongitudeFirst = true
      remarks.append("\(quoted(names[uses[place].column])) is read as longitude and latitude, in this order")
    }
    if let latitude = use(of: .lat), !has(.precision), !isOwn {
      // Coordinates of a country are those of its middle, or of its capital.
      let parts = Set(ColumnNames.parts(names[latitude.column]))
      pointPrecision =
        parts.contains("country")
        ? .country : parts.isDisjoint(with: ["province", "governorate", "state", "admin1", "adm1"]) ? nil : .region
    }
    let folded = names.map(ColumnNames.known)
    if !has(.lat), !has(.geometry), let x = folded.firstIndex(of: "x"), let y = folded.firstIndex(of: "y"),
      values.isNumeric(x), values.isNumeric(y)
    {
      remarks.append("\(quoted(names[x])) and \(quoted(names[y])) are no degrees: nothing is placed by them")
    }
  }

  /// True if the first angle of pairs is the longitude: in lists of JSON that are called as those of GeoJSON are, and where some first
  /// number is no latitude.
  private func isLongitudeFirst(_ column: Int, _ values: ColumnValues) -> Bool {
    let pairs = values.texts(of: column).compactMap { text in GeometryText.numbers(text).map { (text, $0) } }
    let lists: Set<String> = [
      "coordinates", "lonlat", "lnglat", "location", "loc", "geo", "geometry", "point", "position", "geopoint",
      "center",
    ]
    let isList =
      !pairs.isEmpty && lists.contains(ColumnNames.parts(names[column]).last ?? "")
      && pairs.allSatisfy { $0.0.hasPrefix("[") }
    let isBeyond = pairs.contains { abs($0.1.0) > 90 } && pairs.allSatisfy { abs($0.1.1) <= 90 }
    return isList || isBeyond
  }

  private mutating func findPlaces(_ values: ColumnValues, hasNames: Bool) {
    if has(.lat), has(.lon) {
      // Positions in words are no name of a place.
      if let place = use(of: .place), values.all(of: place.column, { GeometryText.isGeometry($0) }) {
        set(.other, to: place.column)
      }
      settleGeometry(values)
      findSecondPlace(values)
      return
    }
    // A column of places with pairs of degrees.
    if let place = use(of: .place), !has(.geometry),
      values.all(of: place.column, { GeometryText.isGeometry($0) })
    {
      return set(.geometry, to: place.column)
    }
    settleGeometry(values)
    if !has(.geometry), !has(.lat), !has(.lon) { findCodes(values) }
    if !has(.geometry), !has(.lat), !has(.lon), let column = pairColumn(values) { set(.geometry, to: column) }
    if !has(.geometry), has(.lat) != has(.lon), let only = use(of: .lat) ?? use(of: .lon) {
      let (known, other) = only.meaning == .lat ? ("latitudes", "longitudes") : ("longitudes", "latitudes")
      remarks.append("\(quoted(names[only.column])) has \(known), and no column has \(other): nothing is placed by it")
      for place in uses.indices where uses[place].meaning == only.meaning { uses[place].meaning = .other }
    }
    // With names that tell of no place, two columns of fractions may be anything.
    guard !hasNames, !has(.geometry), !has(.lat), !has(.lon), values.count > 1 else { return }
    let fractions = names.indices.filter { column in
      values.all(of: column) { text in
        text.contains { ".,".contains($0) } && (DegreeText.degrees(text).map { abs($0) <= 180 } ?? false)
      }
    }
    guard fractions.count == 2 else { return }
    let isLongitudeFirst = values.all(of: fractions[0]).contains { abs(DegreeText.degrees($0) ?? 0) > 90 }
    set(isLongitudeFirst ? .lon : .lat, to: fractions[0])
    set(isLongitudeFirst ? .lat : .lon, to: fractions[1])
  }

  /// Finds a field of positions for the records that have none in degrees.
  private mutating func findSecondPlace(_ values: ColumnValues) {
    guard !has(.geometry), let lat = use(of: .lat),
      values.all(of: lat.column).contains(where: { MissingValue.isMissing($0) }),
      let column = pairColumn(values)
    else { return }
    set(.geometry, to: column)
  }

  /// Finds places of the UTM grid in three fields, and geohashes in one that is called so.
  private mutating func findCodes(_ values: ColumnValues) {
    if let fields = GridFields(names, values), fields.columns.allSatisfy({ meanings(of: $0) == [.other] }) {
      grid = fields
      for column in fields.columns { set(.geometry, to: column) }
      return
    }
    guard
      let column = names.indices.first(where: { ["geohash", "geohashcode"].contains(ColumnNames.known(names[$0])) }),
      values.all(of: column, { CodedArea(geohash: $0) != nil })
    else { return }
    geohashColumn = column
    set(.geometry, to: column)
  }

  /// The first field of no known name that has places: with letters or signs of degrees or as well-known text, if it has nothing else;
  /// or in any form, if a part of its name says that it has positions and most values are such.
  private func pairColumn(_ values: ColumnValues) -> Int? {
    uses.first { use in
      guard use.meaning == .other else { return false }
      if ColumnNames.parts(names[use.column]).contains(where: FieldNames.positions.contains) {
        return values.most(of: use.column) { GeometryText.isGeometry($0) }
      }
      func isPlace(_ text: String) -> Bool {
        GeometryText.isGeometry(text) && GeometryText.numbers(text) == nil && GeometryText.square(text) == nil
      }
      // Of addresses of maps some may be short ones, which say no place.
      return values.most(of: use.column, isPlace) && values.all(of: use.column) { isPlace($0) || WebAddress.fits($0) }
    }?.column
  }

  /// A column that is called as geometries are and has something else is none.
  private mutating func settleGeometry(_ values: ColumnValues) {
    for use in uses(of: .geometry) where !values.isEmpty(use.column) {
      guard !values.texts(of: use.column).contains(where: { GeometryText.isGeometry($0) }) else { continue }
      set(.other, to: use.column)
      if values.all(of: use.column, { WebAddress.fits($0) }) { continue }
      remarks.append(
        "\(quoted(names[use.column])) is named like a place, but none of its values is one: they are kept as text")
    }
  }

  // MARK: Times

  mutating func settleTimes(_ values: ColumnValues) {
    preferSpans(values)
    for column in names.indices where values.areOfAnotherCalendar(column, named: names[column]) {
      remarks.append("\(quoted(names[column])) has years of another calendar: its dates are kept as text")
    }
    let hasTime = [.time, .start, .end, .year].contains(where: has)
    if !hasTime, let column = dateColumn(values) {
      let parts = ColumnNames.parts(names[column])
      let isOfChange = !FieldNames.changes.isDisjoint(with: parts) || !FieldNames.publications.isDisjoint(with: parts)
      if !isOfChange || !has(.published) { set(.time, to: column) }
      if isOfChange, !has(.published) {
        remarks.append(
          "\(quoted(names[column])) says when the record was made or changed: it is taken for the time, since no other is given"
        )
      }
    }
    if ![.time, .start, .end, .year].contains(where: has), let published = use(of: .published) {
      uses.append(Use(column: published.column, meaning: .time))
      remarks.append(
        "\(quoted(names[published.column])) says when it was published: it is taken for the time, since no other is given"
      )
    }
    if let start = use(of: .start), FormNames.isForm(names),
      ["start", "starttime"].contains(ColumnNames.fold(names[start.column]))
    {
      remarks.append(
        "\(quoted(names[start.column])) says when the form was filled in: it is taken for the time, since no other is given"
      )
    }
  }

  /// A start and an end say more than one date does; a date without an end is the better of a date and a start.
  private mutating func preferSpans(_ values: ColumnValues) {
    guard let date = use(of: .time), let start = use(of: .start) else { return }
    guard !values.areDisjoint(date.column, start.column) || values.isEmpty(start.column) else { return }
    let isForm = FormNames.isForm(names)
    if has(.end), !isForm {
      for place in uses.indices where uses[place].meaning == .time { uses[place].meaning = .other }
    } else {
      for place in uses.indices where [.start, .end].contains(uses[place].meaning) { uses[place].meaning = .other }
    }
  }

  /// The first field of no known name that has nothing but dates, and of several one that is not called after a change of the record.
  private func dateColumn(_ values: ColumnValues) -> Int? {
    let columns = dateColumns(values)
    let own = columns.filter { FieldNames.changes.isDisjoint(with: ColumnNames.parts(names[$0])) }
    // Local times say less than those of a known zone.
    return own.first { !NameConvention.isLocal(names[$0]) } ?? own.first ?? columns.first
  }

  private func dateColumns(_ values: ColumnValues) -> [Int] {
    names.indices.filter { column in
      guard uses.contains(where: { $0.column == column && $0.meaning == .other }),
        FieldNames.otherDates.isDisjoint(with: ColumnNames.parts(names[column])),
        !values.areOfAnotherCalendar(column, named: names[column])
      else { return false }
      let periods: Set<String> = ["month", "monat", "mois", "mes", "period", "quarter", "week", "месяц", "місяць"]
      if periods.contains(ColumnNames.known(names[column])),
        values.areDates(column, mayBeNumbers: false)
          || values.all(
            of: column, { Int($0).map { (190_001...209_912).contains($0) && (1...12).contains($0 % 100) } ?? false })
      {
        return true
      }
      return values.nearlyAll(of: column) { TableNumber.number($0) == nil && DateReading.isDate($0) }
    }
  }
}
