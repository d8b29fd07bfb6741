#if GDAL
  import Foundation
  import SituationIO
  import SituationModel
  import TestKit
  import Testing

  @testable import GDAL

  @Suite("GeoPackage files that are written")
  struct WritingTests {
    /// The bytes of a situation as a GeoPackage, and what is said to them. Nothing may lie beside the file.
    private func written(_ situation: Situation) throws -> (bytes: [UInt8], remarks: [Conversion.Remark]) {
      try Fixtures.inFolder { folder in
        let path = folder + "/made.gpkg"
        try Data().write(to: URL(fileURLWithPath: path))
        let remarks = try EventSheet(situation).write(to: path, by: GeoPackageWriter())
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["made.gpkg"])
        return (try Array(Data(contentsOf: URL(fileURLWithPath: path))), remarks)
      }
    }

    private func read(_ bytes: [UInt8]) throws -> Situation {
      try readSituation(bytes: bytes, file: "f", databases: GDALSource())
    }

    private func streamed(_ situation: Situation, as format: Conversion.Format) -> [UInt8] {
      var bytes: [UInt8] = []
      _ = Conversion(situation, to: format).write { bytes += $0 }
      return bytes
    }

    private func expect(_ new: Situation, has old: EventTable, _ name: String) {
      #expect(new.rejections.isEmpty, "\(name): \(new.rejections.first?.reason ?? "")")
      #expect(new.events.count == old.count, "\(name)")
      for (old, new) in zip(old.events, new.events.events) { #expect(new == old, "\(name)") }
      for row in 0..<min(new.events.count, old.count) {
        #expect(new.events.columns.precisions[row] == old.columns.precisions[row], "\(name)")
        #expect(new.events.row(of: old[row].id) == row, "\(name)")
      }
    }

    @Test("events come back the same, also by way of every other format, there and back", arguments: 1...6)
    func comesBack(seed: UInt64) throws {
      var maker = EventMaker(seed: seed)
      let table = EventTable(maker.events(60))
      let situation = Situation(title: "All", events: table)
      let package = try read(written(situation).bytes)
      expect(package, has: table, "seed \(seed)")
      for format in Conversion.Format.allCases {
        expect(try read(streamed(package, as: format)), has: table, "gpkg to \(format), seed \(seed)")
        let other = try read(streamed(situation, as: format))
        expect(try read(written(other).bytes), has: table, "\(format) to gpkg, seed \(seed)")
      }
    }

    @Test("what any format says comes back the same")
    func fromAnyFormat() throws {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("SituationIOTests/Fixtures").path
      var count = 0
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() {
        let url = URL(fileURLWithPath: "\(folder)/\(name)")
        guard let data = try? Data(contentsOf: url) else { continue }
        let bytes = Array(data)
        guard let situation = try? readSituation(bytes: bytes, file: "f"), situation.events.count > 0 else { continue }
        let package = try read(written(situation).bytes)
        #expect(Array(package.events.events) == Array(situation.events.events), "\(name)")
        #expect(package.title == situation.title && package.summary == situation.summary, "\(name)")
        count += 1
      }
      #expect(count > 30)
    }

    @Test("title and summary come back, what has no place is said, and no events make an empty table")
    func whole() throws {
      let event = Event(id: "a", title: "A")
      let situation = Situation(
        title: "events", summary: "Of\nit", background: ["One"], attribution: "CC0",
        view: GeoBounds(south: -20, west: 177, north: -15, east: -178), countries: ["FJI"], events: EventTable([event]))
      let (bytes, remarks) = try written(situation)
      #expect(remarks == [.unsaid(["background", "attribution", "view", "countries"])])
      let back = try read(bytes)
      #expect(back.title == "events" && back.summary == "Of\nit")
      let nothing = try read(written(Situation(title: "None", events: EventTable())).bytes)
      #expect(nothing.events.count == 0 && nothing.rejections.isEmpty && nothing.title == "None")
    }

    @Test("a form of more than 1 MB of text comes back, and one in a destination that is too long is said")
    func longForms() throws {
      let line = (0..<50_000).map { Coordinate(latitude: Double($0) / 1e4, longitude: Double($0) / 3e4) }
      let place = Place(name: nil, precision: .region, shape: .lines([line]))
      let event = Event(id: "a", title: "A", place: place)
      let (bytes, remarks) = try written(Situation(title: "", events: EventTable([event])))
      #expect(try read(bytes).events[0] == event && remarks.isEmpty)
      let bound = Event(id: "a", title: "A", place: .unknown, destination: place)
      #expect(try written(Situation(title: "", events: EventTable([bound]))).remarks == [.longForms(1)])
    }

    @Test("another program finds a GeoPackage 1.3: its marks, its tables, its rows and the bounds of its forms")
    func frame() throws {
      let places = [Coordinate(latitude: 34.5, longitude: 36.25), Coordinate(latitude: -10, longitude: 179)]
      let events = places.enumerated().map {
        Event(id: "\($0)", title: "=1", place: Place(name: nil, precision: .exact, shape: .points([$1])))
      }
      let bytes = try written(Situation(title: "", events: EventTable(events + [Event(id: "x", title: "X")]))).bytes
      // Database File Format, 1.3: the user version is at 60, the application id at 68.
      #expect(Array(bytes[60..<64]) == [0, 0, 0x28, 0x3C] && Array(bytes[68..<72]) == Array("GPKG".utf8))
      let library = try Library.shared.get()
      let file = VectorFile(format: .geoPackage, parts: [VectorFile.Part(name: "a.gpkg", bytes: Bytes(bytes))])
      let dataset = try #require(Dataset(MemoryFiles(file, library), file, nil, library))
      func rows(_ question: String, columns: Int = 1) -> [[String?]] { dataset.rows(question, columns: columns) }
      #expect(rows("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1") == [["-1"], ["0"], ["4326"]])
      #expect(rows("SELECT table_name, data_type FROM gpkg_contents", columns: 2) == [["events", "features"]])
      #expect(
        rows("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents", columns: 4) == [["36.25", "-10", "179", "34.5"]])
      // Earlier versions know a table of their own by its first columns.
      let names = rows("SELECT name FROM pragma_table_info('events')").compactMap { $0[0] }
      #expect(names == ["fid"] + EventSheet.columns.map(\.name) + ["geom"])
      #expect(rows("SELECT title FROM events") == [["=1"], ["=1"], ["X"]])
      #expect(rows("SELECT count(*) FROM events WHERE geom IS NULL") == [["1"]])
      #expect(rows("PRAGMA integrity_check") == [["ok"]])
    }

    @Test("a GeoPackage that an earlier version wrote opens as it did")
    func earlier() throws {
      let read = try Fixtures.read("../earlier.gpkg")
      let table = try readSituation(path: Fixtures.path("../earlier.geojson"))
      #expect(Array(read.events.events) == Array(table.events.events))
      #expect(read.title == table.title && read.summary == table.summary && read.rejections.isEmpty)
    }

    @Test("where it can't be written the reason is told")
    func failing() throws {
      #expect(throws: SheetProblem.self) {
        _ = try EventSheet(Situation(title: "", events: EventTable())).write(
          to: "/dev/full", by: GeoPackageWriter())
      }
    }
  }
#endif
