/// The parts into which a dimension divides the events of a table, and the parts of each row.
struct Partition: Sendable {
  /// A part.
  struct Part: Hashable, Sendable {
    /// The name; not made safe.
    let name: String
    /// The filter that passes the events of the part; nil where none says it.
    let filter: FilterExpression?

    init(_ name: String, _ filter: FilterExpression? = nil) { (self.name, self.filter) = (name, filter) }
  }

  /// Parts in one of which a row is, or in several, nobody knows in which.
  enum Choice: Hashable, Sendable {
    case range(ClosedRange<Int32>)
    case list([Int32])

    /// Calls something with each of the parts.
    func each(_ body: (Int) -> Void) {
      switch self {
      case .range(let range): for part in range { body(Int(part)) }
      case .list(let parts): for part in parts { body(Int(part)) }
      }
    }
  }

  /// How rows lie to the parts.
  enum Rows: Sendable {
    /// A row is surely in one part; or, where its number is below 0, maybe in some: those of the choice at `-1 - number`.
    case codes([Int32])
    /// A row is surely in each part of a list.
    case lists(FacetColumn)
  }

  let dimension: Dimension
  /// The parts. Where rows are coded, the first is for those of which nothing is stated.
  let parts: [Part]
  /// The choices of rows that may be in several parts.
  let choices: [Choice]
  /// The place of the part for rows that state nothing; nil where there is none.
  let missing: Int?
  let rows: Rows

  private init(_ dimension: Dimension, _ parts: [Part], missing: Int?, _ rows: Rows, _ choices: [Choice] = []) {
    (self.dimension, self.parts, self.missing) = (dimension, parts, missing)
    (self.rows, self.choices) = (rows, choices)
  }

  init(_ dimension: Dimension, parts: [Part], codes: [Int32], choices: [Choice] = []) {
    self.init(dimension, parts, missing: 0, .codes(codes), choices)
  }

  /// Calls something with each part of a row: its place, and true if the row is surely in it.
  func each(_ row: Int, _ body: (Int, Bool) -> Void) {
    switch rows {
    case .codes(let codes):
      let code = Int(codes[row])
      if code >= 0 { body(code, true) } else { choices[-1 - code].each { body($0, false) } }
    case .lists(let column): for id in column.ids(of: row) { body(Int(id), true) }
    }
  }

  // MARK: Making

  /// The parts of a dimension. Linear in the rows.
  ///
  /// - Parameters:
  ///   - facets: the values of the events, for actors and sources.
  ///   - provinces: the provinces of places of which the record names none.
  init(
    _ dimension: Dimension, of table: EventTable, facets: FacetTable? = nil, provinces: ProvinceFinder? = nil
  ) {
    switch dimension {
    case .place: self.init(places: table)
    case .province: self.init(provinces: table, provinces)
    case .kind: self.init(kinds: table)
    case .standing:
      let all = Standing.allCases.sorted { $0.code < $1.code }
      let parts = all.map { Part($0.rawValue, .term(.standing(.equals($0)))) }
      self.init(
        .standing, parts: [Part("not stated", .not(.term(.has(.standing))))] + parts,
        codes: table.columns.standings.map(Int32.init))
    case .precision:
      // The codes begin at 0 with a precision that is one.
      let all = PlacePrecision.allCases.sorted { $0.code < $1.code }
      let parts = all.map { Part($0 == .unknown ? "not stated" : $0.rawValue, .term(.precision(.equals($0)))) }
      self.init(.precision, parts: [Part("")] + parts, codes: table.columns.precisions.map { Int32($0) + 1 })
    case .file:
      let parts = table.files.map { file in Part(file.name, Partition.term(.file, file.name)) }
      let codes =
        table.files.isEmpty
        ? [Int32](repeating: 0, count: table.count) : table.columns.files.map { Int32($0) + 1 }
      self.init(.file, parts: [Part("one file")] + parts, codes: codes)
    case .actor: self.init(lists: .actor, of: facets ?? FacetTable(table), .actor)
    case .source: self.init(lists: .source, of: facets ?? FacetTable(table), .source)
    case .day: self.init(times: table, .day, by: .day)
    case .month: self.init(times: table, .month, by: .month)
    case .year: self.init(times: table, .year, by: .year)
    }
  }

  private static func term(_ field: FilterTerm.TextField, _ text: String) -> FilterExpression? {
    Needle(text).map { .term(.text(field, .equals, $0)) }
  }

  private init(places table: EventTable) {
    let columns = table.columns
    var (parts, known) = ([Part("no name")], [String: Int32]())
    let numbers = columns.names.map { name in
      if let part = known[name] { return part }
      let part = Int32(truncatingIfNeeded: parts.count)
      parts.append(Part(name, Partition.term(.place, name)))
      known[name] = part
      return part
    }
    self.init(.place, parts: parts, codes: columns.places.map { $0 < 0 ? 0 : numbers[Int($0)] })
  }

  private init(kinds table: EventTable) {
    let kinds = table.kinds
    let parts = (0...UInt8.max).map { code in
      Part(kinds.word(ofCode: code), Partition.term(.kind, kinds.word(ofCode: code)))
    }
    self.init(.kind, parts: [Part("")] + parts, codes: table.columns.kinds.map { Int32($0) + 1 })
  }

  private init(lists facet: Facet, of facets: FacetTable, _ dimension: Dimension) {
    guard let column = facets.column(facet) else {
      self.init(
        dimension, parts: [Part("not stated")], codes: [Int32](repeating: 0, count: facets.events.count))
      return
    }
    let parts = column.entries.map { Part($0.name, $0.value.wanted) }
    let missing = column.entries.firstIndex { if case .missing = $0.value { true } else { false } }
    self.init(dimension, parts, missing: missing, .lists(column))
  }
}
