import SituationModel

/// A story about a situation: an ordered set of views with a few sentences each, tied to events.
public struct Story: Hashable, Sendable {
  /// The title of the story.
  public let title: String
  /// The steps, at least one.
  public let steps: [Step]

  /// A step: one view with its text.
  public struct Step: Hashable, Sendable {
    /// The title of the step.
    public let title: String
    /// A few sentences, as the file has them.
    public let text: String
    /// The rows of the events that the sentences rest on.
    public let rows: [Int]
    /// The view that is shown with the text.
    public let view: SavedView

    /// The milliseconds that a reader needs, at 15 characters a second and two seconds to look at the map.
    var milliseconds: Int { 2_000 + (title.count + text.count) * 1_000 / 15 }
  }

  /// The required value of the member `profile` in a story's file.
  public static let profile = "sitmap-story-1"
  /// The name of the member that has the steps.
  public static let list = "steps"

  /// A story from the records of its file; nil, with the reason among the rejections, if it has no step.
  ///
  /// - Parameters:
  ///   - title: the title in the file.
  ///   - file: the name of the file in messages.
  ///   - records: the steps, each with the line where it begins.
  ///   - events: the events that the steps rest on, by their ids.
  ///   - zone: the zone for times that state none.
  ///   - place: the place for a name, for the filters of the views.
  ///   - rejections: a rejection with its line is added for each part that can't be read.
  public init?(
    title: String, file: String, records: [(line: Int, members: [String: PropertyValue])], events: EventTable,
    on zone: Zone = .utc, place: @escaping (String) -> Coordinate?, rejections: inout [Rejection]
  ) {
    var steps: [Step] = []
    for (line, members) in records {
      var notes: [String] = []
      if let step = Step(members, events: events, on: zone, place: place, notes: &notes) {
        steps.append(step)
      } else {
        notes.append("the step has no \"text\"")
      }
      rejections += notes.map { Rejection(file: file, line: line, reason: $0, isWhole: false) }
    }
    if steps.isEmpty {
      rejections.append(Rejection(file: file, line: 1, reason: "the story has no step"))
      return nil
    }
    (self.title, self.steps) = (title.isEmpty ? "a story" : title, steps)
  }
}

extension Story.Step {
  /// A step from the members of its record; nil if it has no text.
  fileprivate init?(
    _ members: [String: PropertyValue], events: EventTable, on zone: Zone,
    place: @escaping (String) -> Coordinate?, notes: inout [String]
  ) {
    guard let text = members["text"]?.text, !text.isEmpty else { return nil }
    self.text = text
    title = members["title"]?.text ?? ""
    let ids = members["events"]?.list ?? []
    rows = ids.compactMap { $0.text.flatMap(events.row(of:)) }
    for id in ids where id.text.flatMap(events.row(of:)) == nil {
      notes.append("no event has the id \"\(id.text ?? "?")\", which the step rests on")
    }
    switch members["view"] {
    case .object(let view): self.view = SavedView(view, on: zone, place: place, notes: &notes)
    case nil: view = SavedView()
    default:
      view = SavedView()
      notes.append("\"view\" is no object")
    }
    if let id = view.select, events.row(of: id) == nil {
      notes.append("no event has the id \"\(id)\", which the view selects")
    }
    for key in members.keys.sorted() where !["title", "text", "events", "view"].contains(key) {
      notes.append("\"\(key)\" is not known, and passed over")
    }
  }
}
