import TextCanvas

/// The place of each pane on a screen of some size.
///
/// As a screen shrinks, panes disappear in this order: the side pane (under 80 columns or 20 rows it covers the map when it
/// has the focus), the frames (under 40 columns or 20 rows), the timeline (12 rows), the key line (10), the title (6). On
/// the smallest screens only the map is left.
struct Layout: Hashable, Sendable {
  /// The title line.
  let title: Rect
  /// The map with its frame, if it has one.
  let map: Rect
  /// The list or the detail; empty if it is not shown.
  let side: Rect
  /// The detail of the selected event under the list; empty if there is no room.
  let preview: Rect
  /// The timeline with its frame, if it has one.
  let timeline: Rect
  /// The line of keys, prompts and messages.
  let keys: Rect
  /// True if panes have frames.
  let isFramed: Bool

  /// The panes on a screen of `size`.
  ///
  /// - Parameters:
  ///   - pane: the panes that are wanted: all, or the map alone.
  ///   - sideAsked: true if the side pane has the focus.
  ///   - content: what the side pane shows below its list.
  init(size: Size, pane: ViewOptions.Pane, sideAsked: Bool, below content: Preview) {
    let (columns, rows) = (size.columns, size.rows)
    let all = pane == .all
    let titleRows = all && rows >= 6 ? 1 : 0
    let keyRows = all && rows >= 10 ? 1 : 0
    let timelineRows = all ? Layout.timelineRows(of: rows) : 0
    isFramed = all && columns >= 40 && rows >= 20

    title = Rect(column: 0, row: 0, columns: columns, rows: titleRows)
    keys = Rect(column: 0, row: rows - keyRows, columns: columns, rows: keyRows)
    let bottom = rows - keyRows - timelineRows
    timeline = Rect(column: 0, row: bottom, columns: columns, rows: timelineRows)

    // Frames that touch share a side.
    let shared = isFramed ? 1 : 0
    let bodyRows = bottom - titleRows + (timelineRows > 0 ? shared : 0)
    let body = Rect(column: 0, row: titleRows, columns: columns, rows: bodyRows)
    let beside = all && columns >= 80 && rows >= 20
    let sideColumns = beside ? Layout.sideColumns(of: columns) : sideAsked ? columns : 0
    let sideArea = body.inset(left: columns - sideColumns)
    map = beside ? body.inset(right: sideColumns - shared) : sideAsked ? body.inset(right: columns) : body
    let previewRows = beside ? Layout.rows(of: content, in: body.size.rows) : 0
    side = sideArea.inset(bottom: max(0, previewRows - shared))
    preview = previewRows > 0 ? sideArea.inset(top: sideArea.size.rows - previewRows) : sideArea.inset(right: columns)
  }

  /// True if the side pane stands beside the map.
  var isBeside: Bool { !side.isEmpty && !map.isEmpty }

  /// The columns before the timeline's axis: names of its rows, and its scale.
  var axisGutter: Int { isFramed && timeline.size.columns >= 62 && timeline.size.rows >= 5 ? 6 : 0 }

  /// The timeline with its bars and its axis, without its frame and its gutter.
  var axis: Rect { inside(timeline).inset(left: axisGutter) }

  /// The inside of a pane's frame.
  func inside(_ pane: Rect) -> Rect {
    isFramed ? pane.inset(left: 1, top: 1, right: 1, bottom: 1) : pane
  }

  /// The content below the list of the side pane.
  enum Preview: Hashable, Sendable {
    /// Nothing: the list is not shown.
    case none
    /// The card to begin with.
    case card
    /// The selected event.
    case detail
  }

  private static func rows(of preview: Preview, in rows: Int) -> Int {
    switch preview {
    case .none: 0
    case .card: rows >= 22 ? min(12, rows * 2 / 5) : rows >= 17 ? 6 : 0
    case .detail: rows >= 24 ? rows * 2 / 5 : 0
    }
  }

  private static func timelineRows(of rows: Int) -> Int {
    switch rows {
    case ..<12: 0
    case ..<20: 2
    case ..<30: 5
    case ..<45: 6
    default: 8
    }
  }

  private static func sideColumns(of columns: Int) -> Int {
    switch columns {
    case ..<96: 32
    case ..<112: 38
    case ..<140: 44
    default: min(64, columns * 3 / 10)
    }
  }
}
