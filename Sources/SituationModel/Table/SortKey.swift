/// The day of a date that is known to the day, and its doubt: such dates stand behind the certain ones of their day.
struct DayKey: Comparable {
  let day: Int64
  let doubt: UInt8

  static let none = DayKey(day: .min, doubt: 0)

  private init(day: Int64, doubt: UInt8) { (self.day, self.doubt) = (day, doubt) }

  /// nil for a date that is not known to the day.
  init?(_ date: DateInterval) {
    guard date.isWithinOneDay, let start = date.start else { return nil }
    self.init(day: start.dayNumber, doubt: (date.isApproximate ? 1 : 0) + (date.isUncertain ? 2 : 0))
  }

  static func < (left: DayKey, right: DayKey) -> Bool { (left.day, left.doubt) < (right.day, right.doubt) }
}

/// The sort key of one event.
struct SortKey: Comparable {
  /// Unknown values are last, values without a rank before them, ranked values first, also if the order is reversed.
  private enum Tier: UInt8 { case ranked, unranked, unknown }
  private let tier: Tier
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
    if case .figure(let name) = column, let figures = events.columns.figure(name) {
      self.init(most: figures[row]?.rank)
      return
    }
    let event = events[row]
    switch column {
    case .figure(let name): self.init(most: event.figure(name)?.rank)
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

  /// A number of which the greatest comes first.
  private init(most number: Double?) {
    guard let number else {
      self.init(.unknown)
      return
    }
    // The bits of doubles stand in their order, those of negative ones in the opposite.
    let bits = Int64(bitPattern: number.bitPattern)
    self.init(.ranked, bits < 0 ? bits & .max : ~bits)
  }

  /// By the change that matters most, then by the next; what is the same is last.
  private init(_ sorts: [EventChange.Sort]) {
    let all = EventChange.Sort.allCases
    let digits = all.indices.map { index in index < sorts.count ? (all.firstIndex(of: sorts[index]) ?? 0) + 1 : 0 }
    self.init(sorts.isEmpty ? .unknown : .ranked, digits.reduce(0) { $0 * 10 + Int64($1) })
  }

  init(_ when: DateInterval?) {
    guard let when else {
      self.init(.unknown)
      return
    }
    let doubt: Int64 = (when.isApproximate ? 1 : 0) + (when.isUncertain ? 2 : 0)
    // Dates of several days come after those known to the day; one with an open start stands by its end.
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
