/// The rows of a table in some order. It is made once for an order, so that a window or a filter costs no sorting.
public struct EventArrangement: Sendable {
  /// The rows in their order; nil where that is the table's own.
  private let sequence: [Int]?
  private let groups: Groups
  /// True if the order is that of the table.
  public var isTableOrder: Bool { sequence == nil }

  /// Which rows are of one group.
  private enum Groups: Sendable {
    /// There are none.
    case none
    /// They follow on each other in the table: the first row of each.
    case runs([Int32])
    /// The number of each row's group.
    case numbers([Int32])
  }

  /// Arranges all rows. n log n; linear where the table's own order will do.
  public init(_ order: EventOrder, of events: EventTable) {
    let all = events.events
    if let days = EventArrangement.days(order, of: events) {
      (sequence, groups) = (nil, days.isEmpty ? .none : .runs(days))
      return
    }
    if let (rows, numbers) = EventArrangement.datedFirst(order, of: events) {
      (sequence, groups) = (rows, numbers.map(Groups.numbers) ?? .none)
      return
    }
    let names = order.grouping == .none ? [] : all.indices.map { SortKey(groupOf: $0, in: events, by: order.grouping) }
    let isOwn =
      order.column == .time && events.clock == .happened && !order.isTurned
      && zip(names, names.dropFirst()).allSatisfy { !($1 < $0) }
    if isOwn {
      sequence = nil
    } else {
      let keys = all.indices.map { SortKey(order.column, of: $0, in: events) }
      let turnsGroups = order.isTurned && order.grouping.column == order.column
      sequence = all.indices.sorted { left, right in
        if !names.isEmpty, names[left] != names[right] {
          return names[left].precedes(names[right], isTurned: turnsGroups)
        }
        if keys[left] != keys[right] { return keys[left].precedes(keys[right], isTurned: order.isTurned) }
        return left < right
      }
    }
    var groups = [Int32](repeating: 0, count: names.count)
    let rows = sequence ?? Array(names.indices)
    for (before, row) in zip(rows, rows.dropFirst()) where !names.isEmpty {
      groups[row] = groups[before] + (names[before] == names[row] ? 0 : 1)
    }
    self.groups = groups.isEmpty ? .none : .numbers(groups)
  }

  /// The groups of the table's own order, where that is wanted and days do in it; nil otherwise. Linear, and asks the
  /// columns alone.
  private static func days(_ order: EventOrder, of events: EventTable) -> [Int32]? {
    guard order.column == .time, !order.isTurned, events.clock == .happened else { return nil }
    guard order.grouping == .day || order.grouping == .none else { return nil }
    var first: [Int32] = []
    var last: SortKey?
    for row in 0..<events.count where row == 0 || !events.columns.isOneTime(row, row - 1) {
      let day = SortKey(events.date(of: row)?.day)
      if let last, day < last { return nil }
      if day != last { first.append(Int32(truncatingIfNeeded: row)) }
      last = day
    }
    return order.grouping == .none ? [] : first
  }

  /// The usual order of a table that has dates of more than a day: those known to the day, then the others, then what has no date; and
  /// the number of each row's day. nil where another order is wanted. Asks the columns alone; n log n in the dates of more than a day.
  private static func datedFirst(_ order: EventOrder, of events: EventTable) -> (rows: [Int], groups: [Int32]?)? {
    guard order.column == .time, !order.isTurned, events.clock == .happened,
      order.grouping == .day || order.grouping == .none
    else { return nil }
    var dated: [Int] = []
    var (spread, undated): ([(key: SortKey, row: Int)], [Int]) = ([], [])
    var (last, areDaysInOrder): (DayKey?, Bool) = (nil, true)
    dated.reserveCapacity(events.count)
    for row in 0..<events.count {
      guard let date = events.date(of: row) else {
        undated.append(row)
        continue
      }
      guard let day = DayKey(date) else {
        spread.append((SortKey(date), row))
        continue
      }
      dated.append(row)
      areDaysInOrder = areDaysInOrder && last.map { $0 <= day } ?? true
      last = day
    }
    // Hours of a day may stand on both sides of a date that is about that day.
    func day(_ row: Int) -> DayKey? { events.date(of: row).flatMap(DayKey.init) }
    if !areDaysInOrder {
      dated = dated.map { (day($0), $0) }.sorted { ($0.0 ?? .none, $0.1) < ($1.0 ?? .none, $1.1) }.map(\.1)
    }
    spread.sort { ($0.key, $0.row) < ($1.key, $1.row) }
    let all = dated + spread.map(\.row) + undated
    guard order.grouping == .day else { return (all, nil) }
    var groups = [Int32](repeating: 0, count: events.count)
    var group: Int32 = -1
    last = nil
    for row in dated {
      let key = day(row)
      if key != last || group < 0 { group += 1 }
      groups[row] = group
      last = key
    }
    var lastSpread: SortKey?
    for (_, row) in spread {
      let key = SortKey(events.date(of: row)?.day)
      if key != lastSpread { group += 1 }
      groups[row] = group
      lastSpread = key
    }
    for row in undated { groups[row] = group + 1 }
    return (all, groups)
  }

  /// The group of a row, counted from 0 in the order of the groups; nil when there are no groups.
  public func group(of row: Int) -> Int? {
    switch groups {
    case .none: return nil
    case .numbers(let numbers): return Int(numbers[row])
    case .runs(let first):
      var (low, high) = (0, first.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(first[middle]) > row { high = middle } else { low = middle + 1 }
      }
      return low - 1
    }
  }

  /// The places at which groups begin among matches that stand in this order; none where there are no groups. Linear.
  public func beginnings(in matches: [EventTable.Match]) -> [Int] {
    var beginnings: [Int] = []
    switch groups {
    case .none: break
    case .numbers(let numbers):
      var last: Int32?
      for (place, match) in matches.enumerated() where numbers[match.row] != last {
        beginnings.append(place)
        last = numbers[match.row]
      }
    case .runs(let first):
      var (next, end) = (0, 0)
      for (place, match) in matches.enumerated() where match.row >= end {
        while next < first.count, Int(first[next]) <= match.row { next += 1 }
        end = next < first.count ? Int(first[next]) : .max
        beginnings.append(place)
      }
    }
    return beginnings
  }

  /// Some matches, given in the order of rows, in this order. Linear in the table.
  public func arranged(_ matches: [EventTable.Match]) -> [EventTable.Match] {
    guard let sequence else { return matches }
    var places = [Int32](repeating: -1, count: sequence.count)
    for (index, match) in matches.enumerated() { places[match.row] = Int32(truncatingIfNeeded: index) }
    return sequence.compactMap { places[$0] < 0 ? nil : matches[Int(places[$0])] }
  }
}
