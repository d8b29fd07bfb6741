import SituationModel
import TextCanvas

/// The menu that a right click opens: what can be done with the thing under the pointer.
struct PointMenu: Hashable, Sendable {
  /// A line of the menu.
  enum Item: Hashable, Sendable {
    /// Opens the event, or the list of several.
    case open([Int])
    /// Lists the events of a sign that counts events which are not loaded.
    case list(Remote.CloseUp.Content)
    /// Moves the middle of the map to a place.
    case center(Coordinate)
    /// Adds a term to the filter.
    case filter(FilterTerm)
    /// Adds an event at a place.
    case add(Coordinate)
    /// Measures from a place.
    case measure(Coordinate)
    /// Copies a citation of the selected event.
    case cite

    /// The line's words.
    var words: String {
      switch self {
      case .open(let rows): rows.count > 1 ? "list these \(rows.count) events" : "open the event"
      case .list: "list these events"
      case .center: "centre the map here"
      case .filter(let term): "only " + FilterExpression.term(term).text
      case .add: "add an event here"
      case .measure: "measure from here"
      case .cite: "copy a citation"
      }
    }
  }

  /// The cell under the pointer.
  var position = Position(column: 0, row: 0)
  /// The name of the thing under the pointer; the text is safe.
  var title = ""
  /// The lines, the most likely one first.
  var items: [Item] = []
  /// The chosen line, counted from 0.
  var chosen = 0
}
