#if PostgreSQL
  import SituationIO
  import SituationModel
  import TestKit
  import Testing

  @testable import PostGIS

  @Suite("A server gives the answers that a table in memory gives")
  struct EqualityTests {
    @Test("to 1,000 questions with edges where events and cells have theirs")
    func questions() throws {
      let server = try TestServer()
      try Schema(at: server.parsed()).make()
      try compare(server)
    }

    @Test("to the same questions where the rows are on two others")
    func cluster() throws {
      let cluster = try TestCluster()
      try compare(cluster.coordinator)
      for node in cluster.nodes { #expect(try node.value("SELECT count(*) > 300 FROM sitmap.events") == "t") }
    }

    @Test("to questions of events about whole countries, among exact ones in one cell and alone", arguments: [300, 0])
    func countries(exact: Int) throws {
      let server = try TestServer()
      try Schema(at: server.parsed()).make()
      let events = EventTable(MadeEvents.ofCountries(exact: exact))
      _ = try Loading(events, files: ["f"], to: server.parsed()).run()
      let (memory, source) = (TableSource(title: "f", events), ServerSource(try server.parsed()))
      let day = Instant(seconds: 1_733_616_000)
      let windows = [
        nil, TimeWindow(start: day, end: day.advanced(by: 86_400 * 200)),
        TimeWindow(start: day, end: day.advanced(by: 5_000)),
      ]
      let filters = [
        nil, FilterExpression.term(.standing(.equals(.confirmed))), .term(.text(.title, .contains, Needle("1")!)),
      ]
      for level in [2, 5, 8, 9, 11, 12, 13] {
        for (window, filter) in windows.flatMap({ window in filters.map { (window, $0) } }) {
          for area in [
            nil, GeoBounds(south: 30, west: 30, north: 40, east: 40),
            GeoBounds(south: 34.9, west: 38.4, north: 35.1, east: 38.6),
          ] {
            let question = CellQuestion(
              scope: EventScope(filter: EventFilter(filter), window: window), area: area, grid: DegreeGrid(level: level)
            )
            let (answer, wanted) = try (source.cells(question), memory.cells(question))
            if answer != wanted { Issue.record("\(question)\nserver \(answer)\nmemory \(wanted)") }
            #expect(filter != nil || wanted.countries.contains { $0.name == "Syria" })
          }
        }
      }
    }

    /// Asks an empty server and a table in memory the same of the same events.
    private func compare(_ server: TestServer) throws {
      let situation = try MadeEvents.situation(seed: 20_241_208)
      let outcome = try Loading(situation.events, files: ["f", "f"], to: server.parsed()).run()
      #expect(outcome.added == situation.events.count)
      let memory = TableSource(title: "f", situation.events)
      let source = ServerSource(try server.parsed())

      let (overview, known) = try (source.overview(), memory.overview())
      #expect(overview.count == known.count && overview.span == known.span)
      #expect(overview.finestPrecision == known.finestPrecision && overview.extent == known.extent)

      var maker = QuestionMaker(seed: 1, situation.events)
      var unanswered = 0
      for number in 0..<250 {
        unanswered += try compare("cells \(number)", maker.cells()) { question, source throws(SourceFailure) in
          try source.cells(question)
        }(source, memory)
        unanswered += try compare("buckets \(number)", maker.buckets()) { question, source throws(SourceFailure) in
          try source.buckets(question)
        }(source, memory)
        unanswered += try compare("page \(number)", maker.page()) { question, source throws(SourceFailure) in
          let answer = try source.page(question)
          return Page(events: answer.events, all: answer.all)
        }(source, memory)
        let id = situation.events[maker.below(situation.events.count)].id
        let (event, same) = try (source.event(id), memory.event(id))
        #expect(event == same, "\(event.map(record) ?? "none") \(same.map(record) ?? "none")")
      }
      #expect(unanswered == 0)
      #expect(try source.event("nobody") == nil)
    }

    private func record(_ event: Event) -> String { String(decoding: EventRecord.bytes(of: event), as: UTF8.self) }

    private struct Page: Equatable {
      let events: [Event]
      let all: EventCount?
    }

    /// Asks both the same; 1 where the server can't answer it.
    private func compare<Question, Value: Equatable>(
      _ name: String, _ question: Question,
      _ ask: @escaping (Question, any EventSource) throws(SourceFailure) -> Value
    ) -> (ServerSource, TableSource) throws -> Int {
      { server, memory in
        let wanted = try ask(question, memory)
        do throws(SourceFailure) {
          let answer = try ask(question, server)
          if answer != wanted {
            Issue.record("\(name): \(question)\nserver \(answer)\nmemory \(wanted)")
          }
          return 0
        } catch {
          guard case .unanswerable = error else { throw error }
          return 1
        }
      }
    }
  }
#endif
