#if PostgreSQL
  import SituationModel

  /// The rows from which a window of whole days is counted: whole blocks where they lie in it, and days at its two ends. If no days
  /// are kept that fine, the events of the ends themselves.
  struct RollupParts {
    /// The level of all rows.
    let level: Int
    /// The rows, as what stands behind FROM.
    let rows: Statement

    /// The rows for a level of the grid and a window; nil if none are kept that fine.
    ///
    /// - Parameters:
    ///   - finest: the least level that the rows may have; it is no coarser than the wanted one.
    ///   - needsDays: true if the rows need their days all over the window.
    ///   - area: the only cells of the wanted level that are counted.
    ///   - near: a condition for the events that may be in these cells, by the index of ground and time; nil if it does not help.
    init?(level wanted: Int, _ finest: Int, window: TimeCondition?, needsDays: Bool, area: CellArea?, near: Statement?)
    {
      guard let window, let start = window.start, let end = window.end else {
        guard let level = Rollups.level(for: finest, needsDays ? .day : .all) else { return nil }
        self.level = level
        // All sums stand in one block, which is a part of what finds them.
        let block: Statement = needsDays ? "true" : "block = 0"
        rows = "(\(RollupParts.select(needsDays ? .day : .all, level, wanted, area)) AND \(block)) AS r"
        return
      }
      let (first, last) = (RollupParts.block(of: start), RollupParts.block(of: end - 1))
      // Blocks that lie in the window from end to end.
      let low = RollupParts.block(of: start - 1) + 1
      let whole = low..<max(low, RollupParts.block(of: end))
      if needsDays || whole.isEmpty {
        guard let level = Rollups.level(for: finest, .day) else { return nil }
        self.level = level
        rows = """
          (\(RollupParts.select(.day, level, wanted, area)) \
          AND (block BETWEEN \(first) AND \(last) OR block = \(Rollups.noBlock))) AS r
          """
        return
      }
      let edges = [first, last].filter { !whole.contains($0) } + [Int64(Rollups.noBlock)]
      let ends: Statement
      if let level = Rollups.level(for: finest, .day) {
        self.level = level
        ends = "\(RollupParts.select(.day, level, wanted, area)) AND block = ANY (\(list: edges))"
      } else if let level = Rollups.level(for: finest, .block) {
        self.level = level
        ends = RollupParts.events(outside: whole, window, start, end, level, near)
      } else {
        return nil
      }
      rows = """
        (\(RollupParts.select(.block, level, wanted, area)) AND block BETWEEN \(whole.lowerBound) AND \(whole.upperBound - 1) \
        UNION ALL \(ends)) AS r
        """
    }

    static let columns: Statement =
      "cx, cy, start_s, end_s, has_date, doubtful, kind, f_kind, standing, n, vaguest, is_points, mark"

    /// The rows of a unit and a level, in an area of a coarser or the same one.
    static func select(
      _ unit: Rollups.Unit, _ level: Int, _ wanted: Int, _ area: CellArea?, columns: Statement = RollupParts.columns
    ) -> Statement {
      var select: Statement = """
        SELECT \(columns) FROM sitmap.rollup WHERE unit = \(unit.rawValue) AND level = \(level)
        """
      if let area {
        // Each column of the wanted level is so many of this one.
        let shift = level - wanted
        let columns = area.columns.map { stretch -> Statement in
          "cx BETWEEN \(stretch.lowerBound << shift) AND \((stretch.upperBound + 1) << shift - 1)"
        }
        select = "\(select) AND (\(Statement.joined(columns, by: " OR ")))"
      }
      return select
    }

    /// The events of a window that no whole block has counted, as rows.
    private static func events(
      outside whole: Range<Int64>, _ window: TimeCondition, _ start: Int64, _ end: Int64, _ level: Int,
      _ near: Statement?
    ) -> Statement {
      let (low, high) = (whole.lowerBound * Rollups.block, whole.upperBound * Rollups.block)
      let isCounted: Statement = """
        (has_date AND start_s >= \(low) AND end_s <= \(high) \
        AND \(Statement(text: Rollups.floor("start_s", Rollups.block))) = \(Statement(text: Rollups.floor("(end_s - 1)", Rollups.block))))
        """
      let columns: Statement = """
        SELECT \(Statement(text: CellSQL.column(level: level))) AS cx, \(Statement(text: CellSQL.row(level: level))) AS cy, start_s, end_s, \
        has_date, doubtful, kind, f_kind, standing, 1 AS n, precision AS vaguest, is_points, mark FROM sitmap.events \
        WHERE \(window.membership.possible)\(near.map { " AND \($0)" } ?? Statement())
        """
      let stretches: [Statement] = [
        TimeCondition.short(from: start, to: low), "NOT is_long AND start_s >= \(high) AND start_s < \(end)",
        "is_long AND NOT \(isCounted)",
      ]
      return Statement.joined(stretches.map { "\(columns) AND \($0)" }, by: " UNION ALL ")
    }

    /// The block of a moment.
    static func block(of seconds: Int64) -> Int64 {
      seconds >= 0 ? seconds / Rollups.block : (seconds - Rollups.block + 1) / Rollups.block
    }
  }
#endif
