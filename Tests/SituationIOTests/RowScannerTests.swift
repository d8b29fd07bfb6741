import TestKit
import Testing

@testable import SituationIO

/// Rows are stepped over 64 bytes at once: fields end where they end for who looks at one byte after the other.
@Suite("Steps over rows")
struct RowScannerTests {
  /// A row as one finds it who looks at one byte after the other.
  struct PlainRow: Equatable {
    var fields: [[Int]] = []
    var start = 0
    var end = 0
    var problem: RowScanner.Problem?
    var isEnded = false
  }

  /// Steps over a row; nil at the end of the bytes.
  private static func row(_ bytes: [UInt8], at start: Int, _ dialect: Dialect, _ limits: Limits, columns: Int)
    -> PlainRow?
  {
    guard start < bytes.count else { return nil }
    var (row, place, hasLines) = (PlainRow(start: start), start, false)
    func lineEnd(at place: Int) -> Int? {
      if bytes[place] == 0x0A || bytes[place] == 0x0D && dialect.endsWithReturn { return place + 1 }
      guard bytes[place] == 0x0D else { return nil }
      if place + 1 == bytes.count { return place + 1 }
      return bytes[place + 1] == 0x0A ? place + 2 : nil
    }
    fields: while true {
      var (first, isEscaped) = (place, false)
      var end: Int?
      if dialect.hasQuotes, place < bytes.count, bytes[place] == 0x22 {
        place += 1
        first = place
        let limit = min(bytes.count, first + limits.textBytes + 1)
        while end == nil {
          while place < limit, bytes[place] != 0x22 {
            hasLines = hasLines || bytes[place] == 0x0A || bytes[place] == 0x0D
            place += 1
          }
          if place >= limit {
            row.problem = limit < bytes.count ? .longField : .unclosedQuote
            break fields
          }
          place += 1
          if place < bytes.count, bytes[place] == 0x22 {
            isEscaped = true
            place += 1
          } else if place == bytes.count || bytes[place] == dialect.separator || lineEnd(at: place) != nil {
            end = place - 1
          }
        }
      } else {
        while place < bytes.count, bytes[place] != dialect.separator, lineEnd(at: place) == nil { place += 1 }
      }
      let field = [first, end ?? place, isEscaped ? 1 : 0]
      if field[1] - first > limits.textBytes { row.problem = .longField }
      if row.problem == nil, row.fields.count >= limits.fields { row.problem = .manyFields }
      var isLast = true
      if place < bytes.count {
        if bytes[place] == dialect.separator {
          (place, isLast) = (place + 1, false)
        } else {
          (place, row.isEnded) = (lineEnd(at: place) ?? place, true)
        }
      }
      if row.problem != nil { break }
      row.fields.append(field)
      if isLast { break }
    }
    if row.problem == nil, place - start > limits.lineBytes { row.problem = .longLine }
    if row.problem != nil || hasLines && columns > 0 && row.fields.count != columns {
      row.problem = row.problem ?? .unclosedQuote
      place = start
      while place < bytes.count, bytes[place] != 0x0A, !(dialect.endsWithReturn && bytes[place] == 0x0D) { place += 1 }
      row.isEnded = place < bytes.count
      place = min(bytes.count, place + 1)
    }
    row.end = place
    return row
  }

  @Test("all fields end as for who looks at one byte after the other", arguments: [",", ";", "\t", "\u{1}", "\u{7F}"])
  func fields(separator: String) throws {
    let byte = try #require(separator.utf8.first)
    var random = SeededGenerator(seed: UInt64(byte))
    let pieces = [
      "\"", "\"\"", separator, "\n", "\r\n", "\r", "é", "東", "\u{1F525}", "\u{200E}", "\u{7}", " ", "x",
      "a text that is longer than a word ",
    ]
    let limits = [Limits(), Limits(textBytes: 70), Limits(lineBytes: 150), Limits(fields: 4)]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        let piece = pieces.randomElement(using: &random) ?? ""
        bytes += Array(piece.utf8) + (Int.random(in: 0..<9, using: &random) == 0 ? Array(separator.utf8) : [])
        if Int.random(in: 0..<30, using: &random) == 0 { bytes.append(UInt8.random(in: 0x80...0xFF, using: &random)) }
      }
      let dialect = Dialect(
        separator: byte, hasQuotes: Int.random(in: 0..<5, using: &random) > 0,
        endsWithReturn: Int.random(in: 0..<5, using: &random) == 0)
      let (limits, columns) = (limits.randomElement(using: &random) ?? Limits(), Int.random(in: 0...4, using: &random))
      let start = min(bytes.count, Int.random(in: 0..<3, using: &random))
      bytes.withUnsafeBufferPointer { memory in
        var scanner = RowScanner(memory, at: start, dialect: dialect, limits: limits)
        var place = start
        while let plain = Self.row(bytes, at: place, dialect, limits, columns: columns) {
          let isThere = scanner.next(columns: columns)
          #expect(isThere)
          let found = PlainRow(
            fields: scanner.fields.map { [$0.start, $0.end, $0.isEscaped ? 1 : 0] }, start: scanner.start,
            end: scanner.offset, problem: scanner.problem, isEnded: scanner.isEnded)
          #expect(found == plain, "\(bytes) \(dialect) \(columns)")
          guard found == plain else { return }
          let isUnprintable = plain.fields.contains { field in
            bytes[field[0]..<field[1]].contains { $0 &- 0x20 >= 0x5F && $0 != 0x09 && $0 != 0x0A }
          }
          #expect(scanner.isSuspect || !isUnprintable, "\(bytes) \(dialect) \(columns)")
          if !scanner.isIrregular, byte == 0x09 || byte &- 0x20 < 0x5F, let end = scanner.fields.last?.end {
            let row = UnsafeBufferPointer(rebasing: memory[scanner.start..<end])
            #expect(RowCharacters(scanner.unprintables, in: memory) == RowCharacters(row), "\(bytes) \(dialect)")
          }
          place = plain.end
        }
        let isMore = scanner.next(columns: columns)
        #expect(!isMore)
      }
    }
  }

  @Test("a row of printable text is not suspect, whatever stands beside it")
  func suspicion() {
    let plain = String(repeating: "a long text,", count: 12)
    for (text, isSuspect) in [(plain, false), (plain + "é", true), ("\u{7F}" + plain, true), (plain + "\t", false)] {
      let bytes = Array("é,é\r\n\(text)\r\né\u{1},x\n".utf8)
      bytes.withUnsafeBufferPointer { bytes in
        var scanner = RowScanner(bytes, dialect: Dialect(separator: 0x2C), limits: Limits())
        for expected in [true, isSuspect, true] {
          let isThere = scanner.next()
          #expect(isThere && scanner.isSuspect == expected, "\(text)")
        }
      }
    }
  }

  @Test("lines are counted alike one by one and all at once, wherever a part begins")
  func lines() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "\n", "\r\n", "\r", "text ", "a longer text of more than sixty-four bytes, so that it is looked at in one go ",
    ]
    let text = (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let bytes = Bytes(Array(text.utf8))
    let targets = (0..<60).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted() + [bytes.count]
    let lines = targets.map { target in
      1
        + bytes[..<target].indices.count { place in
          bytes[place] == 0x0A || bytes[place] == 0x0D && (place + 1 == bytes.count || bytes[place + 1] != 0x0A)
        }
    }
    for parts in [nil, 1, 2, 3, 7] { #expect(LineCounter.lines(of: targets, in: bytes, parts: parts) == lines) }
    #expect(LineCounter.lines(of: targets.reversed(), in: bytes, parts: 2) == lines.reversed())
  }
}
