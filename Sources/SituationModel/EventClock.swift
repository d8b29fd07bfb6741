/// The two times of an event, one of which all dates are taken from.
public enum EventClock: String, CaseIterable, Hashable, Sendable {
  /// When it happened.
  case happened
  /// When a report of it became known: what could be known on a day.
  case known
}
