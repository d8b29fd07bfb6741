import SituationModel

/// The values of each field in the records that are looked at: the evidence that a guess needs.
struct ColumnValues {
  private var columns: [[String]]
  /// The number of records that are looked at.
  let count: Int

  /// The values of some records, spread over all that there are.
  ///
  /// - Parameter most: so many records are looked at, and more where those leave a field empty.
  init(names: [String], _ samples: [[String]], looking most: Int) {
    let step = max(1, samples.count / most)
    let chosen = stride(from: 0, to: samples.count, by: step).map { samples[$0] }
    let isSparse =
      step > 1
      && names.indices.contains { column in
        chosen.allSatisfy { column >= $0.count || $0[column].isEmpty }
      }
    let looked = isSparse ? samples : chosen
    count = looked.count
    columns = names.indices.map { column in
      looked.map { column < $0.count ? $0[column].trimmed : "" }
    }
  }

  /// The values of a field that say something.
  func texts(of column: Int) -> [String] { columns[column].filter { !MissingValue.isMissing($0) } }

  /// Replaces the values of a field.
  mutating func replace(_ column: Int, _ change: (String) -> String) { columns[column] = columns[column].map(change) }

  /// The values of a field by record, empty ones too.
  func all(of column: Int) -> [String] { columns[column] }

  /// True if a field has values, and all of them meet a condition.
  func all(of column: Int, _ condition: (String) -> Bool) -> Bool {
    let texts = texts(of: column)
    return !texts.isEmpty && texts.allSatisfy(condition)
  }

  /// True if a field has values, and nine in ten meet a condition.
  func nearlyAll(of column: Int, _ condition: (String) -> Bool) -> Bool {
    let texts = texts(of: column)
    return !texts.isEmpty && texts.count(where: condition) * 10 >= texts.count * 9
  }

  /// True if a field has values, and more than half of them meet a condition.
  func most(of column: Int, _ condition: (String) -> Bool) -> Bool {
    let texts = texts(of: column)
    return texts.count(where: condition) * 2 > texts.count
  }

  /// True if a field has no values at all.
  func isEmpty(_ column: Int) -> Bool { texts(of: column).isEmpty }

  /// True if no two records have one value of a field.
  func isUnique(_ column: Int) -> Bool {
    let texts = texts(of: column)
    return Set(texts).count == texts.count
  }

  /// True if no record has values of two fields.
  func areDisjoint(_ first: Int, _ second: Int) -> Bool {
    zip(columns[first], columns[second]).allSatisfy { MissingValue.isMissing($0) || MissingValue.isMissing($1) }
  }

  // MARK: What values are

  func isNumeric(_ column: Int) -> Bool { all(of: column) { TableNumber.number($0) != nil } }

  func isWebAddress(_ column: Int) -> Bool { all(of: column) { WebAddress.fits($0) } }

  /// True if most values are dates, of any form but a plain number that might count something.
  func areDates(_ column: Int, mayBeNumbers: Bool = true) -> Bool {
    let zones = NamedZones(naming: texts(of: column))
    let reading = DateReading(order: DateReading.order(in: texts(of: column)), zones: zones)
    return most(of: column) { text in
      if !mayBeNumbers, TableNumber.number(text) != nil { return false }
      return (try? reading.reading(text)) != nil
    }
  }

  /// True if a field in Arabic script has years of the calendars that count from the Hijra, 1300 to 1500 now.
  func areOfAnotherCalendar(_ column: Int, named name: String) -> Bool {
    func isArabic(_ text: String) -> Bool { text.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) } }
    let texts = texts(of: column)
    guard isArabic(name) || texts.contains(where: isArabic) else { return false }
    let years = texts.compactMap { text -> Int? in
      PlainText.of(text).split { !$0.isNumber }.first { $0.utf8.count == 4 }.flatMap { Int($0) }
    }
    return !years.isEmpty && years.count * 2 > texts.count && years.allSatisfy { (1_300...1_500).contains($0) }
  }

  /// True if some value is an angle that may be a latitude or a longitude.
  func areDegrees(_ column: Int, upTo most: Double) -> Bool {
    isEmpty(column) || self.most(of: column) { DegreeText.degrees($0).map { abs($0) <= most } ?? false }
  }

  /// True if numbers have decimal commas somewhere.
  var hasDecimalCommas: Bool {
    columns.contains { column in
      column.contains { text in
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].utf8.count != 3 && TableNumber.number(text) != nil
      }
    }
  }

  /// True if a field has values beside `NA` and none of them has two letters: `NA` is no code there.
  func isNeverTwoLetters(_ column: Int) -> Bool {
    let others = columns[column].filter { !$0.isEmpty && $0.uppercased() != "NA" }
    return !others.isEmpty && !others.contains { $0.utf8.count == 2 && $0.allSatisfy(\.isLetter) }
  }
}
