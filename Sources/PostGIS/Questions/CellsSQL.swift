#if PostgreSQL
  import SituationModel

  /// The question for the cells of an area, in SQL.
  struct CellsSQL {
    private let question: CellQuestion

    init(_ question: CellQuestion) { self.question = question }

    func ask(_ connection: Connection) throws(SourceFailure) -> CellAnswer {
      let finder = FactFinder(places: PlaceSQL(ask: connection.ask))
      let (scope, grid) = (question.scope, question.grid)
      guard let bounds = question.area else {
        let facts = try finder.facts(scope, level: grid.level)
        return answer(try connection.ask(counts(facts, nil)), totals: nil)
      }
      let area = grid.cells(touching: bounds)
      let facts = try finder.facts(scope, level: grid.level, area: (area, bounds))
      let found = try connection.ask(counts(facts, area))
      return answer(found, totals: try TotalsSQL.ask(scope, finder, connection))
    }

    /// The cells of some facts, counted by part of the server and kind, then summed up.
    private func counts(_ facts: Facts, _ area: CellArea?) -> Statement {
      let kinds = EventKind.allCases.indices.map { kind -> Statement in
        "coalesce(sum(n) FILTER (WHERE kind = \(kind)), 0)"
      }
      let inner: Statement = """
        SELECT \(facts.shard) AS shard, \(facts.column(question.grid)) AS x, \(facts.row(question.grid)) AS y, kind, \
        \(facts.count(where: facts.certain)) AS sure, \(facts.count()) AS n, bit_or(1 << standing) AS standings, \
        max(\(facts.precision)) AS vaguest, bool_and(is_points) AS points, min(mark) AS least \
        FROM \(facts.from) GROUP BY 1, 2, 3, 4
        """
      let wanted: Statement = area.map { AreaSQL.holds($0) } ?? "true"
      return """
        SELECT x, y, sum(sure), sum(n), bit_or(standings), max(vaguest), bool_and(points), min(least), \
        \(Statement.joined(kinds, by: ", ")) FROM (\(inner)) AS counted WHERE \(wanted) GROUP BY x, y ORDER BY y, x
        """
    }

    private func answer(_ answer: Answer, totals: TotalsSQL.Totals?) -> CellAnswer {
      var (cells, all, unplaced): ([CellCount], EventCount, Int) = ([], EventCount(), 0)
      for row in 0..<answer.count {
        let (certain, count) = (answer.number(row, 2) ?? 0, answer.number(row, 3) ?? 0)
        all.certain += certain
        all.possible += count - certain
        guard let x = answer.number(row, 0), let y = answer.number(row, 1), x >= 0, y >= 0 else {
          unplaced += count
          continue
        }
        guard let place = MarkText.place(answer.text(row, 7)) else { continue }
        let vaguest = answer.number(row, 5) ?? 0
        cells.append(
          CellCount(
            cell: GridCell(column: x, row: y), count: EventCount(certain: certain, possible: count - certain),
            kinds: EventKind.allCases.indices.map { answer.number(row, 8 + $0) ?? 0 },
            standings: UInt8(clamping: answer.number(row, 4) ?? 0),
            vaguest: PlacePrecision.allCases[min(max(0, vaguest), PlacePrecision.allCases.count - 1)],
            isPoints: answer.flag(row, 6), place: place))
      }
      return CellAnswer(cells: cells, all: totals?.all ?? all, unplaced: totals?.unplaced ?? unplaced)
    }
  }

  /// A mark as the rows have it: an id, and behind it the longitude and latitude.
  enum MarkText {
    static func place(_ text: String?) -> Coordinate? {
      guard let degrees = text?.split(separator: "\u{1}").last?.split(separator: " "), degrees.count == 2,
        let longitude = Double(degrees[0]), let latitude = Double(degrees[1])
      else { return nil }
      return Coordinate(latitude: latitude, longitude: longitude)
    }
  }
#endif
