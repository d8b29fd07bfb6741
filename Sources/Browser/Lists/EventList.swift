import SituationModel
import TextCanvas

/// The list of the shown events, in the chosen order, under a heading for each group.
///
/// A line is made only when it is read.
struct EventList: RandomAccessCollection, Sendable {
  /// A line of the list.
  enum Item: Hashable, Sendable {
    /// A heading for the events below it: the row of the first one, and their number.
    case heading(row: Int, count: Int)
    /// An event.
    case event(row: Int, isCertain: Bool)

    /// The row of an event; nil for a heading.
    var eventRow: Int? {
      if case .event(let row, _) = self { row } else { nil }
    }
  }

  /// A heading with its line.
  private struct Heading {
    let line: Int
    let row: Int
    let count: Int
  }

  private var headings: [Heading] = []
  private let matches: [EventTable.Match]
  /// True if the rows of the matches rise from line to line.
  private let isInTableOrder: Bool

  /// The number of lines.
  var endIndex: Int { matches.count + headings.count }
  var startIndex: Int { 0 }

  /// A list without lines.
  init() { (matches, isInTableOrder) = ([], true) }

  /// The lines for some matches. Linear in the table.
  init(of given: [EventTable.Match], in arrangement: EventArrangement) {
    matches = arrangement.arranged(given)
    isInTableOrder = arrangement.isTableOrder
    let beginnings = arrangement.beginnings(in: matches)
    headings = beginnings.indices.map { number in
      let (place, end) = (beginnings[number], number + 1 < beginnings.count ? beginnings[number + 1] : matches.count)
      return Heading(line: place + number, row: matches[place].row, count: end - place)
    }
  }

  /// A line.
  subscript(line: Int) -> Item {
    let above = headings.firstPlace { $0.line > line }
    if above > 0, headings[above - 1].line == line {
      return .heading(row: headings[above - 1].row, count: headings[above - 1].count)
    }
    let match = matches[line - above]
    return .event(row: match.row, isCertain: match.isCertain)
  }

  /// The lines of rows, in their order. Linear if the list is not in the order of the table.
  func lines(ofRows rows: RowSet) -> [Int] {
    if isInTableOrder { return rows.compactMap(line(ofRow:)) }
    let wanted = Set(rows)
    return matches.indices.filter { wanted.contains(matches[$0].row) }.map(line(ofPlace:))
  }

  /// The number of events above a line. Logarithmic.
  func events(before line: Int) -> Int {
    line - (0..<headings.count).firstPlace { headings[$0].line >= line }
  }

  /// The line of an event; nil if it is not in the list. Linear if the list is not in the order of the table.
  func line(ofRow row: Int) -> Int? {
    let place =
      isInTableOrder ? matches.firstPlace { $0.row >= row } : matches.firstIndex { $0.row == row } ?? matches.count
    guard place < matches.count, matches[place].row == row else { return nil }
    return line(ofPlace: place)
  }

  /// The line of the event that so many others stand before. Logarithmic.
  private func line(ofPlace place: Int) -> Int {
    // The headings above it: those before whose lines fewer events stand than before it.
    place + (0..<headings.count).firstPlace { headings[$0].line - $0 > place }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element passes, if all behind it pass too. Logarithmic.
  fileprivate func firstPlace(_ passes: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// An event in a list.
public struct ListedEvent: Hashable, Sendable {
  /// The row of the event.
  public let row: Int
  /// True if the event is certainly in the window, and not only possibly.
  public let isCertain: Bool
  /// The text of the heading above it; nil if there are no groups.
  public let group: String?

  /// The same event in another table.
  public func at(row: Int) -> ListedEvent { ListedEvent(row: row, isCertain: isCertain, group: group) }
}

extension EventOrder {
  /// Some matches, given in the order of rows, in the order of a list. n log n in the table.
  public func listed(_ matches: [EventTable.Match], in events: EventTable) -> [ListedEvent] {
    EventArrangement(self, of: events).arranged(matches).map { match in
      let group = grouping == .none ? nil : events.heading(of: match.row, by: grouping)
      return ListedEvent(row: match.row, isCertain: match.isCertain, group: group)
    }
  }

  /// The order in words: `sorted by grade, turned round, grouped by kind`.
  var words: String {
    let turned = isTurned ? ", reversed" : ""
    return "sorted by \(column.rawValue)\(turned), "
      + (grouping == .none ? "not grouped" : "grouped by \(grouping.rawValue)")
  }

  /// The order in words for the frame of a list.
  var shortWords: String {
    if self == EventOrder() { return "events" }
    let groups = grouping == .none || grouping == .day ? "" : ", per \(grouping.rawValue)"
    return "by \(column.rawValue)\(isTurned ? ", reversed" : "")\(groups)"
  }
}
