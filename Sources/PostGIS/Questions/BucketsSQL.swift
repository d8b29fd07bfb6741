#if PostgreSQL
  import SituationModel

  /// The question for the buckets of a timeline, in SQL: events that lie in the same of them are one row of the answer.
  struct BucketsSQL {
    private let question: BucketQuestion

    init(_ question: BucketQuestion) { self.question = question }

    func ask(_ connection: Connection) throws(SourceFailure) -> BucketAnswer {
      var tally = BucketTally(bounds: question.bounds)
      guard question.bounds.count > 1, let first = question.bounds.first?.seconds,
        let last = question.bounds.last?.seconds
      else { return BucketAnswer(buckets: tally.buckets) }
      let finder = FactFinder(places: PlaceSQL(ask: connection.ask))
      let isOfDays = question.bounds.allSatisfy { $0.seconds % Rollups.day == 0 }
      let facts =
        isOfDays
        ? try finder.facts(question.scope, level: 0, inDays: true) : try finder.events(question.scope)
      let answer = try connection.sum(counts(facts, first, last), isShared: facts.isShared)
      let count = question.bounds.count - 1
      for row in 0..<answer.count {
        guard let low = answer.number(row, 0), let high = answer.number(row, 1), let kind = answer.number(row, 2),
          let found = answer.number(row, 4), (1...count).contains(low), (low...count).contains(high),
          (0..<EventKind.codeCount).contains(kind)
        else { continue }
        tally.add(found, kind: kind, in: low - 1...high - 1, isCertain: answer.flag(row, 3))
      }
      return BucketAnswer(buckets: tally.buckets)
    }

    private func counts(_ facts: Facts, _ first: Int64, _ last: Int64) -> Statement {
      let bounds = question.bounds.map(\.seconds)
      let low: Statement = "greatest(1, width_bucket(start_s, \(list: bounds)))"
      let high: Statement = "least(\(bounds.count - 1), width_bucket(end_s - 1, \(list: bounds)))"
      let certain: Statement = """
        (NOT doubtful AND start_s >= \(first) AND end_s <= \(last) AND \(low) = \(high))
        """
      let counted = facts.each { part in
        """
        SELECT \(facts.shard) AS shard, \(low) AS low, \(high) AS high, \
        CASE WHEN \(certain) THEN kind ELSE 0 END AS kind, \(certain) AS sure, \(facts.count()) AS n \
        FROM \(part)\(facts.isNarrowed ? " AND" : " WHERE") has_date AND start_s < \(last) AND end_s > \(first) \
        GROUP BY 1, 2, 3, 4, 5
        """
      }
      return "SELECT low, high, kind, sure, sum(n) FROM (\(counted)) AS counted GROUP BY 1, 2, 3, 4"
    }
  }
#endif
