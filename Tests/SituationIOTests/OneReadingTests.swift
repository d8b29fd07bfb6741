import SituationModel
import TestKit
import Testing

@testable import SituationIO

/// The same record means the same in every format.
@Suite("One reading for every record")
struct OneReadingTests {
  /// Values of a field, one a record.
  private static let dates = [
    "2021-02-23", "23.02.2021", "2021-02-23 06:07:08+03", "Feb 23, 2021", "February 2021", "2021", "1614060428",
    "Tue, 23 Feb 2021 06:07:08 +0300", "Feb 8-14, 2021", "2021-02-23/2021-02-25", "2021-W08-2", "soon", "99.99.2021",
  ]

  private struct Record {
    var date: String
    var lat: String
    var lon: String
    var killed: String
  }

  private static let records = dates.enumerated().map { number, date in
    let places = [("40.5", "20.25"), ("40°30'N", "20°15'E"), ("-33.5", "-70.5"), ("95", "20")]
    let (lat, lon) = places[number % places.count]
    return Record(date: date, lat: lat, lon: lon, killed: ["1,200", "14", "10-15", "5+", "dozens", ""][number % 6])
  }

  private static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  private static let csv =
    (["title,event_date,lat,lon,killed,Actor,Remarks on it,url"]
    + records.enumerated().map { number, record in
      ([record.date, record.lat, record.lon, record.killed].map(quoted)).joined(separator: ",").asRow(number)
    }).joined(separator: "\n") + "\n"

  private static func members(_ number: Int, _ record: Record) -> [(String, String)] {
    [
      ("title", "Title \(number)"), ("event_date", record.date), ("lat", record.lat), ("lon", record.lon),
      ("killed", record.killed), ("Actor", "Group \(number % 3)"), ("Remarks on it", "remark \(number)"),
      ("url", "https://example.org/\(number)"),
    ]
  }

  private static func object(_ number: Int, _ record: Record) -> String {
    let pairs = members(number, record).map { PropertyValue.json([($0.0, .text($0.1))]).dropFirst().dropLast() }
    return "{\(pairs.joined(separator: ","))}"
  }

  private static let array = "[\(records.enumerated().map { object($0, $1) }.joined(separator: ",\n"))]"
  private static let lines = records.enumerated().map { object($0, $1) }.joined(separator: "\n") + "\n"
  private static let wrapped = "{\"results\":\(array)}"
  private static let geoJSON =
    "{\"type\":\"FeatureCollection\",\"features\":["
    + records.enumerated().map { "{\"type\":\"Feature\",\"geometry\":null,\"properties\":\(object($0, $1))}" }
    .joined(separator: ",\n") + "]}"
  private static let kml =
    "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
    + records.enumerated().map { number, record in
      let data = members(number, record).dropFirst().filter { !$0.1.isEmpty }.map { name, text in
        "<Data name=\"\(name)\"><value>\(text.replacing("<", with: "&lt;"))</value></Data>"
      }
      return
        "<Placemark><name>Title \(number)</name><ExtendedData>\(data.joined())</ExtendedData></Placemark>\n"
    }.joined() + "</Document></kml>"

  @Test("a record is the same event as CSV, JSON, JSON lines, GeoJSON and KML")
  func formats() throws {
    let expected = try readSituation(bytes: Array(Self.csv.utf8), file: "f")
    #expect(expected.events.count == Self.records.count)
    #expect(expected.events.events.count { $0.when != nil } == Self.dates.count - 2)
    for (name, text) in [
      ("array", Self.array), ("wrapped", Self.wrapped), ("lines", Self.lines), ("GeoJSON", Self.geoJSON),
      ("KML", Self.kml),
    ] {
      let events = try readSituation(bytes: Array(text.utf8), file: "f").events
      #expect(events.count == expected.events.count, "\(name)")
      for event in expected.events.events {
        let row = try #require(events.row(of: event.id), "\(name) \(event.id)")
        #expect(events[row] == event, "\(name)")
      }
    }
  }

  @Test("a map of columns goes over what a format says, in every format")
  func map() throws {
    let map = try ColumnMap("title=Remarks on it,time=published_on")
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[20,40]},
      "properties":{"title":"As it is called","Remarks on it":"As it is meant","when":"2020","published_on":"2021-02-03"}}]}
      """
    let event = try readSituation(bytes: Array(text.utf8), file: "f", columns: map).events[0]
    #expect(event.title == "As it is meant" && event.when?.edtf == "2021-02-03")
    #expect(event.summary.contains("title: As it is called") && event.summary.contains("when: 2020"))
    let wrong = try ColumnMap("title=Nothing")
    for text in [text, Self.array, Self.kml, Self.csv] {
      #expect(throws: ReadError.self) { try readSituation(bytes: Array(text.utf8), file: "f", columns: wrong) }
    }
  }

  @Test("a day beyond 12 far behind the first rows settles the order of day and month", arguments: [1_500, 4_000])
  func lateEvidence(count: Int) throws {
    let rows = (0..<count).map { "R\($0),\($0 == count - 1 ? 25 : 3)/4/2021,40.1,20.1" }
    let csv = (["title,date,lat,lon"] + rows).joined(separator: "\n") + "\n"
    let objects = (0..<count).map {
      #"{"title":"R\#($0)","date":"\#($0 == count - 1 ? 25 : 3)/4/2021","lat":40,"lon":20}"#
    }
    let json = "[\(objects.joined(separator: ",\n"))]"
    for text in [csv, json] {
      let events = try readSituation(bytes: Array(text.utf8), file: "f").events
      #expect(events[0].when?.edtf == "2021-04-03")
      #expect(events[events.count - 1].when?.edtf == "2021-04-25")
    }
  }

  @Test("in a file of one line a finding has the number of its record")
  func numbers() throws {
    let features = ["2021-02-03", "soon", "2021-02-05", "later"].map {
      #"{"type":"Feature","geometry":null,"properties":{"name":"A","date":"\#($0)"}}"#
    }
    let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    let found = try readSituation(bytes: Array(text.utf8), file: "f").rejections
    #expect(found.map(\.record) == [2, 4] && found.map(\.weight) == [.unread, .unread])
    #expect(found.map(\.position) == ["record 2", "record 4"])
    let objects = #"[{"title":"A","date":"2021","lat":40,"lon":20},{"title":"B","date":"soon","lat":40,"lon":20}]"#
    #expect(try readSituation(bytes: Array(objects.utf8), file: "f").rejections.map(\.record) == [2])
  }

  @Test("text that is no table, no JSON and no XML is refused with that")
  func refusal() throws {
    let error = #expect(throws: ReadError.self) {
      try readSituation(bytes: Array("Dear all,\nnothing happened today.\nYours\n".utf8), file: "f")
    }
    #expect(error?.message.contains("no table") == true)
    let table = #expect(throws: ReadError.self) {
      try readSituation(bytes: Array("a,b,c\n1,2,3\n4,5,6\n".utf8), file: "f")
    }
    #expect(table?.message.contains("--map") == true)
  }

  @Test("what a person says of the encoding goes over the guess")
  func encoding() throws {
    let head = Array("title,date,lat,lon\n".utf8)
    let row: [UInt8] = [0xD4, 0xE8, 0xEB, 0xFC, 0xEC] + Array(",2021-02-03,40,20\n".utf8)
    func title(_ encoding: TextEncoding?) throws -> String {
      var map = ColumnMap()
      map.encoding = encoding
      return try readSituation(bytes: head + row, file: "f", columns: map).events[0].title
    }
    #expect(try title(nil) == "Фильм")
    #expect(try title(.windows1251) == "Фильм")
    #expect(try title(.windows1252) == "Ôèëüì")
    #expect(TextEncoding(named: "CP1251") == .windows1251 && TextEncoding(named: "latin-1") == .windows1252)
    #expect(TextEncoding(named: "rot13") == nil)
  }

  @Test(
    "letters are told from those of other encodings", arguments: [TextEncoding.windows1251, .koi8r, .cp866, .iso88595])
  func letters(encoding: TextEncoding) throws {
    let text = "название,дата,широта,долгота\nКолонна у моста через реку,2021-02-03,40,20\n"
    let table = try #require(encoding.characters)
    let bytes = try text.unicodeScalars.map { scalar -> UInt8 in
      if scalar.isASCII { return UInt8(scalar.value) }
      return UInt8(0x80 + (try #require(table.firstIndex(of: scalar))))
    }
    #expect(try readSituation(bytes: bytes, file: "f").events[0].title == "Колонна у моста через реку")
  }

  @Test("characters that act on a terminal are escaped in JSON and XML, and come back")
  func acting() throws {
    let title = "a\u{85}b\u{202E}c\u{200B}d\u{FEFF}e\u{61C}f"
    let event = Event(id: "a", title: title)
    for format in [Conversion.Format.geojson, .geojsonseq, .kml] {
      var bytes: [UInt8] = []
      _ = Conversion(Situation(title: title, events: EventTable([event])), to: format).write { bytes += $0 }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        !text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) || $0.value == 0x202E || $0.value == 0xFEFF })
      #expect(try readSituation(bytes: bytes, file: "f").events[0].title == title)
    }
  }
}

extension String {
  /// A row of the table of records.
  fileprivate func asRow(_ number: Int) -> String {
    "Title \(number),\(self),Group \(number % 3),remark \(number),https://example.org/\(number)"
  }
}
