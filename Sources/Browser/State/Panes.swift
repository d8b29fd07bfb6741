import SituationModel

/// The open panes, and what each of them remembers while it is open.
struct Panes: Sendable {
  /// The pane that receives keys.
  var focus: Focus = .map
  /// The pane that the pages were opened from: closing the last one goes back there.
  var origin: Focus = .map
  /// The pages over the event list in the side pane, the topmost last.
  var pages: [Page] = []
  /// The pane over everything.
  var overlay: Overlay?
  /// The first line of the event list that is shown.
  var listTop = 0
  /// The event that the list was last scrolled to.
  var followedRow: Int?
  /// The number of lines that the list had then: the list scrolls only after a change.
  var followedRows = 0
  /// The time around which the axis is held while the mouse drags on it.
  var heldMoment: Instant?
  /// The text that the help is narrowed to; empty for all of it.
  var helpSearch = ""
  /// The chosen row of the layers pane.
  var layerRow = 0
  /// The chosen row of the bookmarks pane.
  var bookmarkRow = 0
  /// The menu that the last right click opened.
  var menu = PointMenu()
  /// The filter pane.
  var facets = FacetState()

  /// The totals pane.
  var totals = TotalsState()

  /// The coordinates for the next form of a new event, from the menu of the map.
  var newEventPlace: String?
  /// The form of the desk; nil while none is open.
  var form: EventForm?
  /// The choice of a place for the form on the map; nil while the form itself is shown.
  var placing: Placing?
  /// The pane for reports that may be of one event.
  var links = LinkList()
  /// The view before that pane moved it to a pair; nil while it has not.
  var pairView: PairView?
  /// The review pane.
  var review = ReviewList()

  /// Shows the list from its first line on, as after a change of its order.
  mutating func scrollListToTop() { (followedRow, listTop) = (nil, 0) }
}
