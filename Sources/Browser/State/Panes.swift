import SituationModel

/// Which panes are open, and what each of them remembers while it is.
struct Panes: Sendable {
  /// Where keys go.
  var focus: Focus = .map
  /// What lies over the event list in the side pane, the topmost last.
  var pages: [Page] = []
  /// What lies over everything.
  var overlay: Overlay?
  /// The first line of the event list that is shown.
  var listTop = 0
  /// The event that the list was last scrolled to.
  var followedRow: Int?
  /// How many lines the list had then: it scrolls only to what has changed.
  var followedRows = 0
  /// The moment around which the axis stays laid while the mouse drags on it.
  var heldMoment: Instant?
  /// The row of the layers pane that keys act on.
  var layerRow = 0
  /// The row of the bookmarks pane that keys act on.
  var bookmarkRow = 0
  /// The filter pane.
  var facets = FacetState()

  /// Shows the list from its first line on, as after a change of its order.
  mutating func scrollListToTop() { (followedRow, listTop) = (nil, 0) }
}
