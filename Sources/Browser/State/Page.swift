/// The pane that receives keys.
enum Focus: Hashable, Sendable { case map, side }

/// A page of the side pane, in place of the event list.
enum Page: Hashable, Sendable {
  /// One event in full, from a line on, with one of its links chosen.
  case detail(row: Int, top: Int, link: Int)
  /// The events of one pin, with one of them chosen.
  case stack(rows: [Int], chosen: Int)
  /// The totals of what is shown; what they remember is in `Panes`.
  case totals
  /// The present step of the story, from a line on, with one of its events chosen.
  case story(top: Int, link: Int)

  /// True if the page is that of a story, which stays under the others.
  var isStory: Bool { if case .story = self { true } else { false } }
}
