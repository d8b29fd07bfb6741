#if PostgreSQL
  /// A term of a filter or a window as two conditions on a row. Each is either true or false and never NULL.
  struct MembershipSQL: Sendable {
    /// The condition under which the term certainly holds.
    let certain: Statement
    /// The condition under which the term is not ruled out. It is true wherever `certain` is.
    let possible: Statement

    /// A membership that leaves nothing open.
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
