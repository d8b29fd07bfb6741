import SituationModel

/// Watches the events of followed files for new ones that pass a filter (`--alert`).
struct AlertWatch {
  /// The filter.
  let filter: EventFilter
  /// The ids of the events that passed before; nil until the files were read once.
  private var known: Set<String>?

  /// A watch for a filter. What passes at the first reading is no news.
  init(_ filter: EventFilter) { self.filter = filter }

  /// The events that pass, and did not when the files were read before. Linear in the events; reads those that pass.
  ///
  /// - Parameter isPart: true while the first reading goes on.
  mutating func news(in events: EventTable, isPart: Bool) -> [Event] {
    let passing = events.rows(passing: filter).map { events[$0] }
    let before = known
    known = Set(passing.map(\.id))
    guard let before, !isPart else {
      if isPart { known = nil }
      return []
    }
    return passing.filter { !before.contains($0.id) }
  }

  /// The news in a line: `2 new events pass deaths>=10: Strike on a market, Idlib; …`.
  func words(for events: [Event]) -> String {
    let named = events.prefix(3).map { event in
      [event.title, event.place.name].compactMap { $0 }.joined(separator: ", ")
    }
    let rest = events.count > named.count ? "; and \(events.count - named.count) more" : ""
    let count = events.count == 1 ? "1 new event passes" : "\(events.count) new events pass"
    return "\(count) \(filter.text): " + named.joined(separator: "; ") + rest
  }
}
