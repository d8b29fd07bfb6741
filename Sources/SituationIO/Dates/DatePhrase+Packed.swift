import SituationModel

/// Dates in one piece that programs and radio messages write, told by their pattern of digits and letters.
extension DatePhrase {
  /// The date of such a text; nil where it has none of the patterns.
  func packed(_ text: String) -> Reading? {
    if let found = dateTimeGroup(text) ?? unknownParts(text) { return found }
    let pattern = PlainText.pattern(text)
    let digits = Array(text)
    switch pattern {
    case "00aaa0000", "0aaa0000", "00aaa00", "00aaaa0000":
      let day = text.prefix { $0.isNumber }
      let month = text.dropFirst(day.count).prefix { $0.isLetter }
      return attempt("\(day) \(month) \(text.dropFirst(day.count + month.count))")
    case "00/aaa/0000", "0/aaa/0000", "00.aaa.0000", "0.aaa.0000":
      return attempt(text.replacing("/", with: " ").replacing(".", with: " ")) ?? roman(text)
    case "0000:00:00 00:00:00", "0000:00:00":
      // Cameras write colons.
      return attempt(String(digits.enumerated().map { $0.offset == 4 || $0.offset == 7 ? "-" : $0.element }))
    case "00000000_000000", "00000000 000000", "00000000 0000", "00000000-000000":
      return attempt("\(text.prefix(8))T\(text.dropFirst(9))")
    case "00000000000000a", "00000000000000.0a", "00000000000000+0000", "00000000000000-0000":
      return attempt(
        "\(text.prefix(8))T\(text.dropFirst(8).prefix(6))\(text.dropFirst(14).drop { $0 == "." || $0 == "0" })")
    case "0000a00", "0000a000":
      guard digits[4] == "W" || digits[4] == "w" else { return nil }
      return attempt(
        "\(text.prefix(4))-W\(text.dropFirst(5).prefix(2))" + (text.count == 8 ? "-\(text.suffix(1))" : ""))
    case "00/0000", "0/0000", "00.0000", "00-0000":
      return month(text.prefix { $0.isNumber }, of: text.suffix(4))
    case "0000/00", "0000/0": return month(text.dropFirst(5), of: text.prefix(4))
    default: break
    }
    if pattern.hasPrefix("00/aaa/0000:00:00:00") {
      let clock = text.drop { $0 != ":" }.dropFirst()
      return attempt("\(text.prefix(11).replacing("/", with: " ")) \(clock)")
    }
    if text.hasPrefix("/Date("), text.hasSuffix(")/") {
      let count = text.dropFirst(6).prefix { $0.isNumber }
      return count.utf8.count == 13 ? attempt(String(count)) : nil
    }
    return roman(text)
  }

  private func month(_ month: some StringProtocol, of year: some StringProtocol) -> Reading? {
    guard let month = Int(month), let year = Int(year), (1...12).contains(month), (1000...2999).contains(year) else {
      return nil
    }
    return (try? DateReading.interval(year: year, month: month, day: nil)).map { Reading(date: $0) }
  }

  /// Day, hours, minutes, zone, month and year as forces write them: `131430ZDEC24`, `131430Z DEC 24`.
  private func dateTimeGroup(_ text: String) -> Reading? {
    let compact = text.filter { $0 != " " }
    guard text.utf8.count <= 18, ["000000aaaa00", "000000aaaa0000"].contains(PlainText.pattern(compact)),
      let letter = compact.dropFirst(6).first?.uppercased(),
      let month = MonthNames.month(compact.dropFirst(7).prefix(3)),
      let day = Int(compact.prefix(2)),
      let hour = Int(compact.dropFirst(2).prefix(2)),
      let minute = Int(compact.dropFirst(4).prefix(2)), hour < 24, minute < 60, let number = Int(compact.dropFirst(10)),
      let date = try? DateReading.interval(
        year: DateReading.year(number, width: compact.utf8.count - 10), month: month, day: day), let start = date.start
    else { return nil }
    // L and J stand for the clocks of the place, whatever its zone is.
    if letter == "L" || letter == "J" { return Reading(date: date, remainder: .words(text)) }
    guard let hours = DatePhrase.zoneHours(letter) else { return nil }
    return Reading(
      date: reading.moment(start, hour * 3_600 + minute * 60, .minute, offset: hours * 3_600))
  }

  /// The hours before UTC of a zone's letter. `J` is the clock of whoever writes, of which nothing is known.
  private static func zoneHours(_ letter: String) -> Int? {
    if letter == "J" || letter == "Z" { return 0 }
    if let east = Array("ABCDEFGHIKLM").firstIndex(of: Character(letter)) { return east + 1 }
    return Array("NOPQRSTUVWXY").firstIndex(of: Character(letter)).map { -$0 - 1 }
  }

  /// A date whose day, or month and day, are said to be unknown: `2024-12-00`, `00/12/2024`, `??.12.2024`, `xx/12/2024`.
  private func unknownParts(_ text: String) -> Reading? {
    let parts = text.lowercased().split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, text.utf8.count <= 10 else { return nil }
    func isUnknown(_ part: Substring) -> Bool { ["00", "0", "??", "?", "xx", "x"].contains(part) }
    func isShort(_ part: Substring) -> Bool { (1...2).contains(part.utf8.count) }
    let (year, rest) = parts[0].utf8.count == 4 ? (parts[0], parts[1...]) : (parts[2], parts[..<2])
    guard year.utf8.count == 4, year.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let count = Int(year), count > 0,
      rest.allSatisfy(isShort), rest.contains(where: isUnknown)
    else { return nil }
    let known = rest.filter { !isUnknown($0) }
    if known.isEmpty { return (try? DateReading.interval(year: count, month: nil, day: nil)).map { Reading(date: $0) } }
    // Behind a year, the month comes first: a day of no month is no date.
    if parts[0].utf8.count == 4, isUnknown(parts[1]) { return nil }
    return month(known[0], of: year)
  }

  /// `13.XII.2024`.
  private func roman(_ text: String) -> Reading? {
    let parts = text.split { ". ".contains($0) }
    let names = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    guard parts.count == 3, parts[2].utf8.count == 4, let month = names.firstIndex(of: String(parts[1])) else {
      return nil
    }
    return attempt("\(parts[2])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[0].utf8.count == 1 ? "0" : "")\(parts[0])")
  }
}
