#if PostgreSQL
  import SituationModel

  /// A filter as two conditions on a row, of the events or of their rollups.
  ///
  /// An open answer stays open through `not`, `and` and `or`, as in memory: each term has a condition under which it certainly holds and
  /// one under which it may.
  struct FilterSQL {
    /// The table whose rows are filtered.
    enum Rows {
      case events, rollup
    }

    private let rows: Rows
    private let places: PlaceSQL

    /// A filter of some rows; `places` evaluates the terms about places.
    init(of rows: Rows, _ places: PlaceSQL) { (self.rows, self.places) = (rows, places) }

    /// The conditions of an expression.
    ///
    /// - Throws: `.unanswerable` with the term that these rows can't decide.
    func membership(_ expression: FilterExpression) throws(SourceFailure) -> MembershipSQL {
      switch expression {
      case .term(let term): try membership(term)
      case .not(let other): try membership(other).not
      case .certainly(let other): try membership(other).certainly
      case .and(let first, let last): try membership(first).and(membership(last))
      case .or(let first, let last): try membership(first).or(membership(last))
      }
    }

    private func membership(_ term: FilterTerm) throws(SourceFailure) -> MembershipSQL {
      switch term {
      case .text(.kind, let rule, let needle): return text(["f_kind"], needle, rule)
      case .standing(let rule):
        let known = Standing.allCases.filter(rule.holds).map { Int64($0.code) }
        return numbers("standing", (rule.holds(nil) ? [0] : []) + known)
      case .has(.standing): return MembershipSQL("(standing <> 0)")
      case .has(.date): return MembershipSQL("has_date")
      case .time(let rule):
        let time = TimeCondition(rule)
        if rows == .rollup, !time.isOfDays { throw .unanswerable(term.text) }
        return time.membership
      default:
        guard rows == .events else { throw .unanswerable(term.text) }
        return try ofEvents(term)
      }
    }

    /// The conditions of a term for which only the events have columns.
    private func ofEvents(_ term: FilterTerm) throws(SourceFailure) -> MembershipSQL {
      switch term {
      // The server keeps no provinces in columns.
      case .text(.province, _, _): throw .unanswerable(term.text)
      case .text(let field, let rule, let needle): text(FilterSQL.columns(field), needle, rule)
      case .precision(let rule): numbers("precision", PlacePrecision.allCases.filter(rule.holds).map { Int64($0.code) })
      case .placed(.name): bits("members", Int64(EventBits.isPlacedByName))
      case .placed(.given):
        MembershipSQL(
          "(precision <> \(Int64(PlacePrecision.unplaced.code)) AND members & \(Int64(EventBits.isPlacedByName)) = 0)"
        )
      case .grade(let rule): bits("grades", EventBits.grades(meeting: rule))
      case .relation(let relation): bits("relations", 1 << Int64(relation.code))
      case .has(let part): bits("members", 1 << Int64(part.code))
      case .near, .within, .inside: try places.membership(term)
      // The server keeps neither figures nor changes in columns.
      case .standing, .time, .figure, .change: throw .unanswerable(term.text)
      }
    }

    /// A condition that columns contain a text. An index of trigrams finds it for `LIKE` if it is rare and has at least three characters.
    private func text(_ columns: [String], _ needle: Needle, _ rule: FilterTerm.TextRule) -> MembershipSQL {
      let signs = KeptText.wanted(needle, rule).unicodeScalars.map {
        #"\%_"#.unicodeScalars.contains($0) ? "\\\($0)" : "\($0)"
      }
      let pattern = "%" + signs.joined() + "%"
      let conditions = columns.map { column -> Statement in "\(Statement(text: column)) LIKE \(pattern, as: "text")" }
      return MembershipSQL("(\(Statement.joined(conditions, by: " OR ")))")
    }

    /// The columns of a filter's field.
    static func columns(_ field: FilterTerm.TextField) -> [String] {
      switch field {
      case .text: ["f_title", "f_more", "f_place", "f_destination", "f_actor", "f_source"]
      case .kind, .actor, .place, .province, .destination, .title, .source, .id, .file: ["f_\(field.rawValue)"]
      }
    }

    /// A condition that a column has one of some numbers.
    private func numbers(_ column: String, _ wanted: [Int64]) -> MembershipSQL {
      if wanted.isEmpty { return MembershipSQL("false") }
      return MembershipSQL("(\(Statement(text: column)) = ANY (\(list: wanted)))")
    }

    /// A condition that a column has any of some bits.
    private func bits(_ column: String, _ bits: Int64) -> MembershipSQL {
      MembershipSQL("(\(Statement(text: column)) & \(bits) <> 0)")
    }
  }
#endif
