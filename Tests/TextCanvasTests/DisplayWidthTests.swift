import TestKit
import Testing

@testable import TextCanvas

@Suite("Display width")
struct DisplayWidthTests {
  @Test("Characters take the columns that a terminal gives them")
  func characters() throws {
    try expect(0, ["\u{1B}", "\u{7F}", "\r\n", "\u{85}", "\u{301}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{2028}"])
    try expect(1, ["a", " ", "~", "é", "e\u{301}", "ق", "قَ", "─", "⣿", "█", "…", "ｱ", "❤", "\u{AD}"])
    try expect(2, ["中", "ア", "Ａ", "한", "\u{1112}\u{1161}\u{11AB}", "\u{3000}", "กำ"])
    try expect(2, ["🚚", "👍🏽", "👨‍👩‍👧", "🇸🇾", "⌚", "\u{1FAE9}"])
    try expect(3, ["क्षि"])
  }

  @Test(
    "Words of many scripts take the columns that a terminal gives them",
    arguments: [
      // Arabic: plain, with vowel signs, lam and alef, one letter for four, a tatweel, a Persian joiner.
      ("دمشق", 4), ("دِمَشْقُ", 4), ("لا", 2), ("اللاذقية", 8), ("\u{FEFB}", 1), ("ﷲ", 1), ("حـلـب", 5),
      ("می\u{200C}خواهم", 7),
      // Hebrew with points, Syriac.
      ("חֵיפָה", 4), ("ܡܠܟܐ", 4),
      // Chinese, Japanese with a voicing mark of its own, Korean whole and in parts, halves and fulls.
      ("大马士革", 8), ("か\u{3099}", 2), ("ﾊﾟ", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", 4),
      ("ＡＢ", 4),
      // Thai and Lao with signs above and below, Devanagari with conjuncts and joiners, Tamil, Burmese.
      ("กรุงเทพ", 6), ("เชียงใหม่", 7), ("ເມືອງ", 4), ("हिन्दी", 5), ("क्\u{200D}ष", 2), ("தமிழ்", 4), ("မြန်မာ", 5),
      // Emoji: plain, with a skin tone, joined, flags, a digit in a box.
      ("🚚", 2), ("👍🏽", 2), ("👩\u{200D}🚒", 2), ("🇸🇾", 2), ("🇸🇾🇱🇧", 4), ("☠", 1), ("⚠", 1), ("⚡", 2),
      // Latin with marks apart, and a whole tower of them.
      ("Ḩimş", 4), ("H\u{327}ims\u{327}", 4), ("e\u{301}\u{302}\u{303}", 1),
    ])
  func words(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
    // What is safe already has the same width, and what a grid takes for it.
    #expect(SafeText(text).text == text || SafeText(text).marks > 0 || text.unicodeScalars.contains("\u{200D}"))
    var grid = CellGrid(size: Size(columns: 20, rows: 1))
    #expect(grid.write(text, column: 3, row: 0) == columns)
  }

  @Test("A text is as wide as its parts, and a clipped one never wider than asked")
  func sums() {
    var random = SeededGenerator(seed: 21)
    let pieces = [
      "a", " ", "دِ", "م", "لا", "中", "한", "\u{1112}\u{1161}", "🚚", "🇸🇾", "👍🏽", "e\u{301}", "ก็", "क्षि", "か", "☠",
    ]
    for _ in 0..<2_000 {
      let words = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      let text = words.joined()
      let limit = Int.random(in: 0...20, using: &random)
      #expect(displayWidth(of: clipped(text, to: limit)) <= limit)
      #expect(wrapped(text, width: max(4, limit)).allSatisfy { displayWidth(of: $0) <= max(4, limit) })
      #expect(displayWidth(of: text) == text.reduce(0) { $0 + displayWidth(of: $1) })
    }
  }

  @Test("Writing over a wide character never leaves half of it")
  func halves() {
    var random = SeededGenerator(seed: 22)
    let pieces = ["a", "中", "🚚", "م", "e\u{301}", "क्षि", "한"]
    var grid = CellGrid(size: Size(columns: 12, rows: 1))
    for _ in 0..<3_000 {
      let text = pieces.randomElement(using: &random) ?? ""
      grid.write(text, column: .random(in: 0..<12, using: &random), row: 0, limit: .random(in: 1...4, using: &random))
      let cells = Array(grid.row(0))
      for (column, cell) in cells.enumerated() {
        let isRight = cell.glyph == Cell.continuation
        let leftWidth = column > 0 ? displayWidth(of: cells[column - 1].glyph) : 0
        #expect(isRight == (leftWidth == 2))
      }
    }
  }

  private func expect(_ columns: Int, _ texts: [String]) throws {
    for text in texts {
      let character = try #require(text.first)
      #expect(text.count == 1)
      #expect(displayWidth(of: character) == columns, "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test("A text takes what its characters take")
  func text() {
    #expect(displayWidth(of: "") == 0)
    #expect(displayWidth(of: "Homs") == 4)
    #expect(displayWidth(of: "حِمْص") == 3)
    #expect(displayWidth(of: "霍姆斯 Homs".dropFirst(1)) == 9)
  }

  @Test("The table of wide ranges ascends and nothing in it overlaps")
  func table() {
    #expect(wideRanges.count.isMultiple(of: 2))
    for at in stride(from: 0, to: wideRanges.count, by: 2) {
      #expect(wideRanges[at] <= wideRanges[at + 1])
      if at > 0 { #expect(wideRanges[at] > wideRanges[at - 1] + 1) }
    }
  }

  @Test("A grid gives a text the columns that its width says")
  func agreesWithGrid() {
    for text in ["abc", "中文", "e\u{301}a", "क्षि क", "🇸🇾!", "กำ", "\u{200B}x"] {
      var grid = CellGrid(size: Size(columns: 12, rows: 1))
      #expect(grid.write(text, column: 0, row: 0) == displayWidth(of: text))
      var columns = 0
      grid.forEachGlyph(inRow: 0) { columns += $0.columns }
      #expect(columns == 12)
    }
  }
}
