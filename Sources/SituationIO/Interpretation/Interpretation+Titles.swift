import SituationModel

/// Links, and texts that stand for titles, by the values of fields.
extension Interpretation {
  /// Fields of web addresses are links, whatever they are called.
  mutating func settleLinks(_ values: ColumnValues) {
    for place in uses.indices where [.other, .source, .summary, .title].contains(uses[place].meaning) {
      guard FieldNames.otherLinks.isDisjoint(with: ColumnNames.parts(names[uses[place].column])) else { continue }
      if values.isWebAddress(uses[place].column) { uses[place].meaning = .link }
    }
    // The address of a map is a place, and still a link.
    for use in uses(of: .geometry) where values.isWebAddress(use.column) {
      uses.append(Use(column: use.column, meaning: .link, figure: use.figure))
    }
  }

  /// Finds a text that may stand for the title where no field has one: it differs from record to record.
  mutating func settleTitle(_ values: ColumnValues) {
    if let title = use(of: .title), values.all(of: title.column, { TableNumber.number($0) != nil }),
      title.codes.isEmpty,
      uses(of: .title).count == 1, format == .table
    {
      set(.other, to: title.column)
    }
    areaColumn = areaColumn(values)
    findSecondTitle(values)
    guard !has(.title), !has(.summary), titleWords == nil else { return }
    let texts = uses.filter { use in
      guard use.meaning == .other, !values.isEmpty(use.column) else { return false }
      let parts = ColumnNames.parts(names[use.column])
      let isCode = parts.contains(where: FieldNames.untitled.contains)
      return !isCode && !untitledColumns.contains(use.column)
        && values.most(of: use.column) { Interpretation.isSentence($0) }
    }
    func difference(_ use: Use) -> Double {
      let texts = values.texts(of: use.column)
      return Double(Set(texts).count) / Double(max(1, texts.count))
    }
    func length(_ use: Use) -> Int { values.texts(of: use.column).reduce(0) { $0 + min(200, $1.utf8.count) } }
    // Kind and place together say more than a single word.
    let least = has(.kind) && has(.place) ? 15 * values.count : 0
    let fitting = texts.filter { (values.count < 2 || difference($0) > 0.5) && length($0) >= least }
    guard let best = fitting.max(by: { length($0) < length($1) }) else { return }
    uses.removeAll { $0.column == best.column }
    uses.append(Use(column: best.column, meaning: .fallbackTitle, figure: best.figure))
  }

  /// Finds another field that is called as titles are, where the title is empty in some records.
  private mutating func findSecondTitle(_ values: ColumnValues) {
    guard format == .table, let title = use(of: .title), titleWords == nil,
      values.all(of: title.column).contains(where: { MissingValue.isMissing($0) }),
      let known = FieldNames.single.first(where: { $0.meaning == .title })?.names
    else { return }
    let found = uses.first { use in
      use.meaning == .other && known.contains(ColumnNames.known(names[use.column]))
        && values.most(of: use.column) { TableNumber.number($0) == nil && !WebAddress.fits($0) }
    }
    guard let found, !values.isEmpty(found.column) else { return }
    uses.removeAll { $0.column == found.column }
    uses.append(Use(column: found.column, meaning: .fallbackTitle, figure: found.figure))
  }

  /// The field with the smallest unit that a place lies in.
  private func areaColumn(_ values: ColumnValues) -> Int? {
    let ranked = names.indices.compactMap { column -> (rank: Int, column: Int)? in
      let parts = ColumnNames.parts(names[column])
      guard !["code", "id", "iso", "iso2", "iso3"].contains(where: parts.contains),
        let rank = parts.compactMap(FieldNames.areas.firstIndex).min(),
        values.most(
          of: column, { $0.contains(where: \.isLetter) && ($0.contains(" ") || !$0.contains(where: \.isNumber)) })
      else { return nil }
      return (rank, column)
    }
    return ranked.min { ($0.rank, $0.column) < ($1.rank, $1.column) }?.column
  }

  /// True for a text that people wrote: letters that are no number, no date, no address and no code.
  private static func isSentence(_ text: String) -> Bool {
    guard text.unicodeScalars.count(where: { $0.properties.isAlphabetic }) >= 3, text != "true", text != "false" else {
      return false
    }
    if text.contains("{") || text.contains("://") || TableNumber.number(text) != nil { return false }
    if text.utf8.count < 60, DateReading.isDate(text) || GeometryText.isGeometry(text) { return false }
    let hasBlank = text.contains(" ")
    return hasBlank || text.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" }
  }
}
