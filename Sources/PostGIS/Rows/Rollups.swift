#if PostgreSQL
  /// Counts that the load keeps beside the events, so that a wide view reads few rows however many events there are.
  ///
  /// A row counts the events of one cell that have one interval of whole days, one kind and one standing. The interval is an
  /// event's own, widened to whole days; relative to a window of whole days it has the same position as the event. There are three units:
  /// `all` ignores the days, `block` has one row for the events that lie within a stretch of 64 days, and `day` has all intervals, each
  /// with
  /// the block that it belongs to.
  enum Rollups {
    /// The unit of time of a row.
    enum Unit: Int {
      case all, block, day
    }

    static let day: Int64 = 86_400
    /// The length of a block in seconds.
    static let block: Int64 = 64 * day
    /// The block of an event that lies in no single one: over several, with an open end, or without a date.
    static let noBlock = -2_147_483_648
    /// The finest level of the grid with rows of days; blocks and sums have finer ones.
    static let finestOfDays = 8
    /// The finest level of the grid.
    static let finest = 12

    /// The coarsest level of a unit that can answer a query of level `wanted`; nil if there is none.
    static func level(for wanted: Int, _ unit: Unit) -> Int? {
      let levels = unit == .day ? [0, 8] : [0, 4, 6, 8, 10, 12]
      return levels.first { $0 >= wanted }
    }

    /// The columns of the primary key.
    static let key = "unit, level, block, cx, cy, start_s, end_s, has_date, doubtful, kind, standing, f_kind"

    /// Adds some events to the rollups.
    ///
    /// - Parameter isFirst: true if there are no rows yet. Then the key is made after the rows, which takes a third of the time.
    static func adding(from events: String, isFirst: Bool) -> String {
      isFirst
        ? """
        \(delta(of: events))
        ALTER TABLE sitmap.rollup DROP CONSTRAINT rollup_pkey;
        INSERT INTO sitmap.rollup SELECT * FROM delta ORDER BY \(key);
        ALTER TABLE sitmap.rollup ADD CONSTRAINT rollup_pkey PRIMARY KEY (\(key));
        DROP TABLE delta;
        """
        : """
        \(delta(of: events))
        INSERT INTO sitmap.rollup AS r SELECT * FROM delta ORDER BY \(key)
        \(merging);
        DROP TABLE delta;
        """
    }

    /// The rule by which rows that are added become one with those of the same key.
    private static let merging = """
      ON CONFLICT (\(key)) DO UPDATE SET
        n = r.n + excluded.n, vaguest = greatest(r.vaguest, excluded.vaguest),
        is_points = r.is_points AND excluded.is_points, mark = least(r.mark, excluded.mark)
      """

    /// Changes the folded kinds for which a condition holds. Rows that have the same key then become one.
    static func changingKind(to kind: String, where condition: String) -> String {
      """
      CREATE TEMPORARY TABLE delta ON COMMIT DROP AS SELECT * FROM sitmap.rollup WHERE \(condition);
      DELETE FROM sitmap.rollup WHERE \(condition);
      INSERT INTO sitmap.rollup AS r
        SELECT unit, level, block, cx, cy, start_s, end_s, has_date, doubtful, kind, \(kind), standing, sum(n), max(vaguest),
          bool_and(is_points), min(mark)
        FROM delta GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
      \(merging);
      DROP TABLE delta;
      """
    }

    /// Makes a temporary table of the rollups of some events.
    private static func delta(of events: String) -> String {
      """
      CREATE TEMPORARY TABLE delta ON COMMIT DROP AS SELECT * FROM sitmap.rollup LIMIT 0;
      INSERT INTO delta \(days(of: events));
      \(coarser(.block, finest, from: .day, finest))
      \(coarser(.all, finest, from: .block, finest))
      \(coarser(.day, 8, from: .day, finest))
      DELETE FROM delta WHERE unit = \(Unit.day.rawValue) AND level = \(finest);
      \([(10, finest), (8, 10), (6, 8), (4, 6), (0, 4)].map { level, finer in
        coarser(.block, level, from: .block, finer) + coarser(.all, level, from: .all, finer)
      }.joined(separator: "\n"))
      \(coarser(.day, 0, from: .day, 8))
      """
    }

    /// The rows of days at the finest level, from which the others are made. They are grouped by part, so that each server of a cluster
    /// counts its own.
    private static func days(of events: String) -> String {
      let (least, most) = ("(-9223372036854775808)", "9223372036854775807")
      return """
        SELECT \(Unit.day.rawValue), \(finest),
          CASE WHEN has_date AND s <> \(least) AND e <> \(most) AND \(floor("s", block)) = \(floor("(e - 1)", block))
            THEN \(floor("s", block)) ELSE \(noBlock) END,
          cx, cy, s, e, has_date, doubtful, kind, f_kind, standing, count(*), max(precision), bool_and(is_points), min(mark)
        FROM (
          SELECT
            CASE WHEN start_s IN (\(least), \(most)) THEN start_s ELSE \(floor("start_s", day)) * \(day) END AS s,
            CASE WHEN end_s = \(most) THEN end_s ELSE (\(floor("(end_s - 1)", day)) + 1) * \(day) END AS e,
            \(CellSQL.column(level: finest)) AS cx, \(CellSQL.row(level: finest)) AS cy,
            has_date, doubtful, kind, f_kind, standing, precision, is_points, mark, shard
          FROM \(events)
        ) AS days
        GROUP BY shard, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
        """
    }

    /// Rows of a unit and a level from finer ones.
    private static func coarser(_ unit: Unit, _ level: Int, from other: Unit, _ finer: Int) -> String {
      let shift = finer - level
      // One row stands for a whole block, or for all time.
      let isWhole = "block <> \(noBlock)"
      let (block, start, end, dated, doubtful) =
        switch (unit, other) {
        case (.block, .day):
          (
            "block", "CASE WHEN \(isWhole) THEN block::bigint * \(self.block) ELSE start_s END",
            "CASE WHEN \(isWhole) THEN (block::bigint + 1) * \(self.block) ELSE end_s END", "has_date", "doubtful"
          )
        case (.all, _): ("0", "0", "0", "has_date", "false")
        default: ("block", "start_s", "end_s", "has_date", "doubtful")
        }
      return """
        INSERT INTO delta SELECT \(unit.rawValue), \(level), \(block), CASE WHEN cx < 0 THEN cx ELSE cx >> \(shift) END,
          CASE WHEN cy < 0 THEN cy ELSE cy >> \(shift) END, \(start), \(end), \(dated), \(doubtful), kind, f_kind, standing, sum(n),
          max(vaguest), bool_and(is_points), min(mark)
        FROM delta WHERE unit = \(other.rawValue) AND level = \(finer) GROUP BY 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
        """
    }

    /// A number of seconds divided by a step and rounded down, before 1970 too.
    static func floor(_ seconds: String, _ step: Int64) -> String {
      "CASE WHEN \(seconds) >= 0 THEN \(seconds) / \(step) ELSE -((-(\(seconds) + 1)) / \(step)) - 1 END"
        .parenthesised
    }
  }

  extension String {
    /// The text in parentheses.
    fileprivate var parenthesised: String { "(\(self))" }
  }
#endif
