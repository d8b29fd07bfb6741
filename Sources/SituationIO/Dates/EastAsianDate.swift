/// Dates and times of day with the signs of Chinese, Japanese and Korean: `2024年12月13日 14時30分`, `2024년 12월 13일`, `2024. 12. 13.`,
/// `午後2時5分`.
enum EastAsianDate {
  /// The text with hyphens and colons in place of such signs; other texts as they are.
  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return dotted(text) }
    var (plain, half) = (withoutWeekday(text), "")
    for (words, name) in halves {
      for word in words where plain.contains(word) {
        plain = plain.replacing(word, with: " ")
        half = name
      }
    }
    // `上午9:05`.
    if !half.isEmpty, plain.contains(":") { return "\(plain.trimmed) \(half)" }
    // Without a number before it such a sign is a part of a word.
    guard let sign = plain.firstIndex(where: { signs[$0] != nil }),
      String(plain[..<sign]).trimmed.last?.isNumber == true
    else {
      return text
    }
    // `14時` has no minutes, which a half of the day does not need.
    if half.isEmpty, let last = plain.trimmed.last, hours.contains(last) { plain = plain.trimmed.dropLast() + "h" }
    plain = plain.reduce(into: "") { $0 += signs[$1] ?? String($1) }
    plain = plain.split(separator: " ").joined(separator: " ").replacing("- ", with: "-").replacing(": ", with: ":")
    while let last = plain.last, "-:".contains(last) { plain.removeLast() }
    return half.isEmpty ? plain : "\(plain) \(half)"
  }

  /// The text without a weekday in brackets, `(金)`, whose signs are also those of days and months.
  private static func withoutWeekday(_ text: String) -> String {
    guard let open = text.firstIndex(where: { "(\u{FF08}".contains($0) }),
      let close = text[open...].firstIndex(where: { ")\u{FF09}".contains($0) }),
      text.distance(from: open, to: close) == 2,
      weekdays.contains(text[text.index(after: open)])
    else { return text }
    return text[..<open] + " " + text[text.index(after: close)...]
  }

  private static let weekdays: Set<Character> = Set("月火水木金土日一二三四五六월화수목금토일")
  private static let hours: Set<Character> = Set("時时點点시")

  /// `2024. 12. 13.` with hyphens.
  private static func dotted(_ text: String) -> String {
    let parts = text.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false).map { String($0).trimmed }
    guard parts.count == 4, text.contains(". "), parts[0].utf8.count == 4,
      parts[..<3].allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } })
    else { return text }
    return (parts[..<3].joined(separator: "-") + " " + parts[3]).trimmed
  }

  private static let signs: [Character: String] = [
    "年": "-", "년": "-", "月": "-", "월": "-", "日": " ", "일": " ", "時": ":", "时": ":", "點": ":", "点": ":", "시": ":",
    "分": ":", "분": ":", "秒": "", "초": "",
  ]

  private static let halves: [(words: [String], name: String)] = [
    (["午前", "上午", "오전"], "AM"), (["午後", "午后", "下午", "오후"], "PM"),
  ]
}
