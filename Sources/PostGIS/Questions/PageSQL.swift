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
      let everywhere = try finder.facts(question.scope, level: 0)
      let all =
        try area == nil && everywhere.isRollup
        ? TotalsSQL.ask(everywhere, connection).all : few(facts, isCommon: everywhere.isRollup, connection)
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
    ///
    /// - Parameter isCommon: whether the filter asks for kinds at most, of which there are many in any window: these are found as the
    ///   page is, by an index of time. Texts have an index of their own.
    private func few(_ facts: Facts, isCommon: Bool, _ connection: Connection) throws(SourceFailure) -> EventCount? {
      let some: Statement = "SELECT \(facts.certain) AS sure FROM \(facts.from)"
      let limit: Statement = "LIMIT \(Int64(PageSQL.most + 1))"
      let rows: Statement =
        if isCommon, let window = question.scope.window.map(TimeCondition.init) {
          "(\(some) AND NOT is_long AND \(window.searchedShort) \(limit)) UNION ALL (\(some) AND is_long \(limit))"
        } else { "\(some) \(limit)" }
      let answer = try connection.ask("SELECT count(*) FILTER (WHERE sure), count(*) FROM (\(rows)) AS few")
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
