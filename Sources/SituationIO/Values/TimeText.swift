import SituationModel

/// Times as files write them, made EDTF. What is no time stays as it is, so that whoever reads it says so.
enum TimeText {
  /// A moment in seconds since 1970, to the second; nil where no year of four digits has it.
  static func edtf(seconds: Double) -> String? {
    guard seconds.isFinite, abs(seconds) < 2.5e11 else { return nil }
    return DateInterval(unit: .second, at: Instant(seconds: Int64(seconds.rounded(.down)))).edtf
  }

  /// A date with a blank before the time, small letters, or a zone without a colon, as EDTF writes them.
  static func edtf(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if bytes.count > 10, bytes[10] == UInt8(ascii: "t"), bytes[4] == UInt8(ascii: "-") {
      bytes[10] = UInt8(ascii: "T")
      if bytes.last == UInt8(ascii: "z") { bytes[bytes.count - 1] = UInt8(ascii: "Z") }
    }
    while bytes.last == UInt8(ascii: " ") || bytes.last == 0x0A || bytes.last == 0x0D || bytes.last == 0x09 {
      bytes.removeLast()
    }
    if bytes.count > 11, bytes[10] == UInt8(ascii: " "), bytes[4] == UInt8(ascii: "-") { bytes[10] = UInt8(ascii: "T") }
    let count = bytes.count
    if count > 15, bytes[10] == UInt8(ascii: "T"),
      bytes.suffix(4).allSatisfy({ (0x30...0x39).contains($0) }),
      bytes[count - 5] == UInt8(ascii: "+") || bytes[count - 5] == UInt8(ascii: "-")
    {
      bytes.insert(UInt8(ascii: ":"), at: count - 2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// From the first of some times to the last; what is no time is passed over, unless all are.
  static func span(_ times: [String]) -> String? {
    var first: (text: String, interval: DateInterval)?
    var last = first
    for text in times {
      guard let interval = try? DateInterval(edtf: text), let start = interval.start else { continue }
      if first?.interval.start.map({ start < $0 }) ?? true { first = (text, interval) }
      if last?.interval.start.map({ start > $0 }) ?? true { last = (text, interval) }
    }
    guard let first, let last else { return times.first }
    return first.text == last.text ? first.text : "\(first.text)/\(last.text)"
  }

  /// A date of month, day and year with slashes, and a time of day, as EDTF.
  static func edtf(monthFirst date: String, clock: String?) -> String {
    let parts = date.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, let month = Int(parts[0]), let day = Int(parts[1]) else {
      return edtf(date)
    }
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let text = "\(parts[2])-\(two(month))-\(two(day))"
    guard let clock, clock.utf8.contains(UInt8(ascii: ":")) else { return text }
    return "\(text)T\(clock.utf8.dropFirst().first == UInt8(ascii: ":") ? "0" : "")\(clock)"
  }
}
