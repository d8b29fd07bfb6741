/// Things that people said are the same, in groups: union–find with halved paths, by names. Circles of decisions do no harm.
public struct JoinGroups: Sendable {
  private var parents: [String: String] = [:]

  /// The groups of some pairs. Nearly linear in the pairs.
  public init(_ pairs: some Sequence<(String, String)>) {
    for (one, other) in pairs {
      let (first, second) = (root(one), root(other))
      // The lesser name leads, so that the order of decisions does not matter.
      if first < second { parents[second] = first } else if second < first { parents[first] = second }
    }
    for name in Array(parents.keys) { parents[name] = root(name) }
  }

  /// The name that leads the group of a name; the name itself where it is in none.
  public func leader(of name: String) -> String { parents[name] ?? name }

  private mutating func root(_ name: String) -> String {
    if parents[name] == nil { parents[name] = name }
    var name = name
    while let parent = parents[name], parent != name {
      let next = parents[parent] ?? parent
      parents[name] = next
      name = next
    }
    return name
  }

  /// The groups of two names or more, each in order.
  public var groups: [[String]] {
    Dictionary(grouping: parents.keys, by: leader).values.filter { $0.count > 1 }.map { $0.sorted() }.sorted {
      $0[0] < $1[0]
    }
  }
}
