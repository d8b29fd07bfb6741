import SituationModel

/// What a table is: how its rows are written, what its columns mean, and by which codebook its codes are read.
struct TableLayout: Sendable {
  /// One use of a column; a column may have several.
  struct Use: Hashable, Sendable {
    /// Its place in a row, from 0.
    var column: Int
    var meaning: ColumnMeaning
    /// Words for its codes; empty where it has words of its own.
    var codes: [String: String] = [:]
    /// How its dates are read.
    var dates = DateReading()
    /// What its figures count, and which of three a figure is.
    var figure = ""
    var bound = Bound.best

    enum Bound: Hashable, Sendable { case low, best, high }
  }

  /// Whose codes tell how exactly a place and a time are known.
  enum Precisions: Sendable { case words, acled, ucdp, gdelt }

  var format: FileFormat
  var dialect: Dialect
  /// The names of the columns; those without one are called by their number.
  var names: [String]
  var uses: [Use] {
    didSet { (meanings, facetColumns) = (uses.map(\.meaning), TableLayout.facetColumns(uses)) }
  }
  /// What the uses are for: looked through for each field that is read.
  private var meanings: [ColumnMeaning]
  /// The columns that say of what kind an event is, who acted, and who says so with which grade; nil where all may.
  private(set) var facetColumns: [Int]?
  var precisions = Precisions.words
  /// Where the first record begins.
  var firstRow = 0
  /// Whether a database wrote it: a fault is told by the number of its row, since a line says nothing there.
  var countsRows = false
  /// Whether texts may have the apostrophe in front that keeps a spreadsheet from taking them for formulas.
  var isDisarmed = false

  init(
    format: FileFormat, dialect: Dialect, names: [String], uses: [Use], precisions: Precisions = .words,
    firstRow: Int = 0, isDisarmed: Bool = false
  ) {
    (self.format, self.dialect, self.names, self.uses) = (format, dialect, names, uses)
    (self.precisions, self.firstRow, self.isDisarmed) = (precisions, firstRow, isDisarmed)
    (meanings, facetColumns) = (uses.map(\.meaning), TableLayout.facetColumns(uses))
  }

  private static func facetColumns(_ uses: [Use]) -> [Int]? {
    if uses.contains(where: { $0.meaning == .members }) { return nil }
    let meanings: [ColumnMeaning] = [.kind, .actor, .source, .link, .sources, .figure, .grade]
    return Set(uses.lazy.filter { meanings.contains($0.meaning) }.map(\.column)).sorted()
  }

  /// Whether it is a table of our own: what is there counts as it stands, and nothing is guessed of it.
  var isOwn: Bool { format == .ownTable }

  /// The uses of a meaning, in the order in which they count.
  func uses(of meaning: ColumnMeaning) -> [Use] { meanings.indices.filter { meanings[$0] == meaning }.map { uses[$0] } }
  func use(of meaning: ColumnMeaning) -> Use? { meanings.firstIndex(of: meaning).map { uses[$0] } }

  /// What a code, or a word, says of how exactly a place is known; nil where it is none.
  func precision(_ code: String) -> PlacePrecision? {
    switch precisions {
    case .words: PlacePrecision(rawValue: code.lowercased())
    case .acled: Codebook.acled(place: code)
    case .ucdp: Codebook.ucdp(place: code)
    case .gdelt: Codebook.gdelt(place: code)
    }
  }

  /// A date as a code says it is known; nil where it says nothing.
  func date(_ date: DateInterval, known code: String) -> DateInterval? {
    switch precisions {
    case .acled: Codebook.acled(time: code, of: date)
    case .ucdp: Codebook.ucdp(time: code, of: date)
    case .words, .gdelt: nil
    }
  }
}

extension TableLayout {
  /// How much of a file tells what it is.
  private static let headBytes = 1 << 18

  /// Whether bytes are a table, and what its layout is; nil where they are none.
  ///
  /// - Parameters:
  ///   - known: How the rows are written, where that is known, as of a sheet.
  ///   - map: what a person says of the columns.
  init?(sniffing bytes: UnsafeBufferPointer<UInt8>, as known: Dialect? = nil, map: ColumnMap, limits: Limits) {
    guard let first = bytes.first(where: { $0 > 0x20 }), known != nil || !"{[<".utf8.contains(first) else { return nil }
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(TableLayout.headBytes))
    guard var dialect = known ?? Dialect(sniffing: head) else { return nil }
    if GDELT.fits(head, dialect) { dialect.hasQuotes = false }
    let rows = TableLayout.rows(head, dialect, isWhole: head.count == bytes.count, limits)
    guard let top = rows.first else { return nil }

    if let tagged = HXL.Header(rows.prefix(HXL.searched).map(\.texts)) {
      self = TableLayout.named(tagged.names, dialect)
      if format == .table { apply(tags: tagged.tags) }
      firstRow = rows[tagged.row].end
    } else if let layout = GDELT.layout(top.texts, dialect) ?? UCDP.layoutWithoutNames(top.texts, dialect) {
      self = layout
      firstRow = top.start
    } else {
      let hasNames = TableLayout.areNames(top.texts)
      let names = top.texts.enumerated().map { $1.isEmpty || !hasNames ? "column \($0 + 1)" : $1 }
      self = TableLayout.named(names, dialect)
      firstRow = hasNames ? top.end : top.start
    }
    settle(map, rows.filter { $0.start >= firstRow }.map(\.texts))
  }

  /// The layout of what a database wrote: with commas, quotes (RFC 4180), and the names of the columns in the first row.
  init?(exported bytes: UnsafeBufferPointer<UInt8>, map: ColumnMap, limits: Limits) {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(TableLayout.headBytes))
    let dialect = Dialect(separator: UInt8(ascii: ","))
    let rows = TableLayout.rows(head, dialect, isWhole: head.count == bytes.count, limits)
    guard let top = rows.first else { return nil }
    self = TableLayout.named(top.texts, dialect)
    // A database has the texts as they are.
    (firstRow, isDisarmed, countsRows) = (top.end, false, true)
    settle(map, rows.dropFirst().map(\.texts))
  }

  /// The layout of a table whose columns have names.
  private static func named(_ names: [String], _ dialect: Dialect) -> TableLayout {
    ACLED.layout(names, dialect) ?? UCDP.layout(names, dialect) ?? GeoConfirmed.layout(names, dialect)
      ?? TableLayout(names: names, dialect)
  }

  /// Takes what a person says, and what the first rows tell.
  mutating func settle(_ map: ColumnMap, _ samples: [[String]]) {
    apply(map)
    guessPlaces(samples)
    guessTime(samples)
    readDates(samples, map)
  }

  /// A table of nobody's known format, by the names of its columns.
  init(names: [String], _ dialect: Dialect) {
    let isOwn = names.starts(with: ["id", "title", "kind", "when", "published"])
    // Some columns of our own tables only repeat what others say.
    func meaning(_ name: String, _ guess: ColumnMeaning) -> ColumnMeaning {
      switch name {
      case "certainly_in_window", "grade": .none
      case "sources": names.contains("sources_json") ? .none : .source
      default: guess
      }
    }
    self.init(
      format: isOwn ? .ownTable : .table, dialect: dialect, names: names,
      uses: zip(names.indices, ColumnNames.meanings(of: names)).map { index, guess in
        Use(column: index, meaning: isOwn ? meaning(names[index], guess) : guess, figure: names[index])
      }, isDisarmed: isOwn)
  }

  /// Whether there is a column of a name, or of a number behind `#`.
  func hasColumn(_ name: String) -> Bool {
    let number = name.hasPrefix("#") ? Int(name.dropFirst()) ?? 0 : 0
    return names.contains { $0.lowercased() == name.lowercased() } || (1...max(1, names.count)).contains(number)
  }

  /// Whether the first row has names of columns: one that is known, or no number and no date at all.
  private static func areNames(_ texts: [String]) -> Bool {
    if ColumnNames.meanings(of: texts).contains(where: { $0 != .other }) { return true }
    return !texts.contains { text in
      TableNumber.number(text) != nil || TableLayout.isDate(text)
    }
  }

  private static func isDate(_ text: String) -> Bool {
    text.utf8.count >= 8
      && Array(text.utf8).withUnsafeBufferPointer { (try? DateReading().date($0)) != nil }
  }

  /// Whether it can be told where or when anything was.
  var hasEvents: Bool {
    uses.contains { [.lat, .lon, .geometry, .time, .start, .place].contains($0.meaning) }
  }

  private struct HeadRow {
    let start: Int
    let end: Int
    let texts: [String]
  }

  /// The first rows, without one that the end of the head cuts.
  private static func rows(
    _ head: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, isWhole: Bool, _ limits: Limits
  ) -> [HeadRow] {
    var scanner = RowScanner(head, dialect: dialect, limits: limits)
    var rows: [HeadRow] = []
    while rows.count < 1_000, scanner.next(columns: rows.first?.texts.count ?? 0) {
      if scanner.isBlank || scanner.problem != nil || !isWhole && !scanner.isEnded { continue }
      let texts = scanner.fields.map { TableRow.text($0, in: head) }
      rows.append(HeadRow(start: scanner.start, end: scanner.offset, texts: texts))
    }
    return rows
  }

  // MARK: What a person says, and what the values tell

  private mutating func apply(_ map: ColumnMap) {
    for (index, name) in names.enumerated() {
      guard let meaning = map.meaning(of: name, number: index + 1) else { continue }
      // What was guessed for another column is wrong, where there can be one only.
      if ![.actor, .source, .link, .summary, .figure, .none].contains(meaning) {
        for place in uses.indices where uses[place].meaning == meaning { uses[place].meaning = .other }
      }
      uses.removeAll { $0.column == index }
      uses.append(Use(column: index, meaning: meaning, figure: name))
    }
    if map.choices.contains(where: { $0.meaning == .lat || $0.meaning == .lon }) {
      for place in uses.indices where uses[place].meaning == .geometry { uses[place].meaning = .other }
    }
  }

  /// Finds coordinates by their values, where no name tells of any.
  private mutating func guessPlaces(_ samples: [[String]]) {
    let given = Set(uses.map(\.meaning))
    if given.contains(.lat), given.contains(.lon) { return settleGeometry(samples) }
    // One of the two alone is no place.
    if let place = uses.first(where: { $0.meaning == .place }), !given.contains(.geometry),
      isPairs(place.column, samples)
    {
      return set(.geometry, to: place.column)
    }
    settleGeometry(samples)
    guard !given.contains(.geometry), !given.contains(.lat), !given.contains(.lon), samples.count > 1 else { return }
    let fractions = names.indices.filter { column in
      samples.allSatisfy { row in
        guard column < row.count else { return false }
        return TableNumber.isMissing(row[column])
          || row[column].contains { ".,".contains($0) } && degrees(row[column]) != nil
      } && samples.contains { column < $0.count && degrees($0[column]) != nil }
    }
    guard fractions.count == 2 else { return }
    let isLongitudeFirst = samples.contains { abs(degrees($0[fractions[0]]) ?? 0) > 90 }
    set(isLongitudeFirst ? .lon : .lat, to: fractions[0])
    set(isLongitudeFirst ? .lat : .lon, to: fractions[1])
  }

  /// Finds dates by their values, where no name tells of any: the first column that has nothing else.
  private mutating func guessTime(_ samples: [[String]]) {
    guard !uses.contains(where: { [.time, .start, .end].contains($0.meaning) }), samples.count > 1 else { return }
    let column = names.indices.first { column in
      guard uses.contains(where: { $0.column == column && $0.meaning == .other }) else { return false }
      let values = samples.map { column < $0.count ? $0[column] : "" }.filter { !TableNumber.isMissing($0) }
      return !values.isEmpty && values.allSatisfy { TableNumber.number($0) == nil && TableLayout.isDate($0) }
    }
    if let column { set(.time, to: column) }
  }

  private func degrees(_ text: String) -> Double? {
    TableNumber.degrees(text).flatMap { abs($0) <= 180 ? $0 : nil }
  }

  /// A column that is called as geometries are and has something else is none.
  private mutating func settleGeometry(_ samples: [[String]]) {
    guard let use = use(of: .geometry) else { return }
    let values = samples.compactMap { use.column < $0.count ? $0[use.column] : nil }.filter {
      !TableNumber.isMissing($0)
    }
    if !values.isEmpty, !values.contains(where: { TableRow.isGeometry($0) }) { set(.other, to: use.column) }
  }

  private func isPairs(_ column: Int, _ samples: [[String]]) -> Bool {
    let values = samples.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isEmpty }
    return !values.isEmpty && values.allSatisfy { TableRow.isGeometry($0) }
  }

  private mutating func set(_ meaning: ColumnMeaning, to column: Int) {
    uses.removeAll { $0.column == column }
    uses.append(Use(column: column, meaning: meaning))
  }

  private mutating func readDates(_ samples: [[String]], _ map: ColumnMap) {
    for place in uses.indices where [.time, .start, .end, .published].contains(uses[place].meaning) {
      let column = uses[place].column
      // Ours are EDTF, and midnight is what it says.
      if isOwn { continue }
      let texts = samples.compactMap { column < $0.count ? $0[column] : nil }.filter { !TableNumber.isMissing($0) }
      uses[place].dates = DateReading(sniffing: texts, order: map.dateOrder)
    }
  }
}
