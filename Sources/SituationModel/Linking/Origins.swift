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
      let sources = event.sources.filter { !$0.isFileAlone }
      voices = sources.map(\.who)
      records = sources.map { source in
        LinkRecord(Event(id: "", title: "", summary: source.says ?? "", sources: [source]), kind: 0)
      }
    } else {
      voices = event.reports.map { report in report.sources.first { !$0.isFileAlone }?.who ?? report.id }
      records = event.reports.map { LinkRecord($0, kind: 0) }
    }
    let names = Set(event.sources.lazy.filter { !$0.isFileAlone }.map { FoldedName.compact($0.who) })
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
    outlets = names.isEmpty ? groups.count : names.count
  }

  /// `4 outlets, 1 origin`.
  public var words: String {
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    return "\(counted(outlets, "outlet")), \(counted(groups.count, "origin"))"
  }
}

extension Source {
  /// Endings of the names of files of events.
  private static let endings: Set<String> = [
    "csv", "tsv", "txt", "xlsx", "ods", "json", "geojson", "geojsonl", "ndjson", "jsonl", "kml", "kmz", "gpx", "gz",
    "zip", "gpkg",
  ]

  /// True if it is the file itself, which readers name as the source of figures that have no other: it is no outlet.
  var isFileAlone: Bool {
    guard !figures.isEmpty, via == nil, link == nil, published == nil, grade == nil, note == nil, copy == nil else {
      return false
    }
    return who.split(separator: ".").dropFirst().last.map { Source.endings.contains($0.lowercased()) } ?? false
  }
}
