/// The events of a table in memory, asked as a source.
///
/// What a row's mark and id are is looked up once, when the source is made: the questions then ask numbers alone, but for what a
/// filter has to read.
public struct TableSource: EventSource {
  private let title: String
  private let table: EventTable
  private let marks: MarkRows

  /// A source of a table's events. n log n in the ids, and reads every event once, on all processors.
  public init(title: String, _ table: EventTable) {
    (self.title, self.table, marks) = (title, table, MarkRows(table))
  }

  /// The overview of all events, which was made with the source.
  public func overview() throws(SourceFailure) -> SourceOverview {
    SourceOverview(
      title: title, count: table.count, span: table.span, finestPrecision: table.finestPrecision, extent: marks.extent)
  }

  /// How many events have their places in each cell of an area, and how many are about whole countries. Linear in the events.
  public func cells(_ question: CellQuestion) throws(SourceFailure) -> CellAnswer {
    let area = question.area.map(question.grid.cells)
    var cells: [GridCell: CellTally] = [:]
    var countries: [[UInt8]: CountryTally<Int32>] = [:]
    var all = EventCount()
    var unplaced = 0
    for match in matches(question.scope) {
      all.add(match)
      guard let place = marks.anchor(of: match.row) else {
        unplaced += 1
        continue
      }
      if table.columns.precisions[match.row] == PlacePrecision.country.code {
        add(match, to: &countries)
        continue
      }
      let cell = question.grid.cell(of: place)
      guard area?.contains(cell) ?? true else { continue }
      cells[cell, default: CellTally()].add(match, of: table.columns, marks)
    }
    let counted = cells.sorted { $0.key < $1.key }.compactMap { $1.count(of: $0, marks) }
    return CellAnswer(
      cells: counted, all: all, unplaced: unplaced,
      countries: countries.counted { id in table[marks.row(ofID: id)].place.name })
  }

  /// Counts one more event that is about a country as a whole.
  private func add(_ match: EventTable.Match, to countries: inout [[UInt8]: CountryTally<Int32>]) {
    let place = table[match.row].place
    guard let bounds = place.shape?.bounds else { return }
    let key = place.name.map(FoldedText.bytes(of:)) ?? []
    let one = EventCount(certain: match.isCertain ? 1 : 0, possible: match.isCertain ? 0 : 1)
    let tally = CountryTally(one, first: marks.ids[match.row], bounds: bounds)
    if countries[key]?.add(tally) == nil { countries[key] = tally }
  }

  /// How many events each of some stretches of time has. Linear in the events, logarithmic in the stretches.
  public func buckets(_ question: BucketQuestion) throws(SourceFailure) -> BucketAnswer {
    var tally = BucketTally(bounds: question.bounds)
    for match in matches(question.scope) {
      guard let when = table.date(of: match.row) else { continue }
      tally.add(when, kind: Int(EventKind.code(atMost: table.columns.kinds[match.row])))
    }
    return BucketAnswer(buckets: tally.buckets)
  }

  /// Some events whole, in the order of time. n log n in the events that are meant.
  public func page(_ question: PageQuestion) throws(SourceFailure) -> PageAnswer {
    var (all, found) = (EventCount(), [Int]())
    for match in matches(question.scope) {
      if let area = question.area {
        guard let place = marks.anchor(of: match.row), area.contains(place) else { continue }
      }
      all.add(match)
      found.append(match.row)
    }
    let ordered = found.sorted { marks.order[$0] < marks.order[$1] }
    let events = ordered.dropFirst(max(0, question.offset)).prefix(max(0, question.limit)).map { table[$0] }
    return PageAnswer(events: events, all: all)
  }

  /// One event whole, by its id; nil where there is none of it.
  public func event(_ id: String) throws(SourceFailure) -> Event? { table.row(of: id).map { table[$0] } }

  /// Nothing: what is answered here is answered soon.
  public func cancel() {}

  /// The rows that a scope means, by row.
  private func matches(_ scope: EventScope) -> [EventTable.Match] {
    let rows = table.rows(passing: scope.filter)
    guard let window = scope.window else { return rows.map { EventTable.Match(row: $0, isCertain: true) } }
    return table.matches(in: window, among: rows)
  }
}

extension EventCount {
  /// Counts one more.
  fileprivate mutating func add(_ match: EventTable.Match) {
    if match.isCertain { certain += 1 } else { possible += 1 }
  }
}

/// The facts about each row that the questions need beside the columns.
private struct MarkRows: Sendable {
  /// The place of each row in the order of pages.
  let order: [Int32]
  /// The place of each row in the order of ids.
  let ids: [Int32]
  private let rowsByID: [Int]
  private let anchors: [Coordinate?]
  /// True for the rows whose place is points, and no line or area.
  let arePoints: [Bool]
  /// The exact bounds of all places; points in columns are a little rounded.
  let extent: GeoBounds?

  init(_ table: EventTable) {
    let parts = table.count > 10_000 ? processors() : 1
    let read = inParallel(parts) { part in
      (table.count * part / parts..<table.count * (part + 1) / parts).map { row in
        let (event, place) = (table[row], table[row].place)
        let isPoints = if case .points = place.shape { true } else { false }
        return (id: Array(event.id.utf8), anchor: place.anchor, isPoints: isPoints, bounds: place.shape?.bounds)
      }
    }.flatMap { $0 }
    anchors = read.map(\.anchor)
    arePoints = read.map(\.isPoints)
    extent = GeoBounds(around: read.compactMap(\.bounds))
    let byID = read.indices.sorted { left, right in
      read[left].id == read[right].id ? left < right : read[left].id.lexicographicallyPrecedes(read[right].id)
    }
    let ids = MarkRows.places(of: byID)
    let columns = table.columns
    let byTime = read.indices.sorted { left, right in
      if columns.starts[left] != columns.starts[right] { return columns.starts[left] < columns.starts[right] }
      let (end, other) = (columns.end(left), columns.end(right))
      if end != other { return end < other }
      return ids[left] < ids[right]
    }
    (self.ids, order, rowsByID) = (ids, MarkRows.places(of: byTime), byID)
  }

  /// The row at a place in the order of ids.
  func row(ofID place: Int32) -> Int { rowsByID[Int(place)] }

  func anchor(of row: Int) -> Coordinate? { anchors[row] }

  /// The place of each row in a sequence of all.
  private static func places(of rows: [Int]) -> [Int32] {
    var places = [Int32](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() { places[row] = Int32(truncatingIfNeeded: place) }
    return places
  }
}

/// A cell while it is counted.
private struct CellTally {
  private var count = EventCount()
  private var kinds = [Int](repeating: 0, count: EventKind.codeCount)
  private var standings: UInt8 = 0
  private var vaguest = 0
  private var isPoints = true
  /// The row of the least id.
  private var first: Int?

  mutating func add(_ match: EventTable.Match, of columns: EventColumns, _ marks: MarkRows) {
    let row = match.row
    count.add(match)
    kinds[Int(EventKind.code(atMost: columns.kinds[row]))] += 1
    standings |= 1 << columns.standings[row]
    vaguest = max(vaguest, Int(columns.precisions[row]))
    isPoints = isPoints && marks.arePoints[row]
    if first.map({ marks.ids[row] < marks.ids[$0] }) ?? true { first = row }
  }

  func count(of cell: GridCell, _ marks: MarkRows) -> CellCount? {
    guard let first, let place = marks.anchor(of: first) else { return nil }
    return CellCount(
      cell: cell, count: count, kinds: kinds, standings: standings, vaguest: PlacePrecision(code: vaguest),
      isPoints: isPoints, place: place)
  }
}
