import Testing
import TextCanvas

@Suite("Cell grid")
struct CellGridTests {
  @Test("What falls outside is clipped on every side")
  func clipping() {
    var grid = CellGrid(size: Size(columns: 5, rows: 2))
    grid.write("left", column: -2, row: 0)
    grid.write("right", column: 3, row: 1)
    grid.write("above", column: 0, row: -1)
    grid.write("below", column: 0, row: 2)
    grid.fill(Rect(column: 4, row: -5, columns: 9, rows: 6), with: Cell("#"))
    grid[99, 0] = Cell("x")
    #expect(
      text(grid) == """
        ft  #
           ri

        """)
  }

  @Test("A limit cuts a text, and a wide character that would be cut in half is left out")
  func limit() {
    var grid = CellGrid(size: Size(columns: 6, rows: 3))
    #expect(grid.write("abcdef", column: 0, row: 0, limit: 3) == 3)
    #expect(grid.write("中文", column: 0, row: 1, limit: 3) == 2)
    #expect(grid.write("abcd中", column: 1, row: 2) == 4)
    #expect(
      text(grid) == """
        abc
        中
         abcd

        """)
  }

  @Test("Overwriting half of a wide character takes the other half away")
  func halves() {
    var grid = CellGrid(size: Size(columns: 6, rows: 2))
    grid.write("中文字", column: 0, row: 0)
    grid.write("x", column: 1, row: 0)
    grid.write("y", column: 4, row: 0)
    grid.write("中文字", column: 0, row: 1)
    grid.write("国", column: 1, row: 1)
    #expect(text(grid) == " x文y\n 国 字\n")
  }

  @Test("A view that cuts a wide character without mending it does not shift the row")
  func cutHalves() {
    var grid = CellGrid(size: Size(columns: 6, rows: 2))
    grid.write("中文字", column: 0, row: 0)
    grid[1, 0] = Cell("|")
    grid.write("中文字", column: 0, row: 1)
    grid[4, 1] = Cell("|")
    #expect(text(grid) == " |文字\n中文|\n")
  }

  @Test("A character of more than two columns is laid over several cells and reads the same")
  func conjunct() {
    var grid = CellGrid(size: Size(columns: 6, rows: 1))
    #expect(grid.write("क्षि!", column: 0, row: 0) == 4)
    #expect(text(grid) == "क्षि!\n")
  }

  @Test("A frame carries its title and clips it")
  func frame() {
    var grid = CellGrid(size: Size(columns: 14, rows: 7))
    grid.frame(Rect(column: 0, row: 0, columns: 12, rows: 3), title: "map")
    grid.frame(Rect(column: 2, row: 3, columns: 8, rows: 2), title: "events")
    grid.frame(Rect(column: 0, row: 5, columns: 1, rows: 2), title: "no room")
    grid.frame(Rect(column: 9, row: 4, columns: 9, rows: 9))
    #expect(
      text(grid) == """
        +- map ----+
        |          |
        +----------+
          +- eve-+
          +------+----
                 |
                 |

        """)
  }

  @Test("Frames of lines are joined where they share a cell; the one that keys go to has a double upper side")
  func frameOfLines() {
    var grid = CellGrid(size: Size(columns: 16, rows: 6), frames: .lines)
    grid.frame(Rect(column: 0, row: 0, columns: 10, rows: 4), title: "map", isFocused: true)
    grid.frame(Rect(column: 9, row: 0, columns: 7, rows: 4))
    grid.frame(Rect(column: 0, row: 3, columns: 16, rows: 3))
    #expect(
      text(grid) == """
        ╒═ map ══╤─────╮
        │        │     │
        │        │     │
        ├────────┴─────┤
        │              │
        ╰──────────────╯

        """)
  }

  @Test("Restyling changes looks and leaves glyphs")
  func restyle() {
    var grid = CellGrid(size: Size(columns: 4, rows: 1))
    grid.write("abcd", column: 0, row: 0)
    grid.restyle(Rect(column: 1, row: 0, columns: 2, rows: 9)) { $0.attributes.insert(.reverse) }
    #expect(grid[0, 0] == Cell("a"))
    #expect(grid[1, 0] == Cell("b", Style(.plain, on: .plain, .reverse)))
    #expect(grid[3, 0] == Cell("d"))
  }

  @Test("An empty grid takes everything and gives nothing")
  func empty() {
    var grid = CellGrid(size: Size(columns: 0, rows: 0))
    grid.write("text", column: 0, row: 0)
    grid.frame(grid.bounds)
    #expect(text(grid) == "")
  }

  private func text(_ grid: CellGrid) -> String { PlainTextWriter().text(of: grid) }
}
