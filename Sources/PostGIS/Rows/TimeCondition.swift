#if PostgreSQL
  import SituationModel

  /// The position of a row's interval relative to a stretch of time, as `TimeWindow.membership` and `TimeRule.membership` define it.
  struct TimeCondition {
    /// The length in seconds up to which an interval is short, and is found by its start.
    static let short: Int64 = 86_400

    /// True if an interval is not found by its start: it is longer than a day, or lies in two blocks of the rollups.
    static func isLong(_ start: Int64, _ end: Int64) -> Bool {
      end - start > short || RollupParts.block(of: start) != RollupParts.block(of: end - 1)
    }

    /// The stretch of time; nil for an end without bound.
    let start: Int64?
    let end: Int64?

    init(_ window: TimeWindow) { (start, end) = (window.start.seconds, window.end.seconds) }
    init(_ rule: TimeRule) { (start, end) = (rule.start?.seconds, rule.end?.seconds) }

    /// True if both ends are whole days in UTC.
    var isOfDays: Bool { [start, end].allSatisfy { $0.map { $0 % Rollups.day == 0 } ?? true } }

    var membership: MembershipSQL {
      var overlaps: [Statement] = []
      var inside: [Statement] = ["has_date AND NOT doubtful"]
      if let start {
        overlaps.append("end_s > \(start)")
        inside.append("start_s >= \(start)")
      }
      if let end {
        overlaps.append("start_s < \(end)")
        inside.append("end_s <= \(end)")
      }
      let possible: Statement = "(NOT has_date OR \(Statement.joined(overlaps, by: " AND ")))"
      return MembershipSQL(certain: "(" + Statement.joined(inside, by: " AND ") + ")", possible: possible)
    }

    /// The conditions by which indexes find rows of events: one for the short ones, and one for the long ones and those without a date.
    /// Together they leave out no event that overlaps.
    var stretches: [Statement] {
      guard let start, let end else { return ["true"] }
      return [
        TimeCondition.short(from: start, to: end), "is_long AND (start_s < \(end) OR start_s = 9223372036854775807)",
      ]
    }

    /// The condition by which an index finds the short events that may overlap a stretch.
    static func short(from start: Int64, to end: Int64) -> Statement {
      let (before, isBeforeAll) = start.subtractingReportingOverflow(short + 1)
      return "NOT is_long AND start_s > \(isBeforeAll ? .min : before) AND start_s < \(end)"
    }
  }
#endif
