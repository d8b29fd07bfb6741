#if PostgreSQL
  import SituationModel

  /// The question for some events whole, in SQL.
  struct PageSQL {
    private let question: PageQuestion

    init(_ question: PageQuestion) { self.question = question }

    func ask(_ connection: Connection) throws(SourceFailure) -> PageAnswer {
      let finder = FactFinder(places: PlaceSQL(ask: connection.ask))
      let area = question.area.map(AreaSQL.contains)
      let facts = try finder.events(question.scope, area: area)
      let answer = try connection.ask(
        """
        SELECT file, record FROM \(facts.from) ORDER BY start_s, end_s, id \
        LIMIT \(Int64(max(0, question.limit))) OFFSET \(Int64(max(0, question.offset)))
        """)
      let events = StoredEvents.read(answer, file: 0, record: 1).compactMap { $0 }
      let counted = try area == nil ? finder.facts(question.scope, level: 0) : facts
      return PageAnswer(events: events, all: try TotalsSQL.ask(counted, connection).all)
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
