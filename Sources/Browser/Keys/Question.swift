import SituationModel
import TextCanvas

/// Something that is done only when the person says yes.
enum Question: Hashable, Sendable {
  /// A file of that name is there already.
  case overwrite(Export)
  /// Another program is to open an address.
  case open(WebLink)
  /// There is a bookmark of that name already.
  case replace(Bookmark)
  /// A bookmark is to be deleted.
  case forget(String)

  /// What is asked; an address is shown whole.
  var words: String {
    switch self {
    case .overwrite(let export): "\(SafeText(export.path).text) is there already: overwrite it? y/n"
    case .open(let link): "open \(SafeText(link.text).text) in the web browser? y/n"
    case .replace(let bookmark): "a bookmark is called \(SafeText(bookmark.name).text) already: replace it? y/n"
    case .forget(let name): "delete the bookmark \(SafeText(name).text)? y/n"
    }
  }

  /// What is done after a yes.
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

  /// What is said after a no.
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
  /// Takes the answer to a question: y is yes, n and Escape are no, anything else is none.
  mutating func answer(_ question: Question, by key: Key) -> [Effect] {
    switch (key.code, key.modifiers) {
    case (.character("y"), _), (.character("Y"), _):
      dialogue.question = nil
      return [question.effect]
    case (.character("n"), _), (.character("N"), _), (.escape, _), (.character("q"), _):
      dialogue.question = nil
      dialogue.message = question.refusal
    default: break
    }
    return []
  }
}

/// Draws what the person has to read to its end over the last lines of the screen, as many as it needs.
struct LastLines {
  let text: String

  /// Draws it; what stood there is covered.
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
