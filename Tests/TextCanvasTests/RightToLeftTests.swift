import Testing

@testable import TextCanvas

@Suite("Right-to-left texts")
struct RightToLeftTests {
  private func grid(_ texts: [(String, Int, Ink)], columns: Int = 30) -> CellGrid {
    var grid = CellGrid(size: Size(columns: columns, rows: 1))
    for (text, column, ink) in texts { grid.write(text, column: column, row: 0, Style(ink)) }
    return grid
  }

  @Test("Each text of a row is found, its spaces and numbers with it")
  func texts() {
    #expect(grid([("Homs", 0, .city)]).rightToLeftTexts(inRow: 0) == [])
    #expect(grid([("حمص", 3, .city)]).rightToLeftTexts(inRow: 0) == [3..<6])
    #expect(grid([("دير الزور", 2, .city)]).rightToLeftTexts(inRow: 0) == [2..<11])
    #expect(grid([("قصف 3 مواقع 12.", 0, .city)]).rightToLeftTexts(inRow: 0) == [0..<14])
    #expect(grid([("حمص Homs حماة", 0, .city)]).rightToLeftTexts(inRow: 0) == [0..<3, 9..<13])
  }

  @Test("What looks otherwise is another text, however near")
  func neighbours() {
    let row = grid([("~~~~~~~~~~~~", 0, .river), ("حمص", 1, .city), ("حماة", 5, .city)])
    #expect(row.rightToLeftTexts(inRow: 0) == [1..<4, 5..<9])
    #expect(grid([("حمص", 1, .city), ("نهر", 4, .waterName)]).rightToLeftTexts(inRow: 0) == [1..<4, 4..<7])
  }

  @Test("Written, each text stands between marks of direction")
  func marks() {
    let mark = "\u{200E}"
    let row = grid([("-", 0, .river), ("حمص", 1, .city), (" . ", 4, .river), ("حماة", 7, .city)])
    #expect(PlainTextWriter().text(of: row) == "-\(mark)حمص\(mark) . \(mark)حماة\(mark)\n")
    #expect(ANSIWriter().text(of: row).unicodeScalars.count { $0 == "\u{200E}" } == 4)
    #expect(PlainTextWriter().text(of: grid([("中文 Homs", 0, .city)])) == "中文 Homs\n")
  }
}
