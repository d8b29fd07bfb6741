/// Writes a grid as a picture whose text stays text: for a report, for a README.
///
/// Cells stand on a grid of their own: each piece of text says where it begins and how long it is, so a reader's font
/// moves nothing. The file needs nothing beside it, and runs nothing.
public struct SVGWriter: Sendable {
  private let theme: Theme
  private let caption: Caption

  // A cell is as much higher than wide as the map takes it to be; common monospaced letters of 15 px are 9 px wide.
  private static let cell = (width: 9, height: 18, letter: 15, baseline: 14)
  private static let margin = 9

  /// A writer in the colours of a theme.
  public init(theme: Theme = .dark, caption: Caption) {
    self.theme = theme
    self.caption = caption
  }

  /// The picture as SVG 1.1. The same grid gives the same bytes.
  public func text(of grid: CellGrid) -> String {
    let runs = (0..<grid.size.rows).map { grid.pictureRuns(inRow: $0, theme, knowsGrounds: false) }
    let width = grid.size.columns * Self.cell.width + 2 * Self.margin
    let height = grid.size.rows * Self.cell.height + 2 * Self.margin
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-labelledby=\"sitmap-title sitmap-desc\" lang=\"en\""
        + " xml:lang=\"en\">",
      "<title id=\"sitmap-title\">\(escapedMarkup(caption.title))</title>",
      "<desc id=\"sitmap-desc\">\(escapedMarkup(caption.description))</desc>",
      "<style>\(styles(runs))</style>",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(RGB(palette: theme.paper.ground).hex)\"/>",
    ]
    lines += grounds(grid)
    lines.append("<g xml:space=\"preserve\">")
    for (row, runs) in runs.enumerated() {
      let pieces = runs.flatMap(Self.words).map(piece).joined()
      if !pieces.isEmpty {
        lines.append("<text y=\"\(Self.margin + row * Self.cell.height + Self.cell.baseline)\">\(pieces)</text>")
      }
    }
    return (lines + ["</g>", "</svg>", ""]).joined(separator: "\n")
  }

  /// The font, and a class for each colour of letters in use.
  private func styles(_ rows: [[PictureRun]]) -> String {
    let letters = Set(rows.joined().map(\.look.letter)).sorted()
    return
      "text{font:\(Self.cell.letter)px 'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace;white-space:pre}"
      + ".b{font-weight:bold}.u{text-decoration:underline}"
      + letters.map { ".c\($0){fill:\(RGB(palette: $0).hex)}" }.joined()
  }

  /// The grounds behind the letters: a path for each colour, with a rectangle for each stretch of a row.
  private func grounds(_ grid: CellGrid) -> [String] {
    var paths: [UInt8: String] = [:]
    for row in 0..<grid.size.rows {
      let grounds = grid.row(row).map { PictureLook($0.style, theme).ground }
      var at = 0
      while at < grounds.count {
        let ground = grounds[at]
        let end = grounds[at...].firstIndex { $0 != ground } ?? grounds.count
        if let ground {
          let (x, y) = (Self.margin + at * Self.cell.width, Self.margin + row * Self.cell.height)
          let width = (end - at) * Self.cell.width
          paths[ground, default: ""] += "M\(x) \(y)h\(width)v\(Self.cell.height)h-\(width)z"
        }
        at = end
      }
    }
    return paths.sorted { $0.key < $1.key }.map {
      "<path fill=\"\(RGB(palette: $0.key).hex)\" shape-rendering=\"crispEdges\" d=\"\($0.value)\"/>"
    }
  }

  /// A piece of text of one look.
  private struct Words {
    let column: Int
    let columns: Int
    let text: String
    let look: PictureLook
  }

  /// The parts of a run between gaps of two spaces and more, which need not be written; and letters that may come from
  /// another font, with another width, apart from those that do not.
  private static func words(_ run: PictureRun) -> [Words] {
    if run.look.isUnderlined || run.isRightToLeft {
      return [Words(column: run.column, columns: run.columns, text: run.text, look: run.look)]
    }
    var result: [Words] = []
    var (text, start, column, spaces) = ("", run.column, run.column, 0)
    func finish() {
      if !text.isEmpty {
        result.append(Words(column: start, columns: column - spaces - start, text: text, look: run.look))
      }
      text = ""
    }
    for glyph in run.text {
      if let last = text.last, glyph != " ", last.isASCII != glyph.isASCII { finish() }
      if glyph == " " {
        spaces += 1
      } else {
        if spaces > 1 { finish() }
        if text.isEmpty { start = column } else if spaces == 1 { text.append(" ") }
        spaces = 0
        text.append(glyph)
      }
      column += displayWidth(of: glyph)
      // Viewers that know no `textLength` would let a run of wide braille patterns push aside what follows.
      if glyph.isBraille { finish() }
    }
    finish()
    return result
  }

  private func piece(_ words: Words) -> String {
    var classes = "c\(words.look.letter)"
    if words.look.isBold { classes += " b" }
    if words.look.isUnderlined { classes += " u" }
    var attributes = "class=\"\(classes)\" x=\"\(Self.margin + words.column * Self.cell.width)\""
    let isASCII = words.text.utf8.allSatisfy { $0 < 0x80 }
    if words.columns > 1 || !isASCII { attributes += " textLength=\"\(words.columns * Self.cell.width)\"" }
    // Letters that the first font lacks come from another, with another width.
    if !isASCII { attributes += " lengthAdjust=\"spacingAndGlyphs\"" }
    return "<tspan \(attributes)>\(escapedMarkup(words.text))</tspan>"
  }
}

extension Character {
  /// True if it is a braille pattern.
  fileprivate var isBraille: Bool { unicodeScalars.first.map { (0x2800...0x28FF).contains($0.value) } ?? false }
}
