/// The totals of some events: how many there are, what they count, and how they divide by dimensions.
///
/// Everything is counted twice: what surely belongs, and what may, since a date, a place or a term of the filter leaves it open. An event
/// that may be in two parts is maybe in both, and counts once in the whole.
public struct Totals: Sendable {
  /// The sums of one figure over the whole.
  public struct Figure: Hashable, Sendable {
    /// The name.
    public let name: FigureName
    /// The events, and the sums over them.
    public let tally: Tally

    /// A figure and its sums.
    public init(name: FigureName, tally: Tally) { (self.name, self.tally) = (name, tally) }
  }

  /// One dimension of the events.
  public struct Section: Sendable {
    /// The dimension.
    public let dimension: Dimension
    /// The parts that have events, those with the most sure events first; of time, in its order.
    public let rows: [Row]
    /// The events that surely are in the whole, and surely in no part of it: they lie across parts.
    public let across: Int
    /// The sum of the figure over those events.
    public let acrossFigure: FigureSum

    /// The rows with the most events, as many as are wanted, in the order of the section; without that of those that state nothing.
    public func busiest(_ count: Int) -> [Row] { busiest(of: rows.filter { !$0.isMissing }, count) }

    /// The rows with the most events among some, as many as are wanted, in the order given.
    public func busiest(of stated: [Row], _ count: Int) -> [Row] {
      let order = stated.indices.sorted { left, right in
        let (a, b) = (stated[left].tally, stated[right].tally)
        if a.sure != b.sure { return a.sure > b.sure }
        return a.maybe != b.maybe ? a.maybe > b.maybe : left < right
      }
      return order.prefix(count).sorted().map { stated[$0] }
    }
  }

  /// One part of a dimension.
  public struct Row: Sendable {
    /// The name; not made safe.
    public let name: String
    /// True if it is the part of those that state nothing.
    public let isMissing: Bool
    /// The events of the part.
    public let tally: Tally
    /// The filter that passes them; nil where none says it.
    public let filter: FilterExpression?
    /// How many events of the part surely are in each stretch of the window; empty where that was not asked for.
    public let series: [Int]
    /// The place of the part in its partition.
    let part: Int
  }

  /// The whole, with the sums of the figure that rows have, or of none.
  public let whole: Tally
  /// All figures that the events state.
  public let figures: [Figure]
  /// The figure that rows have; nil without one.
  public let figure: FigureName?
  /// The dimensions, in the order asked for.
  public let sections: [Section]

  /// Counts some events. Linear in them, on all processors where that pays.
  ///
  /// - Parameters:
  ///   - matches: the events; those that are certain are surely of the whole.
  ///   - partitions: the parts of all events of the table.
  ///   - dimensions: the dimensions to count by.
  ///   - figure: the figure that is summed for each part; nil for the first that the table has.
  ///   - window: the time that series divide; nil for none.
  ///   - stretches: how many stretches a series has.
  public init(
    _ matches: [EventTable.Match], of partitions: PartitionTable, by dimensions: [Dimension] = Dimension.overview,
    figure: FigureName? = nil, window: TimeWindow? = nil, stretches: Int = 24
  ) {
    let table = partitions.events
    let name = figure ?? table.figureNames.first
    let column = name.flatMap(table.columns.figure)
    (self.figure, whole) = (name, Totals.tally(matches, column, sums: name != nil))
    figures = table.figureNames.map {
      Figure(name: $0, tally: Totals.tally(matches, table.columns.figure($0), sums: true))
    }
    let series = window.map { TimeSeries(matches, of: table, in: $0, stretches: stretches) }
    let used = dimensions.compactMap { partitions[$0] }
    sections = inParallel(matches.count > Totals.worthThreads ? min(2, used.count) : 1) { thread in
      let threads = matches.count > Totals.worthThreads ? min(2, max(1, used.count)) : 1
      return used.enumerated().filter { $0.offset % threads == thread }.map { place, partition in
        (place, Section(matches, partition, column, sums: name != nil, series))
      }
    }.joined().sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// From so many events on several threads pay.
  private static let worthThreads = 20_000

  private static func tally(_ matches: [EventTable.Match], _ column: FigureColumn?, sums: Bool) -> Tally {
    var tally = Tally()
    for match in matches { tally.add(isSure: match.isCertain, column?[match.row], sums: sums) }
    return tally
  }
}

/// How many events each stretch of a window has: the stretch of each match, as far as it is known.
struct TimeSeries: Sendable {
  let stretches: Int
  /// The stretch of each match; -1 where it may be in several.
  let places: [Int16]

  init(_ matches: [EventTable.Match], of table: EventTable, in window: TimeWindow, stretches: Int) {
    let (count, columns) = (max(1, min(stretches, 1_000)), table.columns)
    let (first, length) = (window.start.seconds, max(1, window.seconds))
    self.stretches = count
    func place(_ seconds: Int64) -> Int {
      let (offset, overflows) = seconds.subtractingReportingOverflow(first)
      if overflows || offset < 0 || offset >= length { return -1 }
      return min(count - 1, Int(Double(offset) / Double(length) * Double(count)))
    }
    places = matches.map { match in
      guard match.isCertain else { return -1 }
      let (start, end) =
        table.clock == .happened
        ? (columns.starts[match.row], columns.end(match.row))
        : table.date(of: match.row).map { ($0.start?.seconds ?? .min, $0.end?.seconds ?? .max) } ?? (.max, .max)
      guard start != .min, start != .max, end != .max else { return -1 }
      let (head, tail) = (place(start), place(end - 1))
      return head == tail ? Int16(truncatingIfNeeded: head) : -1
    }
  }
}

extension Totals.Section {
  /// Counts one dimension of some events. Linear in them, and in the parts of choices that they may be in.
  fileprivate init(
    _ matches: [EventTable.Match], _ partition: Partition, _ column: FigureColumn?, sums: Bool, _ series: TimeSeries?
  ) {
    var tallies = [Tally](repeating: Tally(), count: partition.parts.count)
    var choices = [Tally](repeating: Tally(), count: partition.choices.count)
    switch partition.rows {
    case .codes(let codes):
      for match in matches {
        let code = Int(codes[match.row])
        if code >= 0 {
          tallies[code].add(isSure: match.isCertain, column?[match.row], sums: sums)
        } else {
          choices[-1 - code].add(isSure: match.isCertain, column?[match.row], sums: sums)
        }
      }
    case .lists(let ids):
      for match in matches {
        let range = column?[match.row]
        for id in ids.ids(of: match.row) { tallies[Int(id)].add(isSure: match.isCertain, range, sums: sums) }
      }
    }
    var (across, acrossFigure) = (0, FigureSum())
    for (choice, tally) in zip(partition.choices, choices) where tally.all > 0 {
      across += tally.sure
      acrossFigure.add(tally.sureFigure)
      let opened = tally.opened
      choice.each { tallies[$0].add(opened) }
    }
    (dimension, self.across, self.acrossFigure) = (partition.dimension, across, acrossFigure)
    let order = tallies.indices.filter { tallies[$0].all > 0 }
    let sorted =
      partition.dimension.unit != nil
      ? order
      : order.sorted { left, right in
        let (a, b) = (tallies[left], tallies[right])
        if a.sure != b.sure { return a.sure > b.sure }
        if a.maybe != b.maybe { return a.maybe > b.maybe }
        return partition.parts[left].name < partition.parts[right].name
      }
    let lines = series.map { Totals.Section.series(matches, partition, of: sorted, $0) }
    rows = sorted.enumerated().map { place, part in
      Totals.Row(
        name: partition.parts[part].name, isMissing: part == partition.missing, tally: tallies[part],
        filter: partition.parts[part].filter, series: lines.flatMap { place < $0.count ? $0[place] : nil } ?? [],
        part: part)
    }
  }

  /// So many parts at most have a series: nobody looks at more.
  private static let mostSeries = 200

  private static func series(
    _ matches: [EventTable.Match], _ partition: Partition, of parts: [Int], _ series: TimeSeries
  ) -> [[Int]] {
    let shown = parts.prefix(mostSeries)
    var slots = [Int32](repeating: -1, count: partition.parts.count)
    for (slot, part) in shown.enumerated() { slots[part] = Int32(slot) }
    var counts = [Int](repeating: 0, count: shown.count * series.stretches)
    for (match, place) in zip(matches, series.places) where place >= 0 {
      partition.each(match.row) { part, isSure in
        if isSure, slots[part] >= 0 { counts[Int(slots[part]) * series.stretches + Int(place)] += 1 }
      }
    }
    return shown.indices.map { Array(counts[$0 * series.stretches..<($0 + 1) * series.stretches]) }
  }
}

extension Tally {
  /// A tally of as many events, all of them maybe.
  fileprivate var opened: Tally {
    var tally = Tally()
    tally.open(self)
    return tally
  }
}

extension EventTable {
  /// The events of a scope. Without a window every event that surely passes the filter is certain, whatever its date.
  public func sureMatches(_ scope: EventScope) -> [Match] {
    if let window = scope.window { return sureMatches(EventQuery(filter: scope.filter, window: window)) }
    let all = rows(passing: scope.filter)
    guard let expression = scope.filter.expression else { return all.map { Match(row: $0, isCertain: true) } }
    let sure = rows(passing: EventFilter(.certainly(expression)), among: all)
    var place = 0
    return all.map { row in
      while place < sure.count, sure[place] < row { place += 1 }
      return Match(row: row, isCertain: place < sure.count && sure[place] == row)
    }
  }

  /// The events that a question is answered by, each certain where neither its time nor a term of the filter leaves it open. Linear.
  public func sureMatches(_ query: EventQuery) -> [Match] {
    let matches = matches(query)
    guard let expression = query.filter.expression else { return matches }
    let sure = rows(
      passing: EventFilter(.certainly(expression)), among: RowSet(matches.map { Int32(truncatingIfNeeded: $0.row) }))
    var place = 0
    return matches.map { match in
      while place < sure.count, sure[place] < match.row { place += 1 }
      let isSure = place < sure.count && sure[place] == match.row
      return isSure || !match.isCertain ? match : Match(row: match.row, isCertain: false)
    }
  }
}
