#if PostgreSQL
  import SituationModel

  /// The facts of a window that has all moments of all events, whether they are whole days or not: the sums of all time, of which only
  /// those events are looked at whose dates leave something open.
  ///
  /// It is what a map opens with.
  enum Covering {
    /// Which events have no date, a doubtful one, or one that is open at an end; an index finds them by these words.
    static let exceptions = """
      NOT has_date OR doubtful OR start_s = '-9223372036854775808'::bigint OR end_s = 9223372036854775807
      """

    /// Whether a window has all moments, and rules out no event.
    static func isWhole(
      _ window: TimeCondition, ask: (Statement) throws(SourceFailure) -> Answer
    ) throws(SourceFailure) -> Bool {
      guard let start = window.start, let end = window.end else { return false }
      let known = try ask("SELECT first_s >= \(start) AND last_s <= \(end) FROM sitmap.overview")
      guard known.flag(0, 0) else { return false }
      // One that is open may end where the window begins.
      let ruledOut = try ask(
        """
        SELECT EXISTS (SELECT FROM sitmap.events WHERE (\(Statement(text: exceptions))) AND NOT \(window.membership.possible))
        """)
      return !ruledOut.flag(0, 0)
    }

    /// The facts for a level of the grid; nil where no sums are kept that fine.
    ///
    /// - Parameters:
    ///   - finest: the level that the rows are of at least.
    ///   - filter: what of the rollups' columns is asked for.
    static func facts(level wanted: Int, _ finest: Int, area: CellArea?, _ filter: Statement?) -> Facts? {
      guard let level = Rollups.level(for: finest, .all) else { return nil }
      let shared: Statement = "kind, f_kind, standing, has_date, is_points, mark"
      let sums = RollupParts.select(.all, level, wanted, area, columns: "cx, cy, \(shared), vaguest, n, true AS sure")
      // The sums have each of these among what is sure: it is taken away there, and put to what is not.
      let open: Statement = """
        SELECT \(Statement(text: CellSQL.column(level: level))), \(Statement(text: CellSQL.row(level: level))), \(shared), precision, \
        twice.n, twice.sure FROM sitmap.events CROSS JOIN (VALUES (-1, true), (1, false)) AS twice (n, sure) \
        WHERE (\(Statement(text: exceptions)))
        """
      return Facts(
        parts: ["(\(sums) AND block = 0 UNION ALL \(open)) AS r" + Facts.condition([filter].compactMap { $0 })],
        isNarrowed: filter != nil, certain: "sure", isRollup: true, isShared: false, level: level)
    }
  }
#endif
