import CNcurses
import Glibc
import Testing
import TextCanvas

@testable import Terminal

@Suite("Row encoder")
struct RowEncoderTests {
  init() throws {
    // Widths come from the C library, in the locale of the process.
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
  }

  @Test("A row is as many columns as the terminal, whatever the grid holds")
  func columns() {
    #expect(encoded("abc", columns: 5) == ["a", "b", "c", " ", " "])
    #expect(encoded("abcdef", columns: 3) == ["a", "b", "c"])
    #expect(encoded("a中文", columns: 4) == ["a", "中", " "])
    #expect(encoded("a中文", columns: 1) == ["a"])
    #expect(encoded("", columns: 2) == [" ", " "])
  }

  @Test("Marks share the cell of their letter, flags and conjuncts take a cell for each part")
  func parts() {
    #expect(encoded("e\u{301}x", columns: 2) == ["e\u{301}", "x"])
    #expect(encoded("حِمْص", columns: 3) == ["حِ", "مْ", "ص\u{200E}"])
    #expect(encoded("🇸🇾", columns: 2) == ["🇸", "🇾"])
    #expect(encoded("กำ", columns: 2) == ["ก", "\u{E33}"])
    #expect(encoded("👍🏽", columns: 2) == ["👍"])
  }

  @Test("Right-to-left texts bring marks of direction in the cells beside their ends")
  func directions() {
    let mark = "\u{200E}"
    #expect(encoded("a حمص b", columns: 7) == ["a", " " + mark, "ح", "م", "ص" + mark, " ", "b"])
    #expect(encoded("حمص", columns: 4) == ["ح", "م", "ص" + mark, " "])
    let tower = "م" + String(repeating: "\u{64E}", count: 6)
    #expect(encoded(tower, columns: 1) == ["م" + String(repeating: "\u{64E}", count: 3) + mark])
  }

  @Test("A cell keeps five characters and no more")
  func limit() {
    let tower = "e" + String(repeating: "\u{301}", count: 9)
    #expect(encoded(tower, columns: 1) == ["e" + String(repeating: "\u{301}", count: 4)])
  }

  @Test("What the library cannot place becomes question marks in the same columns")
  func unknown() {
    var grid = CellGrid(size: Size(columns: 3, rows: 1))
    // Control characters have no place in a cell, but a view may put one there.
    grid[0, 0] = Cell("\u{7}")
    grid[1, 0] = Cell("\u{85}")
    grid[2, 0] = Cell("z")
    #expect(encoded(grid, columns: 3) == [" ", " ", "z"])
    // Assigned in Unicode 16, which an older library does not know.
    let face = encoded("\u{1FAE9}z", columns: 3)
    #expect(face == ["?", "?", "z"] || face == ["\u{1FAE9}", "z"])
  }

  private func encoded(_ text: String, columns: Int) -> [String] {
    var grid = CellGrid(size: Size(columns: 12, rows: 1))
    grid.write(text, column: 0, row: 0)
    return encoded(grid, columns: columns)
  }

  private func encoded(_ grid: CellGrid, columns: Int) -> [String] {
    var encoder = RowEncoder(looks: CellLooks(theme: .dark, depth: .none, colors: 0, pairs: 0))
    return encoder.encode(row: 0, of: grid, columns: columns).map { cell in
      var view = String.UnicodeScalarView()
      let characters = [cell.chars.0, cell.chars.1, cell.chars.2, cell.chars.3, cell.chars.4]
      for character in characters.prefix(while: { $0 != 0 }) {
        view.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}")
      }
      return String(view)
    }
  }
}
