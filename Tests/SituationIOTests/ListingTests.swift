import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@Suite("Lists for files and pipes")
struct ListingTests {
  /// Texts that mean something to a spreadsheet, to CSV, to Markdown or to HTML.
  private static let odd = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'quoted'", "'=1", "''-x", "a,b", "say \"a\"", "two\nlines", "", " edge ",
    "a|b", "<b>&", "حمص", "plain",
  ]

  private func listing(_ texts: [String]) -> Listing {
    let events = texts.map { text in
      Event(
        id: text, title: text, kind: .strike,
        place: Place(
          name: text, precision: .exact, shape: .points([Coordinate(latitude: -35.5, longitude: -36)])), summary: text)
    }
    return list(events.map { Listing.Entry($0, isCertain: true) })
  }

  private func list(_ entries: [Listing.Entry]) -> Listing {
    Listing(entries, safe: { $0 }, markdown: { MarkdownText($0).text })
  }

  @Test("of several files each event says its own; of one none does")
  func files() throws {
    let parts = ["a,b.csv", "c.kml"].map { name in
      (path: name, situation: Situation(title: name, events: EventTable([Event(id: name, title: "T")])))
    }
    let joined = Situation(joining: parts).events.events.map { Listing.Entry($0, isCertain: true) }
    let rows = CSVRows(list(joined).text(.csv)).rows
    #expect(rows.map(\.last) == ["file", "a,b.csv", "c.kml"])
    #expect(
      list(joined).text(.text).split(separator: "\n").map { $0.split(separator: "\t").last } == ["a,b.csv", "c.kml"])
    #expect(list(joined).text(.json).contains("\"file\":\"c.kml\""))
    #expect(list(joined).text(.markdown).contains("| File |") && list(joined).text(.markdown).contains("| c.kml |"))
    let one = parts[0].situation.events.events.map { Listing.Entry($0, isCertain: true) }
    for format in [ListingFormat.text, .csv, .json, .markdown] {
      #expect(!list(one).text(format).lowercased().contains("file"))
    }
  }

  @Test("CSV that is read back has the same texts and numbers")
  func roundTrip() throws {
    let rows = CSVRows(listing(Self.odd).text(.csv)).rows
    let names = try #require(rows.first)
    let (title, latitude) = (
      try #require(names.firstIndex(of: "title")), try #require(names.firstIndex(of: "latitude"))
    )
    #expect(rows.allSatisfy { $0.count == names.count })
    #expect(rows.dropFirst().map { CSVRows.armed($0[title]) } == Self.odd)
    #expect(rows.dropFirst().allSatisfy { $0[latitude] == "-35.5" })
  }

  @Test("No text of a cell begins as a formula does, also where it was random")
  func formulas() {
    var generator = SeededGenerator(seed: 7)
    let signs = Array("=+-@\t\r'\",\n a1")
    let texts = (0..<500).map { _ in
      String((0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in signs.randomElement(using: &generator) })
    }
    let rows = CSVRows(listing(texts).text(.csv)).rows.dropFirst()
    #expect(rows.map { CSVRows.armed($0[1]) } == texts)
    for cell in rows.map({ $0[1] }) {
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.unicodeScalars.first))
    }
  }

  @Test("A table in Markdown has as many cells in each row as names, whatever the texts")
  func markdown() {
    let text = listing(Self.odd).text(.markdown)
    let rows = text.split(separator: "\n").map { row in
      row.split(separator: "\\|").joined().count { $0 == "|" }
    }
    #expect(rows.count == Self.odd.count + 2 && Set(rows) == [8])
    #expect(!text.contains("<b>"))
  }

  @Test("Groups have headings in text and Markdown, and are named in JSON")
  func groups() {
    let entries = ["a", "a", "b"].enumerated().map { index, group in
      Listing.Entry(Event(id: "e\(index)", title: "E\(index)"), isCertain: true, group: group)
    }
    let listing = list(entries)
    #expect(listing.text(.text).split(separator: "\n").filter { $0.hasPrefix("#") } == ["# a (2)", "# b (1)"])
    #expect(listing.text(.markdown).split(separator: "\n").filter { $0.hasPrefix("#") } == ["## a", "## b"])
    #expect(
      listing.text(.json).contains(#""id":"e2","title":"E2","kind":"other","certainly_in_window":true,"group":"b""#))
    #expect(list([]).text(.json) == "[\n]\n")
  }

  @Test("The ending of a file's name says the format")
  func endings() {
    #expect(ListingFormat(path: "a.csv") == .csv && ListingFormat(path: "x/A.MD") == .markdown)
    #expect(ListingFormat(path: "a.b.json") == .json && ListingFormat(path: "a.txt") == .text)
    for path in ["a", "", ".csv/a", "a.csv.gz", "a."] { #expect(ListingFormat(path: path) == nil, "\(path)") }
  }
}

/// Reads CSV as RFC 4180 writes it: the other side of what is tested.
private struct CSVRows {
  private(set) var rows: [[String]] = []

  init(_ text: String) {
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch (scalar, isQuoted) {
      case ("\"", true) where next == "\"":
        cell += "\""
        index += 1
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\r", false) where next == "\n":
        rows.append(row + [cell])
        (row, cell) = ([], "")
        index += 1
      default: cell.unicodeScalars.append(scalar)
      }
      index += 1
    }
  }

  /// A text without the apostrophe that keeps it from being a formula.
  static func armed(_ text: String) -> String {
    guard text.first == "'", let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return text }
    return ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first) ? String(text.dropFirst()) : text
  }
}
