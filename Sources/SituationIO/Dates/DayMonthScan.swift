import SituationModel

/// A day with an English month, looked at byte by byte: `13 December 2024`, `9-May-20`. Tables of a million rows have it.
///
/// As other scans do, it gives up on anything else, which `DateReading` then reads in words.
enum DayMonthScan {
  private static let names: [[UInt8]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ].map { Array($0.utf8) }

  /// The day of a text; nil where it has to be read.
  static func date(_ text: UnsafeBufferPointer<UInt8>) -> DateInterval? {
    guard text.count >= 8, text.count <= 20 else { return nil }
    var place = 0
    let day = number(text, &place, most: 2)
    guard let day, place < text.count, text[place] == 0x20 || text[place] == 0x2D else { return nil }
    let separator = text[place]
    let start = place + 1
    place = start
    while place < text.count, (text[place] | 0x20) &- 0x61 < 26 { place += 1 }
    guard let month = month(text, start..<place), place < text.count, text[place] == separator else { return nil }
    place += 1
    let first = place
    guard let year = number(text, &place, most: 4), place == text.count, place - first == 4 || place - first == 2,
      let date = CivilDate(year: DateReading.year(year, width: place - first), month: month, day: day)
    else { return nil }
    return DateInterval(unit: .day, at: Instant(date))
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int, most: Int) -> Int? {
    let start = place
    var value = 0
    while place < text.count, place - start < most, text[place] &- 0x30 < 10 {
      value = value * 10 + Int(text[place] &- 0x30)
      place += 1
    }
    return place == start ? nil : value
  }

  /// The month, 1 … 12, of a name or of at least its first three letters.
  private static func month(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count >= 3 else { return nil }
    var found: Int?
    for (index, name) in names.enumerated() where name.count >= range.count {
      var offset = 0
      while offset < range.count, text[range.lowerBound + offset] | 0x20 == name[offset] { offset += 1 }
      if offset == range.count { found = index + 1 }
    }
    return found
  }
}
