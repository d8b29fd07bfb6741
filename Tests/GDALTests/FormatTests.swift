#if GDAL
  import SituationIO
  import SituationModel
  import Testing

  @testable import GDAL

  @Suite("vector files by GDAL")
  struct FormatTests {
    /// What a reader of the list sees of an event.
    private struct Seen: Hashable {
      let id: String
      let title: String
      let kind: String?
      let when: String?
      let place: String?
      let precision: PlacePrecision
      let latitude: Int?
      let longitude: Int?
      let summary: String

      /// Degrees are compared to a metre or so: some formats have 32-bit numbers, and some systems are transformed.
      init(_ event: Event) {
        (id, title, kind, when) = (event.id, event.title, event.kindName, event.when?.edtf)
        (place, precision, summary) = (event.place.name, event.place.precision, event.summary)
        latitude = event.place.anchor.map { Int(($0.latitude * 1e5).rounded()) }
        longitude = event.place.anchor.map { Int(($0.longitude * 1e5).rounded()) }
      }
    }

    private func seen(_ situation: Situation) -> [Seen] {
      situation.events.events.map(Seen.init).sorted { $0.id < $1.id }
    }

    @Test(
      "the same table of events is the same in each format",
      arguments: [
        "events.gpkg", "plain.sqlite", "spatialite.sqlite", "events.shp", "events.shp.zip", "utm.shp", "nosystem.shp",
        "events.fgb", "events.tab", "events.mif", "events.gml", "events.gdb.zip",
      ])
    func sameEvents(name: String) throws {
      let table = try readSituation(path: Fixtures.path("../table.csv"))
      let read = try Fixtures.read(name)
      // GDAL 3.6 leaves records without a place out of FlatGeobuf.
      let expected = seen(table).filter { name != "events.fgb" || $0.latitude != nil }
      #expect(read.events.count == expected.count, "\(name)")
      for (read, event) in zip(seen(read), expected) where read != event {
        Issue.record("\(name): \(read)\n\(event)")
      }
      #expect(read.rejections.filter(\.isWhole).isEmpty, "\(name)")
    }

    @Test("coordinates of an unnamed system that are no degrees place nothing, which is told, and stay as text")
    func metres() throws {
      let read = try Fixtures.read("metres.shp")
      #expect(read.events.count == 5 && read.events.events.allSatisfy { $0.place.shape == nil })
      #expect(read.rejections.contains { $0.reason.contains("no reference system is named") })
      #expect(read.events.events.contains { $0.summary.contains("geometry: POINT (") })
      let transformed = try Fixtures.read("utm.shp")
      #expect(transformed.rejections.contains { $0.reason.contains("UTM") && $0.weight == .note })
    }

    @Test("a shapefile that names no encoding is read by its letters, or as a person says")
    func encoding() throws {
      let read = try Fixtures.read("cyrillic.shp")
      #expect(read.events.events.map(\.title).contains("Обстрел села Малая Рогань"))
      var map = ColumnMap()
      map.encoding = .koi8r
      let other = try readSituation(path: Fixtures.path("cyrillic.shp"), columns: map, databases: GDALSource())
      #expect(other.events.events.allSatisfy { $0.title != "Обстрел села Малая Рогань" })
    }

    @Test("dates are as exact as their fields, and say their zone")
    func types() throws {
      let events = try Fixtures.read("types.fgb").events.events
      func event(_ title: String) throws -> Event {
        try #require(events.first { $0.title == title }, "\(title)")
      }
      #expect(try event("Point").when?.edtf == "2024-12-02T10:20:30Z")
      #expect(try event("Points").when?.edtf == "2024-12-02T07:20:30Z")
      #expect(try event("Line").when == nil)
      #expect(try event("Point").summary.contains("ratio: 0.1"))
      #expect(try event("Point").summary.contains("whole: 2\n") || event("Point").summary.hasSuffix("whole: 2"))
      #expect(try !event("Line").summary.contains("ratio"))
      guard case .areas(let areas)? = try event("Area").place.shape else {
        Issue.record("no area")
        return
      }
      #expect(areas[0].holes.count == 1)
      guard case .points(let points)? = try event("Points").place.shape else {
        Issue.record("no points")
        return
      }
      #expect(points.count == 2)
    }

    @Test("curves become lines and areas")
    func curves() throws {
      let events = try Fixtures.read("curves.gpkg").events.events
      guard case .lines(let lines)? = events.first(where: { $0.title == "Arc" })?.place.shape,
        case .areas(let areas)? = events.first(where: { $0.title == "Round" })?.place.shape
      else {
        Issue.record("no line or no area")
        return
      }
      #expect(lines[0].count > 10 && areas[0].outer.count > 20)
    }

    @Test("all layers with events open, each event says its layer, and one layer can be named")
    func layers() throws {
      let read = try Fixtures.read("types.gpkg")
      #expect(read.events.count == 10)
      #expect(read.notes.contains { $0.contains("\"settings\" is not read") })
      #expect(read.events.events.contains { $0.kindName == "forms" && $0.title == "Area" })
      #expect(read.events.events.contains { $0.kindName == "strike" && $0.summary.contains("layer: reports") })
      var map = ColumnMap()
      map.sheet = "Reports"
      #expect(
        try readSituation(path: Fixtures.path("types.gpkg"), columns: map, databases: GDALSource()).events.count == 5)
      map.sheet = "none"
      let error = #expect(throws: ReadError.self) {
        try readSituation(path: Fixtures.path("types.gpkg"), columns: map, databases: GDALSource())
      }
      #expect(error?.message.contains("has no layer \"none\" (layers: \"forms\"") == true)
    }

    @Test("values of another type than their column are read as they were written")
    func loose() throws {
      let read = try Fixtures.read("loose.sqlite")
      func event(_ title: String) throws -> Event { try #require(read.events.events.first { $0.title == title }) }
      #expect(Set(read.events.events.map(\.kindName)) == ["sightings", "strikes"])
      #expect(try event("Second").when?.edtf == "2024-12" && event("Second").summary.contains("trucks: many"))
      #expect(try event("Third").when?.edtf == "2024-12-14T07:00:00Z")
      let third = try event("Third")
      #expect(third.summary.contains("trucks: 2.5"), "\(third)")
      #expect(try event("Third").place.anchor?.latitude == 34.5)
      #expect(try event("Fourth").when == nil && event("Fourth").summary.contains("date: yesterday"))
      #expect(read.rejections.contains { $0.reason.contains("only the number is read") })
    }

    @Test("a feed with places opens with its titles, times and links")
    func feed() throws {
      let events = try Fixtures.read("../feed.xml").events.events
      #expect(Set(events.map(\.title)) == ["Flood in Homs", "Quake", "No place"])
      #expect(events.count { $0.place.shape != nil } == 2)
      #expect(events.first { $0.title == "Flood in Homs" }?.when?.edtf == "2024-12-02T10:00:00Z")
      #expect(events.first { $0.title == "Flood in Homs" }?.place.anchor?.latitude == 34.7)
    }

    @Test("a build without GDAL says which one opens such files")
    func without() throws {
      for name in [
        "events.shp", "events.gpkg", "events.fgb", "events.tab", "events.mif", "events.gml", "events.gdb.zip",
      ] {
        let error = #expect(throws: ReadError.self) { try readSituation(path: Fixtures.path(name)) }
        #expect(error?.message.contains("make build TRAITS=GDAL") == true, "\(name)")
      }
    }

    @Test("a shapefile without its other files opens with its places, and says what is missing")
    func alone() throws {
      let bytes = try Fixtures.bytes("events.shp")
      let read = try readSituation(bytes: bytes, file: "standard input", databases: GDALSource())
      #expect(read.events.count == 5 && read.events.events.count { $0.place.shape != nil } == 4)
      #expect(!read.rejections.isEmpty)
    }
  }
#endif
