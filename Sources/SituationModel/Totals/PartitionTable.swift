/// The parts of all events by some dimensions: made once for a table, so that the totals of each filter and window only count.
public struct PartitionTable: Sendable {
  /// The events.
  public let events: EventTable
  private let partitions: [Dimension: Partition]

  /// The parts by some dimensions. Linear in the events, on two processors.
  ///
  /// - Parameters:
  ///   - provinces: the provinces of places of which the record names none; nil without a map.
  ///   - facets: the values of the events, where somebody has them already.
  public init(
    _ events: EventTable, by dimensions: [Dimension] = Dimension.overview, provinces: ProvinceFinder? = nil,
    facets: FacetTable? = nil
  ) {
    self.events = events
    let listed = dimensions.filter(\.isOverlapping)
    let coded = dimensions.filter { !$0.isOverlapping }
    let (first, last) = inParallel(
      { () -> [Dimension: Partition] in
        guard !listed.isEmpty else { return [:] }
        let facets = facets ?? FacetTable(events)
        return Dictionary(listed.map { ($0, Partition($0, of: events, facets: facets)) }) { $1 }
      },
      { Dictionary(coded.map { ($0, Partition($0, of: events, provinces: provinces)) }) { $1 } },
      if: events.count > 50_000)
    partitions = first.merging(last) { $1 }
  }

  subscript(dimension: Dimension) -> Partition? { partitions[dimension] }
}
