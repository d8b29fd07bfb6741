/// How a table's rows are written: what stands between its fields, whether fields may stand in quotes, and what ends a row.
struct Dialect: Hashable, Sendable {
  /// The byte between two fields: a comma, a semicolon, a tab or a bar.
  var separator: UInt8
  /// Whether a field may stand in double quotes (RFC 4180).
  var hasQuotes = true
  /// Whether a carriage return alone ends a row; else a line feed does, with or without one before it.
  var endsWithReturn = false

  /// How the separator is called.
  var name: String {
    switch separator {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    default: "bar"
    }
  }

  /// The way in which most of the first rows have the same number of fields, and at least two; nil where none has.
  init?(sniffing head: UnsafeBufferPointer<UInt8>) {
    let hasFeed = head.contains(0x0A)
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
      .map { Dialect(separator: $0, endsWithReturn: !hasFeed && head.contains(0x0D)) }
    let scored = candidates.map { (dialect: $0, score: $0.score(head)) }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score > 0 else { return nil }
    self = best.dialect
  }

  /// A way of writing tables.
  init(separator: UInt8, hasQuotes: Bool = true, endsWithReturn: Bool = false) {
    (self.separator, self.hasQuotes, self.endsWithReturn) = (separator, hasQuotes, endsWithReturn)
  }

  /// How many fields the rows of a head have, where three in four of them have as many as the first; 0 where they
  /// have not, or where a row is one field.
  private func score(_ head: UnsafeBufferPointer<UInt8>) -> Int {
    var scanner = RowScanner(head, dialect: self, limits: Limits())
    var counts: [Int] = []
    while counts.count < 100, scanner.next(columns: counts.first ?? 0) {
      // The head may end within a row.
      if scanner.isAtEnd, counts.count > 1 { break }
      if scanner.isBlank || scanner.problem != nil { continue }
      counts.append(scanner.fields.count)
    }
    guard let first = counts.first, first > 1 else { return 0 }
    return counts.count { $0 == first } * 4 >= counts.count * 3 ? first : 0
  }
}
