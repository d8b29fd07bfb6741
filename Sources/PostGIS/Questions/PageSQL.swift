#if PostgreSQL
  import SituationModel

  /// The question for some events whole, in SQL.
  struct PageSQL {
    private let question: PageQuestion

    /// The way in which the events of an area are found.
    private enum Way {
      /// In the order of time, until there are enough events of the area.
      case byTime
      /// By an index of the area.
      case byArea
      /// By the planner's choice, since it knows more about the other conditions.
      case either
    }

    init(_ question: PageQuestion) { self.question = question }

    func ask(_ connection: Connection) throws(SourceFailure) -> PageAnswer {
      let finder = FactFinder(places: PlaceSQL(ask: connection.ask))
      let way = try question.area.map { area throws(SourceFailure) in try self.way(to: area, finder) } ?? .either
      let area = question.area.map { AreaSQL.contains($0, isFound: way == .byArea) }
      let facts = try finder.events(question.scope, area: area)
      let isNear = way == .byArea && !facts.isShared && question.area.map(AreaSQL.isSmall) ?? false
      let answer = try connection.ask(isNear ? nearRows(facts) : rows(facts))
      let events = StoredEvents.read(answer, file: 0, record: 1).compactMap { $0 }
      if question.offset <= 0, answer.count < question.limit {
        // These are all.
        let certain = (0..<answer.count).count { answer.flag($0, 2) }
        return PageAnswer(events: events, all: EventCount(certain: certain, possible: answer.count - certain))
      }
      return PageAnswer(events: events, all: try count(facts, way, finder, connection))
    }

    /// The fastest way to find the page.
    private func way(to area: GeoBounds, _ finder: FactFinder) throws(SourceFailure) -> Way {
      guard let kinds = finder.kinds(question.scope.filter) else {
        // How common a text is, nobody knows.
        return try AreaSQL.isWide(area, ask: finder.places.ask) ? .either : .byArea
      }
      let abundance = try Abundance(
        of: area, question.scope.window.map(TimeCondition.init), kinds, ask: finder.places.ask)
      let wanted = max(1, question.limit) + max(0, min(question.offset, PageSQL.most))
      return abundance.isSoonerInOrder(wanted) ? .byTime : .byArea
    }

    // MARK: The page

    /// The order of events in a page.
    private static let order: Statement = "ORDER BY start_s, end_s, id"

    /// The number of the first events that may be on the page or before it.
    private var last: Int64 {
      let (last, isBeyond) = Int64(max(0, question.limit)).addingReportingOverflow(Int64(max(0, question.offset)))
      return isBeyond ? .max : last
    }

    private var slice: Statement { "LIMIT \(Int64(max(0, question.limit))) OFFSET \(Int64(max(0, question.offset)))" }

    /// The parts are found each in the order of time: none makes more rows than the page needs.
    private func rows(_ facts: Facts) -> Statement {
      let rows = facts.each { part in
        """
        SELECT start_s, end_s, id, file, record, \(facts.certain) AS sure FROM \(part) \(PageSQL.order) LIMIT \(last)
        """
      }
      return "SELECT file, record, sure FROM (\(rows)) AS parts \(PageSQL.order) \(slice)"
    }

    /// The same where the index of near events has all that they are ordered by: a mark begins with the id, and no id has what stands
    /// behind it there. So the events themselves are looked at that are on the page, and no others.
    private func nearRows(_ facts: Facts) -> Statement {
      let order: Statement = "ORDER BY start_s, end_s, mark"
      let rows = facts.each { part in
        "SELECT start_s, end_s, mark, \(facts.certain) AS sure FROM \(part) \(order) LIMIT \(last)"
      }
      return """
        SELECT e.file, e.record, page.sure FROM (SELECT * FROM (\(rows)) AS parts \(order) \(slice)) AS page \
        JOIN sitmap.events AS e ON e.id = split_part(page.mark, chr(1), 1) ORDER BY page.start_s, page.end_s, page.mark
        """
    }

    // MARK: How many there are

    /// The number of events, if the page does not have them all; nil if they are many.
    private func count(
      _ facts: Facts, _ way: Way, _ finder: FactFinder, _ connection: Connection
    ) throws(SourceFailure) -> EventCount? {
      guard let area = question.area else {
        let everywhere = try finder.facts(question.scope, level: 0)
        return everywhere.isRollup
          ? try TotalsSQL.ask(everywhere, connection).all : try few(facts, way, connection)
      }
      guard way == .byTime else { return try few(facts, way, connection) }
      let window = question.scope.window.map(TimeCondition.init)
      if let kinds = finder.kinds(question.scope.filter),
        try Abundance.least(in: area, window, kinds, ask: connection.ask) > PageSQL.most
      {
        return nil
      }
      // A small area has an index that tells of how many without a look at them.
      guard AreaSQL.isSmall(area) else { return try few(facts, way, connection) }
      let found = try finder.events(question.scope, area: AreaSQL.contains(area, isFound: true))
      return try few(found, .byArea, connection)
    }

    /// The greatest number of events that are counted for a page.
    static let most = 10_000

    /// Counts them; nil where they are many.
    private func few(_ facts: Facts, _ way: Way, _ connection: Connection) throws(SourceFailure) -> EventCount? {
      // Their order does not matter: it is what has them found so.
      let order = way == .byTime ? PageSQL.order : Statement()
      let rows = facts.each { part in
        "SELECT \(facts.certain) AS sure FROM \(part) \(order) LIMIT \(Int64(PageSQL.most + 1))"
      }
      let answer = try connection.ask("SELECT count(*) FILTER (WHERE sure), count(*) FROM (\(rows)) AS few")
      let (certain, count) = (answer.number(0, 0) ?? 0, answer.number(0, 1) ?? 0)
      return count > PageSQL.most ? nil : EventCount(certain: certain, possible: count - certain)
    }

    /// An event by its id.
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
