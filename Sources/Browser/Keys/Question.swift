import SituationModel
import TextCanvas

/// A question to the person; its effect follows only a yes.
enum Question: Hashable, Sendable {
  /// The question whether to overwrite a file that exists.
  case overwrite(Export)
  /// The question whether another program may open an address.
  case open(WebLink)
  /// The question whether to replace a bookmark of the same name.
  case replace(Bookmark)
  /// The question whether to delete a bookmark.
  case forget(String)

  /// The text of the question; an address is shown whole.
  var words: String {
    switch self {
    case .overwrite(let export): "\(SafeText(export.path).text) is there already: overwrite it? y/n"
    case .open(let link): "open \(SafeText(link.text).text) in the web browser? y/n"
    case .replace(let bookmark): "a bookmark is called \(SafeText(bookmark.name).text) already: replace it? y/n"
    case .forget(let name): "delete the bookmark \(SafeText(name).text)? y/n"
    }
  }

  /// The effect of a yes.
  fileprivate var effect: Effect {
    switch self {
    case .overwrite(var export):
      export.replaces = true
      return .write(export)
    case .open(let link): return .open(link)
    case .replace(let bookmark): return .bookmarks(.keep(bookmark))
    case .forget(let name): return .bookmarks(.forget(name))
    }
  }

  /// The message after a no.
  fileprivate var refusal: String {
    switch self {
    case .overwrite: "nothing was written"
    case .open: "nothing was opened"
    case .replace: "nothing was bookmarked"
    case .forget: "nothing was deleted"
    }
  }
}

extension BrowserState {
  /// Handles the answer to a question: y is yes, n, q and Escape are no, and any other key is ignored.
  mutating func answer(_ question: Question, by key: Key) -> [Effect] {
    switch (key.code, key.modifiers) {
    case (.character("y"), _), (.character("Y"), _):
      dialogue.question = nil
      return [question.effect]
    case (.character("n"), _), (.character("N"), _), (.escape, _), (.character("q"), _),
      (.character("c"), .control), (.character("C"), .control):
      dialogue.question = nil
      dialogue.message = question.refusal
    default: break
    }
    return []
  }
}

/// Draws a text that the person has to read to its end over the last lines of the screen, as many as it needs.
struct LastLines {
  let text: String

  /// Draws the text over the cells there.
  func draw(into frame: inout Frame) {
    let size = frame.grid.size
    let lines = wrapped(text, width: size.columns - 2).suffix(size.rows)
    for (index, line) in lines.enumerated() {
      let row = size.rows - lines.count + index
      frame.grid.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), with: .blank)
      frame.grid.write(line, column: 1, row: row, Style(.warning))
    }
  }
}
