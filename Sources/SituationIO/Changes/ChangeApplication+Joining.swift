import SituationModel

/// Reports that people said are of one event.
extension ChangeApplication {
  /// Makes one event of the reports that people said are of one: in the row of the first, as the table has them.
  mutating func join(_ replaced: inout [Int: Event], _ dropped: inout Set<Int>, _ added: inout [Event]) {
    let same = pairs.values.filter(\.isSame)
    let groups = JoinGroups(same.lazy.map { ($0.first, $0.second) })
    var additions = Dictionary(added.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for group in groups.groups {
      let inFile = group.compactMap { rows[$0] }.filter { !dropped.contains($0) }.sorted()
      let others = group.compactMap { additions[$0] }
      guard inFile.count + others.count > 1 else { continue }
      let joined = Event(joining: inFile.map { replaced[$0] ?? table[$0] } + others)
      for other in others { additions[other.id] = nil }
      if let lead = inFile.first {
        replaced[lead] = joined
        dropped.formUnion(inFile.dropFirst())
      } else {
        additions[joined.id] = joined
      }
    }
    added = added.compactMap { additions[$0.id] }
    tellConflicts(same, groups)
  }

  /// Lists the pairs that are said to be two events and are joined by other decisions.
  private mutating func tellConflicts(_ same: [PairDecision], _ groups: JoinGroups) {
    let latest = Dictionary(same.map { (groups.leader(of: $0.first), $0.change) }) { one, other in
      one.position < other.position ? other : one
    }
    for pair in pairs.values where !pair.isSame && groups.leader(of: pair.first) == groups.leader(of: pair.second) {
      let words =
        "\(quoted(pair.first)) and \(quoted(pair.second)) are said to be two events, and other decisions join them"
      problems.append(
        (
          pair.change.position,
          ChangeProblem(
            .conflict, pair.change, other: latest[groups.leader(of: pair.first)], event: pair.first, words: words)
        ))
    }
  }
}
