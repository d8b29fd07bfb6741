import SituationModel
import TestKit
import Testing

@testable import SituationIO

/// Rows are scanned byte by byte where they are plain, and read in words where they are not: both say the same.
@Suite("Rows that are scanned")
struct RowScanTests {
  /// A way in which programs write tables.
  struct Writing: CustomTestStringConvertible {
    var separator = ","
    var lineEnd = "\n"
    var hasMark = false
    var hasBackslashes = false

    var testDescription: String {
      let parts = [separator, lineEnd, hasMark ? "mark" : "", hasBackslashes ? "backslashes" : ""]
      return parts.map { $0.debugDescription }.joined(separator: " ")
    }

    func quoted(_ text: String) -> String {
      "\"\(text.replacing("\"", with: hasBackslashes ? "\\\"" : "\"\""))\""
    }
  }

  static let writings = [
    Writing(), Writing(lineEnd: "\r\n"), Writing(lineEnd: "\r"), Writing(hasMark: true), Writing(hasBackslashes: true),
    Writing(separator: ";", lineEnd: "\r\n", hasMark: true), Writing(separator: "\t"), Writing(separator: "|"),
    Writing(separator: "\u{1}"), Writing(separator: "^"), Writing(separator: "~", lineEnd: "\r\n"),
  ]

  private static let names = ["id", "date", "type", "lat", "lon", "title", "place", "notes"]
  private static let values = [
    ["2024-12-08", "2024-12-08", "2023-01-31", "8 December 2024", "2024-12-08 14:30:00", "2024", "soon", ""],
    ["strike", "looting", "Road closed", ""], ["35.25", "-12.5", "7", "0", "", "NA", "91"],
    ["36.125", "-7", "0", "", "200"],
    ["Title", "A longer title of a row", "«é»"], ["Homs", "Tel Rifaat", "N/A", "Jadīda", "日本", ""],
  ]

  /// Notes with all that makes a field hard to step over.
  private static func notes(_ writing: Writing, _ random: inout SeededGenerator) -> String {
    var pieces = ["seen there", "x", " ", " said \"no\" twice", "’", "日", "é"]
    if [",", ";"].contains(writing.separator) { pieces += [",", ";", "\t", "|"] }
    if writing.lineEnd != "\r" { pieces += ["\n", "\nmore"] }
    return (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func file(_ writing: Writing, _ random: inout SeededGenerator) -> (
    bytes: [UInt8], notes: [String: String]
  ) {
    var text = (writing.hasMark ? "\u{FEFF}" : "") + names.joined(separator: writing.separator) + writing.lineEnd
    var written: [String: String] = [:]
    let isRising = Bool.random(using: &random)
    for number in 0..<150 {
      let id = "r\(isRising ? number + 1_000 : (number * 7_919) % 10_007)"
      let notes = notes(writing, &random)
      var fields =
        [id]
        + values.map { values in
          let value = values.randomElement(using: &random) ?? ""
          return Int.random(in: 0..<5, using: &random) == 0 ? writing.quoted(value) : value
        }
      // A short row lacks its last field.
      let isShort = number % 37 == 36
      if !isShort { fields.append(writing.quoted(notes)) }
      written[id] = isShort ? "" : notes.trimmed
      text += fields.joined(separator: writing.separator) + writing.lineEnd
    }
    return (Array(text.utf8), written)
  }

  @Test("say what their events say, and are the same read in parts", arguments: writings)
  func columns(writing: Writing) throws {
    var random = SeededGenerator(seed: UInt64(writing.testDescription.utf8.count))
    for _ in 0..<2 {
      let (bytes, notes) = Self.file(writing, &random)
      func read(_ parts: Int) throws -> Situation? {
        try Table.situation(Bytes(bytes), file: "t", map: ColumnMap(), limits: Limits(), parts: parts)?.situation
      }
      let whole = try #require(try read(1))
      let (table, plain) = (whole.events, EventTable(Array(whole.events.events)))
      try #require(table.count == 150)
      for row in 0..<table.count {
        let event = table[row]
        #expect(table.date(of: row) == plain.date(of: row), "\(event)")
        #expect(table.columns.point(row) == plain.columns.point(row), "\(event)")
        #expect(table.columns.kinds[row] == plain.columns.kinds[row])
        #expect(table.columns.precisions[row] == plain.columns.precisions[row])
        #expect(table.columns.flags[row].contains(.isPoint) == plain.columns.flags[row].contains(.isPoint))
        #expect(table.row(of: event.id) == row)
        let said = try #require(notes[event.id])
        #expect(event.summary.hasPrefix(said) && (!said.isEmpty || !event.summary.contains("seen")), "\(event)")
      }
      #expect(table.extent == plain.extent)
      for parts in [2, 5] {
        let parted = try #require(try read(parts))
        #expect(Array(parted.events.events) == Array(table.events))
        #expect(parted.rejections == whole.rejections)
      }
    }
  }
}
