/// A question to the events: a filter and a window.
public struct EventQuery: Hashable, Sendable {
  /// Which events, whatever their time.
  public var filter: EventFilter
  /// Which time.
  public var window: TimeWindow

  /// A question.
  public init(filter: EventFilter = EventFilter(), window: TimeWindow) {
    self.filter = filter
    self.window = window
  }
}
