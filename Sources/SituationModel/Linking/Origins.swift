/// The outlets that report an event, and the origins to which their reports go back.
///
/// Two outlets are of one origin where one names the other as its source, where both give one link, or where their texts are nearly alike.
public struct Origins: Sendable {
  /// A tie between two of the voices of an event.
  public struct Tie: Hashable, Sendable {
    /// The two, by their places among the voices.
    public let (first, second): (Int, Int)
    /// The reason.
    public let reason: LinkReason
  }

  /// The names of the voices: of a joined event its reports, of any other its sources.
  public let voices: [String]
  /// The number of outlets: different names of sources.
  public let outlets: Int
  /// The voices that go back to one origin each, by their places.
  public let groups: [[Int]]
  /// The ties that made the groups.
  public let ties: [Tie]

  /// More voices than these are not compared, and each counts by itself.
  private static let mostVoices = 200

  /// The origins of an event. The square of its reports or sources.
  public init(_ event: Event) {
    let records: [LinkRecord]
    if event.reports.isEmpty {
      voices = event.sources.map(\.who)
      records = event.sources.map { source in
        LinkRecord(Event(id: "", title: "", summary: source.says ?? "", sources: [source]), kind: 0)
      }
    } else {
      voices = event.reports.map { $0.sources.first?.who ?? $0.id }
      records = event.reports.map { LinkRecord($0, kind: 0) }
    }
    outlets = Set(event.sources.map { FoldedName.compact($0.who) }).count
    var ties: [Tie] = []
    if records.count <= Origins.mostVoices {
      for first in records.indices {
        for second in records.indices.dropFirst(first + 1) {
          // One outlet is one origin, however often it reports.
          let isOne = sharedCount(records[first].outlets, records[second].outlets) > 0
          let reason = isOne ? LinkReason("one outlet") : Likeness.origin(records[first], records[second])
          if let reason { ties.append(Tie(first: first, second: second, reason: reason)) }
        }
      }
    }
    self.ties = ties
    let joined = JoinGroups(ties.map { (String($0.first), String($0.second)) })
    groups = Dictionary(grouping: records.indices) { joined.leader(of: String($0)) }.values.map { $0.sorted() }
      .sorted { $0[0] < $1[0] }
  }

  /// `4 outlets, 1 origin`.
  public var words: String {
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    return "\(counted(outlets, "outlet")), \(counted(groups.count, "origin"))"
  }
}
