/// How a table's rows are written: what stands between its fields, whether fields may stand in quotes, and what ends a row.
struct Dialect: Hashable, Sendable {
  /// The byte between two fields: a comma, a semicolon, a tab, a bar, or any other that is no letter and no digit.
  var separator: UInt8
  /// True if a field may stand in double quotes (RFC 4180).
  var hasQuotes = true
  /// True if a carriage return alone ends a row; else a line feed does, with or without one before it.
  var endsWithReturn = false

  /// The word for the separator.
  var name: String {
    switch separator {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "bar"
    case 0..<0x20: "control character \(separator)"
    default: quoted(String(UnicodeScalar(separator)))
    }
  }

  /// A way of writing tables.
  init(separator: UInt8, hasQuotes: Bool = true, endsWithReturn: Bool = false) {
    (self.separator, self.hasQuotes, self.endsWithReturn) = (separator, hasQuotes, endsWithReturn)
  }

  /// The way in which most of the first rows have the same number of fields, and at least two; nil where there is none.
  ///
  /// - Parameter separator: the separator that the file itself names; nil where it names none.
  init?(sniffing head: UnsafeBufferPointer<UInt8>, separator: UInt8? = nil) {
    let endsWithReturn = !head.contains(0x0A) && head.contains(0x0D)
    let usual = separator.map { [$0] } ?? [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    func best(_ separators: [UInt8]) -> (dialect: Dialect, score: Score)? {
      // A separator that all rows have goes before one that the first rows lack.
      separators.compactMap { byte in
        Dialect.scored(byte, head, endsWithReturn: endsWithReturn)
      }.max { ($0.score.passed == 0 ? 1 : 0, $0.score.columns) < ($1.score.passed == 0 ? 1 : 0, $1.score.columns) }
    }
    guard let found = best(usual) ?? best(Dialect.unusual(head)) else { return nil }
    self = found.dialect
  }

  /// Bytes of the first lines that may stand between fields, though few files have them.
  private static func unusual(_ head: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let line = head.prefix(4_096).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first ?? head[..<0]
    return Set(line.filter { $0 < 0x20 || "^~!#%&*:$=@\\".utf8.contains($0) }).sorted()
  }

  /// A separator with quotes or without, whichever makes more rows of one length; nil where neither makes a table.
  private static func scored(
    _ separator: UInt8, _ head: UnsafeBufferPointer<UInt8>, endsWithReturn: Bool
  ) -> (dialect: Dialect, score: Score)? {
    let quoted = Dialect(separator: separator, endsWithReturn: endsWithReturn)
    let score = Score(quoted, head)
    guard head.contains(UInt8(ascii: "\"")) else { return score.map { (quoted, $0) } }
    let plain = Dialect(separator: separator, hasQuotes: false, endsWithReturn: endsWithReturn)
    // Some quotes that do not close make no letters of all: a quarter of the rows has to be lost by them.
    guard let other = Score(plain, head), (score?.whole ?? 0) * 4 < other.whole * 3, other.share >= (score?.share ?? 0)
    else { return score.map { (quoted, $0) } }
    return (plain, other)
  }

  /// The fit of the rows of a head to a dialect.
  struct Score {
    /// The number of fields that most rows have.
    let columns: Int
    /// The number of rows with so many fields.
    let whole: Int
    /// The share of those rows among all.
    let share: Double
    /// The number of rows before them.
    let passed: Int

    /// Nil where the rows make no table.
    init?(_ dialect: Dialect, _ head: UnsafeBufferPointer<UInt8>) {
      var scanner = RowScanner(head, dialect: dialect, limits: Limits())
      var counts: [Int] = []
      var endsBlank: Set<Int> = []
      var last = 0
      while counts.count < 100, scanner.next(columns: last) {
        // The head may end within a row.
        if scanner.isAtEnd, counts.count > 1, !scanner.isEnded { break }
        if scanner.isBlank || scanner.problem != nil { continue }
        // A row of a title or a comment does not tell how many fields there are.
        let count = scanner.fields.count
        if count > 1, last == 0 || counts.contains(count) { last = count }
        if let field = scanner.fields.last, field.count == 0 || head[field.start..<field.end].allSatisfy({ $0 <= 0x20 })
        {
          endsBlank.insert(counts.count)
        }
        counts.append(scanner.fields.count)
      }
      let wide = counts.filter { $0 > 1 }
      let sizes = Dictionary(grouping: wide, by: { $0 }).mapValues(\.count)
      guard var most = sizes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
      // Where some rows have as many fields as the first, that one has the names: in others a separator within a text parts it.
      if let first = counts.first, first > 2, first < most.key, most.key - first <= 2, let fitting = sizes[first],
        fitting > 1
      {
        most = (first, fitting)
      }
      // A separator at the end of a row makes no field.
      for row in endsBlank where counts[row] == most.key + 1 && most.key > 1 { counts[row] = most.key }
      // Rows of titles stand before the table, and are no rows of it.
      let body = counts.drop { $0 != most.key }
      let whole = body.count { $0 == most.key }
      share = Double(whole) / Double(max(1, body.count))
      let fitting = Double(body.count { $0 <= most.key }) / Double(max(1, body.count))
      let isFirst = counts.first == most.key && most.key > 2 && share >= 0.5
      guard counts.count - body.count <= 30,
        share >= 0.75 || isFirst || share >= 0.4 && fitting >= 0.95 && most.key > 2
      else {
        return nil
      }
      (columns, self.whole, passed) = (most.key, whole, counts.count - body.count)
    }
  }
}
