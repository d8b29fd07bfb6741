import Testing
import TextCanvas

@Suite("Writers")
struct WriterTests {
  @Test("Plain text has no trailing spaces and keeps the rows")
  func plain() {
    #expect(PlainTextWriter().text(of: sample()) == "Homs 霍姆斯  !\n\n  end\n")
  }

  @Test("Colours stand where they change and end with the row")
  func indexed() {
    #expect(
      readable(ANSIWriter(theme: .dark, depth: .indexed).text(of: sample())) == """
        <38;5;252>Homs <38;5;203>霍姆斯  <1>!<0>

          <7>end<0>

        """)
  }

  @Test("Sixteen colours have sequences of their own")
  func sixteen() {
    #expect(
      readable(ANSIWriter(theme: .dark, depth: .sixteen).text(of: sample())) == """
        <97>Homs <91>霍姆斯  <1>!<0>

          <7>end<0>

        """)
  }

  @Test("Without colours the attributes stay")
  func none() {
    #expect(
      readable(ANSIWriter(theme: .dark, depth: .none).text(of: sample())) == """
        Homs 霍姆斯  <1>!<0>

          <7>end<0>

        """)
  }

  @Test("Grounds and underlines are kept under spaces, also at the end of a row")
  func grounds() {
    var grid = CellGrid(size: Size(columns: 10, rows: 2))
    grid.fill(Rect(column: 1, row: 0, columns: 9, rows: 1), with: Cell(" ", Style(.sea, on: .sea)))
    grid.write("bay", column: 3, row: 0, Style(.waterName, on: .sea))
    grid.fill(Rect(column: 1, row: 1, columns: 2, rows: 1), with: Cell(" ", Style(.plain, on: .plain, .underline)))
    grid.write("x", column: 4, row: 1)
    #expect(
      readable(ANSIWriter().text(of: grid)) == """
         <48;5;17>  <38;5;74>bay    <0>
         <4>  <0> x

        """)
  }

  @Test("ASCII fallback keeps every column in its place")
  func fallback() {
    #expect(PlainTextWriter().text(of: sample().asciiOnly()) == "Homs ??????  !\n\n  end\n")
    var cut = sample()
    cut[6, 0] = Cell("|")
    #expect(PlainTextWriter().text(of: cut.asciiOnly()) == "Homs  |????  !\n\n  end\n")
  }

  private func sample() -> CellGrid {
    var grid = CellGrid(size: Size(columns: 20, rows: 3))
    grid.write("Homs", column: 0, row: 0, Style(.city))
    grid.write("霍姆斯", column: 5, row: 0, Style(.strike))
    grid.write("!", column: 13, row: 0, Style(.strike, on: .plain, .bold))
    grid.write("end", column: 2, row: 2, Style(.plain, on: .plain, .reverse))
    return grid
  }

  /// The sequences as a person can read them.
  private func readable(_ text: String) -> String {
    var readable = ""
    var inSequence = false
    for character in text {
      switch character {
      case "\u{1B}": inSequence = true
      case "[" where inSequence: readable.append("<")
      case "m" where inSequence:
        readable.append(">")
        inSequence = false
      default: readable.append(character)
      }
    }
    return readable
  }
}
