/// How many events each value has under a filter, the choices of its own section left out.
public struct FacetCounts: Sendable {
  /// How many events pass, and how many of those for certain.
  public struct Count: Hashable, Sendable {
    /// All that pass.
    public var passing = 0
    /// The events that certainly pass.
    public var certain = 0

    /// The events that may pass: a date or a place leaves it open.
    public var possible: Int { passing - certain }

    /// No events yet.
    public init() {}

    fileprivate mutating func add(_ isCertain: Bool) {
      passing += 1
      if isCertain { certain += 1 }
    }

    fileprivate mutating func add(_ other: Count) {
      passing += other.passing
      certain += other.certain
    }
  }

  /// The count of events that pass the whole filter.
  public private(set) var whole = Count()
  private var listed: [Facet: [Count]] = [:]
  private var typed: [FacetValue: Count] = [:]

  /// The count of a value of the table, by its place among the section's entries.
  public func count(of index: Int, in facet: Facet) -> Count { listed[facet]?[index] ?? Count() }

  /// The count of a value that was asked for beside those of the table.
  public func count(of value: FacetValue) -> Count { typed[value] ?? Count() }

  /// Counts under a filter. Linear in the events and what each has, times the terms of the filter.
  ///
  /// - Parameters:
  ///   - table: the values of the events.
  ///   - filter: each section is counted under the other sections of it.
  ///   - values: what is to be counted beside the values of the table.
  ///   - files: the numbers of files whose events don't count.
  public init(
    _ table: FacetTable, under filter: FacetedFilter, and values: [FacetValue] = [], without files: Set<UInt8> = []
  ) {
    var parts: [FilterExpression] = []
    var places: [Facet: Int] = [:]
    for facet in Facet.allCases {
      guard let part = filter.expression(of: facet) else { continue }
      places[facet] = parts.count
      parts.append(part)
    }
    parts += filter.others
    let columns = FacetTable.listed.compactMap { facet in
      table.column(facet).map { Tally(facet: facet, place: places[facet], column: $0) }
    }
    let asked = Set(values).compactMap { value in
      value.facet.map { Asked(value: value, rule: FacetRule(value.wanted, of: table), place: places[$0]) }
    }
    let rules = parts.map { FacetRule($0, of: table) }
    let count = table.events.count
    let threads = count > FacetCounts.worthThreads ? processors() : 1
    let counted = inParallel(threads) { part in
      var counts = FacetCounts()
      counts.count(
        count * part / threads..<count * (part + 1) / threads, table, columns, asked, rules, without: files)
      return counts
    }
    self = counted[0]
    for other in counted.dropFirst() { add(other) }
  }

  private init() {}

  /// From so many events on several threads pay.
  private static let worthThreads = 50_000

  /// A value that is counted beside those of the table.
  private struct Asked: Sendable {
    let value: FacetValue
    let rule: FacetRule
    let place: Int?
  }

  /// Counts some rows.
  private mutating func count(
    _ rows: Range<Int>, _ table: FacetTable, _ columns: [Tally], _ values: [Asked], _ rules: [FacetRule],
    without files: Set<UInt8>
  ) {
    var (columns, answers) = (columns, Answers(count: rules.count))
    for row in rows {
      if !files.isEmpty, files.contains(table.events.columns.files[row]) { continue }
      answers.ask(rules, of: row)
      // With two against it, it passes in no section.
      if answers.outside > 1 { continue }
      if let isCertain = answers.pass(but: nil) { whole.add(isCertain) }
      for index in columns.indices {
        if let isCertain = answers.pass(but: columns[index].place) { columns[index].add(row, isCertain) }
      }
      for value in values {
        guard let isCertain = answers.pass(but: value.place) else { continue }
        let own = value.rule.membership(of: row)
        if own != .outside { typed[value.value, default: Count()].add(isCertain && own == .certain) }
      }
    }
    for column in columns { listed[column.facet] = column.counts }
  }

  /// Adds the counts of other rows.
  private mutating func add(_ other: FacetCounts) {
    whole.add(other.whole)
    for (facet, counts) in other.listed {
      for index in counts.indices { listed[facet]?[index].add(counts[index]) }
    }
    for (value, count) in other.typed { typed[value, default: Count()].add(count) }
  }

  /// The answers of all parts of a filter for one event.
  private struct Answers {
    private var answers: [Membership]
    private(set) var outside = 0
    private var possible = 0

    init(count: Int) { answers = Array(repeating: .certain, count: count) }

    mutating func ask(_ rules: [FacetRule], of row: Int) {
      (outside, possible) = (0, 0)
      for (index, rule) in rules.enumerated() {
        answers[index] = rule.membership(of: row)
        if answers[index] == .outside { outside += 1 }
        if answers[index] == .possible { possible += 1 }
      }
    }

    /// True if the event certainly passes all parts but one, false if it possibly does; nil if it does not.
    func pass(but place: Int?) -> Bool? {
      let own = place.map { answers[$0] }
      if outside > (own == .outside ? 1 : 0) { return nil }
      return possible == (own == .possible ? 1 : 0)
    }
  }

  /// The counts of one section of the table.
  private struct Tally: Sendable {
    let facet: Facet
    /// Where its own part stands among those of the filter; nil when it has none.
    let place: Int?
    let column: FacetColumn
    var counts: [Count]

    init(facet: Facet, place: Int?, column: FacetColumn) {
      self.facet = facet
      self.place = place
      self.column = column
      counts = Array(repeating: Count(), count: column.entries.count)
    }

    mutating func add(_ row: Int, _ isCertain: Bool) {
      for id in column.ids(of: row) { counts[Int(id)].add(isCertain) }
    }
  }
}
