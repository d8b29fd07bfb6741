#if PostgreSQL
  import SituationModel

  /// The question for some events whole, in SQL.
  struct PageSQL {
    private let question: PageQuestion

    init(_ question: PageQuestion) { self.question = question }

    func ask(_ connection: Connection) throws(SourceFailure) -> PageAnswer {
      let finder = FactFinder(places: PlaceSQL(ask: connection.ask))
      let area = try question.area.map { bounds throws(SourceFailure) in
        AreaSQL.contains(bounds, isFound: try !AreaSQL.isWide(bounds, ask: connection.ask))
      }
      let facts = try finder.events(question.scope, area: area)
      let answer = try connection.ask(rows(try finder.events(question.scope, area: area, isOrdered: true)))
      let events = StoredEvents.read(answer, file: 0, record: 1).compactMap { $0 }
      if question.offset <= 0, answer.count < question.limit {
        // These are all.
        let certain = (0..<answer.count).count { answer.flag($0, 2) }
        return PageAnswer(events: events, all: EventCount(certain: certain, possible: answer.count - certain))
      }
      let counted = try area == nil ? finder.facts(question.scope, level: 0) : facts
      let all = try counted.isRollup ? TotalsSQL.ask(counted, connection).all : few(counted, connection)
      return PageAnswer(events: events, all: all)
    }

    /// The page. In a window the short events and the long ones are found each in the order of time, by an index of their own: neither
    /// makes more rows than the page needs.
    private func rows(_ facts: Facts) -> Statement {
      let (limit, offset) = (Int64(max(0, question.limit)), Int64(max(0, question.offset)))
      let order: Statement = "ORDER BY start_s, end_s, id"
      guard let window = question.scope.window.map(TimeCondition.init), limit + offset < 10_000 else {
        return "SELECT file, record, \(facts.certain) FROM \(facts.from) \(order) LIMIT \(limit) OFFSET \(offset)"
      }
      func part(_ condition: Statement) -> Statement {
        """
        (SELECT start_s, end_s, id, file, record, \(facts.certain) AS sure FROM \(facts.from) AND \(condition) \(order) LIMIT \(limit + offset))
        """
      }
      return """
        SELECT file, record, sure FROM (\(part("NOT is_long AND \(window.searchedShort)")) UNION ALL \(part("is_long"))) AS parts \
        \(order) LIMIT \(limit) OFFSET \(offset)
        """
    }

    /// So many events are counted at most for a page.
    static let most = 10_000

    /// How many events there are; nil where there are many.
    private func few(_ facts: Facts, _ connection: Connection) throws(SourceFailure) -> EventCount? {
      let answer = try connection.ask(
        """
        SELECT count(*) FILTER (WHERE sure), count(*) FROM (SELECT \(facts.certain) AS sure FROM \(facts.from) \
        LIMIT \(PageSQL.most + 1)) AS few
        """)
      let (certain, count) = (answer.number(0, 0) ?? 0, answer.number(0, 1) ?? 0)
      return count > PageSQL.most ? nil : EventCount(certain: certain, possible: count - certain)
    }

    /// One event by its id.
    static func event(_ id: String, _ connection: Connection) throws(SourceFailure) -> Event? {
      let kept = KeptText.id(id)
      let answer = try connection.ask(
        """
        SELECT file, record FROM sitmap.events \
        WHERE shard = \(Int64(EventRow.shard(of: kept))) AND id = \(String(decoding: kept, as: UTF8.self), as: "text")
        """)
      return StoredEvents.read(answer, file: 0, record: 1).first ?? nil
    }
  }
#endif
