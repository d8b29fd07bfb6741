import SituationModel
import TextCanvas

/// The list of the events that are shown, in the order that was asked for, under a heading for each group.
struct EventList {
  /// A line of the list.
  enum Item: Hashable, Sendable {
    /// What the events below it share, by the row of the first, and how many they are.
    case heading(row: Int, count: Int)
    /// An event.
    case event(row: Int, isCertain: Bool)

    /// The row of an event; nil for a heading.
    var eventRow: Int? {
      if case .event(let row, _) = self { row } else { nil }
    }
  }

  /// The lines that some matches make. Linear in the table.
  static func items(of matches: [EventTable.Match], in arrangement: EventArrangement) -> [Item] {
    var items: [Item] = []
    var last: Int?
    var heading = 0
    var count = 0
    for match in arrangement.arranged(matches) {
      if let group = arrangement.group(of: match.row) {
        if group != last {
          heading = items.count
          count = 0
          items.append(.heading(row: match.row, count: 0))
        }
        last = group
        count += 1
        if case .heading(let row, _) = items[heading] { items[heading] = .heading(row: row, count: count) }
      }
      items.append(.event(row: match.row, isCertain: match.isCertain))
    }
    return items
  }
}

/// An event as it stands in a list.
public struct ListedEvent: Hashable, Sendable {
  /// Its row.
  public let row: Int
  /// Whether it is certainly in the window, and not only possibly.
  public let isCertain: Bool
  /// What the heading above it says; nil where there are no groups.
  public let group: String?

  /// The same event in another table.
  public func at(row: Int) -> ListedEvent { ListedEvent(row: row, isCertain: isCertain, group: group) }
}

extension EventOrder {
  /// Some matches, given in the order of rows, as a list has them. n log n in the table.
  public func listed(_ matches: [EventTable.Match], in events: EventTable) -> [ListedEvent] {
    EventArrangement(self, of: events).arranged(matches).map { match in
      let group = grouping == .none ? nil : events.heading(of: match.row, by: grouping)
      return ListedEvent(row: match.row, isCertain: match.isCertain, group: group)
    }
  }

  /// `sorted by grade, turned round, grouped by kind`.
  var words: String {
    let turned = isTurned ? ", turned round" : ""
    return "sorted by \(column.rawValue)\(turned), "
      + (grouping == .none ? "in one" : "grouped by \(grouping.rawValue)")
  }

  /// What the frame of a list has room for.
  var shortWords: String {
    if self == EventOrder() { return "events" }
    let groups = grouping == .none || grouping == .day ? "" : ", per \(grouping.rawValue)"
    return "by \(column.rawValue)\(isTurned ? " turned" : "")\(groups)"
  }
}
