import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Files of another format")
struct ConversionTests {
  /// What is written, and what is said to it.
  private func converted(
    _ situation: Situation, to format: Conversion.Format
  ) -> (bytes: [UInt8], remarks: [Conversion.Remark]) {
    var bytes: [UInt8] = []
    let remarks = Conversion(situation, to: format).write { bytes += $0 }
    return (bytes, remarks)
  }

  @Test("events come back the same from every format", arguments: Conversion.Format.allCases, 1...6)
  func comesBack(format: Conversion.Format, seed: UInt64) throws {
    var maker = EventMaker(seed: seed)
    let table = EventTable(maker.events(60))
    let bytes = converted(Situation(title: "All", events: table), to: format).bytes
    let read = try readSituation(bytes: bytes, file: "f")
    #expect(read.rejections.isEmpty, "\(read.rejections.first?.reason ?? "")")
    #expect(read.events.count == table.count)
    for (old, new) in zip(table.events, read.events.events) { #expect(new == old, "\(format), seed \(seed)") }
    // The columns say what the events do.
    for row in 0..<read.events.count {
      #expect(read.events.date(of: row) == table[row].when)
      #expect(read.events.columns.precisions[row] == table.columns.precisions[row])
      #expect(read.events.row(of: table[row].id) == row)
    }
  }

  @Test(
    "what any format says comes back the same from every other", arguments: Fixtures.opening, Conversion.Format.allCases
  )
  func fromAnyFormat(name: String, format: Conversion.Format) throws {
    let situation = try readSituation(bytes: Fixtures.bytes(name), file: "f")
    guard situation.events.count > 0 else { return }
    let read = try readSituation(bytes: converted(situation, to: format).bytes, file: "f")
    for (old, new) in zip(situation.events.events, read.events.events) { #expect(new == old) }
    #expect(read.events.count == situation.events.count)
  }

  @Test(
    "the provinces of a place and of a destination of which no more is known come back",
    arguments: Conversion.Format.allCases)
  func provinceAlone(format: Conversion.Format) throws {
    let place = Place(name: nil, precision: .unplaced, shape: nil, province: "Homs")
    let destination = Place(name: "Homs", precision: .unplaced, shape: nil, province: "Homs")
    let table = EventTable([Event(id: "a", title: "A", kind: .strike, place: place, destination: destination)])
    let read = try readSituation(bytes: converted(Situation(title: "All", events: table), to: format).bytes, file: "f")
    #expect(read.events.events.first?.place == place)
    #expect(read.events.events.first?.destination == destination)
  }

  @Test("written on several threads events are in their order, each once", arguments: Conversion.Format.allCases)
  func threads(format: Conversion.Format) throws {
    for count in [1_999, 2_000, 2_001, 9_500] {
      let table = EventTable((0..<count).map { Event(id: "e\($0)", title: "Event \($0)") })
      let read = try readSituation(bytes: converted(Situation(title: "", events: table), to: format).bytes, file: "f")
      #expect(read.events.events.map(\.id) == table.events.map(\.id), "\(count)")
    }
  }

  @Test("a GeoJSON file has what is known of the whole; the others say what they have no place for")
  func whole() throws {
    let view = GeoBounds(south: -20, west: 177, north: -15, east: -178)
    let situation = Situation(
      title: "\"All\"", summary: "Of\nit", background: ["One", "two"], attribution: "CC0", view: view,
      countries: ["SYR", "FJI"], events: EventTable([Event(id: "a", title: "A")]))
    let read = try readSituation(bytes: converted(situation, to: .geojson).bytes, file: "f")
    #expect(read.title == situation.title && read.summary == situation.summary && read.view == view)
    #expect(read.background == situation.background && read.attribution == "CC0")
    #expect(read.countries == situation.countries)
    #expect(converted(situation, to: .geojson).remarks.isEmpty)
    #expect(
      converted(situation, to: .csv).remarks
        == [.unsaid(["title", "summary", "background", "attribution", "view", "countries"])])
    #expect(converted(situation, to: .kml).remarks == [.unsaid(["background", "attribution", "view", "countries"])])
    let kml = try readSituation(bytes: converted(situation, to: .kml).bytes, file: "f")
    #expect(kml.title == situation.title && kml.summary == situation.summary)
  }

  @Test("a field of a table that a person changes counts, where nothing else says it")
  func edited() throws {
    let event = Event(id: "a", title: "Shelling", place: .unknown, actors: ["A", "B"], summary: "Once.")
    let text = String(
      decoding: converted(Situation(title: "", events: EventTable([event])), to: .csv).bytes, as: UTF8.self)
    let read = try readSituation(bytes: Array(text.replacing("Shelling", with: "Strike").utf8), file: "f").events[0]
    #expect(read.title == "Strike" && read.actors == ["A", "B"])
  }

  @Test("what of a table's members is no JSON is told, and the row stays")
  func brokenMembers() throws {
    let text =
      "id,title,kind,when,published,members_json\na,A,strike,2024-12-08,,{\"actors\":[1\nb,B,strike,2024-12-09,,\n"
    let read = try readSituation(bytes: Array(text.utf8), file: "f")
    #expect(read.events.events.map(\.title) == ["A", "B"])
    #expect(read.rejections.map(\.field) == ["members"])
  }

  @Test("no events make an empty collection, an empty table and an empty document")
  func none() throws {
    let nothing = Situation(title: "None", events: EventTable())
    for format in [Conversion.Format.geojson, .csv, .kml, .xlsx] {
      let read = try readSituation(bytes: converted(nothing, to: format).bytes, file: "f")
      #expect(read.events.count == 0 && read.rejections.isEmpty, "\(format)")
    }
  }

  @Test("the ending of a file's name says the format")
  func endings() {
    #expect(Conversion.Format(path: "x/a.GeoJSON") == .geojson && Conversion.Format(path: "a.b.csv") == .csv)
    #expect(Conversion.Format(path: "a.geojsonl") == .geojsonseq && Conversion.Format(path: "a.kml") == .kml)
    #expect(Conversion.Format(path: "a.XLSX") == .xlsx)
    for path in ["a", "", "-", "a.gpkg", ".csv/a"] { #expect(Conversion.Format(path: path) == nil, "\(path)") }
  }

  @Test("a workbook has days, moments and numbers as cells of their types, and every other date as text")
  func types() throws {
    let dates = [
      "2024-12-08", "2024-12-08T14:30Z", "2024-12-08T14:30:05Z", "2024-12", "2024-12-08~", "1850-03-04",
      "2024-12-08/2024-12-09",
    ]
    let events = try dates.enumerated().map { number, date in
      Event(id: "e\(number)", title: "=\(number)", when: try DateInterval(edtf: date))
    }
    let bytes = converted(Situation(title: "", events: EventTable(events)), to: .xlsx).bytes
    var workbook = try #require(Workbook(Bytes(bytes), file: "f", limits: Limits()))
    let sheet = try #require(try workbook.part("xl/worksheets/sheet1.xml"))
    let xml = String(decoding: sheet.bytes, as: UTF8.self)
    #expect(xml.contains(" s=\"2\"><v>45634</v>") && xml.contains(" s=\"3\"><v>45634.6041"))
    #expect(xml.contains(" s=\"4\"><v>45634.6042"))
    for text in ["2024-12", "2024-12-08~", "1850-03-04", "=0"] {
      #expect(xml.contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t>"), "\(text)")
    }
    #expect(xml.contains("<autoFilter ref=\"A1:T8\"/>") && xml.contains("state=\"frozen\""))
    #expect(try readSituation(bytes: bytes, file: "f").events.events.map(\.id).sorted() == events.map(\.id))
  }

  @Test("a text beyond Excel's cell is written, comes back, and is said")
  func longCells() throws {
    let long = Event(id: "a", title: "A", summary: String(repeating: "é", count: 40_000))
    let (bytes, remarks) = converted(Situation(title: "", events: EventTable([long])), to: .xlsx)
    #expect(remarks == [.longCells(1)])
    #expect(try readSituation(bytes: bytes, file: "f").events[0] == long)
  }
}
