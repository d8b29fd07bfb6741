import SituationModel

/// Spans of days, and days with a time of day on either side of them.
extension DatePhrase {
  // MARK: Spans

  /// A date with one end alone: `before 2012` ends where 2012 begins, `until 2014` with the end of 2014, `since 2014` begins with its
  /// beginning.
  func open(_ words: [String], _ depth: Int) -> Reading? {
    var words = words
    while let first = words.first?.lowercased(), words.count > 2, DateWordLists.lasting.contains(first) {
      words.removeFirst()
    }
    guard let first = words.first?.lowercased(), words.count > 1 else { return nil }
    if let found = going(words) { return found }
    let known = DateWordLists.openings(of: first)
    guard let known else { return nil }
    words.removeFirst()
    while let link = words.first?.lowercased(), words.count > 1, DateWordLists.links.contains(link) {
      words.removeFirst()
    }
    guard let whole = single(words.joined(separator: " ")), whole.remainder == nil, !whole.date.isSpan else {
      return nil
    }
    let (date, unit) = (whole.date, whole.date.precision)
    let ends: (from: Instant?, to: Instant?) =
      switch known {
      case .before: (nil, date.start)
      case .until: (nil, date.end)
      case .since: (date.start, nil)
      case .after: (date.end, nil)
      }
    let found = DateInterval(
      from: ends.from, unit, to: ends.to, unit, isApproximate: date.isApproximate, isUncertain: date.isUncertain)
    return found.map { Reading(date: $0) }
  }

  /// Something that began on a date and goes on: `13 Dec 2024 onwards`, `2024-12-13 to present`.
  private func going(_ words: [String]) -> Reading? {
    let small = words.map { $0.lowercased().filter { !"().".contains($0) } }
    guard
      let ending = DateWordLists.goingOn.first(where: { small.count > $0.count && small.suffix($0.count) == $0[...] }),
      let first = single(words.dropLast(ending.count).joined(separator: " ")), first.remainder == nil,
      !first.date.isSpan
    else { return nil }
    let (date, unit) = (first.date, first.date.precision)
    return DateInterval(
      from: date.start, unit, to: nil, unit, isApproximate: date.isApproximate, isUncertain: date.isUncertain
    ).map { Reading(date: $0) }
  }

  /// `13 to 15 December 2024`, `2024-12-13 - 2024-12-15`, `between 13 and 15 December 2024`, `13 Dec 2024 14:30-16:00`.
  func span(_ text: String) -> DateInterval? {
    let words = text.split(separator: " ").map(String.init)
    let isOpened = words.first.map { DateWordLists.spanOpenings.contains($0.lowercased()) } ?? false
    let body = isOpened ? Array(words.dropFirst()) : words
    for place in body.indices.dropFirst().dropLast() {
      let word = body[place].lowercased()
      let isSpanWord = DateWordLists.spanWords.contains { $0.word == word && (isOpened || !$0.needsOpening) }
      guard isSpanWord || ["-", "\u{2013}", "\u{2014}"].contains(word) else { continue }
      let (first, last) = (body[..<place].joined(separator: " "), body[(place + 1)...].joined(separator: " "))
      if let found = span(first, last, mayBeYears: isSpanWord) { return found }
    }
    let joined = body.joined(separator: " ")
    // Behind a time of day, a hyphen is no part of the date before it.
    if let dash = joined.lastIndex(of: "-"), joined[..<dash].contains(":"),
      let found = span(
        String(joined[..<dash]).trimmed, String(joined[joined.index(after: dash)...]).trimmed, mayBeYears: false)
    {
      return found
    }
    for dash in ["\u{2013}", "\u{2014}", "-"] as [Character] where joined.count(where: { $0 == dash }) == 1 {
      let ends = joined.split(separator: dash)
      if ends.count == 2, let found = span(String(ends[0]).trimmed, String(ends[1]).trimmed, mayBeYears: false) {
        return found
      }
    }
    return nil
  }

  /// From one date to another; the first may leave out what the last says, the last may be a time of day.
  ///
  /// - Parameter mayBeYears: false where two years may also be any two numbers.
  private func span(_ first: String, _ last: String, mayBeYears: Bool) -> DateInterval? {
    guard let start = single(first), start.remainder == nil, !start.date.isApproximate else {
      return (try? reading.range("\(first)-\(last)")) ?? nil
    }
    guard let end = single(last), end.remainder == nil else { return clockSpan(start.date, to: last) }
    if !mayBeYears, start.date.precision == .year || end.date.precision == .year { return nil }
    return DateInterval.spanning(start.date, end.date)
  }

  /// From a moment to a later time of the same day.
  private func clockSpan(_ start: DateInterval, to last: String) -> DateInterval? {
    guard start.precision < .day, !start.isSpan, let moment = start.start, !last.contains(" "),
      let text = DatePhrase.clock([last]), let clock = ClockText(text, zones: reading.zones), clock.isSound,
      !clock.isMidnightInWords, !clock.hasZone
    else { return nil }
    let end = clock.date(on: Instant(moment.date), reading)
    guard let latest = end.start, latest > moment else { return nil }
    return DateInterval.spanning(start, end)
  }

  // MARK: Times of day

  /// A day with a time of day before or behind it: `14:30, 13 December 2024`, `13 Dec 2024 at 2:30 PM`, `2024-12-13 1430Z`.
  func clocked(_ words: [String]) -> Reading? {
    var words = words[...]
    var zone = ""
    if let last = words.last, last.hasPrefix("("), last.hasSuffix(")"), words.count > 2,
      reading.zones.clock(last.dropFirst().dropLast()) != nil
    {
      zone = " " + last.dropFirst().dropLast()
      words.removeLast()
    }
    for count in 1..<max(2, min(6, words.count)) where count < words.count {
      if let found = moment(Array(words.dropLast(count)), Array(words.suffix(count)), zone) { return found }
      if let found = moment(Array(words.dropFirst(count)), Array(words.prefix(count)), zone) { return found }
    }
    // A zone behind the day belongs to the time before it: `14:30 13 December 2024 UTC`.
    if zone.isEmpty, words.count > 2, let last = words.last, last.first?.isLetter == true,
      reading.zones.clock(last) != nil
    {
      words.removeLast()
      for count in 1..<min(4, words.count) {
        if let found = moment(Array(words.dropFirst(count)), Array(words.prefix(count)), " \(last)") { return found }
      }
    }
    return nil
  }

  private func moment(_ day: [String], _ clock: [String], _ zone: String) -> Reading? {
    guard let text = DatePhrase.clock(clock) else { return nil }
    var day = day[...]
    while let last = day.last?.lowercased(), DateWordLists.clockFillers.contains(last) { day.removeLast() }
    while let first = day.first?.lowercased(), DateWordLists.clockFillers.contains(first) { day.removeFirst() }
    if let last = day.last?.lowercased(), DateWordLists.weekdays.contains(last) { day.removeLast() }
    if let first = day.first?.lowercased(), DateWordLists.weekdays.contains(first) { day.removeFirst() }
    guard let time = ClockText(text + zone, zones: reading.zones), time.isSound else { return nil }
    let words = day.joined(separator: " ")
    guard let date = attempt(words) ?? packed(words), date.remainder == nil, date.date.precision == .day,
      let start = date.date.start
    else { return nil }
    // Of a day that may be one of two, the clock stays in words.
    if date.date.isSpan {
      let isShort = words.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2F || $0 == 0x2D }
      return isShort ? Reading(date: date.date, remainder: .words("\(words) \(text)\(zone)")) : nil
    }
    return Reading(date: time.date(on: start, reading), remainder: time.isMidnightInWords ? .midnight : nil)
  }

  /// The words of a time of day as `ClockText` has them; nil where they are none.
  static func clock(_ words: [String]) -> String? {
    var words = words.filter { !DateWordLists.clockFillers.contains($0.lowercased()) }
    // Go writes the zone twice.
    if words.count > 2, ["UTC", "GMT", "Z"].contains(words[words.count - 1]),
      words[words.count - 2].first.map({ "+-".contains($0) }) == true
    {
      words.removeLast()
    }
    guard let first = words.first else { return nil }
    // A zone has two digits at least.
    if let sign = first.lastIndex(where: { "+-".contains($0) }), first[sign...].utf8.count == 2 { return nil }
    words[0] = colons(first)
    return words.joined(separator: " ")
  }

  /// A time of day with colons: `1430Z`, `2015hrs`, `14.30`, `2.30pm`, `02.30.00.000000`.
  private static func colons(_ word: String) -> String {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count)
    let small = rest.lowercased()
    if digits.utf8.count == 4, ["", "z", "hrs", "h", "hours", "l", "lt", "utc", "uhr"].contains(small) {
      return "\(digits.prefix(2)):\(digits.suffix(2))" + (small == "z" || small == "utc" ? "Z" : "")
    }
    let clock = word.prefix { $0.isASCII && $0.isNumber || $0 == ":" }
    if clock.contains(":"), ["h", "hrs", "uhr"].contains(word.dropFirst(clock.count).lowercased()) {
      return String(clock)
    }
    let parts = word.split(separator: ".", maxSplits: 3)
    guard digits.utf8.count <= 2, (2...4).contains(parts.count), !word.contains(":"),
      parts[1].prefix(2).utf8.count == 2,
      parts.dropLast().allSatisfy({ (1...2).contains($0.utf8.count) }) || parts.count == 4
    else { return word }
    return parts.prefix(3).joined(separator: ":") + (parts.count == 4 ? ".\(parts[3])" : "")
  }
}
