import Glibc
import SituationModel
import Synchronization

/// A source of a test: a table in memory that is asked as a server is, that can be made to fail or to wait, and that counts what it was
/// asked.
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
  private let table: TableSource
  private let state = Mutex(State())

  /// A source of some events.
  public init(_ events: [Event], title: String = "Sample") {
    self.events = EventTable(events)
    table = TableSource(title: title, self.events)
  }

  /// What it was asked so far, in order.
  public var asked: [Sort] { state.withLock { $0.asked } }
  /// How often it was told to end what it does.
  public var cancels: Int { state.withLock { $0.cancels } }

  /// Waits until it was asked so often; false if that takes half a minute.
  public func waitUntilAsked(_ count: Int) -> Bool {
    for _ in 0..<30_000 {
      if asked.count >= count { return true }
      usleep(1_000)
    }
    return false
  }

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
      usleep(500)
    }
  }

  /// What is to be known of the whole.
  public func overview() throws(SourceFailure) -> SourceOverview {
    try begin(.overview)
    return try table.overview()
  }

  /// Counts by cell.
  public func cells(_ question: CellQuestion) throws(SourceFailure) -> CellAnswer {
    try begin(.cells)
    return try table.cells(question)
  }

  /// Counts by bucket.
  public func buckets(_ question: BucketQuestion) throws(SourceFailure) -> BucketAnswer {
    try begin(.buckets)
    return try table.buckets(question)
  }

  /// Some events.
  public func page(_ question: PageQuestion) throws(SourceFailure) -> PageAnswer {
    try begin(.page)
    return try table.page(question)
  }

  /// One event.
  public func event(_ id: String) throws(SourceFailure) -> Event? {
    try begin(.event)
    return try table.event(id)
  }

  /// Ends what waits.
  public func cancel() { state.withLock { $0.cancels += 1 } }
}
