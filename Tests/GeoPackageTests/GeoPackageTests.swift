#if GeoPackage
  import Foundation
  import GRDB
  import SituationIO
  import SituationModel
  import TestKit
  import Testing

  @testable import GeoPackage

  @Suite("GeoPackage")
  struct GeoPackageTests {
    private func read(_ bytes: [UInt8]) throws -> Situation {
      try readSituation(bytes: bytes, file: "made.gpkg", databases: GeoPackage())
    }

    private static let contents = """
      CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
      """

    /// A GeoPackage of one table, whose forms are blobs in hexadecimal.
    private func package(system: Int = 4326, _ forms: [String]) throws -> [UInt8] {
      try Database.bytes { database in
        try database.execute(
          sql: Self.contents + """
            CREATE TABLE "odd ""name" (fid INTEGER PRIMARY KEY, name TEXT, date DATE, geom BLOB, height REAL);
            INSERT INTO gpkg_contents VALUES ('odd "name', 'features'), ('styles', 'tiles');
            INSERT INTO gpkg_geometry_columns VALUES ('odd "name', 'geom', \(system));
            """)
        for (index, form) in forms.enumerated() {
          try database.execute(
            sql:
              "INSERT INTO \"odd \"\"name\" (name, date, geom, height) VALUES (?, '2024-12-1\(index)', unhexed(?), 1.5)"
              .replacingOccurrences(of: "unhexed(?)", with: "x'\(form)'"), arguments: ["Event \(index)"])
        }
      }
    }

    /// The header of a blob without an envelope, little endian, EPSG:4326.
    private static let header = "47500001E6100000"
    private static let point = header + "0101000000" + "0000000000804240" + "0000000000C04140"

    @Test("points, lines and areas open with their dates and columns, and what is no form is told")
    func forms() throws {
      let line =
        Self.header + "0102000000" + "02000000" + "0000000000804240" + "0000000000C04140" + "0000000000004240"
        + "0000000000804140"
      let ring =
        "05000000"
        + [
          "0000000000000000", "0000000000000000", "0000000000002440", "0000000000000000", "0000000000002440",
          "0000000000002440", "0000000000000000", "0000000000002440", "0000000000000000", "0000000000000000",
        ].joined()
      let area = "47500003E6100000" + String(repeating: "0", count: 64) + "0103000000" + "01000000" + ring
      let empty = "47500011E6100000" + "0101000000" + "000000000000F87F000000000000F87F"
      let situation = try read(package([Self.point, line, area, empty, "4750", "00"]))
      let events = situation.events.events
      #expect(events.map(\.title) == (0..<6).map { "Event \($0)" })
      #expect(events.map { $0.when?.edtf } == (0..<6).map { "2024-12-1\($0)" })
      #expect(events[0].place.shape == .points([Coordinate(latitude: 35.5, longitude: 37)]))
      #expect(events[0].place.precision == .unknown)
      #expect(
        events[1].place.shape
          == .lines([[Coordinate(latitude: 35.5, longitude: 37), Coordinate(latitude: 35, longitude: 36)]]))
      if case .areas(let areas)? = events[2].place.shape {
        #expect(areas[0].outer.count == 5)
      } else {
        Issue.record("no area")
      }
      #expect(events[3...].allSatisfy { $0.place.precision == .unplaced })
      #expect(situation.rejections.count == 2)
      #expect(events[0].summary == "height: 1.5")
    }

    @Test("another reference system is refused by its name, and not drawn in the wrong place")
    func otherSystem() throws {
      let bytes = try package(system: 3857, [Self.point])
      let error = #expect(throws: ReadError.self) { try read(bytes) }
      #expect(error?.message.contains("EPSG:3857") == true)
    }

    @Test("the tables of any SQLite database that tell of places or times open, a kind each")
    func plain() throws {
      let bytes = try Database.bytes { database in
        try database.execute(
          sql: """
            CREATE TABLE sightings (id TEXT, headline TEXT, lat REAL, lon REAL, seen_at INTEGER, date TEXT);
            INSERT INTO sightings VALUES ('a', 'First', 35.5, 36.25, 1, '2024-12-13'), ('b', 'Second', NULL, NULL, 2, NULL);
            CREATE TABLE strikes (id TEXT, title TEXT, latitude REAL, longitude REAL);
            INSERT INTO strikes VALUES ('a', 'Third', 34.5, 36);
            CREATE TABLE settings (key TEXT, value TEXT);
            INSERT INTO settings VALUES ('x', 'y');
            """)
      }
      let events = try read(bytes).events
      #expect(Set(events.events.map(\.title)) == ["First", "Second", "Third"])
      #expect(Set(events.events.map(\.kindName)) == ["sightings", "strikes"])
      #expect(Set(events.events.map(\.id)).count == 3)
    }

    @Test("damaged or cut off, a database is refused or opens soundly")
    func damage() throws {
      let bytes = try package([Self.point, Self.point])
      var generator = SeededGenerator(seed: 5)
      for length in stride(from: 17, to: bytes.count, by: 97) { _ = try? read(Array(bytes[..<length])) }
      for _ in 0..<200 {
        var damaged = bytes
        for _ in 0..<8 {
          damaged[Int.random(in: 16..<damaged.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        guard let situation = try? read(damaged) else { continue }
        for event in situation.events.events {
          guard let anchor = event.place.anchor else { continue }
          #expect(abs(anchor.latitude) <= 90 && abs(anchor.longitude) <= 180)
        }
      }
    }
  }
#endif
