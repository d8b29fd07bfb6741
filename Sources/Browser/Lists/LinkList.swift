import SituationModel

/// The pairs of the pane for reports that may be of one event, best first.
struct LinkList: Sendable {
  /// The number of events up to which pairs are found at once. For more, another thread finds them while the pane is open.
  static let mostAtOnce = 500

  private(set) var pairs: [LinkCandidate] = []
  private(set) var linking: Linking?
  /// The place of the shown pair in the list, and its first line on the screen.
  var (chosen, top) = (0, 0)
  /// True while the pairs are being found.
  private(set) var isWaiting = false
  private var isAsked = false
  /// The version of the events that the pairs are of; nil before the first look.
  private var version: Int?

  /// The shown pair; nil while pairs are being found: those from before are rows of other events.
  var pair: LinkCandidate? { !isWaiting && pairs.indices.contains(chosen) ? pairs[chosen] : nil }

  /// Brings the list up to date with a version of the events.
  mutating func bringUpToDate(with events: EventTable, version: Int) {
    if version != self.version {
      (self.version, isAsked, linking) = (version, false, nil)
      isWaiting = events.count > LinkList.mostAtOnce
      if !isWaiting { take(LinkPairs(events), version: version) }
    }
    chosen = min(max(0, chosen), max(0, pairs.count - 1))
  }

  /// The version of the events whose pairs the pane waits for; nil if it waits for none, or has asked before.
  mutating func ask() -> Int? {
    guard isWaiting, !isAsked, let version else { return nil }
    isAsked = true
    return version
  }

  /// Accepts the pairs that were found, unless the events have changed since.
  mutating func take(_ found: LinkPairs, version: Int) {
    guard version == self.version else { return }
    (linking, pairs, isWaiting, isAsked) = (found.linking, found.pairs, false, false)
  }
}

/// The pairs of a table that may be of one event, and what compares them.
public struct LinkPairs: Sendable {
  let linking: Linking
  let pairs: [LinkCandidate]

  /// The pairs of a table, but for those that people decided on. Takes seconds for 100,000 events.
  public init(_ events: EventTable) {
    linking = Linking(events)
    let decided = DecidedPairs(events)
    pairs = linking.candidates { decided.contains($0, $1) }.pairs
  }
}
