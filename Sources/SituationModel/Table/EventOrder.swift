/// In which order events are listed, and under which headings.
///
/// By time, what is known to the day comes first, then what may have been on one of several days, then what has no date. Equals stay in
/// the order of time, whichever way the column is turned, and what is not known is last both ways.
public struct EventOrder: Hashable, Sendable {
  /// The column by which events are sorted within their groups.
  public var column: EventColumn
  /// True if the order is reversed: the last comes first.
  public var isTurned: Bool
  /// The grouping of the events. Groups stand in the order of their names or days, reversed if the list is sorted by the same and
  /// reversed.
  public var grouping: EventGrouping

  /// An order; by time and day if nothing else is said.
  public init(column: EventColumn = .time, isTurned: Bool = false, grouping: EventGrouping = .day) {
    self.column = column
    self.isTurned = isTurned
    self.grouping = grouping
  }
}
