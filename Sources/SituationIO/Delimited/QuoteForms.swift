/// Ways to quote fields that RFC 4180 does not have, made the one that it has: apostrophes around all texts (`'a, b'`), a quote behind a
/// blank (`1, "a, b"`), and texts that a spreadsheet is told to take as they stand (`="00123"`).
struct QuoteForms {
  /// The rows of a table, quoted as RFC 4180 has it, and a sentence on how they were quoted.
  struct Replacement {
    let bytes: Bytes
    let remark: String
  }

  private enum Form {
    case apostrophes
    case blanks
    case formulas

    var remark: String {
      switch self {
      case .apostrophes: "apostrophes enclose the fields"
      case .blanks: "quotes enclose fields behind blanks"
      case .formulas: "fields such as =\"00123\" are read as the text within"
      }
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let equals = UInt8(ascii: "=")
  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

  /// The rewritten rows of a table; nil where it is written as RFC 4180 has it, or would be no better table. Linear.
  static func replaced(in bytes: Bytes) -> Replacement? {
    bytes.withUnsafeBufferPointer { bytes in
      let head = TableLayout.head(of: bytes)
      guard let (form, separator) = form(of: head) else { return nil }
      var sample = QuoteForms(form, separator)
      sample.rewrite(head)
      guard sample.faults == 0, sample.changed > 0 else { return nil }
      let before = Dialect(sniffing: head).flatMap { Dialect.Score($0, head) }
      let after = sample.result.withUnsafeBufferPointer { Dialect.Score(Dialect(separator: separator), $0) }
      guard let after, after.share >= (before?.share ?? 0), after.columns <= before?.columns ?? after.columns else {
        return nil
      }
      if head.count == bytes.count { return Replacement(bytes: Bytes(sample.result), remark: form.remark) }
      var whole = QuoteForms(form, separator)
      whole.rewrite(bytes)
      return Replacement(bytes: Bytes(whole.result), remark: form.remark)
    }
  }

  /// The form that the beginning of a table shows, and the separator that stands beside it most often.
  private static func form(of head: UnsafeBufferPointer<UInt8>) -> (Form, separator: UInt8)? {
    let start = head.firstIndex { $0 > 0x20 } ?? head.endIndex
    guard start < head.endIndex, !"{[<".utf8.contains(head[start]) else { return nil }
    if head[start] == apostrophe {
      // The names of the columns stand in apostrophes, all of them.
      return separators.max { count([apostrophe, $0, apostrophe], head) < count([apostrophe, $1, apostrophe], head) }
        .flatMap { count([apostrophe, $0, apostrophe], head) > 0 ? (.apostrophes, $0) : nil }
    }
    guard head.contains(quote) else { return nil }
    let forms: [(Form, [[UInt8]])] = [
      (.formulas, [[equals, quote], [quote, equals, quote, quote]]), (.blanks, [[0x20, quote]]),
    ]
    for (form, beginnings) in forms {
      let found = separators.map { separator in
        (separator, beginnings.map { count([separator] + $0, head) }.reduce(0, +))
      }.max { $0.1 < $1.1 }
      if let found, found.1 > 0 { return (form, found.0) }
    }
    return nil
  }

  private static func count(_ pattern: [UInt8], _ head: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for place in head.indices.dropLast(pattern.count - 1) where head[place] == pattern[0] {
      if head[place..<place + pattern.count].elementsEqual(pattern) { count += 1 }
    }
    return count
  }

  // MARK: Rewriting

  private let form: Form
  private let separator: UInt8
  private var result: [UInt8] = []
  /// The number of fields whose closing quote has other text behind it.
  private var faults = 0
  /// The number of fields that RFC 4180 would not take for quoted ones.
  private var changed = 0
  /// Bytes that may still be looked at twice, so that a hostile file costs no square of its size.
  private var patience = 8 << 20

  private init(_ form: Form, _ separator: UInt8) { (self.form, self.separator) = (form, separator) }

  private mutating func rewrite(_ bytes: UnsafeBufferPointer<UInt8>) {
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var place = 0
    while place < bytes.count {
      if let end = quotedField(bytes, at: place) {
        place = end
      } else {
        while place < bytes.count, !isEnd(bytes[place]) {
          result.append(bytes[place])
          place += 1
        }
      }
      // The separator or the line end behind the field.
      if place < bytes.count {
        result.append(bytes[place])
        place += 1
      }
    }
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  /// Writes the field that begins at a place in double quotes; the place of what ends it, or nil where it is not quoted.
  private mutating func quotedField(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let mark = form == .apostrophes ? QuoteForms.apostrophe : QuoteForms.quote
    var place = start
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    if form == .formulas, place + 1 < bytes.count, bytes[place] == QuoteForms.equals, bytes[place + 1] == mark {
      place += 1
    }
    guard place < bytes.count, bytes[place] == mark else { return nil }
    var text: [UInt8] = []
    var end = place + 1
    while end < bytes.count {
      if bytes[end] == mark {
        guard end + 1 < bytes.count, bytes[end + 1] == mark else { break }
        end += 1
      }
      text.append(bytes[end])
      end += 1
    }
    let isClosed = end < bytes.count
    end += 1
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    guard isClosed, end >= bytes.count || isEnd(bytes[end]) else {
      patience -= end - start
      if isClosed { faults += 1 }
      guard patience >= 0, isClosed else {
        // The rest stays as it is.
        result += bytes[start...]
        return bytes.count
      }
      return nil
    }
    let inner = form == .formulas ? QuoteForms.unwrapped(text) : text[...]
    if form == .apostrophes || bytes[start] != mark || inner.count < text.count { changed += 1 }
    append(inner)
    return min(end, bytes.count)
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    result.append(QuoteForms.quote)
    for byte in text {
      if byte == QuoteForms.quote { result.append(byte) }
      result.append(byte)
    }
    result.append(QuoteForms.quote)
  }

  /// The text within `="…"`; another text as it is.
  private static func unwrapped(_ text: [UInt8]) -> ArraySlice<UInt8> {
    guard text.count >= 3, text[0] == equals, text[1] == quote, text.last == quote else { return text[...] }
    let inner = text[2..<text.count - 1]
    return inner.contains(quote) ? text[...] : inner
  }
}
