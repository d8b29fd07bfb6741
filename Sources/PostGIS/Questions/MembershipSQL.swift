#if PostgreSQL
  /// When a term of a filter or a window holds: two conditions on a row, either true or false and never NULL.
  struct MembershipSQL: Sendable {
    /// Where it certainly holds.
    let certain: Statement
    /// Where it is not ruled out: wherever it certainly holds, too.
    let possible: Statement

    /// What leaves nothing open.
    init(_ condition: Statement) { (certain, possible) = (condition, condition) }
    init(certain: Statement, possible: Statement) { (self.certain, self.possible) = (certain, possible) }

    var not: MembershipSQL { MembershipSQL(certain: "(NOT \(possible))", possible: "(NOT \(certain))") }
    var certainly: MembershipSQL { MembershipSQL(certain) }
    func and(_ other: MembershipSQL) -> MembershipSQL {
      MembershipSQL(
        certain: "(\(certain) AND \(other.certain))", possible: "(\(possible) AND \(other.possible))")
    }
    func or(_ other: MembershipSQL) -> MembershipSQL {
      MembershipSQL(certain: "(\(certain) OR \(other.certain))", possible: "(\(possible) OR \(other.possible))")
    }
  }
#endif
