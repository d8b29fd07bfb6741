#if PostgreSQL
  /// Which rows of the rollups a window of whole days is counted from: whole blocks where they lie in it, days at its two ends.
  struct RollupParts {
    /// The level of all rows.
    let level: Int
    /// The rows, as what stands behind FROM.
    let rows: Statement

    /// The rows for a level of the grid and a window; nil where none are kept that fine.
    ///
    /// - Parameter needsDays: whether the rows have to say their days all over the window.
    init?(level wanted: Int, window: TimeCondition?, needsDays: Bool) {
      guard let window, let start = window.start, let end = window.end else {
        guard let level = Rollups.level(for: wanted, needsDays ? .day : .all) else { return nil }
        self.level = level
        let unit = Rollups.Unit(needsDays)
        rows = "(SELECT * FROM sitmap.rollup WHERE unit = \(unit.rawValue) AND level = \(level)) AS r"
        return
      }
      guard let level = Rollups.level(for: wanted, .day) else { return nil }
      self.level = level
      let (first, last) = (RollupParts.block(of: start), RollupParts.block(of: end - 1))
      // Blocks that lie in the window from end to end.
      let whole =
        (RollupParts.block(of: start - 1) + 1)..<max(RollupParts.block(of: start - 1) + 1, RollupParts.block(of: end))
      let day = Rollups.Unit.day.rawValue
      let days: Statement = "SELECT * FROM sitmap.rollup WHERE unit = \(day) AND level = \(level) AND"
      guard !needsDays, !whole.isEmpty else {
        rows = "(\(days) (block BETWEEN \(first) AND \(last) OR block = \(Rollups.noBlock))) AS r"
        return
      }
      let edges = [first, last].filter { !whole.contains($0) } + [Int64(Rollups.noBlock)]
      rows = """
        (SELECT * FROM sitmap.rollup WHERE unit = \(Rollups.Unit.block.rawValue) AND level = \(level) \
        AND block BETWEEN \(whole.lowerBound) AND \(whole.upperBound - 1) \
        UNION ALL \(days) block = ANY (\(list: edges))) AS r
        """
    }

    /// The block of a moment.
    private static func block(of seconds: Int64) -> Int64 {
      seconds >= 0 ? seconds / Rollups.block : (seconds - Rollups.block + 1) / Rollups.block
    }
  }

  extension Rollups.Unit {
    fileprivate init(_ needsDays: Bool) { self = needsDays ? .day : .all }
  }
#endif
