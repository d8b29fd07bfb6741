import TestKit
import Testing
import TextCanvas

@Suite("Pictures and pages")
struct PictureTests {
  @Test("each theme shows each ink as its picture", arguments: ThemeName.allCases)
  func swatches(name: ThemeName) {
    let caption = Caption(title: "Theme \(name.rawValue)", description: "Every ink by its name, and the grounds.")
    let svg = SVGWriter(theme: name.theme, caption: caption).text(of: Self.swatches)
    if let mismatch = Golden("theme-\(name.rawValue)", type: "svg").mismatch(svg) { Issue.record("\(mismatch)") }
  }

  @Test("a page is as it was, letters of all scripts in it")
  func page() {
    let caption = Caption(title: "A \"page\" & more", description: "Letters of <all> scripts.")
    let html = HTMLWriter(caption: caption).text(of: Self.letters)
    if let mismatch = Golden("page", type: "html").mismatch(html) { Issue.record("\(mismatch)") }
  }

  @Test("a picture is as it was, letters of all scripts in it")
  func picture() {
    let caption = Caption(title: "A \"picture\" & more", description: "Letters of <all> scripts.")
    let svg = SVGWriter(caption: caption).text(of: Self.letters)
    if let mismatch = Golden("picture", type: "svg").mismatch(svg) { Issue.record("\(mismatch)") }
  }

  @Test(
    "whatever stands in a grid, tags are only the writer's own, and no control character is left", arguments: 0..<20)
  func escaping(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let parts = ["<", ">", "&", "\"", "'", "]]>", "<script>", "&amp;", "\u{7}", "\u{FFFE}", "a", " ", "霍", "\u{1B}"]
    let text = (0..<40).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    var grid = CellGrid(size: Size(columns: 60, rows: 1))
    for (column, glyph) in text.enumerated() { grid[column, 0] = Cell(glyph) }
    let caption = Caption(title: text, description: text)
    for file in [SVGWriter(caption: caption).text(of: grid), HTMLWriter(caption: caption).text(of: grid)] {
      #expect(!file.contains("<script"))
      #expect(!file.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{FFFE}" })
      let tags = file.split(separator: "<").dropFirst().map { $0.prefix { $0.isLetter || $0 == "/" || $0 == "!" } }
      let own: Set<Substring> = [
        "svg", "/svg", "title", "/title", "desc", "/desc", "style", "/style", "rect", "path", "g", "/g", "text",
        "/text", "tspan", "/tspan", "!DOCTYPE", "html", "/html", "head", "/head", "meta", "body", "/body", "figure",
        "/figure", "pre", "/pre", "span", "/span", "figcaption", "/figcaption", "strong", "/strong",
      ]
      #expect(Set(tags).isSubset(of: own))
    }
  }

  @Test("a picture asks for nothing beside it")
  func selfContained() {
    let caption = Caption(title: "t", description: "d")
    for file in [
      SVGWriter(caption: caption).text(of: Self.letters), HTMLWriter(caption: caption).text(of: Self.letters),
    ] {
      for word in ["href", "src=", "url(", "@import", "<script", "<link"] { #expect(!file.contains(word)) }
    }
  }

  /// Every ink by its name on the plain ground, some on each ground of the map.
  private static var swatches: CellGrid {
    var grid = CellGrid(size: Size(columns: 80, rows: 15))
    for (index, ink) in Ink.allCases.enumerated() {
      grid.write("\(ink)", column: index / 12 * 20, row: index % 12, Style(ink), limit: 19)
    }
    for (row, ground) in zip(12..., [Ink.sea, .foreignLand, .cursor]) {
      grid.fill(Rect(column: 0, row: row, columns: 80, rows: 1), with: Cell(" ", Style(.plain, on: ground)))
      for (column, ink) in zip(stride(from: 0, to: 80, by: 16), [Ink.city, .town, .countryName, .convoy, .diplomatic]) {
        grid.write("\(ink)", column: column, row: row, Style(ink, on: ground, row == 13 ? .bold : []))
      }
    }
    return grid
  }

  /// Wide, combined, joined and drawn letters, on grounds and under lines.
  private static var letters: CellGrid {
    var grid = CellGrid(size: Size(columns: 24, rows: 5))
    grid.write("Homs 霍姆斯 & <Aleppo>", column: 0, row: 0, Style(.city))
    grid.fill(Rect(column: 6, row: 1, columns: 9, rows: 1), with: Cell(" ", Style(.sea, on: .sea)))
    grid.write("دمشق القديمة", column: 2, row: 1, Style(.convoy, on: .sea))
    grid.write("o", column: 0, row: 1, Style(.convoy))
    grid.write("⠤⠒⠉ ▛▌", column: 0, row: 2, Style(.shore))
    grid.write("é ñ", column: 8, row: 2, Style(.title, on: .plain, .bold))
    grid.write("selected", column: 0, row: 3, Style(.strike, on: .plain, .reverse))
    grid.write("a  line", column: 10, row: 3, Style(.plain, on: .plain, .underline))
    grid.write("two  words   apart", column: 0, row: 4)
    return grid
  }
}
