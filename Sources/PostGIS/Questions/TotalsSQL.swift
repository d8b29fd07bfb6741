#if PostgreSQL
  import SituationModel

  /// The number of all events of some facts, anywhere.
  enum TotalsSQL {
    struct Totals {
      let all: EventCount
      let unplaced: Int
    }

    /// Counts them.
    static func ask(_ facts: Facts, _ connection: Connection) throws(SourceFailure) -> Totals {
      let isUnplaced: Statement = facts.isRollup ? "cx < 0" : "lon IS NULL"
      let counted = facts.each { part in
        """
        SELECT \(facts.shard) AS shard, \(facts.count(where: facts.certain)) AS sure, \(facts.count()) AS n, \
        \(facts.count(where: isUnplaced)) AS unplaced FROM \(part) GROUP BY 1
        """
      }
      let answer = try connection.ask("SELECT sum(sure), sum(n), sum(unplaced) FROM (\(counted)) AS counted")
      let (certain, count) = (answer.number(0, 0) ?? 0, answer.number(0, 1) ?? 0)
      return Totals(
        all: EventCount(certain: certain, possible: count - certain), unplaced: answer.number(0, 2) ?? 0)
    }
  }
#endif
