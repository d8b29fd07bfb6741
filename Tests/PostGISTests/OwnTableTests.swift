#if PostgreSQL
  import SituationIO
  import SituationModel
  import TestKit
  import Testing

  @testable import PostGIS

  @Suite("A table of the person's own")
  struct OwnTableTests {
    private let server: TestServer

    init() throws {
      server = try TestServer()
      try server.sql(
        """
        CREATE EXTENSION postgis;
        CREATE SCHEMA desk;
        CREATE TABLE desk."Incident log" (nr integer, headline text, at timestamptz, spot geometry, who text[]);
        INSERT INTO desk."Incident log" VALUES
          (1, 'plain', '2024-12-13 14:30:05+02', ST_SetSRID(ST_MakePoint(36.5, 34.5), 4326), '{Russia,b}'),
          (2, 'flat metres', '2024-12-13', ST_Transform(ST_SetSRID(ST_MakePoint(36.5, 34.5), 4326), 3857), NULL),
          (3, 'high', 'infinity', ST_SetSRID(ST_MakePoint(36.5, 34.5, 900), 4326), NULL),
          (4, 'empty', '294276-12-31', ST_GeomFromText('POINT EMPTY', 4326), NULL),
          (5, 'nothing', NULL, NULL, NULL);
        CREATE ROLE reader LOGIN;
        GRANT USAGE ON SCHEMA desk TO reader;
        GRANT SELECT ON desk."Incident log" TO reader;
        """)
    }

    private func read(
      _ table: String, limits: Limits = Limits(), head: Int? = nil, progress: ReadingProgress? = nil
    ) throws -> Situation {
      let address = try ServerAddress(server.address(user: "reader") + "&table=\(table)")
      return try OwnTable(at: address, limits: limits).situation(
        columns: ColumnMap("id=nr,title=headline,time=at,actor=who"), head: head, progress: progress)
    }

    @Test("is read by its columns, whatever its dates and forms, by a role that may only read it")
    func rows() throws {
      let situation = try read("desk.Incident log")
      let events = Dictionary(uniqueKeysWithValues: situation.events.events.map { ($0.id, $0) })
      #expect(events.count == 5)
      #expect(events["1"]?.title == "plain" && events["1"]?.actors == ["Russia", "b"])
      #expect(events["1"]?.when == (try DateInterval(edtf: "2024-12-13T12:30:05Z")))
      for id in ["1", "2", "3"] {
        let anchor = try #require(events[id]?.place.anchor)
        #expect(abs(anchor.longitude - 36.5) < 1e-9 && abs(anchor.latitude - 34.5) < 1e-9)
      }
      #expect(events["4"]?.place.anchor == nil && events["5"]?.place.anchor == nil)
      #expect(events["3"]?.when == nil && events["4"]?.when == nil && events["5"]?.when == nil)
      #expect(situation.rejections.contains { $0.value == "infinity" || $0.reason.contains("infinity") })
      #expect(situation.rejections.contains { $0.reason.contains("294276") || $0.value?.contains("294276") ?? false })
      #expect(situation.rejections.map(\.line) == [3, 4])
      #expect(try read("desk.Incident log", head: 2).events.count == 2)
    }

    @Test("has texts as they are: with quotes, commas, line ends and a backslash; an empty one is none")
    func texts() throws {
      let words = #"says "a, b"\#nand \. 'c'"#
      try server.sql(
        """
        CREATE VIEW desk.said AS SELECT 1 AS nr, E'says "a, b"\\nand \\\\. \\'c\\'' AS headline, now() AS at, '' AS who;
        GRANT SELECT ON desk.said TO reader;
        """)
      let event = try #require(try read("desk.said").events.events.first)
      #expect(event.title == words && event.actors.isEmpty)
    }

    @Test("of which nobody waits for the rest is left")
    func stopped() throws {
      let progress = ReadingProgress()
      progress.stop()
      try server.sql(
        """
        CREATE VIEW desk.endless AS SELECT n AS nr, pg_sleep(0.1)::text AS headline, now() AS at, '' AS who
          FROM generate_series(1, 100000000) AS n;
        GRANT SELECT ON desk.endless TO reader;
        """)
      #expect(throws: SourceFailure.cancelled) { try read("desk.endless", progress: progress) }
    }

    @Test("that is missing, too large or in an unknown reference system is refused by its name")
    func refused() throws {
      #expect(throws: SourceFailure.refused("there is no table or view desk.none that this role may see")) {
        try read("desk.none")
      }
      #expect(throws: SourceFailure.self) { try read("desk.Incident log", limits: Limits(fileBytes: 100)) }
      try server.sql(
        "INSERT INTO desk.\"Incident log\" VALUES (6, 'x', NULL, ST_SetSRID(ST_MakePoint(1, 2), 990000), NULL)")
      do {
        _ = try read("desk.Incident log")
        Issue.record("it was read")
      } catch let error as SourceFailure {
        #expect("\(error)".contains("990000") || "\(error)".contains("999000"), "\(error)")
      }
    }
  }
#endif
