import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Figures and provinces in files")
struct FigureColumnTests {
  private static func check(_ events: EventTable) {
    for row in 0..<events.count {
      let figures = events[row].figures
      for column in events.columns.figures { #expect(column[row] == figures[column.name]) }
      for name in figures.keys { #expect(events.columns.figure(name) != nil) }
      let province = events.columns.provinces.map { $0.names[Int($0.codes[row])] } ?? ""
      #expect(province == events[row].place.province ?? "")
    }
  }

  @Test("the columns of every fixture have what its events say", arguments: Fixtures.opening)
  func fixtures(name: String) throws {
    Self.check(try readSituation(bytes: try Fixtures.bytes(name), file: name).events)
  }

  @Test("rows that are scanned say what rows say that are read, whatever stands in their numbers")
  func scanned() throws {
    var random = SeededGenerator(seed: 5)
    let numbers = [
      "0", "3", "12", "007", "1.5", "2.", ".5", "", "NA", "10-15", "5+", "-3", "1,200", "123456789012345", "1e3", "~4",
    ]
    let provinces = ["Homs", "Idlib", "unknown", "NA", "", "12", "حمص", "various", "\"Rif, Dimashq\""]
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    for names in ["killed,wounded,low deaths,high deaths", "fatalities,injured,min fatalities,max fatalities"] {
      var text = "id,title,date,lat,lon,admin1,\(names)\n"
      for row in 0..<400 {
        text += "r\(row),Title \(row),2024-12-0\(1 + row % 9),35.\(row),36.5,\(pick(provinces)),"
        text += (0..<4).map { _ in "\"\(pick(numbers))\"" }.joined(separator: ",") + "\n"
      }
      let events = try readSituation(bytes: Array(text.utf8), file: "t.csv").events
      #expect(events.count == 400 && events.figureNames.prefix(2) == [.deaths, .injured])
      #expect(events.columns.provinces != nil)
      Self.check(events)
      for parts in [2, 5] {
        let parted = try #require(
          try Table.situation(Bytes(Array(text.utf8)), file: "t.csv", map: ColumnMap(), limits: Limits(), parts: parts))
        Self.check(parted.situation.events)
      }
    }
  }

  @Test("sources and actors of rows are those of their events, whatever numbers the rows have")
  func facets() throws {
    var random = SeededGenerator(seed: 6)
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    let numbers = ["0", "3", "12", "", "NA", "10-15", "x", "-3", "9999999999999999"]
    for names in ["killed,wounded", "low deaths,high deaths", "killed,deaths"] {
      var text = "id,title,date,lat,lon,actor,source,\(names)\n"
      for row in 0..<300 {
        text += "r\(row),Title \(row),2024-12-08,35,36,\(pick(["A", "B", ""])),\(pick(["S", ""])),"
        text += "\(pick(numbers)),\(pick(numbers))\n"
      }
      let events = try readSituation(bytes: Array(text.utf8), file: "t.csv").events
      let plain = EventTable(Array(events.events))
      for dimension in [Dimension.actor, .source] {
        let counts = [events, plain].map { table in
          Totals(table.sureMatches(EventScope()), of: PartitionTable(table, by: [dimension]), by: [dimension])
            .sections[0].rows.map { "\($0.name) \($0.tally.sure)" }
        }
        #expect(counts[0] == counts[1], "\(names) \(dimension)")
      }
    }
  }

  @Test("a person names a figure, and its bounds")
  func mapped() throws {
    let text = "id,title,date,lat,lon,mag,a,b\nx,One,2024-12-08,35,36,4.5,1,9\ny,Two,2024-12-08,35,36,6,2,3\n"
    let map = try ColumnMap("figure:magnitude=mag,figure:deaths:low=a,figure:deaths:high=b")
    let events = try readSituation(bytes: Array(text.utf8), file: "t.csv", columns: map).events
    #expect(events.figureNames.map(\.text) == ["deaths", "magnitude"])
    Self.check(events)
    let deaths = events.columns.figure(.deaths)
    #expect(deaths?[0]?.low == 1 && deaths?[0]?.best == nil && deaths?[0]?.high == 9)
    #expect(throws: ColumnMap.Failure.self) { try ColumnMap("figure:deaths:most=b") }
    #expect(throws: ColumnMap.Failure.self) { try ColumnMap("figure:=b") }
  }

  @Test("known tables: deaths of ACLED and UCDP are one figure, of UCDP with its least and most")
  func knownTables() throws {
    let ucdp = try readSituation(bytes: try Fixtures.bytes("ucdp.csv"), file: "ucdp.csv").events
    let range = ucdp.columns.figure(.deaths)?[0]
    #expect(range?.low == 2 && range?.best == 3 && range?.high == 5)
    let acled = try readSituation(bytes: try Fixtures.bytes("acled.csv"), file: "acled.csv").events
    #expect(acled.figureNames == [.deaths])
    #expect(acled.columns.provinces?.names.dropFirst().contains("Homs") == true)
  }

  @Test("joined files add their figures and provinces, by name")
  func joined() throws {
    let first = "id,title,date,lat,lon,admin1,killed\nx,One,2024-12-08,35,36,Homs,4\n"
    let last = "id,title,date,lat,lon,fatalities,admin1\ny,Two,2024-12-07,35,36,6,Idlib\nz,Three,2024-12-09,35,36,,\n"
    let parts = try [first, last].enumerated().map {
      ("\($0.offset).csv", try readSituation(bytes: Array($0.element.utf8), file: "\($0.offset).csv"))
    }
    let events = Situation(joining: parts).events
    Self.check(events)
    #expect((0..<3).map { events.columns.figure(.deaths)?[$0]?.best } == [6, 4, nil])
  }

  @Test("a list as CSV has the figures in columns, and is read again with them")
  func listed() throws {
    let text = "id,title,date,lat,lon,killed,wounded\nx,One,2024-12-08,35,36,4,\ny,Two,2024-12-08,35,36,10-15,5+\n"
    let events = try readSituation(bytes: Array(text.utf8), file: "t.csv").events
    let entries = (0..<2).map { Listing.Entry(events[$0], isCertain: true) }
    let list = Listing(entries, safe: { $0 }, markdown: { $0 }).text(.csv)
    #expect(list.contains(",deaths_low,deaths_best,deaths_high,injured_low,injured_best,injured_high"))
    let again = try readSituation(bytes: Array(list.utf8), file: "l.csv").events
    #expect((0..<2).map { again[$0].figure(.deaths)?.words } == ["4", "10-15"])
    #expect((0..<2).map { again[$0].figures.count } == [1, 2])
    Self.check(again)
  }

  @Test("a province comes back from every format that is written")
  func written() throws {
    let text = "id,title,date,lat,lon,admin1,killed\nx,One,2024-12-08,35,36,Homs,4\ny,Two,2024-12-08,35,36,,10-15\n"
    let situation = try readSituation(bytes: Array(text.utf8), file: "t.csv")
    for format in Conversion.Format.allCases {
      var bytes: [UInt8] = []
      _ = try Conversion(situation, to: format).write { (part: [UInt8]) throws(ReadError) in bytes += part }
      let again = try readSituation(bytes: bytes, file: "t").events
      #expect((0..<2).map { again[$0].place.province } == ["Homs", nil], "\(format)")
      #expect((0..<2).map { again[$0].figure(.deaths)?.words } == ["4", "10-15"], "\(format)")
      Self.check(again)
    }
  }
}
