import SituationModel

/// An ordered set of views with a few sentences each: what someone has to tell of a situation, tied to its events.
public struct Story: Hashable, Sendable {
  /// What it is called.
  public let title: String
  /// Its steps, at least one.
  public let steps: [Step]

  /// One view with what is said of it.
  public struct Step: Hashable, Sendable {
    /// What it is about.
    public let title: String
    /// A few sentences, as the file has them.
    public let text: String
    /// The rows of the events that they rest on.
    public let rows: [Int]
    /// What is shown meanwhile.
    public let view: SavedView

    /// The milliseconds that a reader needs, at 15 characters a second and two seconds to look at the map.
    var milliseconds: Int { 2_000 + (title.count + text.count) * 1_000 / 15 }
  }

  /// What the member `profile` of a story's file has to be.
  public static let profile = "sitmap-story-1"
  /// The member that has the steps.
  public static let list = "steps"

  /// A story from the records of its file; nil, with the reason among the rejections, when it has no step.
  ///
  /// - Parameters:
  ///   - title: as the file has it.
  ///   - file: what messages call the file.
  ///   - records: its steps, each with the line where it begins.
  ///   - events: those that the steps rest on, by their ids.
  ///   - zone: on whose clocks its times are that say no zone of their own.
  ///   - place: where a place of a name is, for the filters of its views.
  ///   - rejections: what can't be taken is added to them, each with its line.
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
  /// A step from the members of its record; nil when it has nothing to say.
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
