/// A line that is being typed.
struct Prompt: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case search, command, filter, place, time, export, narrowing, facetText, bookmark, rename, helpText
    /// The text that a task of the desk needs beside the form: a comment, a tag or a reason.
    case desk(DeskTask)
  }
  let purpose: Purpose
  /// The line with its cursor.
  var line: TypedLine
  /// A remark on the text, shown until the next key.
  var remark: String?
  /// The places that the text may mean, if it is to be a place.
  var destinations = Destinations()
  /// The number of lines that the history was gone back by; 0 for the line that is new.
  var linesBack = 0
  /// The new line, while one of the history is shown.
  var unsent = ""

  /// A prompt with a text that can be changed.
  init(purpose: Purpose, text: String = "", remark: String? = nil, destinations: Destinations = Destinations()) {
    (self.purpose, line) = (purpose, TypedLine(text))
    (self.remark, self.destinations) = (remark, destinations)
  }

  /// The text; setting it puts the cursor at its end.
  var text: String {
    get { line.text }
    set { line.replace(with: newValue) }
  }
}

extension Prompt.Purpose {
  /// The name under which typed lines are kept; nil for those that nobody types twice.
  var historyName: String? {
    switch self {
    case .search, .narrowing, .facetText: "search"
    case .command: "command"
    case .filter: "filter"
    case .place: "place"
    case .time: "time"
    case .export: "export"
    case .bookmark, .rename, .helpText, .desk: nil
    }
  }
}
