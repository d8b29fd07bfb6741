#if PostgreSQL
  import SituationModel

  /// The query for the cells of an area, in SQL.
  struct CellsSQL {
    private let question: CellQuestion
    /// True if the server keeps its events about whole countries apart; otherwise the cells count them among the others.
    private let tellsCountries: Bool

    init(_ question: CellQuestion, tellsCountries: Bool) {
      (self.question, self.tellsCountries) = (question, tellsCountries)
    }

    func ask(_ connection: Connection) throws(SourceFailure) -> CellAnswer {
      let finder = FactFinder(places: PlaceSQL(ask: connection.ask))
      let (scope, grid) = (question.scope, question.grid)
      let countries =
        tellsCountries ? try CountriesSQL(scope: scope, finder: finder).ask(connection) : CountriesSQL.Answer.none
      guard let bounds = question.area else {
        let facts = try finder.facts(scope, level: grid.level, mixed: countries.cells)
        let found = try connection.sum(counts(facts, nil), isShared: facts.isShared)
        return answer(found, totals: nil, countries.counts)
      }
      let area = grid.cells(touching: bounds)
      let everywhere = try finder.facts(scope, level: 0)
      // All have to be looked at in any case, so that it is known how many there are; several servers count theirs by themselves.
      guard everywhere.isRollup || everywhere.isShared else {
        let counts = counts(everywhere, area, countsOthers: true)
        return answer(try connection.sum(counts, isShared: false), totals: nil, countries.counts)
      }
      let shift = max(0, Rollups.finest - grid.level)
      let mixed = countries.cells.filter { cell in
        grid.level > Rollups.finest || area.contains(GridCell(column: cell.column >> shift, row: cell.row >> shift))
      }
      let facts = try finder.facts(scope, level: grid.level, area: (area, bounds), mixed: mixed)
      let found = try connection.sum(counts(facts, area), isShared: facts.isShared)
      return answer(found, totals: try TotalsSQL.ask(everywhere, connection), countries.counts)
    }

    /// The column and row that stand for all events outside of the area or about a whole country.
    static let elsewhere = -2

    /// The query for the cells of some facts.
    ///
    /// - Parameter countsOthers: true if the events outside of the area are counted too, as one cell.
    private func counts(_ facts: Facts, _ area: CellArea?, countsOthers: Bool = false) -> Statement {
      let isInside: Statement = area.map { AreaSQL.holds($0) } ?? "true"
      func cell(_ name: String) -> Statement {
        guard countsOthers else { return Statement(text: name) }
        return
          "CASE WHEN \(Statement(text: name)) < 0 OR \(isInside) THEN \(Statement(text: name)) ELSE \(CellsSQL.elsewhere) END"
      }
      let cells: Statement = "\(cell("x")), \(cell("y"))"
      let wanted = countsOthers ? "true" : isInside
      if facts.isShared { return sums(of: facts, isInside) }
      let kinds = (0..<EventKind.codeCount).map { facts.count(where: "kind = \($0)") }
      let precision = facts.precision
      let rows = facts.each { part in
        """
        SELECT \(column(facts)) AS x, \(row(facts)) AS y, kind, \(facts.certain) AS sure, \
        \(facts.isRollup ? "n, " : "")standing, \(precision), is_points, mark FROM \(part)
        """
      }
      return """
        SELECT \(cells), \(facts.count(where: "sure")), \(facts.count()), bit_or(1 << standing), max(\(precision)), bool_and(is_points), \
        min(mark), \(Statement.joined(kinds, by: ", ")) FROM (\(rows)) AS rows WHERE \(wanted) GROUP BY 1, 2
        """
    }

    private func column(_ facts: Facts) -> Statement { cell(facts.column(question.grid), facts) }
    private func row(_ facts: Facts) -> Statement { cell(facts.row(question.grid), facts) }

    /// The column or the row of a cell. Single events about whole countries get `elsewhere`: they are in no cell.
    private func cell(_ number: Statement, _ facts: Facts) -> Statement {
      guard tellsCountries, !facts.isRollup else { return number }
      return
        "CASE WHEN \(Statement(text: CountriesSQL.condition)) THEN \(CellsSQL.elsewhere) ELSE \(number) END"
    }

    /// The query for cells of events that lie on several servers: counted by server and kind, then summed up.
    private func sums(of facts: Facts, _ wanted: Statement) -> Statement {
      let kinds = (0..<EventKind.codeCount).map { kind -> Statement in
        "coalesce(sum(n) FILTER (WHERE kind = \(kind)), 0)"
      }
      let inner = facts.each { part in
        """
        SELECT \(facts.shard) AS shard, \(column(facts)) AS x, \(row(facts)) AS y, kind, \
        \(facts.count(where: facts.certain)) AS sure, \(facts.count()) AS n, bit_or(1 << standing) AS standings, \
        max(\(facts.precision)) AS vaguest, bool_and(is_points) AS points, min(mark) AS least \
        FROM \(part) GROUP BY 1, 2, 3, 4
        """
      }
      return """
        SELECT x, y, sum(sure), sum(n), bit_or(standings), max(vaguest), bool_and(points), min(least), \
        \(Statement.joined(kinds, by: ", ")) FROM (\(inner)) AS counted WHERE \(wanted) GROUP BY x, y
        """
    }

    private func answer(_ answer: Answer, totals: TotalsSQL.Totals?, _ countries: [CountryCount]) -> CellAnswer {
      var (cells, all, unplaced): ([CellCount], EventCount, Int) = ([], EventCount(), 0)
      for row in 0..<answer.count {
        let (certain, count) = (answer.number(row, 2) ?? 0, answer.number(row, 3) ?? 0)
        all.certain += certain
        all.possible += count - certain
        guard let x = answer.number(row, 0), let y = answer.number(row, 1), x >= 0, y >= 0 else {
          if answer.number(row, 0) != CellsSQL.elsewhere { unplaced += count }
          continue
        }
        guard let place = MarkText.place(answer.text(row, 7)) else { continue }
        let vaguest = answer.number(row, 5) ?? 0
        cells.append(
          CellCount(
            cell: GridCell(column: x, row: y), count: EventCount(certain: certain, possible: count - certain),
            kinds: (0..<EventKind.codeCount).map { answer.number(row, 8 + $0) ?? 0 },
            standings: UInt8(clamping: answer.number(row, 4) ?? 0),
            vaguest: PlacePrecision(code: vaguest),
            isPoints: answer.flag(row, 6), place: place))
      }
      cells.sort { $0.cell < $1.cell }
      return CellAnswer(
        cells: cells, all: totals?.all ?? all, unplaced: totals?.unplaced ?? unplaced, countries: countries)
    }
  }

  /// A mark's text in a row: an id, then U+0001, then the longitude and latitude.
  enum MarkText {
    static func place(_ text: String?) -> Coordinate? {
      guard let degrees = text?.split(separator: "\u{1}").last?.split(separator: " "), degrees.count == 2,
        let longitude = Double(degrees[0]), let latitude = Double(degrees[1])
      else { return nil }
      return Coordinate(latitude: latitude, longitude: longitude)
    }
  }
#endif
