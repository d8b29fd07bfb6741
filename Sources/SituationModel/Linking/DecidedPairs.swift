/// The rows of a table that people said are of two events: never proposed again.
public struct DecidedPairs: Sendable {
  private struct Pair: Hashable {
    let low, high: Int
  }

  private let pairs: Set<Pair>

  /// The decisions of the changes that a table has. Reports that are joined stand for each other. Linear in the decisions.
  public init(_ events: EventTable) {
    let decisions = events.book.pairs
    let groups = JoinGroups(decisions.lazy.filter(\.isSame).map { ($0.first, $0.second) })
    var leads: [String: Int] = [:]
    for group in groups.groups {
      if let row = group.lazy.compactMap({ events.row(of: $0) }).first { leads[group[0]] = row }
    }
    func row(of id: String) -> Int? { leads[groups.leader(of: id)] ?? events.row(of: id) }
    pairs = Set(
      decisions.lazy.filter { !$0.isSame }.compactMap { decision in
        guard let first = row(of: decision.first), let second = row(of: decision.second) else { return nil }
        return Pair(low: min(first, second), high: max(first, second))
      })
  }

  /// True if two rows were said to be of two events.
  public func contains(_ first: Int, _ second: Int) -> Bool {
    pairs.contains(Pair(low: min(first, second), high: max(first, second)))
  }
}
