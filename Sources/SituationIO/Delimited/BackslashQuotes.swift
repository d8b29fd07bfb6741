/// Quotes within quoted fields that have a backslash before them, as some programs write them in place of two quotes.
enum BackslashQuotes {
  private static let (backslash, quote) = (UInt8(ascii: "\\"), UInt8(ascii: "\""))

  /// The bytes of a table with two quotes in place of a backslash and a quote, of the same length; nil where the table is not
  /// written so: its rows would not be of one length then.
  static func replaced(in bytes: Bytes) -> Bytes? {
    let isWritten = bytes.withUnsafeBufferPointer { bytes in
      let head = TableLayout.head(of: bytes)
      let escapes = head.indices.dropLast(2).count { place in
        head[place] == backslash && head[place + 1] == quote && isWithinText(head[place + 2])
      }
      // Two quotes within a text are the other way of writing them.
      let doubled = head.indices.dropFirst().dropLast(2).count { place in
        head[place] == quote && head[place + 1] == quote && isWithinText(head[place - 1])
          && isWithinText(head[place + 2])
      }
      guard escapes > doubled, let first = head.first(where: { $0 > 0x20 }), !"{[<".utf8.contains(first),
        let dialect = Dialect(sniffing: head)
      else { return false }
      let other = replaced(head)
      return other.withUnsafeBufferPointer { other in
        let separator = dialect.separator
        guard let better = Dialect.Score(Dialect(separator: separator), other) else { return false }
        let before = Dialect.Score(Dialect(separator: separator), head)
        return better.whole >= (before?.whole ?? 0)
      }
    }
    guard isWritten else { return nil }
    return Bytes(bytes.withUnsafeBufferPointer { replaced($0) })
  }

  private static func isWithinText(_ byte: UInt8) -> Bool { byte >= 0x20 && !",;|".utf8.contains(byte) }

  private static func replaced(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result = Array(bytes)
    var place = 0
    while place + 1 < result.count {
      guard result[place] == backslash else {
        place += 1
        continue
      }
      if result[place + 1] == quote { result[place] = quote }
      place += 2
    }
    return result
  }
}
