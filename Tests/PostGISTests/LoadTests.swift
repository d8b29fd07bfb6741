#if PostgreSQL
  import SituationModel
  import TestKit
  import Testing

  @testable import PostGIS

  @Suite("Files on their way to a server")
  struct LoadTests {
    private func server() throws -> TestServer {
      let server = try TestServer()
      try Schema(at: server.parsed()).make()
      return server
    }

    private func load(_ events: [Event], to server: TestServer) throws -> Loading.Outcome {
      try Loading(EventTable(events), files: ["f"], to: server.parsed()).run()
    }

    /// Some questions that rollups and events answer, asked of the server and of a table.
    private func compare(_ server: TestServer, _ events: [Event]) throws {
      let (source, memory) = (ServerSource(try server.parsed()), TableSource(title: "", EventTable(events)))
      let window = TimeWindow(start: Instant(seconds: 1_733_616_000), end: Instant(seconds: 1_734_048_000))
      for scope in [EventScope(), EventScope(window: window)] {
        for level in [0, 3, 8, 14] {
          let question = CellQuestion(scope: scope, area: nil, grid: DegreeGrid(level: level))
          #expect(try source.cells(question) == memory.cells(question), "level \(level)")
        }
        let bounds = (0...20).map { Instant(seconds: 1_733_616_000 + Int64($0) * 86_400) }
        let buckets = BucketQuestion(scope: scope, bounds: bounds)
        #expect(try source.buckets(buckets) == memory.buckets(buckets))
      }
      let (overview, known) = try (source.overview(), memory.overview())
      #expect(overview.count == known.count && overview.span == known.span && overview.extent == known.extent)
    }

    private func events() throws -> [Event] {
      var maker = FilterMaker(seed: 5)
      return try (0..<500).map { _ in try maker.placedEvent() }
    }

    @Test("what is there already is passed over, what is new is added, what changed is replaced")
    func again() throws {
      let (server, all) = (try server(), try events())
      #expect(try load(Array(all[..<300]), to: server).added == 300)
      let second = try load(all, to: server)
      #expect(second.added == 200 && second.unchanged == 300 && second.replaced == 0)
      try compare(server, all)
      #expect(try load(all, to: server).unchanged == 500)
      let changed = all.enumerated().map { number, event in
        number % 50 == 0 ? Event(id: event.id, title: "other", kind: .strike, place: .unknown) : event
      }
      let third = try load(changed, to: server)
      #expect(third.replaced == 10 && third.unchanged == 490 && third.added == 0)
      try compare(server, changed)
      #expect(try server.value("SELECT count(*) FROM sitmap.events") == "500")
    }

    @Test("of two events of a file with one id the first is loaded; an id that was made has the file's name")
    func ids() throws {
      let server = try server()
      let events = [
        Event(id: "a", title: "1"), Event(id: "a", title: "2"),
        Event(id: "#2", title: "3", links: [.init(.follows, to: "#2")]),
      ]
      let outcome = try load(events, to: server)
      #expect(outcome.added == 2 && outcome.doubled == 1)
      let source = ServerSource(try server.parsed())
      #expect(try source.event("a")?.title == "1")
      #expect(try source.event("f#2")?.links.first?.target == "f#2")
    }

    @Test("a load that breaks leaves nothing, the first and every later one")
    func broken() throws {
      let (server, all) = (try server(), try events())
      let many = (0..<20_000).map { Event(id: "many \($0)", title: "x") }
      func breaking(_ events: [Event]) throws {
        let loading = Loading(EventTable(events), files: ["f"], to: try server.parsed())
        #expect(throws: SourceFailure.self) {
          try loading.run { _ in
            try? server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COPY%'")
          }
        }
      }
      try breaking(many)
      #expect(try server.value("SELECT count(*) FROM sitmap.events") == "0")
      #expect(
        try server.value("SELECT count(*) FROM pg_indexes WHERE schemaname = 'sitmap' AND tablename = 'events'") == "9")
      _ = try load(all, to: server)
      try breaking(many)
      try compare(server, all)
    }

    @Test("tables of an earlier version are refused until they are brought to this one", arguments: [1, 2, 3])
    func earlier(version: Int) throws {
      let server = try server()
      let all = try events()
      _ = try load(all, to: server)
      try server.sql("DROP INDEX sitmap.events_near; UPDATE sitmap.version SET version = \(version)")
      if version == 3 { try server.sql("CREATE INDEX events_ground ON sitmap.events (lat, lon, start_s)") }
      if version == 1 {
        try server.sql("DROP INDEX sitmap.events_texts, sitmap.events_open; DROP EXTENSION pg_trgm")
      }
      let versions = "the server's tables are of version \(version), this program's of version 5"
      let refusal = "\(versions): sitmap db init brings them there"
      #expect(throws: SourceFailure.refused(refusal)) { try ServerSource(try server.parsed()).overview() }
      try Schema(at: server.parsed()).make()
      for index in ["sitmap.events_texts", "sitmap.events_open", "sitmap.events_near"] {
        #expect(try server.value("SELECT to_regclass('\(index)')") == index)
      }
      #expect(try server.value("SELECT to_regclass('sitmap.events_ground') IS NULL") == "t")
      try compare(server, all)
    }

    @Test(
      "Arabic letters that earlier versions kept apart are folded in their tables, and kinds that are one then are counted as one"
    )
    func folding() throws {
      let server = try server()
      let place = Place(name: "حمص", precision: .exact, shape: .points([Coordinate(latitude: 34.7, longitude: 36.7)]))
      let all = [
        Event(id: "1", title: "مدينة", kind: .other, kindName: "غارة", place: place),
        Event(id: "2", title: "شهر", kind: .other, kindName: "غاره", place: place),
      ]
      _ = try load(all, to: server)
      // As version 4 had them.
      try server.sql(
        """
        UPDATE sitmap.events SET f_title = replace(f_title, 'مدينه', 'مدينة'), f_kind = replace(f_kind, 'غاره', 'غارة') WHERE id = '1';
        UPDATE sitmap.rollup SET f_kind = replace(f_kind, 'غاره', 'غارة');
        UPDATE sitmap.version SET version = 4;
        """)
      _ = try ServerSource(try server.parsed()).overview()
      try Schema(at: server.parsed()).make()
      try compare(server, all)
      #expect(try server.value("SELECT count(*) FROM sitmap.events WHERE f_title LIKE '%مدينه%'") == "1")
      #expect(try server.value("SELECT count(DISTINCT f_kind) FROM sitmap.rollup") == "1")
    }

    @Test("tables are made once; those of a newer version are left alone")
    func versions() throws {
      let server = try server()
      _ = try load(try events(), to: server)
      try Schema(at: server.parsed()).make()
      #expect(try server.value("SELECT count(*) FROM sitmap.events") == "500")
      try server.sql("UPDATE sitmap.version SET version = 99")
      #expect(throws: SourceFailure.refused("the server's tables are of version 99, this program's of version 5")) {
        try Schema(at: server.parsed()).make()
      }
      #expect(throws: SourceFailure.self) { try ServerSource(try server.parsed()).overview() }
    }
  }
#endif
