import SituationModel

/// The events that are browsed, and the data that depend on them alone. They are read from files, or asked of a source that may have
/// more than fit into memory.
struct Dataset: Sendable {
  /// The events that are in memory, with the title and summary of the whole.
  private(set) var situation: Situation
  /// The points of the events' marks.
  private(set) var spots: SpotTable
  /// The number of characters in the file's texts that are replaced on the screen, since they could control a terminal.
  private(set) var escapedCharacterCount: Int
  /// True if any source of any event has a grade.
  private(set) var hasGrades: Bool
  /// True if some event was placed by its name.
  private(set) var hasNamedPlaces: Bool
  /// The number of events of each of several files.
  private(set) var fileCounts: [Int]
  /// The extent of the whole: the one that the file states, or that of all events with a place; else the world.
  private(set) var extent: GeoBounds
  /// A number that changes whenever the events change or a source has answered.
  private(set) var version = 0
  /// The status of files that are still being read or followed; nil if they were read whole before the screen was up.
  var feed: Feed?
  /// The source that is asked for the events; nil if they come from files.
  var remote: Remote?
  /// The view that waits for events that are still being read.
  var awaited: SavedView?

  /// The events of a situation, with the times of a clock.
  init(_ situation: Situation, by clock: EventClock, remote: Remote?) {
    self.situation = situation.by(clock)
    let events = self.situation.events
    spots = SpotTable(events)
    escapedCharacterCount = situation.escapedCharacterCount
    (hasGrades, hasNamedPlaces, fileCounts) = (events.hasGrades, events.hasNamedPlaces, events.fileCounts)
    extent = self.situation.coverage
    self.remote = remote
  }

  /// Replaces the situation. The caller must update the rows that others hold.
  mutating func replace(with new: Situation, by clock: EventClock) {
    let before = self
    self = Dataset(new, by: clock, remote: before.remote)
    (feed, awaited, version) = (before.feed, before.awaited, before.version + 1)
    extent = wholeExtent
  }

  /// Changes the clock whose times the events have.
  mutating func setClock(_ clock: EventClock) {
    situation = situation.by(clock)
    version += 1
  }

  /// Accepts a source's summary of all events.
  mutating func describe(by overview: SourceOverview) {
    remote?.overview = overview
    situation = Situation(title: overview.title, events: situation.events)
    extent = wholeExtent
    version += 1
  }

  /// Notes that a source has answered, so that all that depends on its counts is computed again.
  mutating func noteAnswer() { version += 1 }
}

extension Dataset {
  /// The events that are in memory.
  var events: EventTable { situation.events }

  /// The source if only a part of its events can be held at once; nil if all events are in memory.
  var partial: Remote? { remote.flatMap { $0.holdsAll ? nil : $0 } }

  /// The span from the first known time of all events to the last; a day of 1970 if nothing has a date.
  var wholeSpan: TimeWindow {
    guard let partial else { return events.wholeSpan }
    return partial.overview?.span ?? EventTable().wholeSpan
  }

  /// True if any event has a date.
  var isDated: Bool { partial.map { $0.overview?.span != nil } ?? (events.span != nil) }

  /// True if the summary of all events is known.
  var isOverviewKnown: Bool { remote.map { $0.overview != nil && (partial != nil || $0.page != nil) } ?? true }

  /// The number of all events, in memory or not.
  var wholeCount: Int { partial.map { $0.overview?.count ?? 0 } ?? events.count }

  /// The extent of the whole.
  private var wholeExtent: GeoBounds {
    guard let partial else { return situation.coverage }
    return partial.overview?.extent ?? Situation(title: "", events: EventTable()).coverage
  }

  /// True if all events of the window are in memory, wherever they lie. Otherwise the number of events in a direction is unknown.
  var holdsBeyond: Bool {
    guard let partial else { return true }
    return partial.page.map { $0.question.area == nil && $0.isComplete } ?? false && partial.closeUp == nil
  }

  /// True if the map counts by cell, because not all events in view are in memory.
  var countsByCell: Bool {
    guard let partial, partial.cells != nil else { return false }
    return partial.closeUp != nil || partial.page?.isComplete != true
  }

  /// True if an event is held beside the page, because it is selected or open.
  func isKept(_ row: Int) -> Bool { partial?.kept.contains(events[row].id) ?? false }

  /// The kinds that marks may have: those of the events, or over a source the known ones.
  var shownKinds: KindTable { partial == nil ? events.kinds : .known }

  /// The rows of the layers pane for files of some names.
  func layerRows(ofFiles names: Set<String>) -> Set<LayerRow> {
    Set(events.files.filter { names.contains($0.name) }.map { .file($0.number) })
  }
}
