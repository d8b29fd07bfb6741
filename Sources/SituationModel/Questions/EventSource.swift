/// Where events are kept, whatever their number: a table in memory, or a server that many share.
///
/// The browser asks four questions, each of some events (`EventScope`), and every answer has the size of a screen. An answer takes as
/// long as it takes: whoever asks waits on a thread of their own.
public protocol EventSource: Sendable {
  /// The overview of all events, which needs no look at single events.
  func overview() throws(SourceFailure) -> SourceOverview
  /// How many events have their places in each cell of an area.
  func cells(_ question: CellQuestion) throws(SourceFailure) -> CellAnswer
  /// How many events each of some stretches of time has.
  func buckets(_ question: BucketQuestion) throws(SourceFailure) -> BucketAnswer
  /// Some events whole, one after the other in the order of time.
  func page(_ question: PageQuestion) throws(SourceFailure) -> PageAnswer
  /// One event whole, by its id; nil where there is none of it.
  func event(_ id: String) throws(SourceFailure) -> Event?
  /// Ends what is being answered, from any thread: that question fails with `.cancelled`.
  func cancel()
}

/// Why a question has no answer.
public enum SourceFailure: Error, Hashable, Sendable {
  /// Somebody asked for it to end.
  case cancelled
  /// It took longer than it may.
  case tooSlow
  /// The source is not there now; asking again later may help. The text says why, in one sentence without a full stop.
  case away(String)
  /// The source answers, but not this; asking again does not help. The text says why, in the same way.
  case refused(String)
  /// The source can't decide a term of the filter, which is given as a person would type it.
  case unanswerable(String)

  /// The same for a person, in one sentence without a full stop.
  public var sentence: String {
    switch self {
    case .cancelled: "stopped"
    case .tooSlow: "the server took too long"
    case .away(let reason), .refused(let reason): reason
    case .unanswerable(let term): "the server can't filter by \(term)"
    }
  }
}

/// Which events a question is about.
public struct EventScope: Hashable, Sendable {
  /// Which events, whatever their time.
  public var filter: EventFilter
  /// In which time, certainly or possibly; nil for any, those without a date too.
  public var window: TimeWindow?

  /// Some events; all of them if nothing is said.
  public init(filter: EventFilter = EventFilter(), window: TimeWindow? = nil) {
    (self.filter, self.window) = (filter, window)
  }
}

/// Facts about all events of a source.
public struct SourceOverview: Hashable, Sendable {
  /// The title of the source.
  public let title: String
  /// How many events it has.
  public let count: Int
  /// The window of all known dates; nil if no event has one.
  public let span: TimeWindow?
  /// The finest precision of any date; `day` where there is none.
  public let finestPrecision: TimePrecision
  /// The bounds of all places; nil if no event has one.
  public let extent: GeoBounds?

  /// An overview from its parts.
  public init(title: String, count: Int, span: TimeWindow?, finestPrecision: TimePrecision, extent: GeoBounds?) {
    (self.title, self.count, self.span) = (title, count, span)
    (self.finestPrecision, self.extent) = (finestPrecision, extent)
  }
}

/// How many of some events are known to be meant, and how many may be.
public struct EventCount: Hashable, Sendable {
  /// The events that are certainly in the window.
  public var certain: Int
  /// The events that may be in the window.
  public var possible: Int
  /// Both.
  public var all: Int { certain + possible }

  /// A count; none if nothing is said.
  public init(certain: Int = 0, possible: Int = 0) { (self.certain, self.possible) = (certain, possible) }
}
