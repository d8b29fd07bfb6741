import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Tables")
struct TableTests {
  private static let files = [
    "acled.csv", "ucdp.csv", "ucdp-no-header.csv", "gdelt.tsv", "geoconfirmed.csv", "oddities.csv", "latin-1-hxl.csv",
    "utf16.csv", "return.tsv", "values.csv", "forms.csv",
  ]

  private func read(_ text: String, map: ColumnMap = ColumnMap()) throws -> Situation {
    try readSituation(bytes: Array(text.utf8), file: "t.csv", columns: map)
  }

  /// Tables of other codebooks and of other spellings.
  private static let others = [
    "firms", "emdat", "backslashes", "blank-fields", "counts", "cut-off", "from-and-to",
  ].map { "reading/\($0).csv" }

  @Test("a search by the bytes of rows finds what a search by their events finds", arguments: files + others)
  func searching(name: String) throws {
    let events = try readSituation(bytes: try Fixtures.bytes(name), file: name).events
    let all = Array(events.events)
    var random = SeededGenerator(seed: 11)
    var texts = ["no title", "(no", "zzz"]
    for event in all {
      texts += [event.title, event.summary, event.place.name ?? "", event.kindName].filter { !$0.isEmpty }
      texts += event.actors.filter { !$0.isEmpty }
      texts += event.sources.map(\.who).filter { !$0.isEmpty }
    }
    for _ in 0..<150 {
      let text = texts.randomElement(using: &random) ?? ""
      let start = text.indices.randomElement(using: &random) ?? text.startIndex
      let part = String(text[start...].prefix(Int.random(in: 1...12, using: &random)))
      guard let needle = Needle(part) else { continue }
      for field in [FilterTerm.TextField.text, .title, .actor, .source, .destination] {
        let filter = EventFilter(.term(.text(field, .contains, needle)))
        let expected = all.indices.filter { filter.passes(all[$0]) }
        #expect(Array(events.rows(passing: filter)) == expected, "\(field) \(part)")
      }
    }
  }

  @Test("an event is found by its id, whatever bytes the file has for that", arguments: ["\u{FEFF}", "", "é"])
  func idsOfAnyBytes(before: String) throws {
    let head = Array("\(before)id,title,date,lat,lon\n".utf8)
    let rows = [[0xB1], [0xC3, 0xA9], [0xFF, 0xFE], [0x7F], [0xEF, 0xBF, 0xBD, 0x31]].map { id in
      Array("gc-".utf8) + id + Array(",A title that is long é,2024-12-10,35.1,36.1\n".utf8)
    }
    let events = try readSituation(bytes: head + rows.joined(), file: "ids.csv").events
    #expect(events.count == 5)
    for row in 0..<events.count { #expect(events.row(of: events[row].id) == row) }
  }

  /// How many events have each value of each section of a filter.
  private static func values(of events: EventTable) -> [String: Int] {
    let table = FacetTable(events)
    let counts = FacetCounts(table, under: FacetedFilter(nil))
    var values: [String: Int] = [:]
    for facet in [Facet.kind, .actor, .source, .grade, .standing, .precision] {
      for (index, entry) in table.entries(of: facet).enumerated() {
        values["\(facet) \(entry.value.text)"] = counts.count(of: index, in: facet).passing
      }
    }
    return values
  }

  @Test("values of rows with the same fields are known from the first of them, and are those of their events")
  func repeated() throws {
    var random = SeededGenerator(seed: 5)
    let fields: [[String]] = [
      ["strike", "Strike", "\"strike\"", "", "n/a", "a \"\"b\"\" c", "\"a \"\"b\"\" c\""],
      ["Russia", "Russia; HTS", "", "russia", "\"Russia;HTS\"", "n/a"],
      ["Reuters", "", "Reuters; AFP", "\"Reuters, in\nLondon\""],
      ["https://a.org/1", "", "https://b.org/2 https://a.org/3", "https://a.org/9"],
      ["", "A1", "B2", "Z9"], ["", "3", "none"],
    ]
    let head = "id,title,type,actor,source,link,grade,fatalities,date,lat,lon\n"
    let rows = (0..<3_000).map { number in
      let values = fields.map { $0.randomElement(using: &random) ?? "" }.joined(separator: ",")
      return "e\(number),T,\(values),2024-12-\(10 + number % 9),34.5,36.5\n"
    }
    let events = try read(head + rows.joined()).events
    #expect(events.count == 3_000)
    #expect(Self.values(of: events) == Self.values(of: EventTable(Array(events.events))))
    #expect(Self.values(of: events).count > 15)
  }

  @Test("values of sections are those of the events, whatever the codebook of the table", arguments: files + others)
  func sections(name: String) throws {
    let events = try readSituation(bytes: try Fixtures.bytes(name), file: name).events
    #expect(Self.values(of: events) == Self.values(of: EventTable(Array(events.events))))
  }

  @Test("cut off at any byte, a table opens with the records before the cut and no other", arguments: files)
  func truncation(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    let whole = try readSituation(bytes: bytes, file: name)
    for length in 0..<bytes.count {
      guard let cut = try? readSituation(bytes: Array(bytes[..<length]), file: name) else { continue }
      #expect(cut.events.count <= whole.events.count + 2)
      // What the few rows before the cut tell of the columns may be less than what all tell.
      guard length > bytes.count * 2 / 3, name != "values.csv", name != "oddities.csv" else { continue }
      let last = cut.rejections.last { $0.reason.contains("may be cut off") }
      for row in 0..<cut.events.count {
        let event = cut.events[row]
        guard let place = whole.events.row(of: event.id) else {
          #expect(last != nil || event.id.hasPrefix("#"), "cut at \(length): \(event.id)")
          continue
        }
        let same = whole.events[place]
        #expect(
          same == event || last != nil || event.place == same.place && event.when == same.when, "cut at \(length)")
      }
    }
  }

  @Test("however a table is damaged, it opens soundly or is refused", arguments: files)
  func mutation(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    var generator = SeededGenerator(seed: UInt64(bytes.count))
    for _ in 0..<300 {
      var damaged = bytes
      mutate(&damaged, using: &generator)
      guard let situation = try? readSituation(bytes: damaged, file: name) else { continue }
      let ids = situation.events.events.map(\.id)
      #expect(Set(ids).count == ids.count)
      for id in ids { #expect(situation.events.row(of: id).map { situation.events[$0].id } == id) }
      #expect(situation.rejections.allSatisfy { $0.line > 0 })
    }
  }

  @Test("rows that are scanned say what rows that are read say", arguments: files)
  func scan(name: String) throws {
    var generator = SeededGenerator(seed: UInt64(name.utf8.count))
    let original = try Fixtures.bytes(name)
    for round in 0..<100 {
      var bytes = original
      if round > 0 { mutate(&bytes, using: &generator) }
      guard let table = try? readSituation(bytes: bytes, file: name).events else { continue }
      let read = EventTable(Array(table.events))
      #expect(table.columns.kinds == read.columns.kinds && table.kinds == read.kinds)
      #expect(table.columns.precisions == read.columns.precisions)
      #expect(table.columns.standings == read.columns.standings)
      #expect((0..<table.count).allSatisfy { table.columns.point($0) == read.columns.point($0) })
      #expect(Self.values(of: table) == Self.values(of: read))
      for row in 0..<table.count {
        #expect(table.date(of: row) == read.date(of: row), "\(round): \(table[row])")
        let name = { (columns: EventColumns) in
          columns.places[row] < 0 ? nil : columns.names[Int(columns.places[row])]
        }
        #expect(name(table.columns) == name(read.columns))
        #expect(table.columns.flags[row].contains(.hasOwnKind) || !read.columns.flags[row].contains(.hasOwnKind))
        #expect(table.columns.flags[row].contains(.isPoint) == read.columns.flags[row].contains(.isPoint))
        // What is suspect may turn out to be harmless, and never the other way round.
        let texts = (read[row].texts + [read[row].summary]).map { $0.replacing("\r\n", with: "") }
        let isDangerous = texts.contains { text in
          text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" }
        }
        #expect(!isDangerous || table.columns.flags[row].contains(.isSuspect))
      }
    }
  }

  @Test(
    "read in parts by several threads, a table is the same, line ends within quotes included", arguments: [2, 3, 7])
  func parts(count: Int) throws {
    let rows = (0..<900).map { number in
      let words = number % 3 == 0 ? "\"two\nlines, \"\"\(number)\"\"\"" : "plain words of the row"
      let place = number % 11 == 0 ? "," : "\(number % 80).25,\(number % 170).5"
      return "e\(number % 890),2024-0\(number % 9 + 1)-1\(number % 10),\(place),Town \(number % 50),\(words)"
    }
    let text = "id,date,lat,lon,place,notes\n" + rows.joined(separator: "\n") + "\nbroken,row\n"
    func read(parts: Int) throws -> Situation? {
      try Table.situation(Bytes(text.utf8), file: "t", map: ColumnMap(), limits: Limits(), parts: parts)?.situation
    }
    let whole = try #require(try read(parts: 1))
    let parted = try #require(try read(parts: count))
    #expect(Array(parted.events.events) == Array(whole.events.events))
    #expect(parted.rejections == whole.rejections && whole.rejections.count == 11)
    #expect(whole.events.count == 900)
    for event in whole.events.events {
      #expect(parted.events.row(of: event.id).map { parted.events[$0] } == event)
    }
  }

  @Test("text with commas that is no table of events is refused, with what to do")
  func prose() throws {
    let error = #expect(throws: ReadError.self) { try readSituation(path: Fixtures.path("error-prose.csv")) }
    #expect(error?.exitCode == 65)
    #expect(
      error?.message.hasSuffix(
        "with --map lat=...,lon=...,time=... (columns: \"just\", \"some prose\", \"with commas\")") == true)
  }

  @Test("a map of columns goes over what their names say")
  func map() throws {
    let text = "Headline,X1,X2,Date,lat,lon\nA,48.5,11.25,3/4/2024,1,2\n"
    let map = try ColumnMap("lat=X1,lon=X2,title=Headline,dates=mdy")
    let event = try read(text, map: map).events[0]
    #expect(event.place.anchor == Coordinate(latitude: 48.5, longitude: 11.25))
    #expect(event.when?.edtf == "2024-03-04")
    #expect(event.summary == "lat: 1\nlon: 2")
    let counted = try read(text, map: try ColumnMap("lat=#2,lon=#3")).events[0]
    #expect(counted.place.anchor == event.place.anchor)
    #expect(throws: ColumnMap.Failure.self) { try ColumnMap("latitude=X1") }
    #expect(throws: ColumnMap.Failure.self) { try ColumnMap("lat") }
    #expect(throws: ColumnMap.Failure.self) { try ColumnMap("dates=ymd") }
  }

  @Test("a date whose day and month can't be told apart is from the one to the other")
  func openDates() throws {
    let event = try read("title,date,lat,lon\nA,3/4/2024,1,2\n").events[0]
    #expect(event.when?.edtf == "2024-03-04/2024-04-03")
    let same = try read("title,date,lat,lon\nA,4/4/2024,1,2\n").events[0]
    #expect(same.when?.edtf == "2024-04-04")
    let told = try read("title,date,lat,lon\nA,3/4/2024,1,2\nB,30/4/2024,1,2\n")
    #expect(told.events.events.map { $0.when?.edtf } == ["2024-04-03", "2024-04-30"])
  }

  @Test(
    "dates are taken in the forms that tables have",
    arguments: [
      ("2024-12-13", "2024-12-13"), ("2024-12-13 14:30:05", "2024-12-13T14:30:05Z"), ("20241213", "2024-12-13"),
      ("20241213143005", "2024-12-13T14:30:05Z"), ("1734100205", "2024-12-13T14:30:05Z"),
      ("1734100205123", "2024-12-13T14:30:05Z"), ("2024", "2024"), ("202412", "2024-12"), ("9-May-20", "2020-05-09"),
      ("01-January-2015", "2015-01-01"), ("28 December 2022", "2022-12-28"), ("December 28, 2022", "2022-12-28"),
      ("28th Dec 2022 2:05 PM", "2022-12-28T14:05Z"), ("Sept 2022", "2022-09"), ("2024/12/3", "2024-12-03"),
      ("13.12.2024", "2024-12-13"), ("12/13/24 14:30", "2024-12-13T14:30Z"), ("1527-05-06", "1527-05-06"),
      ("2024-12-08/2024-12-14", "2024-12-08/2024-12-14"), ("2024-12~", "2024-12~"),
      ("2024-12-13T14:30+03:00", "2024-12-13T11:30Z"), ("31/02/2024", nil), ("2024-13-01", nil), ("soon", nil),
      ("12/13/24 25:30", nil), ("mar 5 of 2024", "2024-03-05"), ("mar 5 from 2024", nil),
      ("2024-12-13 14:30:00.rubbish", nil), ("2024-12-13 14:30h", "2024-12-13T14:30Z"),
    ] as [(String, String?)])
  func dates(text: String, expected: String?) throws {
    let situation = try read("title\tdate\tlat\tlon\nA\t\(text)\t1\t2\n")
    #expect(situation.events[0].when?.edtf == expected)
    #expect(situation.rejections.isEmpty == (expected != nil))
  }
}
