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
    var parts: [SortKey.Tier: [(key: SortKey, row: Int)]] = [:]
    var (lastDay, areDaysInOrder): (SortKey?, Bool) = (nil, true)
    for row in 0..<events.count {
      let date = events.date(of: row)
      let (key, day) = (SortKey(date), SortKey(date?.day))
      parts[key.tier, default: []].append((key.tier == .ranked ? day : key, row))
      guard key.tier == .ranked else { continue }
      areDaysInOrder = areDaysInOrder && lastDay.map { !(day < $0) } ?? true
      lastDay = day
    }
    // Hours of a day may stand on both sides of a date that is about that day.
    if !areDaysInOrder { parts[.ranked]?.sort { ($0.key, $0.row) < ($1.key, $1.row) } }
    parts[.unranked]?.sort { ($0.key, $0.row) < ($1.key, $1.row) }
    let all = (parts[.ranked] ?? []) + (parts[.unranked] ?? []) + (parts[.unknown] ?? [])
    guard order.grouping == .day else { return (all.map(\.row), nil) }
    var groups = [Int32](repeating: 0, count: events.count)
    var (group, last): (Int32, SortKey?) = (0, nil)
    for (_, row) in all {
      let day = SortKey(events.date(of: row)?.day)
      if let last, last != day { group += 1 }
      groups[row] = group
      last = day
    }
    return (all.map(\.row), groups)
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

/// The sort key of one event.
private struct SortKey: Comparable {
  /// Unknown values are last, values without a rank before them, ranked values first, also if the order is reversed.
  enum Tier: UInt8 { case ranked, unranked, unknown }
  let tier: Tier
  private let first: Int64
  private let second: Int64
  private let third: Int64
  private let natural: [UInt8]
  private let text: String

  /// The key of an event's value in a column.
  init(_ column: EventColumn, of row: Int, in events: EventTable) {
    if column == .file {
      self.init(.ranked, Int64(events.file(of: row)?.number ?? 0))
      return
    }
    let event = events[row]
    switch column {
    case .file: self.init(.ranked)
    case .time: self.init(events.date(of: row))
    case .title: self.init(event.title)
    case .kind: self.init(event.kindName)
    case .place: self.init(event.place.name)
    case .actor: self.init(event.actors.first)
    case .source: self.init(event.sources.first?.who)
    case .grade: self.init(best: event.bestGrade?.rank, tier: event.bestGrade == nil ? .unknown : .ranked)
    case .standing:
      self.init(best: event.standing?.rank, tier: event.standing == nil ? .unknown : .unranked)
    case .precision: self.init(best: event.place.precision.rank, tier: .unknown)
    }
  }

  /// The key of an event's group.
  init(groupOf row: Int, in events: EventTable, by grouping: EventGrouping) {
    let event = events[row]
    switch grouping {
    case .change: self.init(events.change(of: row)?.sorts ?? [])
    case .day: self.init(events.date(of: row)?.day)
    case .actor: self.init(event.actors.isEmpty ? nil : event.actors.joined(separator: "; "))
    case .kind, .place, .file, .none: self.init(grouping.column ?? .time, of: row, in: events)
    }
  }

  private init(
    _ tier: Tier, _ first: Int64 = 0, _ second: Int64 = 0, _ third: Int64 = 0, natural: [UInt8] = [], text: String = ""
  ) {
    (self.tier, self.first, self.second, self.third) = (tier, first, second, third)
    (self.natural, self.text) = (natural, text)
  }

  /// A rank of which the highest comes first; without one it belongs to a tier.
  private init(best rank: Int?, tier: Tier) {
    if let rank { self.init(.ranked, Int64(-rank)) } else { self.init(tier) }
  }

  /// By the change that matters most, then by the next; what is the same is last.
  private init(_ sorts: [EventChange.Sort]) {
    let all = EventChange.Sort.allCases
    let digits = all.indices.map { index in index < sorts.count ? (all.firstIndex(of: sorts[index]) ?? 0) + 1 : 0 }
    self.init(sorts.isEmpty ? .unknown : .ranked, digits.reduce(0) { $0 * 10 + Int64($1) })
  }

  fileprivate init(_ when: DateInterval?) {
    guard let when else {
      self.init(.unknown)
      return
    }
    let doubt: Int64 = (when.isApproximate ? 1 : 0) + (when.isUncertain ? 2 : 0)
    // What may have been on one of several days comes after what is known to the day; if its start is open, by its end.
    self.init(
      when.isWithinOneDay ? .ranked : .unranked, when.start?.seconds ?? when.end?.seconds ?? .min,
      when.end?.seconds ?? .max, doubt)
  }

  /// A text in its natural order, and as it stands where that is the same.
  private init(_ text: String?) {
    guard let text, !text.isEmpty else {
      self.init(.unknown)
      return
    }
    self.init(.ranked, natural: NaturalOrder.key(of: text), text: text)
  }

  /// True if this key comes first; reversing does not touch the tiers.
  func precedes(_ other: SortKey, isTurned: Bool) -> Bool {
    if tier != other.tier { return tier.rawValue < other.tier.rawValue }
    return isTurned ? other < self : self < other
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    if left.tier != right.tier { return left.tier.rawValue < right.tier.rawValue }
    if left.first != right.first { return left.first < right.first }
    if left.second != right.second { return left.second < right.second }
    if left.third != right.third { return left.third < right.third }
    if left.natural != right.natural { return left.natural.lexicographicallyPrecedes(right.natural) }
    return left.text < right.text
  }
}
