import SituationModel

/// The events that are browsed, and what follows from them alone: read from files, or asked of a source that holds more than memory.
struct Dataset: Sendable {
  /// The events that are in memory, with what is said of them as a whole.
  private(set) var situation: Situation
  /// Where their marks stand.
  private(set) var spots: SpotTable
  /// How many characters of the file's texts are shown as marks, since they could act on a terminal.
  private(set) var escapedCharacterCount: Int
  /// True if any source of any event has a grade.
  private(set) var hasGrades: Bool
  /// True if some event was placed by its name.
  private(set) var hasNamedPlaces: Bool
  /// How many events each of several files has.
  private(set) var fileCounts: [Int]
  /// What the whole covers: what the file says, or all events that have a place; else the world.
  private(set) var extent: GeoBounds
  /// A number that changes whenever the events change or a source has answered.
  private(set) var version = 0
  /// How the files stand to what is shown; nil where they were read whole before.
  var feed: Feed?
  /// The source that is asked for the events; nil where they are in files.
  var remote: Remote?
  /// The view that waits for events, which are still being read.
  var awaited: SavedView?

  /// The events of a situation, whose time is that of a clock.
  init(_ situation: Situation, by clock: EventClock, remote: Remote?) {
    self.situation = situation.by(clock)
    let events = self.situation.events
    spots = SpotTable(events)
    escapedCharacterCount = situation.escapedCharacterCount
    (hasGrades, hasNamedPlaces, fileCounts) = (events.hasGrades, events.hasNamedPlaces, events.fileCounts)
    extent = self.situation.coverage
    self.remote = remote
  }

  /// Puts another situation in the place of this one. Rows that others hold are theirs to mend.
  mutating func replace(with new: Situation, by clock: EventClock) {
    let before = self
    self = Dataset(new, by: clock, remote: before.remote)
    (feed, awaited, version) = (before.feed, before.awaited, before.version + 1)
    extent = wholeExtent
  }

  /// Gives the events the time of another clock.
  mutating func setClock(_ clock: EventClock) {
    situation = situation.by(clock)
    version += 1
  }

  /// Takes what a source says of the whole.
  mutating func describe(by overview: SourceOverview) {
    remote?.overview = overview
    situation = Situation(title: overview.title, events: situation.events)
    extent = wholeExtent
    version += 1
  }

  /// Notes that a source has answered, so that what is made of its counts is made anew.
  mutating func noteAnswer() { version += 1 }
}

extension Dataset {
  /// The events that are in memory.
  var events: EventTable { situation.events }

  /// The source, where only a part of its events can be held at once; nil where all are in memory.
  var partial: Remote? { remote.flatMap { $0.holdsAll ? nil : $0 } }

  /// From the first known moment of all events to the last; a day of 1970 when nothing has a date.
  var wholeSpan: TimeWindow {
    guard let partial else { return events.wholeSpan }
    return partial.overview?.span ?? EventTable().wholeSpan
  }

  /// True if any event has a date.
  var isDated: Bool { partial.map { $0.overview?.span != nil } ?? (events.span != nil) }

  /// True if it is known what there is at all.
  var isOverviewKnown: Bool { remote.map { $0.overview != nil && (partial != nil || $0.page != nil) } ?? true }

  /// How many events there are, in memory or not.
  var wholeCount: Int { partial.map { $0.overview?.count ?? 0 } ?? events.count }

  /// What the whole covers.
  private var wholeExtent: GeoBounds {
    guard let partial else { return situation.coverage }
    return partial.overview?.extent ?? Situation(title: "", events: EventTable()).coverage
  }

  /// True if all events of the window are in memory, wherever they lie: else nobody can say how many there are in a direction.
  var holdsBeyond: Bool {
    guard let partial else { return true }
    return partial.page.map { $0.question.area == nil && $0.isComplete } ?? false && partial.closeUp == nil
  }

  /// True if the map counts by cell, as not all events in view are in memory.
  var countsByCell: Bool {
    guard let partial, partial.cells != nil else { return false }
    return partial.closeUp != nil || partial.page?.isComplete != true
  }

  /// True if an event is held beside the page, as it is selected or open.
  func isKept(_ row: Int) -> Bool { partial?.kept.contains(events[row].id) ?? false }

  /// The kinds that marks may have: those of the events, or over a source the known ones.
  var shownKinds: KindTable { partial == nil ? events.kinds : .known }

  /// The rows of the layers pane for files of some names.
  func layerRows(ofFiles names: Set<String>) -> Set<LayerRow> {
    Set(events.files.filter { names.contains($0.name) }.map { .file($0.number) })
  }
}
