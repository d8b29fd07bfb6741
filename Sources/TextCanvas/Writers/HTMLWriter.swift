/// Writes a grid as a page of its own: for a browser, for a report.
///
/// The text can be selected and searched. The page needs nothing beside it, and runs nothing. Letters that a monospaced
/// font may lack stand in boxes as wide as their cells, so another font's letters move nothing.
public struct HTMLWriter: Sendable {
  private let theme: Theme
  private let caption: Caption

  /// A writer in the colours of a theme.
  public init(theme: Theme = .dark, caption: Caption) {
    self.theme = theme
    self.caption = caption
  }

  /// The page as HTML. The same grid gives the same bytes.
  public func text(of grid: CellGrid) -> String {
    let runs = (0..<grid.size.rows).map { grid.pictureRuns(inRow: $0, theme, knowsGrounds: true) }
    let title = escapedMarkup(caption.title)
    let description = escapedMarkup(caption.description)
    let lines = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">", "<title>\(title)</title>",
      "<meta name=\"description\" content=\"\(description)\">",
      "<meta name=\"viewport\" content=\"width=device-width\">", "<style>\(styles(runs.joined()))</style>", "</head>",
      "<body>", "<figure>",
      "<pre role=\"img\" aria-labelledby=\"title\" aria-describedby=\"description\">"
        + runs.map { $0.map(span).joined() + "\n" }.joined() + "</pre>",
      "<figcaption><strong id=\"title\">\(title)</strong> <span id=\"description\">\(description)</span></figcaption>",
      "</figure>", "</body>", "</html>", "",
    ]
    return lines.joined(separator: "\n")
  }

  /// The page's looks, and a class for each colour in use.
  private func styles(_ runs: some Sequence<PictureRun>) -> String {
    let letters = Set(runs.map(\.look.letter)).sorted()
    let grounds = Set(runs.compactMap(\.look.ground)).sorted()
    let (ground, letter) = (RGB(palette: theme.paper.ground).hex, RGB(palette: theme.paper.letter).hex)
    return "body{margin:1em;background:\(ground);color:\(letter)}figure{margin:0}"
      // A cell is twice as high as wide, as the map takes it to be.
      + "pre{margin:0;font:15px/2ch 'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace}"
      + "figcaption{margin-top:1em;font:15px/1.4 sans-serif;max-width:100ch}"
      + ".w{display:inline-block;width:1ch}.ww{display:inline-block;width:2ch}.b{font-weight:bold}"
      + ".u{text-decoration:underline}" + letters.map { ".c\($0){color:\(RGB(palette: $0).hex)}" }.joined()
      + grounds.map { ".g\($0){background:\(RGB(palette: $0).hex)}" }.joined()
  }

  private func span(_ run: PictureRun) -> String {
    var classes: [String] = []
    if run.look.letter != theme.paper.letter { classes.append("c\(run.look.letter)") }
    if let ground = run.look.ground { classes.append("g\(ground)") }
    if run.look.isBold { classes.append("b") }
    if run.look.isUnderlined { classes.append("u") }
    if run.text.allSatisfy({ $0 == " " }) && run.look.ground == nil && !run.look.isUnderlined { classes = [] }
    let text = run.isRightToLeft ? box(run.text, columns: run.columns) : boxed(run.text)
    return classes.isEmpty ? text : "<span class=\"\(classes.joined(separator: " "))\">\(text)</span>"
  }

  /// A text with boxes around what another font may draw wider or narrower than its cells.
  private func boxed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return escapedMarkup(text) }
    var result = ""
    var word = ""
    func finishWord() {
      if !word.isEmpty { result += box(word, columns: displayWidth(of: word)) }
      word = ""
    }
    for glyph in text {
      let box = displayWidth(of: glyph) == 2 ? "ww" : Self.isDrawn(glyph) ? "w" : nil
      if let box {
        finishWord()
        result += "<span class=\"\(box)\">\(escapedMarkup(String(glyph)))</span>"
      } else if glyph.isASCII {
        finishWord()
        result += escapedMarkup(String(glyph))
      } else {
        // Letters of some scripts join: a word stays in one piece.
        word.append(glyph)
      }
    }
    finishWord()
    return result
  }

  private func box(_ text: String, columns: Int) -> String {
    "<span class=\"w\" style=\"width:\(columns)ch\">\(escapedMarkup(text))</span>"
  }

  /// True if a glyph is a box, a block or a braille pattern, and not a letter that may join its neighbours.
  private static func isDrawn(_ glyph: Character) -> Bool {
    guard let scalar = glyph.unicodeScalars.first else { return false }
    return (0x2500...0x28FF).contains(scalar.value)
  }
}
