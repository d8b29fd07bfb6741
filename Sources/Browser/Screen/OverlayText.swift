import SituationModel
import TextCanvas

/// The texts that lie over the panes: help, legend, about, the screen in words, rejected records.
struct OverlayText {
  let title: String
  let lines: [TextLine]

  init(_ content: Overlay.Content, state: BrowserState, columns: Int) {
    switch content {
    case .help:
      title = "help"
      lines = OverlayText.help(state, columns: columns)
    case .legend:
      title = "legend"
      lines = Legend(state).lines(columns: columns)
    case .about:
      title = "about"
      lines = OverlayText.about(state, columns: columns)
    case .layers, .facets, .bookmarks, .menu, .form, .review, .links:
      // Panes of their own.
      title = ""
      lines = []
    case .describe:
      title = "this screen in words"
      lines = OverlayText.prose(of: state, columns: columns)
    case .rejected:
      title = "problems while reading"
      lines = OverlayText.rejected(state, columns: columns)
    }
  }

  private static func about(_ state: BrowserState, columns: Int) -> [TextLine] {
    let situation = state.situation
    var lines = [TextLine(SafeText(situation.title).text, Style(.emphasis, on: .plain, .bold))]
    for paragraph in [situation.summary] + situation.background where !paragraph.isEmpty {
      lines += paragraphs(paragraph, columns: columns) + [TextLine()]
    }
    if let remote = state.dataset.remote {
      lines += paragraphs("Events from \(SafeText(remote.name).text).", columns: columns)
    }
    if !situation.attribution.isEmpty {
      lines.append(TextLine("The data", Style(.title)))
      lines += paragraphs(situation.attribution, columns: columns) + [TextLine()]
    }
    lines.append(TextLine("The map", Style(.title)))
    for credit in state.environment.credits {
      lines += TextLine.hanging("- ", .plain, SafeText(credit).text, columns: columns)
    }
    lines += [TextLine(), TextLine("The program", Style(.title))]
    lines += paragraphs("sitmap, a situation map for the terminal. Apache License 2.0.", columns: columns)
    return lines
  }

  private static func rejected(_ state: BrowserState, columns: Int) -> [TextLine] {
    let rejections = state.situation.rejections
    var lines = (state.sourceSentences + state.situation.notes.map { $0 + "." })
      .flatMap { paragraphs($0, columns: columns) }
    if rejections.isEmpty, state.dataset.remote != nil {
      lines.append(TextLine("Events from a server are shown as they are: no record is rejected."))
    } else if rejections.isEmpty {
      let files = state.dataset.fileCounts.isEmpty ? "this file" : "these files"
      lines.append(TextLine("Every record of \(files) was read whole."))
    }
    if !rejections.isEmpty {
      let words: [(Rejection.Weight, String)] = [
        (.rejected, "rejected and left out"), (.repaired, "repaired: read after a change"),
        (.unread, "kept as text: values that could not be read"), (.note, "worth a note"),
      ]
      let counts = words.compactMap { weight, words in
        let count = rejections.count { $0.weight == weight }
        return count > 0 ? "\(count) \(words)" : nil
      }
      lines += paragraphs(
        counts.joined(separator: "; ") + ". The line is where the record begins.", columns: columns)
    }
    if state.dataset.escapedCharacterCount > 0 {
      lines += paragraphs(
        "\(state.dataset.escapedCharacterCount) unsafe: characters in the file's texts that could act on a terminal. They are shown as marks, "
          + "such as ^[ or <202E>.", columns: columns)
    }
    for rejection in rejections {
      let number = rejection.record.map { "record \($0): " } ?? ""
      let head = "\(SafeText(rejection.file).text):\(rejection.line): \(number)"
      lines += TextLine.hanging(head, Style(.key), SafeText(rejection.reason).text, columns: columns, indent: 4)
    }
    return lines
  }

  private static func prose(of state: BrowserState, columns: Int) -> [TextLine] {
    state.prose.sections.flatMap { section in
      let heading = TextLine(section.title, Style(.title))
      return [heading] + section.lines.flatMap { paragraphs($0, columns: columns) } + [TextLine()]
    }
  }

  private static func paragraphs(_ text: String, columns: Int) -> [TextLine] {
    SafeParagraphs(text).lines.flatMap { wrapped($0, width: columns) }.map { TextLine($0) }
  }
}

extension TextLine {
  /// A head and a text behind it whose further lines are indented, by the width of the head if nothing else is said.
  static func hanging(
    _ head: String, _ style: Style, _ text: String, columns: Int, indent: Int? = nil
  ) -> [TextLine] {
    let headColumns = displayWidth(of: head)
    let indent = min(indent ?? headColumns, max(0, columns - 8))
    let first = wrapped(text, width: max(8, columns - headColumns))
    guard first.count > 1, indent < headColumns else {
      return first.enumerated().map { index, line in
        let start = index == 0 ? head : String(repeating: " ", count: headColumns)
        return TextLine(start, style).adding(line)
      }
    }
    let blank = String(repeating: " ", count: indent)
    return [TextLine(head, style)] + wrapped(text, width: max(8, columns - indent)).map { TextLine(blank + $0) }
  }
}

extension String {
  /// The text with spaces behind it, up to a width in columns.
  func padding(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - displayWidth(of: self)))
  }
}

/// Draws a text over the panes.
struct OverlayView {
  let state: BrowserState
  let overlay: Overlay

  /// The rectangle of the text on the screen, without its frame; nearly all of a small screen.
  static func inside(of size: Size) -> Rect {
    let columns = min(size.columns, 92)
    let isFramed = columns >= 20 && size.rows >= 6
    let rows = size.rows - (size.rows >= 10 ? 2 : 0)
    let rect = Rect(
      column: (size.columns - columns) / 2, row: size.rows >= 10 ? 1 : 0, columns: columns, rows: rows)
    return isFramed ? rect.inset(left: 2, top: 1, right: 2, bottom: 1) : rect
  }

  /// Draws the pane.
  func draw(into frame: inout Frame) {
    let inside = OverlayView.inside(of: state.size)
    let text = OverlayText(overlay.content, state: state, columns: inside.size.columns)
    let outside =
      inside.size.rows < state.size.rows
      ? inside.inset(left: -2, top: -1, right: -2, bottom: -1).intersection(frame.grid.bounds) : inside
    frame.grid.fill(outside, with: .blank)
    if outside != inside {
      frame.grid.frame(
        outside, title: "\(text.title): \(state.environment.keys.shown(.close)) goes back", isFocused: true)
    }
    frame.add(.besideOverlay, in: frame.grid.bounds)
    frame.add(.overlay, in: outside)
    frame.draw(text.lines.map { TextLine.untargeted($0) }, from: overlay.top, in: inside)
  }
}

extension TextLine {
  fileprivate static func untargeted(_ line: TextLine) -> TextLine {
    var line = line
    line.target = nil
    return line
  }
}
