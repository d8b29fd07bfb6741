#if PostgreSQL
  import SituationModel

  /// The question for the events about whole countries, which have no point on the map, and in which fine cells these would stand.
  struct CountriesSQL {
    /// The rows of these events. An index has them alone, and finds them by these words.
    static let condition = "precision = \(PlacePrecision.country.code) AND lon IS NOT NULL"

    /// The answer to it.
    struct Answer {
      /// The events of the scope by country.
      let counts: [CountryCount]
      /// The cells of the finest level of the rollups in which events about whole countries have their anchors, of the scope or not.
      /// The rollups count them there with the others.
      let cells: Set<GridCell>

      /// The answer of a server that has no such event.
      static let none = Answer(counts: [], cells: [])
    }

    let scope: EventScope
    let finder: FactFinder

    /// True if a server tells its events about whole countries: it has the index of them, or other servers have its rows. Tables that
    /// an earlier `sitmap db init` made have no index until the next one.
    static func isTold(by connection: Connection) throws(SourceFailure) -> Bool {
      try connection.ask(
        """
        SELECT to_regclass('sitmap.events_countries') IS NOT NULL OR relkind <> 'r' FROM pg_class \
        WHERE oid = 'sitmap.events'::regclass
        """
      ).flag(0, 0)
    }

    /// Counts them. Linear in the events about whole countries, and quick where there are none.
    func ask(_ connection: Connection) throws(SourceFailure) -> Answer {
      let condition = Statement(text: CountriesSQL.condition)
      guard try connection.ask("SELECT EXISTS (SELECT FROM sitmap.events WHERE \(condition))").flag(0, 0) else {
        return .none
      }
      let facts = try finder.events(scope, area: condition)
      let columns = Statement(text: CellSQL.column(level: Rollups.finest))
      let rows = Statement(text: CellSQL.row(level: Rollups.finest))
      let cells = try connection.ask("SELECT DISTINCT \(columns), \(rows) FROM sitmap.events WHERE \(condition)")
      return Answer(
        counts: try counts(facts, connection),
        cells: Set(
          (0..<cells.count).compactMap { row in
            cells.number(row, 0).flatMap { column in
              cells.number(row, 1).map { GridCell(column: column, row: $0) }
            }
          }))
    }

    private func counts(_ facts: Facts, _ connection: Connection) throws(SourceFailure) -> [CountryCount] {
      let counted = facts.each { part in
        """
        SELECT shard, f_place AS name, count(*) FILTER (WHERE \(facts.certain)) AS sure, count(*) AS n, min(id) AS least, \
        min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north FROM \(part) GROUP BY 1, 2
        """
      }
      let answer = try connection.sum(
        """
        SELECT name, sum(sure), sum(n), min(least), min(west), min(south), max(east), max(north) FROM (\(counted)) AS counted \
        GROUP BY 1
        """, isShared: facts.isShared)
      var countries: [[UInt8]: CountryTally<String>] = [:]
      for row in 0..<answer.count {
        guard let key = answer.bytes(row, 0), let sure = answer.number(row, 1), let count = answer.number(row, 2),
          let first = answer.text(row, 3), let west = answer.double(row, 4), let south = answer.double(row, 5),
          let east = answer.double(row, 6), let north = answer.double(row, 7)
        else { continue }
        countries[key] = CountryTally(
          EventCount(certain: sure, possible: count - sure), first: first,
          bounds: GeoBounds(south: south, west: west, north: north, east: east))
      }
      let ids = countries.filter { !$0.key.isEmpty }.map(\.value.first)
      let names = try self.names(of: ids, connection)
      return countries.counted { names[$0] }
    }

    /// The names of the places of some events by the events' ids: as their files have them, which the columns have not.
    private func names(of ids: [String], _ connection: Connection) throws(SourceFailure) -> [String: String] {
      var names: [String: String] = [:]
      guard !ids.isEmpty else { return names }
      let answer = try connection.ask(
        "SELECT id, file, record FROM sitmap.events WHERE id = ANY (\(PlaceSQL.list(ids), as: "text[]"))")
      for (row, event) in StoredEvents.read(answer, file: 1, record: 2).enumerated() {
        if let id = answer.text(row, 0), let name = event?.place.name { names[id] = name }
      }
      return names
    }
  }

  /// The cells of rollups that count events about whole countries among others. What is in them is counted from the events.
  struct MixedCells {
    /// The level of the rollups.
    let level: Int
    /// Number of each cell: its column and its row in one.
    private let numbers: [Int64]
    private let ground: Set<GridCell>

    /// The greatest number of cells that are looked at one by one. For more, counting all events of an area is faster.
    static let most = 400

    /// The mixed cells of a level, in an area of a coarser one.
    init(_ cells: Set<GridCell>, level: Int) {
      let shift = Rollups.finest - level
      self.level = level
      let own = Set(cells.map { GridCell(column: $0.column >> shift, row: $0.row >> shift) })
      numbers = own.map { Int64($0.column) << 16 + Int64($0.row) }.sorted()
      let ground = max(0, level - AreaSQL.groundLevel)
      self.ground =
        level < AreaSQL.groundLevel
        ? [] : Set(own.map { GridCell(column: $0.column >> ground, row: $0.row >> ground) })
    }

    private static func number(_ column: Statement, _ row: Statement) -> Statement {
      "(\(column))::bigint * 65536 + (\(row))"
    }

    /// Rows of rollups that are in none of them.
    var without: Statement { "\(MixedCells.number("cx", "cy")) <> ALL (\(list: numbers))" }

    /// The events in them, as rows of rollups: those about whole countries in no cell, but not without a place.
    var events: Statement {
      let (column, row) = (
        Statement(text: CellSQL.column(level: level)), Statement(text: CellSQL.row(level: level))
      )
      let isCountry = Statement(text: CountriesSQL.condition)
      func cell(_ cell: Statement) -> Statement { "CASE WHEN \(isCountry) THEN \(CellsSQL.elsewhere) ELSE \(cell) END" }
      let rows: Statement = """
        SELECT \(cell(column)) AS cx, \(cell(row)) AS cy, start_s, end_s, has_date, doubtful, kind, f_kind, standing, 1 AS n, \
        precision AS vaguest, is_points, mark, NOT (\(Statement(text: Covering.exceptions))) AS sure FROM sitmap.events \
        WHERE lon IS NOT NULL AND \(MixedCells.number(column, row)) = ANY (\(list: numbers))
        """
      return ground.isEmpty ? "(\(rows)) AS r" : near(rows)
    }

    /// Events that are in cells of the ground, cell by cell: so the index that finds them has all that is asked for, and no event itself
    /// is read.
    private func near(_ rows: Statement) -> Statement {
      let (column, row) = (
        Statement(text: CellSQL.column(level: AreaSQL.groundLevel)),
        Statement(text: CellSQL.row(level: AreaSQL.groundLevel))
      )
      let cells = ground.sorted().map { cell -> Statement in "(\(cell.column), \(cell.row))" }
      return """
        (SELECT found.* FROM (VALUES \(Statement.joined(cells, by: ", "))) AS ground (gx, gy) CROSS JOIN LATERAL \
        (\(rows) AND (\(row)) = gy AND (\(column)) = gx OFFSET 0) AS found) AS r
        """
    }
  }
#endif
