#if PostgreSQL
  import SituationModel

  /// The facts of a window that covers all times of all events, whether its ends are whole days or not. They are the sums of all time;
  /// only the events with doubtful dates are looked at one by one.
  ///
  /// A map opens with such a window.
  enum Covering {
    /// The condition for events that have no date, a doubtful one, or one that is open at an end. An index has exactly these words.
    static let exceptions = """
      NOT has_date OR doubtful OR start_s = '-9223372036854775808'::bigint OR end_s = 9223372036854775807
      """

    /// True if a window covers all times, and rules out no event.
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

    /// The facts for a level of the grid; nil if no sums are kept that fine.
    ///
    /// - Parameters:
    ///   - finest: the least level that the rows may have.
    ///   - filter: a condition on the rollups' columns; nil for none.
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
