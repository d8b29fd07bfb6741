#if PostgreSQL
  import SituationModel

  /// An estimate of the number of events in an area and in a window, which the planner lacks. The rollups know the numbers to a cell.
  struct Abundance {
    /// The events of the area that pass the filter, at any time.
    let found: Int
    /// All events, of any place and time.
    let all: Int
    /// All events of the window, of any place.
    let inWindow: Int

    /// Asks the rollups.
    ///
    /// - Parameter kinds: the condition on the rows of the rollups that the filter makes.
    init(
      of bounds: GeoBounds, _ window: TimeCondition?, _ kinds: Statement,
      ask: (Statement) throws(SourceFailure) -> Answer
    ) throws(SourceFailure) {
      let size = max(bounds.width, bounds.north - bounds.south)
      let level = size > 20 ? 8 : size > 2 ? 10 : 12
      let area = DegreeGrid(level: level).cells(touching: bounds)
      let columns = area.columns.map { stretch -> Statement in
        "cx BETWEEN \(stretch.lowerBound) AND \(stretch.upperBound)"
      }
      let blocks: Statement =
        if let window, let start = window.start, let end = window.end {
          """
          SELECT coalesce(sum(n), 0) FROM sitmap.rollup WHERE unit = \(Rollups.Unit.block.rawValue) AND level = 0 \
          AND block BETWEEN \(RollupParts.block(of: start)) AND \(RollupParts.block(of: end - 1))
          """
        } else { "SELECT n FROM sitmap.overview" }
      let answer = try ask(
        """
        SELECT coalesce(sum(n), 0), (SELECT n FROM sitmap.overview), (\(blocks)) FROM sitmap.rollup WHERE \
        unit = \(Rollups.Unit.all.rawValue) AND level = \(level) AND block = 0 AND (\(Statement.joined(columns, by: " OR "))) \
        AND cy BETWEEN \(area.rows.lowerBound) AND \(area.rows.upperBound) AND \(kinds)
        """)
      (found, all, inWindow) = (answer.number(0, 0) ?? 0, answer.number(0, 1) ?? 0, answer.number(0, 2) ?? 0)
    }

    /// A lower bound on the events that are certainly or possibly in an area and a window: those of the cells and blocks that lie wholly
    /// in them.
    static func least(
      in bounds: GeoBounds, _ window: TimeCondition?, _ kinds: Statement,
      ask: (Statement) throws(SourceFailure) -> Answer
    ) throws(SourceFailure) -> Int {
      let size = max(bounds.width, bounds.north - bounds.south)
      let level = [6, 8].first { DegreeGrid(level: $0).side * 6 <= size } ?? 10
      let area = DegreeGrid(level: level).cells(touching: bounds)
      // The outermost may lie over an edge.
      let columns = area.columns.map { stretch -> Statement in
        "cx > \(stretch.lowerBound) AND cx < \(stretch.upperBound)"
      }
      var (unit, blocks): (Rollups.Unit, Statement) = (.all, "block = 0")
      if let window, let start = window.start, let end = window.end {
        unit = .block
        blocks = "block > \(RollupParts.block(of: start - 1)) AND block < \(RollupParts.block(of: end))"
      }
      let answer = try ask(
        """
        SELECT coalesce(sum(n), 0) FROM sitmap.rollup WHERE unit = \(unit.rawValue) AND level = \(level) AND \(blocks) \
        AND (\(Statement.joined(columns, by: " OR "))) AND cy > \(area.rows.lowerBound) AND cy < \(area.rows.upperBound) \
        AND \(kinds)
        """)
      return answer.number(0, 0) ?? 0
    }

    /// True if reading all events in the order of time reaches the first ones of the area sooner than finding and sorting the events of
    /// the area.
    func isSoonerInOrder(_ limit: Int) -> Bool {
      let share = Double(found) / Double(max(1, all))
      // One that an index finds lies anywhere, and takes as long as three that stand together.
      let sorted = share * Double(inWindow) * 3
      return sorted > min(Double(limit) / max(1e-9, share), Double(inWindow))
    }
  }
#endif
