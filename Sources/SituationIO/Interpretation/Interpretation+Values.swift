import SituationModel

/// How the values of fields are read, decided by the values of whole fields.
extension Interpretation {
  /// Finds the field that has nothing but AM and PM, beside one of times of day.
  mutating func findHalfOfDay(_ values: ColumnValues) {
    guard has(.clock) || has(.hour) else { return }
    let halves: Set<String> = ["am", "pm", "a.m.", "p.m."]
    let found = uses.first { $0.meaning == .other && values.all(of: $0.column) { halves.contains($0.lowercased()) } }
    guard let column = found?.column else { return }
    halfOfDayColumn = column
    set(.none, to: column)
  }

  /// Finds fields of angles in which an `O` stands for east or west, by the language of their names.
  mutating func findSidesOfO(_ values: inout ColumnValues) {
    for column in names.indices {
      guard let side = NameConvention.sideOfO(names[column]),
        values.texts(of: column).contains(where: { DegreeText.hasSideO($0) })
      else { continue }
      sidesOfO[column] = side
      values.replace(column) { DegreeText.replacingO($0, with: side) }
      remarks.append(
        "\(quoted(names[column])): the letter O stands for \(side == "E" ? "east" : "west"), as its name says")
    }
  }

  /// An angle or a place with the letters for its sides as all readers know them.
  func withSides(_ text: String, _ column: Int) -> String {
    sidesOfO.isEmpty ? text : sidesOfO[column].map { DegreeText.replacingO(text, with: $0) } ?? text
  }

  /// The end of the remark on dates whose order of day and month is not known.
  private static let openOrder = "both are possible (--map dates=dmy or mdy sets it)"

  /// Says of which dates nothing shows whether the day or the month stands first.
  mutating func tellOpenOrder(_ values: ColumnValues) {
    for use in uses where [.time, .start, .end].contains(use.meaning) && use.dates.order == nil {
      guard openDates.contains(use.column),
        let example = values.texts(of: use.column).first(where: { DateReading.isOpen([$0]) })
      else { continue }
      remarks.append(
        "\(quoted(names[use.column])): nothing shows whether the day or the month stands first, as in \(quoted(example)): "
          + Interpretation.openOrder)
    }
  }

  /// Takes back what was said of an open order, which all rows have decided now.
  mutating func closeOrder() { remarks.removeAll { $0.hasSuffix(Interpretation.openOrder) } }

  /// Decides how dates are read, by all records that are looked at.
  mutating func readDates(_ samples: [[String]], _ map: ColumnMap) {
    func texts(of column: Int) -> [String] {
      samples.compactMap { column < $0.count ? $0[column].trimmed : nil }.filter { !MissingValue.isMissing($0) }
    }
    for place in uses.indices where [.time, .start, .end, .published, .clock].contains(uses[place].meaning) {
      let texts = texts(of: uses[place].column)
      uses[place].dates = DateReading(sniffing: texts, order: map.dateOrder ?? uses[place].dates.order)
      uses[place].dates.takesYearPairs = true
      if uses[place].meaning == .clock { uses[place].dates.clockPairs = ClockPairs(in: texts) }
      if DateReading.isOpen(texts) { openDates.insert(uses[place].column) }
      if texts.contains(where: { $0.contains(":") }) { clocked.insert(uses[place].column) }
      let zones = NamedZones.abbreviations(in: texts)
      let remark =
        "\(quoted(names[uses[place].column])): zones of time are read by their names, \(zones.joined(separator: ", "))"
      if !zones.isEmpty, !remarks.contains(remark) { remarks.append(remark) }
      if uses[place].dates.isSerial {
        remarks.append(
          "\(quoted(names[uses[place].column])): numbers are read as days since 1900, as spreadsheets count them")
      }
    }
    shareDateOrder(texts(of:))
    for place in uses.indices where [.time, .start, .published].contains(uses[place].meaning) {
      let column = uses[place].column
      guard let period = NameConvention.period(names[column]),
        let reading = uses[place].dates.readingFirst(texts(of: column), of: period)
      else { continue }
      uses[place].dates = reading
      remarks.append(
        "\(quoted(names[column])): the first day of each \(period == .month ? "month" : "year") stands for the whole")
    }
    for place in uses.indices where uses[place].meaning == .zone {
      let parts = Set(ColumnNames.parts(names[uses[place].column]))
      uses[place].dates.zones = NamedZones(
        ofField: texts(of: uses[place].column),
        mayBeCodes: parts.isDisjoint(with: ["offset", "utc", "gmt", "hours", "utcoffset"]))
    }
    // A clock that shows midnight in each record says nothing, as in `00:00` beside a date.
    for place in uses.indices where uses[place].meaning == .clock {
      let texts = texts(of: uses[place].column)
      uses[place].dates.dropsMidnight = texts.allSatisfy { $0.allSatisfy { "0:.".contains($0) } } && !texts.isEmpty
    }
  }

  /// Reads dates of two short numbers as the other fields of the file show theirs, where one field alone does not tell day from month.
  private mutating func shareDateOrder(_ texts: (Int) -> [String]) {
    let open = uses.indices.filter { openDates.contains(uses[$0].column) && uses[$0].dates.order == nil }
    guard !open.isEmpty else { return }
    let orders = names.indices.compactMap { column in
      DateReading.order(in: texts(column).filter { (try? DateReading(order: .dmy).reading($0)) != nil })
        ?? DateReading.order(in: texts(column).filter { (try? DateReading(order: .mdy).reading($0)) != nil })
    }
    guard let order = orders.first, orders.allSatisfy({ $0 == order }) else { return }
    for place in open {
      uses[place].dates.order = order
      let words = order == .dmy ? "the day before the month" : "the month before the day"
      remarks.append("\(quoted(names[uses[place].column])) has \(words), as other dates of the file show")
    }
  }

  mutating func readNumbers(_ values: ColumnValues) {
    for place in uses.indices where uses[place].meaning == .figure && format == .table {
      uses[place].countsPeople = ColumnNames.parts(uses[place].figure).contains(where: FieldNames.figures.contains)
    }
    for place in uses.indices where uses[place].meaning == .figure || uses[place].meaning == .radius {
      uses[place].numbers = NumberReading(
        sniffing: values.texts(of: uses[place].column), hasDecimalCommas: values.hasDecimalCommas)
    }
  }
}
