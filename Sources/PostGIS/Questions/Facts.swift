#if PostgreSQL
  import SituationModel

  /// The rows that a question counts: of the rollups where they say exactly as much as the events, else the events.
  struct Facts {
    /// The rows, as what stands behind FROM, in parts that have no row in common; all that are meant, certainly or possibly.
    ///
    /// Each part is found by an index in its own way, and counted by itself, so that the servers of a cluster count their own.
    let parts: [Statement]
    /// Whether the rows have a condition already.
    let isNarrowed: Bool
    /// Where one of them is certainly in the window.
    let certain: Statement
    /// Whether each stands for `n` events.
    let isRollup: Bool
    /// Whether they are events that several servers have.
    let isShared: Bool
    /// The level of the grid that `cx` and `cy` are of; nil where they are reckoned from the place.
    let level: Int?

    /// What is selected of each part, as the rows of one table.
    func each(_ select: (Statement) -> Statement) -> Statement {
      Statement.joined(parts.map { "(\(select($0)))" }, by: " UNION ALL ")
    }

    /// How many events, of the rows that meet a condition.
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

    /// The parts of a server's own that events are in, by which they are counted before they are summed up; one for rollups.
    var shard: Statement { isRollup ? "0" : "shard" }
    var precision: Statement { isRollup ? "vaguest" : "precision" }
  }

  /// Makes the facts of a question.
  struct FactFinder {
    let places: PlaceSQL

    /// The facts of a scope for a grid.
    ///
    /// - Parameters:
    ///   - area: the cells that alone are counted, with the rectangle that they are of.
    ///   - mixed: the cells of the finest level whose events about whole countries are not to be counted in them.
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

    /// The events themselves: in a window the short ones, which are found by their starts, and the long ones.
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

    /// What a filter says of the rows of the rollups, whatever their days; nil where it asks for more than these know.
    func kinds(_ filter: EventFilter) -> Statement? {
      guard let expression = filter.expression else { return "true" }
      if expression.asksForTime { return nil }
      return try? FilterSQL(of: .rollup, places).membership(expression).possible
    }

    private func isShared() throws(SourceFailure) -> Bool {
      try places.ask("SELECT relkind <> 'r' FROM pg_class WHERE oid = 'sitmap.events'::regclass").flag(0, 0)
    }

    /// The rollups, where filter and window ask for no more than they have.
    ///
    /// - Parameter finest: the level that the rows are of at least.
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
    /// The same rollups, but for the events of mixed cells, which are counted by themselves.
    ///
    /// - Parameter conditions: what the rows have to meet.
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
    /// Whether a term of it is of time.
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
