/// The events of a table as reports, to find those that may be of one event.
///
/// No model and no network: times and places that rule one event out are passed over, and what is left is compared by words, figures,
/// parties and links. Nothing is joined by this; a person decides.
public struct Linking: Sendable {
  private let events: EventTable
  private let records: [LinkRecord]
  private let likeness: Likeness

  /// Candidates of an event that are compared in full, of which the best are kept.
  private static let compared = 32

  /// The reports of a table. Reads all events, on all processors.
  public init(_ events: EventTable) {
    self.events = events
    let parts = events.count > 2_000 ? processors() : 1
    let made = inParallel(parts) { part in
      (events.count * part / parts..<events.count * (part + 1) / parts).map { row in
        let code = events.columns.kinds[row]
        let isTold = Int(code) != EventKind.other.code
        return LinkRecord(events[row], kind: isTold ? UInt16(code) + 1 : 0)
      }
    }
    records = made.flatMap { $0 }
    likeness = Likeness(records)
  }

  /// The pairs that may be of one event, best first, and the number of events in crowds that were not compared whole.
  ///
  /// - Parameters:
  ///   - most: so many candidates of an event are kept; a pair stays if it is among those of either event.
  ///   - isDecided: true for pairs that somebody has decided on, which are left out.
  public func candidates(
    most: Int = 20, isDecided: @escaping @Sendable (Int, Int) -> Bool = { _, _ in false }
  ) -> (pairs: [LinkCandidate], crowded: Int) {
    let quick = nearest()
    let rows = records.count
    let best = inParallel(parts) { part -> [[(other: Int, weight: Float)]] in
      (rows * part / parts..<rows * (part + 1) / parts).map { row in
        let weighed = quick.lists[row].map { (other: $0, weight: likeness.weight(row, $0)) }
        return Array(
          weighed.filter { $0.weight >= Likeness.least && records[row].canBeSame(as: records[$0.other]) }
            .sorted { ($1.weight, $0.other) < ($0.weight, $1.other) }.prefix(most))
      }
    }.flatMap { $0 }
    // A pair that both have stands with the first of them.
    let pairs = inParallel(parts) { part -> [LinkCandidate] in
      (rows * part / parts..<rows * (part + 1) / parts).flatMap { row in
        best[row].compactMap { other, weight -> LinkCandidate? in
          if other < row, best[other].contains(where: { $0.other == row }) { return nil }
          if isDecided(row, other) { return nil }
          let score = Likeness.score(weight)
          let isOneOrigin = Likeness.origin(records[row], records[other], score: score) != nil
          return LinkCandidate(row, other, score: score, isOneOrigin: isOneOrigin)
        }
      }
    }.flatMap { $0 }
    return (pairs.sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }, quick.crowded)
  }

  /// The number of threads that comparing is worth.
  private var parts: Int { records.count > 2_000 ? processors() : 1 }

  /// For each row the rows that are nearest to it by what is found quickly.
  private func nearest() -> (lists: [[Int]], crowded: Int) {
    let blocks = LinkBlocks(records)
    let (traces, count) = (likeness.traces, records.count)
    let sketches = records.indices.map { likeness.sketch($0) }
    let parts = parts
    let found = inParallel(parts) { part -> (NearestRows, Int) in
      var nearest = NearestRows(count: count, most: Linking.compared)
      let crowded = blocks.forEachPair(part: part, of: parts) { first, second in
        guard traces[first].mayBeSame(as: traces[second]) else { return }
        let weight = traces[first].weight(traces[second]) + sketches[first].likeness(sketches[second])
        nearest.add(second, to: first, weight)
        nearest.add(first, to: second, weight)
      }
      return (nearest, crowded)
    }
    let crowded = found.reduce(0) { $0 + $1.1 }
    let lists = inParallel(parts) { part in
      (count * part / parts..<count * (part + 1) / parts).map { row -> [Int] in
        let entries = found.flatMap { $0.0.rows(of: row) }.sorted { ($1.weight, $0.row) < ($0.weight, $1.row) }
        // In crowds a pair may have been compared twice.
        var seen: Set<Int32> = []
        let single = crowded == 0 ? entries : entries.filter { seen.insert($0.row).inserted }
        return single.prefix(Linking.compared).map { Int($0.row) }
      }
    }.flatMap { $0 }
    return (lists, crowded)
  }

  // MARK: Pairs

  /// True if neither the times nor the places rule out that two rows are of one event.
  public func canBeSame(_ first: Int, _ second: Int) -> Bool { records[first].canBeSame(as: records[second]) }

  /// The score of a pair, from 0 to 100.
  public func score(_ first: Int, _ second: Int) -> Double {
    Likeness.score(likeness.weight(first, second))
  }

  /// The reasons for and against two rows being of one event.
  public func reasons(_ first: Int, _ second: Int) -> [LinkReason] {
    likeness.reasons(first, second, events[first], events[second])
  }

  /// The reason for which two rows go back to one report; nil where nothing says so.
  public func origin(_ first: Int, _ second: Int) -> LinkReason? {
    Likeness.origin(records[first], records[second], score: score(first, second))
  }
}

/// For each row the rows with the greatest weights, in heaps of one size.
struct NearestRows: Sendable {
  struct Entry: Sendable {
    var row: Int32
    var weight: Float
  }

  private let most: Int
  private var counts: [Int32]
  private var heaps: [Entry]

  init(count: Int, most: Int) {
    self.most = most
    counts = Array(repeating: 0, count: count)
    heaps = Array(repeating: Entry(row: -1, weight: 0), count: count * most)
  }

  /// Adds a row to the list of another; the least of a full list makes room for a greater one.
  mutating func add(_ row: Int, to other: Int, _ weight: Float) {
    let (base, count) = (other * most, Int(counts[other]))
    if count < most {
      var place = count
      counts[other] += 1
      while place > 0, heaps[base + (place - 1) / 2].weight > weight {
        heaps[base + place] = heaps[base + (place - 1) / 2]
        place = (place - 1) / 2
      }
      heaps[base + place] = Entry(row: Int32(truncatingIfNeeded: row), weight: weight)
    } else if weight > heaps[base].weight {
      var place = 0
      while true {
        var child = 2 * place + 1
        guard child < most else { break }
        if child + 1 < most, heaps[base + child + 1].weight < heaps[base + child].weight { child += 1 }
        guard heaps[base + child].weight < weight else { break }
        heaps[base + place] = heaps[base + child]
        place = child
      }
      heaps[base + place] = Entry(row: Int32(truncatingIfNeeded: row), weight: weight)
    }
  }

  func rows(of row: Int) -> ArraySlice<Entry> { heaps[row * most..<row * most + Int(counts[row])] }
}
