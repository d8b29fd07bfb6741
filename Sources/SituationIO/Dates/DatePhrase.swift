import SituationModel

/// The reader of dates that people write in phrases, for texts that have no plainer form: `Friday, 13 December 2024 at 2:30 PM`,
/// `14:30, 13 December 2024`, `131430ZDEC24`, `from 13 to 15 December 2024`, `c. 1990`, `early May 2024`, `Summer 2024`, `Q4 2024`.
///
/// A phrase is made plainer step by step, until a form is left that `DateReading` has. A word that nothing explains leaves no date.
struct DatePhrase {
  typealias Reading = DateReading.Reading

  let reading: DateReading

  /// The date of a phrase; nil where it is none.
  func date(_ text: String) -> Reading? {
    let plain = DatePhrase.plain(text)
    guard plain.utf8.count <= 100, plain.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    if plain != text, let found = attempt(plain) { return found }
    return read(plain, depth: 0)
  }

  /// A text in which what stands between the parts of dates is plain.
  private static func plain(_ text: String) -> String {
    var plain = PlainText.of(text).replacing("\u{B7}", with: " ").trimmed
    for arrow in ["\u{2192}", "\u{27F6}", "->"] where plain.contains(arrow) {
      plain = plain.replacing(arrow, with: " - ")
    }
    plain = EastAsianDate.plain(plain).replacing(" @ ", with: " ")
    // Spreadsheets put an apostrophe in front of texts; some languages put a word for the year behind a date.
    if plain.hasPrefix("'") { plain.removeFirst() }
    for ending in [" г.", " г", " р.", " р", "г.", "р.", " года", " року", " r."] where plain.hasSuffix(ending) {
      plain = String(plain.dropLast(ending.count)).trimmed
      break
    }
    for dash in ["\u{2010}", "\u{2011}", "\u{2013}"] where PlainText.pattern(plain).hasPrefix("0000\(dash)00\(dash)00")
    {
      plain = plain.replacing(dash, with: "-")
    }
    // A moment of Java has the zone's name behind its offset.
    if plain.hasSuffix("]"), let open = plain.lastIndex(of: "["), open > plain.startIndex {
      let (head, name) = (plain[..<open], plain[plain.index(after: open)...].dropLast())
      plain =
        head.hasSuffix("Z") || head.dropFirst(10).contains { "+-".contains($0) } ? String(head) : "\(head) \(name)"
    }
    let pattern = PlainText.pattern(plain)
    // SAS has a colon between the day and the clock.
    if pattern.hasPrefix("00aaa0000:00") || pattern.hasPrefix("00aaa00:00"), let colon = plain.firstIndex(of: ":") {
      plain.replaceSubrange(colon...colon, with: " ")
    }
    if pattern.hasPrefix("0000-00-00a"), plain.utf8.count > 10 {
      let mark = plain.index(plain.startIndex, offsetBy: 10)
      if plain[mark] == "T" || plain[mark] == "t" { plain.replaceSubrange(mark...mark, with: " ") }
    }
    if pattern.contains(":00,0"), let comma = plain.lastIndex(of: ",") {
      plain.replaceSubrange(comma...comma, with: ".")
    }
    return plain
  }

  func attempt(_ text: String) -> Reading? { try? reading.formal(text) }

  private func read(_ text: String, depth: Int) -> Reading? {
    guard depth < 6 else { return nil }
    if depth > 0, let found = attempt(text) { return found }
    if let found = packed(text) { return found }
    let words = text.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
    if let rest = DatePhrase.withoutFrame(words) { return read(rest.joined(separator: " "), depth: depth + 1) }
    if let found = nightBefore(words, of: text) { return found }
    if let found = open(words, depth) ?? inexact(words, depth) ?? part(words, of: text) ?? named(words) { return found }
    return span(text).map { Reading(date: $0) } ?? clocked(words)
  }

  /// A date in one piece: all forms but phrases within phrases.
  func single(_ text: String) -> Reading? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
    let rest = DatePhrase.withoutFrame(words) ?? words
    let text = rest.joined(separator: " ")
    return attempt(text) ?? packed(text) ?? clocked(rest)
  }

  /// The words without a weekday at their beginning or end, and without what says nothing before a date; nil where there is neither.
  private static func withoutFrame(_ words: [String]) -> [String]? {
    var rest = words[...]
    func isWeekday(_ word: String) -> Bool {
      let small = word.lowercased().filter { !".()".contains($0) }
      return DateWordLists.weekdays.contains(small)
    }
    while let first = rest.first, rest.count > 1,
      isWeekday(first) || DateWordLists.openings.contains(first.lowercased())
    {
      rest.removeFirst()
    }
    if let last = rest.last, rest.count > 1, isWeekday(last) { rest.removeLast() }
    return rest.count < words.count ? Array(rest) : nil
  }

  // MARK: Dates that are not exact

  /// `c. 1990`, `~13 December 2024`, `13 Dec 2024 (approx.)`, `13 Dec 2024?`.
  private func inexact(_ words: [String], _ depth: Int) -> Reading? {
    var words = words
    guard var first = words.first, var last = words.last else { return nil }
    var (isApproximate, isUncertain) = (false, false)
    if words.count > 1, DateWordLists.approximations.contains(first.lowercased()) {
      words.removeFirst()
      isApproximate = true
    } else {
      for mark in ["~", "\u{2248}", "c.", "ca."] where first.lowercased().hasPrefix(mark) && !isApproximate {
        first.removeFirst(mark.count)
        guard first.first?.isNumber == true else { return nil }
        words[0] = first
        isApproximate = true
      }
    }
    let bare = last.lowercased().filter { !"()".contains($0) }
    if !isApproximate, words.count > 1, DateWordLists.approximations.contains(bare) {
      words.removeLast()
      isApproximate = true
    } else if last == "(?)", words.count > 1 {
      words.removeLast()
      isUncertain = true
    } else if last.hasSuffix("?"), !last.hasPrefix("?") {
      last.removeLast()
      words[words.count - 1] = last
      isUncertain = true
    }
    guard isApproximate || isUncertain else { return nil }
    guard var found = read(words.joined(separator: " "), depth: depth + 1) else { return nil }
    let date = found.date
    isApproximate = isApproximate || date.isApproximate
    isUncertain = isUncertain || date.isUncertain
    if date.isSpan {
      guard
        let span = DateInterval(
          from: date.start, date.startPrecision, to: date.end, date.endPrecision, isApproximate: isApproximate,
          isUncertain: isUncertain)
      else { return nil }
      found.date = span
    } else if let start = date.start {
      found.date = DateInterval(
        unit: date.precision, at: start, isApproximate: isApproximate, isUncertain: isUncertain)
    }
    return found
  }

  /// A part of a month, a year or a day, whose bounds nobody says: `early May 2024`, `night of 13 December 2024`. The date is the whole,
  /// and the words stay.
  private func part(_ words: [String], of text: String) -> Reading? {
    guard let first = words.first?.lowercased(), let last = words.last?.lowercased(), words.count > 1 else {
      return nil
    }
    var rest = words[...]
    var isOfDay = false
    if let dash = first.firstIndex(of: "-"), DateWordLists.periodParts.contains(String(first[..<dash])) {
      rest[0] = String(words[0].drop { $0 != "-" }.dropFirst())
    } else if DateWordLists.periodParts.contains(first) || DateWordLists.dayParts.contains(first) {
      rest.removeFirst()
      while let word = rest.first?.lowercased(), DateWordLists.links.contains(word) { rest.removeFirst() }
      isOfDay = DateWordLists.dayParts.contains(first)
    } else if DateWordLists.dayParts.contains(last.filter { !"()".contains($0) }) {
      rest.removeLast()
      while let word = rest.last?.lowercased(), DateWordLists.links.contains(word) { rest.removeLast() }
      isOfDay = true
    } else {
      return nil
    }
    guard !rest.isEmpty, let whole = single(rest.joined(separator: " ")), !whole.date.isSpan, whole.remainder == nil,
      isOfDay && whole.date.precision == .day
        || DateWordLists.periodParts.contains(first.prefix { $0 != "-" }.lowercased())
          && whole.date.precision >= .month
    else { return nil }
    return Reading(date: whole.date, remainder: .words(text))
  }

  /// The night that ends on the morning of a day: `in der Nacht zum 14. Dezember 2024`, `ночь на 14 декабря 2024`. It is of that day and of
  /// the one before, and the words stay.
  private func nightBefore(_ words: [String], of text: String) -> Reading? {
    let small = words.map { $0.lowercased() }
    guard let opening = DateWordLists.nightsBefore.first(where: { small.starts(with: $0) }),
      let day = single(words.dropFirst(opening.count).joined(separator: " ")), day.date.precision == .day,
      !day.date.isSpan, let start = day.date.start,
      let span = DateInterval.spanning(DateInterval(unit: .day, at: start.advanced(by: -86_400)), day.date)
    else { return nil }
    return Reading(date: span, remainder: .words(text))
  }

  /// A season, a quarter or a half of a year, a week or a decade.
  private func named(_ words: [String]) -> Reading? {
    var words = words.map { $0.lowercased() }.filter { !DateWordLists.links.contains($0) }
    if words.count == 1, PlainText.pattern(words[0]) == "0000a", words[0].hasSuffix("0s") {
      return attempt("\(words[0].prefix(3))X")
    }
    if words.count == 1, let place = words[0].firstIndex(where: { $0 == "/" || $0 == "-" }) {
      words = [String(words[0][..<place]), String(words[0][words[0].index(after: place)...])]
    } else if words.count == 1, PlainText.pattern(words[0]) == "0000a0" {
      words = [String(words[0].prefix(4)), String(words[0].suffix(2))]
    }
    if words.count == 3, let number = words[0].first,
      ["quarter", "quartal", "trimestre", "квартал"].contains(words[1]),
      words[0].dropFirst().allSatisfy({ ".stndrhº".contains($0) })
    {
      words = ["q\(number)", words[2]]
    }
    if words.count == 2, ["kw", "week", "woche"].contains(words[0]) {
      words = ["w" + words[1].prefix { $0 != "/" }] + words[1].split(separator: "/").dropFirst().map(String.init)
    } else if words.count == 3, ["kw", "week", "woche"].contains(words[0]) {
      words = ["w" + words[1], words[2]]
    }
    guard words.count == 2 else { return nil }
    if words[0].utf8.count == 4, words[0].utf8.allSatisfy({ $0 &- 0x30 < 10 }) { words.swapAt(0, 1) }
    let (unit, year) = (words[0], words[1])
    guard year.utf8.count == 4, year.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let count = Int(year) else { return nil }
    if let season = DateWordLists.seasons[unit] { return attempt("\(year)-\(season)") }
    guard unit.utf8.count <= 3, let number = Int(unit.dropFirst()), let letter = unit.first else { return nil }
    switch letter {
    case "q" where (1...4).contains(number): return months(number * 3 - 2, number * 3, of: count)
    case "h" where (1...2).contains(number): return months(number * 6 - 5, number * 6, of: count)
    case "w" where (1...53).contains(number): return attempt("\(year)-W\(number < 10 ? "0" : "")\(number)")
    default: return nil
    }
  }

  private func months(_ first: Int, _ last: Int, of year: Int) -> Reading? {
    guard let start = try? DateReading.interval(year: year, month: first, day: nil),
      let end = try? DateReading.interval(year: year, month: last, day: nil)
    else { return nil }
    return DateInterval(from: start.start, .month, to: end.end, .month).map { Reading(date: $0) }
  }
}
