#if PostgreSQL
  import SituationModel

  /// How many events a scope has anywhere.
  enum TotalsSQL {
    struct Totals {
      let all: EventCount
      let unplaced: Int
    }

    /// Counts them: from the coarsest rollups where they say it.
    static func ask(
      _ scope: EventScope, _ finder: FactFinder, _ connection: Connection
    ) throws(SourceFailure) -> Totals {
      try ask(try finder.facts(scope, level: 0), connection)
    }

    /// Counts those of some facts.
    static func ask(_ facts: Facts, _ connection: Connection) throws(SourceFailure) -> Totals {
      let isUnplaced: Statement = facts.isRollup ? "cx < 0" : "lon IS NULL"
      let answer = try connection.ask(
        """
        SELECT sum(sure), sum(n), sum(unplaced) FROM (SELECT \(facts.shard) AS shard, \
        \(facts.count(where: facts.certain)) AS sure, \(facts.count()) AS n, \(facts.count(where: isUnplaced)) AS unplaced \
        FROM \(facts.from) GROUP BY 1) AS counted
        """)
      let (certain, count) = (answer.number(0, 0) ?? 0, answer.number(0, 1) ?? 0)
      return Totals(
        all: EventCount(certain: certain, possible: count - certain), unplaced: answer.number(0, 2) ?? 0)
    }
  }
#endif
