import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("What is found out of a file")
struct CheckTests {
  private static let now = Instant(seconds: 1_734_220_800)  // 2024-12-15

  private func check(_ text: String, file: String = "events.csv") throws -> FileCheck {
    let (situation, recognition) = try inspectSituation(bytes: Array(text.utf8), file: file)
    return FileCheck(file: file, situation, recognition, now: Self.now)
  }

  /// A table with all that can look wrong.
  private static let table = """
    id;Headline;Date;lat;lon;Remarks
    a;Shelling;2024-12-08;34,72;11,71;near the "old" bridge
    b;Shelling;2024-12-08;34,72;11,71;said twice
    a;Convoy;2024-12-09;34,88;11,89;
    d;Long ago;1527-05-06;34,80;11,10;
    e;Not yet;2031-01-01;34,81;11,11;
    f;No day;2024-02-30;34,82;11,12;
    g;No place;2024-12-10;0;0;
    h;Exchanged;2024-12-10;11,71;34,72;
    too;few
    \(String(repeating: "\u{1B}[2J;Many;2024-12-11;34,75;11,50;\n", count: 3))\
    i;Escape\u{1B}[2J;2024-12-11;34,75;11,51;
    j;Fine;2024-12-12;34,76;11,52;
    k;Fine too;2024-12-12;34,77;11,53;

    """

  @Test("a person gets it as lines")
  func text() throws {
    let report = CheckReport(try check(Self.table)) { $0.replacing("\u{1B}", with: "^[") }
    #expect(Golden("check").mismatch(report.text) == nil)
  }

  @Test("a program gets one object with every record that was rejected or repaired")
  func json() throws {
    let report = CheckReport(try check(Self.table)) { $0 }
    #expect(Golden("check-json").mismatch(report.json.replacing(",\"", with: ",\n\"") + "\n") == nil)
  }

  @Test("each record that was rejected or repaired has its line, and its field and value where it is about one")
  func problems() throws {
    let problems = try check(Self.table).problems
    let date = try #require(problems.first { $0.field == "Date" })
    #expect(date.line == 7 && date.value == "2024-02-30" && !date.isWhole)
    let place = try #require(problems.first { $0.field == "place" })
    #expect(place.line == 8 && place.value == "0, 0")
    #expect(problems.first(where: \.isWhole)?.line == 10)
  }

  @Test("a GeoJSON file's problems name the member")
  func members() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[0,0]},
       "properties":{"title":"Nowhere","when":"soon","place":{"precision":"sharp"}}}]}
      """
    let check = try check(text, file: "a.geojson")
    #expect(check.problems.map(\.field) == ["when", "place", "precision"])
    #expect(check.problems.map(\.value) == ["soon", "0, 0", "sharp"])
  }

  @Test("a GeoJSON file's properties are told with what they are taken for")
  func properties() throws {
    let feature = #"{"type":"Feature","geometry":null,"properties":{"name":"A","date":"2024","mag":4.5,"tags":["x"]}}"#
    for text in [feature, "\(feature)\n\(feature)\n"] {
      let columns = try inspectSituation(bytes: Array(text.utf8), file: "f").recognition.columns
      #expect(columns.map(\.name) == ["name", "date", "mag", "tags"])
      #expect(columns.map(\.meanings) == [[.title], [.time], [.other], [.other]])
      #expect(columns.map(\.example) == ["A", "2024", "4.5", "[\"x\"]"])
    }
  }

  @Test("how a file was read is one line, in words, for every format")
  func readingWords() throws {
    func words(_ text: String, file: String = "f") throws -> [String] {
      ReadingWords(try check(text, file: file)).lines
    }
    #expect(
      try words("unit,date,lat,lon,a,b\nSecond company,2021-02-03,40.5,20.5,x1,7\n") == [
        "6 columns; time from `date`, place from `lat`/`lon`, title from `unit`; 3 columns kept as text"
      ])
    #expect(
      try words(#"[{"name":"A","seen":"2021-02-03","lat":40,"lon":20,"n":1}]"#) == [
        "5 fields; time from `seen`, place from `lat`/`lon`, title from `name`; 1 field kept as text"
      ])
    #expect(
      try words(#"{"type":"Feature","geometry":{"type":"Point","coordinates":[20,40]},"properties":{"name":"A"}}"#) == [
        "1 field; no time, place from `geometry`, title from `name`"
      ])
    let placemark =
      "<name>A</name><TimeStamp><when>2021</when></TimeStamp><Point><coordinates>20,40</coordinates></Point>"
    #expect(
      try words("<kml><Placemark>\(placemark)</Placemark></kml>") == [
        "no fields of its own; time from `TimeStamp`/`TimeSpan`, place from `coordinates`, title from `name`"
      ])
    #expect(
      try words("<gpx><wpt lat=\"40\" lon=\"20\"><name>A</name><ele>7</ele></wpt></gpx>") == [
        "1 field; no time, place from `lat`/`lon`, title from `name`; 1 field kept as text"
      ])
  }

  @Test("each sheet of a workbook that was read has its line and its columns")
  func sheets() throws {
    let path = Fixtures.path("Spreadsheets/openpyxl-sheets.xlsx")
    let (situation, recognition) = try inspectSituation(path: path)
    let check = FileCheck(file: "f", situation, recognition, now: Self.now)
    #expect(recognition.sheets.count > 1)
    let lines = ReadingWords(check).lines
    #expect(lines.count == recognition.sheets.count)
    for (line, sheet) in zip(lines, recognition.sheets) {
      #expect(line.hasPrefix("sheet \"\(sheet.name)\": \(sheet.columns.count) columns; "))
    }
    let text = CheckReport(check) { $0 }.text
    for sheet in recognition.sheets { #expect(text.contains("  sheet \"\(sheet.name)\":\n")) }
  }

  @Test("how a file was packed and its characters were written is told")
  func recognition() throws {
    func recognition(_ name: String) throws -> Recognition {
      try inspectSituation(path: Fixtures.path(name)).recognition
    }
    #expect(try recognition("utf16.csv").encoding.hasPrefix("UTF-16"))
    #expect(try recognition("latin-1-hxl.csv").encoding == "Windows-1252")
    #expect(try recognition("latin-1.kml").encoding == "Latin-1")
    #expect(try recognition("gdelt.tsv").separator == "tab")
    #expect(try recognition("sequence.geojsonl").format == .geoJSONSequence)
    let packed = try inspectSituation(bytes: Packer.gzip(Fixtures.bytes("plain"), "-6"), file: "a.gz").recognition
    #expect(packed.packing == .gzip && packed.format == .geoJSON)
  }

  @Test("events far from the others are not taken for exchanged where they would be as far")
  func crowd() throws {
    let near = (0..<20).map { "\($0),2024-12-0\($0 % 9 + 1),\(34 + $0 % 3).5,\(36 + $0 % 2).5" }
    let text = (["title,date,lat,lon"] + near + ["Far,2024-12-01,-33.9,151.2"]).joined(separator: "\n") + "\n"
    #expect(try check(text).suspicions.isEmpty)
  }

  @Test("a second crowd is not taken for one that is exchanged")
  func crowds() throws {
    let towns = (0..<300).map { $0 % 5 == 0 ? "\($0),2024-12-01,50.4,30.5" : "\($0),2024-12-01,30.5,50.4" }
    let text = (["title,date,lat,lon"] + towns).joined(separator: "\n") + "\n"
    #expect(try check(text).suspicions.isEmpty)
  }

  @Test("events are duplicates where title, time and place are the same, dated or not")
  func duplicates() throws {
    let rows = [
      "A,2024-12-01,1.5,2.5", "A,2024-12-01,1.5,2.5", "A,2024-12-01,1.5,2.6", "B,,1.5,2.5", "B,,1.5,2.5", "C,,,",
    ]
    let text = (["title,date,lat,lon"] + rows).joined(separator: "\n") + "\n"
    let duplicates = try check(text).duplicates
    #expect(duplicates.map(\.title) == ["A", "B"])
    #expect(duplicates.map(\.ids) == [["#1", "#2"], ["#4", "#5"]])
  }
}
