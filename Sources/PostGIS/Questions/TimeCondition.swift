#if PostgreSQL
  import SituationModel

  /// How the interval of a row lies to a stretch of time, as `TimeWindow.membership` and `TimeRule.membership` say it.
  struct TimeCondition {
    /// Up to so many seconds an interval is short, and is found by its start.
    static let short: Int64 = 86_400

    /// Whether an interval is not found by its start: it is longer than a day, or lies in two blocks of the rollups.
    static func isLong(_ start: Int64, _ end: Int64) -> Bool {
      end - start > short || RollupParts.block(of: start) != RollupParts.block(of: end - 1)
    }

    /// The stretch; nil for an end that is without bound.
    let start: Int64?
    let end: Int64?

    init(_ window: TimeWindow) { (start, end) = (window.start.seconds, window.end.seconds) }
    init(_ rule: TimeRule) { (start, end) = (rule.start?.seconds, rule.end?.seconds) }

    /// Whether both ends are whole days in UTC.
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

    /// What indexes find rows of events by, which together leave out nothing that overlaps: the short ones, and the long ones with
    /// those that have no date.
    var stretches: [Statement] {
      guard let start, let end else { return ["true"] }
      return [
        TimeCondition.short(from: start, to: end), "is_long AND (start_s < \(end) OR start_s = 9223372036854775807)",
      ]
    }

    /// What an index finds short events by that may overlap a stretch.
    static func short(from start: Int64, to end: Int64) -> Statement {
      let (before, isBeforeAll) = start.subtractingReportingOverflow(short + 1)
      return "NOT is_long AND start_s > \(isBeforeAll ? .min : before) AND start_s < \(end)"
    }
  }
#endif
