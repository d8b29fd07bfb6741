#if PostgreSQL
  import SituationModel

  /// The rows that a query counts: rollups if they are as exact as the events for it, otherwise the events.
  struct Facts {
    /// The rows in disjoint parts, each as the text behind FROM. Together they have all events that certainly or possibly pass.
    ///
    /// Each part is found by an index of its own and counted by itself, so that the servers of a cluster count their own rows.
    let parts: [Statement]
    /// True if the parts have a WHERE clause already.
    let isNarrowed: Bool
    /// The condition that a row is certainly in the window.
    let certain: Statement
    /// True if each row stands for `n` events.
    let isRollup: Bool
    /// True if the rows are events that lie on several servers.
    let isShared: Bool
    /// The level of the grid for `cx` and `cy`; nil if they are computed from the place.
    let level: Int?

    /// A SELECT over each part, joined into the rows of one table.
    func each(_ select: (Statement) -> Statement) -> Statement {
      Statement.joined(parts.map { "(\(select($0)))" }, by: " UNION ALL ")
    }

    /// The number of events in the rows that meet a condition.
    func count(where condition: Statement? = nil) -> Statement {
      let filter: Statement = condition.map { " FILTER (WHERE \($0))" } ?? ""
      return isRollup ? "coalesce(sum(n)\(filter), 0)" : "count(*)\(filter)"
    }

    /// The column of a row in a grid; -1 without a place.
    func column(_ grid: DegreeGrid) -> Statement { cell("cx", CellSQL.column(level: grid.level), grid) }
    /// The row of a row in a grid.
    func row(_ grid: DegreeGrid) -> Statement { cell("cy", CellSQL.row(level: grid.level), grid) }

    private func cell(_ name: String, _ reckoned: String, _ grid: DegreeGrid) -> Statement {
      guard let level else { return Statement(text: reckoned) }
      return Statement(
        text: level == grid.level
          ? name : "CASE WHEN \(name) < 0 THEN \(name) ELSE \(name) >> \(level - grid.level) END")
    }

    /// The column that names a server's part of the events. Events are counted by it before they are summed up. A constant for rollups.
    var shard: Statement { isRollup ? "0" : "shard" }
    var precision: Statement { isRollup ? "vaguest" : "precision" }
  }

  /// Chooses the facts for a query.
  struct FactFinder {
    let places: PlaceSQL

    /// The facts of a scope for a grid.
    ///
    /// - Parameters:
    ///   - area: the only cells that are counted, and the rectangle that they cover.
    ///   - mixed: the cells of the finest level that must not count their events about whole countries.
    func facts(
      _ scope: EventScope, level: Int, inDays: Bool = false, area: (cells: CellArea, bounds: GeoBounds)? = nil,
      mixed: Set<GridCell> = []
    ) throws(SourceFailure) -> Facts {
      // The finer the cells are, the fewer events lie in one with those of a whole country.
      let levels = mixed.isEmpty ? [level] : Set([Rollups.finest, Rollups.finestOfDays, level]).sorted(by: >)
      if mixed.count <= MixedCells.most {
        for finest in levels where finest >= level {
          if let facts = try rollup(scope, level: level, finest, inDays: inDays, area: area, mixed) { return facts }
        }
      }
      guard let area else { return try events(scope) }
      let isWide = try AreaSQL.isWide(area.bounds, ask: places.ask)
      return try events(scope, area: isWide ? "true" : AreaSQL.around(area.bounds, DegreeGrid(level: level)))
    }

    /// The events themselves. In a window they have two parts: the short ones, which are found by their starts, and the long ones.
    func events(_ scope: EventScope, area: Statement? = nil) throws(SourceFailure) -> Facts {
      var conditions: [Statement] = []
      if let expression = scope.filter.expression {
        conditions.append(try FilterSQL(of: .events, places).membership(expression).possible)
      }
      let time = scope.window.map(TimeCondition.init)
      if let area { conditions.append(area) }
      let parts =
        time.map { time in time.stretches.map { conditions + [time.membership.possible, $0] } } ?? [conditions]
      return Facts(
        parts: parts.map { "sitmap.events" + Facts.condition($0) }, isNarrowed: time != nil || !conditions.isEmpty,
        certain: time?.membership.certain ?? "true",
        isRollup: false, isShared: try isShared(), level: nil)
    }

    /// A filter as a condition on the rollups, whatever their days; nil if the rollups lack what it needs.
    func kinds(_ filter: EventFilter) -> Statement? {
      guard let expression = filter.expression else { return "true" }
      if expression.asksForTime { return nil }
      return try? FilterSQL(of: .rollup, places).membership(expression).possible
    }

    private func isShared() throws(SourceFailure) -> Bool {
      try places.ask("SELECT relkind <> 'r' FROM pg_class WHERE oid = 'sitmap.events'::regclass").flag(0, 0)
    }

    /// The rollups; nil if filter or window need more than the rollups have.
    ///
    /// - Parameter finest: the least level that the rows may have.
    private func rollup(
      _ scope: EventScope, level: Int, _ finest: Int, inDays: Bool, area: (cells: CellArea, bounds: GeoBounds)?,
      _ mixed: Set<GridCell>
    ) throws(SourceFailure) -> Facts? {
      var filter: Statement?
      if let expression = scope.filter.expression {
        guard let membership = try? FilterSQL(of: .rollup, places).membership(expression) else { return nil }
        filter = membership.possible
      }
      var time = scope.window.map(TimeCondition.init)
      let asksForTime = scope.filter.expression?.asksForTime ?? false
      if let window = time, !asksForTime, try Covering.isWhole(window, ask: places.ask) {
        if !inDays {
          return Covering.facts(level: level, finest, area: area?.cells, filter).map { facts in
            facts.counting(mixed, [filter].compactMap { $0 })
          }
        }
        // Which days are meant is asked for behind this, and all are in the window.
        time = nil
      }
      guard time?.isOfDays ?? true else { return nil }
      let needsDays = inDays || asksForTime
      let near = area.flatMap { AreaSQL.near($0.bounds, DegreeGrid(level: level)) }
      guard
        let parts = RollupParts(
          level: level, finest, window: time, needsDays: needsDays, area: area?.cells, near: near)
      else { return nil }
      let conditions = [filter, time?.membership.possible].compactMap { $0 }
      return Facts(
        parts: [parts.rows + Facts.condition(conditions)], isNarrowed: !conditions.isEmpty,
        certain: time?.membership.certain ?? "true", isRollup: true, isShared: false,
        level: parts.level
      ).counting(mixed, conditions)
    }
  }

  extension Facts {
    /// The same rollups without the mixed cells, whose events are counted one by one.
    ///
    /// - Parameter conditions: the conditions on the rows.
    fileprivate func counting(_ cells: Set<GridCell>, _ conditions: [Statement]) -> Facts {
      guard let level, !cells.isEmpty else { return self }
      let mixed = MixedCells(cells, level: level)
      return Facts(
        parts: parts.map { $0 + (isNarrowed ? " AND " : " WHERE ") + mixed.without }
          + [mixed.events + Facts.condition(conditions)],
        isNarrowed: true, certain: certain, isRollup: true, isShared: false, level: level)
    }

    static func condition(_ conditions: [Statement]) -> Statement {
      conditions.isEmpty ? Statement() : " WHERE " + Statement.joined(conditions, by: " AND ")
    }
  }

  extension FilterExpression {
    /// True if a term of the filter is about time.
    fileprivate var asksForTime: Bool {
      switch self {
      case .term(.time): true
      case .term: false
      case .not(let other), .certainly(let other): other.asksForTime
      case .and(let first, let last), .or(let first, let last): first.asksForTime || last.asksForTime
      }
    }
  }
#endif
