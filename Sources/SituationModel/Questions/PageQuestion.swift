/// Some events whole, in the order of time: earlier starts first, an open start before all others; of those the earlier ends, an
/// open end last; what has no date last of all. Equals stand by the bytes of their ids.
public struct PageQuestion: Hashable, Sendable {
  /// Which events.
  public var scope: EventScope
  /// The area of the marks that are asked for; nil for all events, including those without a place.
  public var area: GeoBounds?
  /// How many of them are passed over.
  public var offset: Int
  /// How many are wanted at most.
  public var limit: Int

  /// A question.
  public init(scope: EventScope, area: GeoBounds? = nil, offset: Int = 0, limit: Int) {
    (self.scope, self.area, self.offset, self.limit) = (scope, area, offset, limit)
  }
}

/// A page of events.
public struct PageAnswer: Sendable {
  /// The events, in order.
  public let events: [Event]
  /// How many there are on all pages; nil where it would take too long to count them.
  public let all: EventCount?

  /// An answer.
  public init(events: [Event], all: EventCount?) { (self.events, self.all) = (events, all) }
}
