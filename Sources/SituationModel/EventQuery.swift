/// Which events are wanted, whatever their time.
public struct EventFilter: Hashable, Sendable {
  /// The wanted kinds, by the file's own words in small letters; empty for all.
  public var kinds: Set<String>
  /// The wanted standings; empty for all.
  public var standings: Set<Standing>
  /// A text to be found in title, summary, place, actors or sources, without regard to case; empty for all.
  public var text: String

  /// A filter; without arguments it lets all events through.
  public init(kinds: Set<String> = [], standings: Set<Standing> = [], text: String = "") {
    self.kinds = kinds
    self.standings = standings
    self.text = text
  }

  /// Whether it lets everything through.
  public var isEmpty: Bool { kinds.isEmpty && standings.isEmpty && text.isEmpty }

  /// Whether an event passes.
  public func passes(_ event: Event) -> Bool {
    guard kinds.isEmpty || kinds.contains(event.kindName.lowercased()) || kinds.contains(event.kind.rawValue) else {
      return false
    }
    guard standings.isEmpty || event.standing.map(standings.contains) ?? false else { return false }
    return text.isEmpty || event.mentions(text)
  }
}

extension Event {
  /// Whether a text stands in the title, summary, place, actors or sources, without regard to case.
  public func mentions(_ text: String) -> Bool {
    let wanted = text.lowercased()
    let places = [place.name, destination?.name].compactMap { $0 }
    let voices = sources.flatMap { [$0.who, $0.via, $0.note].compactMap { $0 } }
    return ([title, summary] + places + actors + voices).contains { $0.lowercased().contains(wanted) }
  }
}

/// A question to the events: a filter and a window.
public struct EventQuery: Hashable, Sendable {
  /// Which events, whatever their time.
  public var filter: EventFilter
  /// Which time.
  public var window: TimeWindow

  /// A question.
  public init(filter: EventFilter = EventFilter(), window: TimeWindow) {
    self.filter = filter
    self.window = window
  }
}
