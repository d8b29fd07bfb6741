/// Where keys go.
enum Focus: Hashable, Sendable { case map, side }

/// What the side pane shows in place of the event list.
enum Page: Hashable, Sendable {
  /// One event in full, from a line on, with one of its links ready to follow.
  case detail(row: Int, top: Int, link: Int)
  /// The events that one pin stands for, with one of them chosen.
  case stack(rows: [Int], chosen: Int)
  /// The step of the story that is told, from a line on, with one of its events ready to open.
  case story(top: Int, link: Int)

  /// Whether it is that of a story, which stays under the others.
  var isStory: Bool { if case .story = self { true } else { false } }
}
