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
