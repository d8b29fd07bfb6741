import SituationModel
import Synchronization

/// A source of a test: a table in memory that is asked as a server is, that can be made to fail, and that counts what it was asked.
public final class SampleSource: EventSource {
  /// What a question is, without what it asks.
  public enum Sort: Hashable, Sendable { case overview, cells, buckets, page, event }

  private struct State {
    var asked: [Sort] = []
    var failures: [SourceFailure] = []
    var holds = false
    var cancels = 0
  }

  /// The events.
  public let events: EventTable
  private let title: String
  private let state = Mutex(State())

  /// A source of some events.
  public init(_ events: [Event], title: String = "Sample") { (self.events, self.title) = (EventTable(events), title) }

  /// What it was asked so far, in order.
  public var asked: [Sort] { state.withLock { $0.asked } }
  /// How often it was told to end what it does.
  public var cancels: Int { state.withLock { $0.cancels } }

  /// Fails the next questions, each in one way.
  public func fail(_ failures: SourceFailure...) { state.withLock { $0.failures += failures } }

  /// Lets questions wait until they are cancelled, or no longer.
  public func hold(_ holds: Bool) { state.withLock { $0.holds = holds } }

  private func begin(_ sort: Sort) throws(SourceFailure) {
    let (failure, cancels) = state.withLock { state in
      state.asked.append(sort)
      return (state.failures.isEmpty ? nil : state.failures.removeFirst(), state.cancels)
    }
    if let failure { throw failure }
    while state.withLock({ $0.holds }) {
      if state.withLock({ $0.cancels > cancels }) { throw .cancelled }
    }
  }

  /// What is to be known of the whole.
  public func overview() throws(SourceFailure) -> SourceOverview {
    try begin(.overview)
    return SourceOverview(
      title: title, count: events.count, span: events.span, finestPrecision: events.finestPrecision,
      extent: events.extent)
  }

  /// Counts by cell, in the slowest way there is.
  public func cells(_ question: CellQuestion) throws(SourceFailure) -> CellAnswer {
    try begin(.cells)
    var (groups, unplaced) = ([GridCell: [EventTable.Match]](), 0)
    let matches = matches(question.scope)
    for match in matches {
      guard let anchor = events[match.row].place.anchor else {
        unplaced += 1
        continue
      }
      let cell = question.grid.cell(of: anchor)
      if question.touches(cell) { groups[cell, default: []].append(match) }
    }
    let cells = groups.sorted { $0.key < $1.key }.map { count($0.key, $0.value) }
    return CellAnswer(cells: cells, all: EventCount(matches), unplaced: unplaced)
  }

  private func count(_ cell: GridCell, _ matches: [EventTable.Match]) -> CellCount {
    let own = matches.map { events[$0.row] }
    let (kinds, precisions) = (EventKind.allCases, PlacePrecision.allCases)
    let standings = own.reduce(UInt8(0)) { bits, event in
      bits | 1 << (event.standing.flatMap { Standing.allCases.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0)
    }
    let first = own.min { Array($0.id.utf8).lexicographicallyPrecedes(Array($1.id.utf8)) }
    return CellCount(
      cell: cell, count: EventCount(matches), kinds: kinds.map { kind in own.count { $0.kind == kind } },
      standings: standings,
      vaguest: own.map(\.place.precision).max {
        (precisions.firstIndex(of: $0) ?? 0) < (precisions.firstIndex(of: $1) ?? 0)
      } ?? .unknown,
      isPoints: own.allSatisfy { if case .points = $0.place.shape { true } else { false } },
      place: first?.place.anchor ?? Coordinate(latitude: 0, longitude: 0))
  }

  /// Counts by bucket.
  public func buckets(_ question: BucketQuestion) throws(SourceFailure) -> BucketAnswer {
    try begin(.buckets)
    let matches = matches(question.scope)
    return BucketAnswer(
      buckets: zip(question.bounds, question.bounds.dropFirst()).map { start, end in
        var (certain, possible) = (EventKind.allCases.map { _ in 0 }, 0)
        for match in matches {
          guard let date = events.date(of: match.row) else { continue }
          switch TimeWindow(start: start, end: end).membership(of: date) {
          case .certain: certain[EventKind.allCases.firstIndex(of: events.kind(of: match.row)) ?? 0] += 1
          case .possible: possible += 1
          case .outside: break
          }
        }
        return BucketCount(certain: certain, possible: possible)
      })
  }

  /// Some events.
  public func page(_ question: PageQuestion) throws(SourceFailure) -> PageAnswer {
    try begin(.page)
    let matches = matches(question.scope).filter { match in
      guard let area = question.area else { return true }
      return events[match.row].place.anchor.map(area.contains) ?? false
    }
    return PageAnswer(
      events: matches.dropFirst(question.offset).prefix(question.limit).map { events[$0.row] },
      all: EventCount(matches))
  }

  /// One event.
  public func event(_ id: String) throws(SourceFailure) -> Event? {
    try begin(.event)
    return events.row(of: id).map { events[$0] }
  }

  /// Ends what waits.
  public func cancel() { state.withLock { $0.cancels += 1 } }

  private func matches(_ scope: EventScope) -> [EventTable.Match] {
    let rows = events.rows(passing: scope.filter)
    guard let window = scope.window else { return events.matches(in: events.span ?? .ever, among: rows) }
    return events.matches(in: window, among: rows)
  }
}

extension EventCount {
  fileprivate init(_ matches: [EventTable.Match]) {
    let certain = matches.count(where: \.isCertain)
    self.init(certain: certain, possible: matches.count - certain)
  }
}

extension TimeWindow {
  fileprivate static let ever = TimeWindow(start: Instant(seconds: .min / 4), end: Instant(seconds: .max / 4))
}

extension CellQuestion {
  fileprivate func touches(_ cell: GridCell) -> Bool {
    guard let area else { return true }
    let (south, west) = (Double(cell.row) * grid.side - 90, Double(cell.column) * grid.side - 180)
    return area.intersects(GeoBounds(south: south, west: west, north: south + grid.side, east: west + grid.side))
  }
}
