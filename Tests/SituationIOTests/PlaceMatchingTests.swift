import Places
import SituationModel
import TestKit
import Testing

@testable import SituationIO

/// Names of places in records without coordinates.
@Suite("Places by name")
struct PlaceMatchingTests {
  /// The gazetteer of the base map's own files.
  private static let index: PlaceIndex = {
    var files: [PlaceFile: [Feature]] = [:]
    for file in PlaceFile.allCases {
      files[file] = try? readFeatures(path: Fixtures.data("basemap/\(file.rawValue).geojson")).features
    }
    return PlaceIndex(files)
  }()

  private func read(_ name: String) throws -> Situation {
    try readSituation(bytes: Fixtures.bytes("places/\(name)"), file: name, places: Self.index)
  }

  /// What became of each event: `Raid: region 35,38` or `Raid: -`.
  private func outcomes(_ situation: Situation) -> [String] {
    situation.events.recordOrder.map { row in
      let event = situation.events[row]
      guard let anchor = event.place.anchor else { return "\(event.title): -" }
      let isNamed = event.place.origin == .name ? "by name" : "given"
      #expect(
        situation.events.columns.flags[row].contains(.isPlacedByName) == (event.place.origin == .name), "\(event.title)"
      )
      return
        "\(event.title): \(event.place.precision.rawValue) \(Int(anchor.latitude.rounded())),\(Int(anchor.longitude.rounded())) \(isNamed)"
    }
  }

  /// The notes on names, each as the position and the name.
  private func told(_ situation: Situation) -> [String] {
    situation.rejections.filter { $0.field == "place" && $0.weight == .note }.map { "\($0.line): \($0.value ?? "")" }
  }

  @Test("the country of a donor or an attacker, and the town of a person, place nothing")
  func strangers() throws {
    #expect(
      outcomes(try read("whose-country.csv")) == [
        "Strike: locality 35,37 by name", "Raid: locality 33,35 by name", "Arrest: -",
      ])
  }

  @Test("the nearest town is a region around it")
  func nearest() throws {
    #expect(
      outcomes(try read("nearest-town.csv")) == ["Strike: region 35,37 by name", "Clash: region 35,37 by name"])
  }

  @Test("a name with a doubt is not placed, and a radius beside a name stays as text")
  func doubts() throws {
    let situation = try read("doubts.csv")
    #expect(outcomes(situation) == ["Strike: -", "Clash: -", "March: locality 35,37 by name"])
    #expect(told(situation) == ["2: Homs?", "3: possibly Hama"])
    #expect(situation.events[2].summary.contains("Radius: 300"))
  }

  @Test("a country of the record is evidence, and a name without any is told and not placed")
  func country() throws {
    let situation = try read("evidence.csv")
    #expect(
      outcomes(situation) == [
        "Convoy seen: locality 35,37 by name", "Trucks: locality 36,36 by name", "Road block: -",
        "Talks: locality 37,41 by name", "Fire: -", "Statement: country 35,38 by name",
        "Flooding: locality 35,37 by name", "Port: locality 36,36 by name", "Hospital: -", "Nothing said: -",
      ])
    #expect(told(situation) == ["4: Tripoli", "6: Nowhereville", "10: Homs"])
    #expect(situation.rejections.contains { $0.reason.hasPrefix("\"Tripoli\" may be in Lebanon or Libya") })
  }

  @Test("marks are still counted in the bytes of records, but for those that were placed")
  func counting() throws {
    let text =
      "id,date,place,country,notes\n1,2024-01-01,Homs,Syria,a \u{7} bell\n2,2024-01-02,Nowhereville,Syria,a \u{7} bell\n"
    let events = try readSituation(bytes: Array(text.utf8), file: "f", places: Self.index).events
    let counts = (0..<2).map { row in events.events.marks(of: row) { bytes in bytes.count { $0 == 7 } } }
    #expect(events[0].place.origin == .name && counts == [nil, 2])
  }

  @Test("several names that fit one country together are evidence, and place no name of another country")
  func together() throws {
    #expect(
      outcomes(try read("fit-together.csv")) == [
        "Convoy seen: locality 35,37 by name", "Strike reported: locality 36,37 by name",
        "Talks: locality 35,36 by name", "Ship arrives: -",
      ])
  }

  @Test("names that fit two countries equally are not placed", arguments: ["two-countries.csv", "alone.csv"])
  func equally(name: String) throws {
    let situation = try read(name)
    #expect(situation.events.unplacedRows.count == situation.events.count)
    #expect(told(situation).count == situation.events.count)
  }

  @Test("German towns are found by their German names, and countries by names in several languages and codes")
  func german() throws {
    #expect(
      outcomes(try read("german.csv")) == [
        "Demonstration: locality 48,12 by name", "Brand: locality 51,7 by name", "Unfall: locality 49,11 by name",
        "Hochwasser: locality 51,14 by name", "Streik: locality 48,16 by name", "Sturm: -",
      ])
  }

  @Test("a province that the list does not have neither places nor contradicts")
  func sudan() throws {
    #expect(
      outcomes(try read("sudan.csv")) == [
        "Shelling of the market: locality 14,25 by name", "Drone strike: locality 16,32 by name",
        "Displacement: locality 18,34 by name", "Looting: locality 12,25 by name", "Fighting: -",
      ])
  }

  @Test("the check says of a field of provinces that places are looked up by it")
  func check() throws {
    let (situation, recognition) = try inspectSituation(
      bytes: Fixtures.bytes("places/provinces.csv"), file: "f", places: Self.index)
    let check = FileCheck(file: "f", situation, recognition, now: Instant(seconds: 0))
    let lines = CheckReport(check) { $0 }.text.split(separator: "\n").filter { $0.contains("kept as text") }
    #expect(lines.contains { $0.contains("governorate  kept as text, and read as the province of named places") })
    #expect(lines.contains { $0.contains("country      kept as text, and read as the country of named places") })
  }

  @Test("records with coordinates near by are evidence")
  func nearBy() throws {
    #expect(
      outcomes(try read("near-by.csv")) == [
        "Shot: unknown 34,36 given", "Fire: unknown 34,35 given", "Blast: locality 34,36 by name", "Rally: -",
      ])
  }

  @Test("a province that contradicts is obeyed, and one alone places in its shape")
  func provinces() throws {
    let situation = try read("provinces.csv")
    let all = outcomes(situation)
    #expect(all[0] == "Raid: locality 35,38 by name")
    #expect(all[1] == "Raid two: -")
    #expect(
      all[2].hasPrefix("Sweep: region") && all[3].hasPrefix("Patrol: region") && all[4].hasPrefix("Ambush: region"))
    guard case .areas = situation.events.events[2].place.shape else {
      Issue.record("a province has its shape")
      return
    }
  }

  @Test("a district is never placed as the town of its name, and a province in the field of the place as no town")
  func areas() throws {
    let all = outcomes(try read("areas-hxl.csv"))
    #expect(all.map { $0.split(separator: " ").dropLast(3).last ?? "" } == ["region", "region", "country"], "\(all)")
    let text = "title,date,district,province,country\nA,2024-01-01,Homs,Homs,Syria\nB,2024-01-02,,Idlib,Syria\n"
    let plain = outcomes(try readSituation(bytes: Array(text.utf8), file: "f", places: Self.index))
    #expect(plain.allSatisfy { $0.contains(": region") }, "\(plain)")
  }

  @Test("of homonyms the one of the record's country is meant, and none where there are several")
  func homonyms() throws {
    #expect(
      outcomes(try read("homonyms.csv")) == [
        "One: locality 33,13 by name", "Two: locality 34,36 by name", "Three: locality 30,31 by name",
        "Four: locality 10,-68 by name", "Five: -", "Six: -", "Seven: -",
      ])
  }

  @Test("words around a name make a place never more exact than they say")
  func words() throws {
    let all = outcomes(try read("words.csv"))
    let short = all.map { String($0.prefix { $0 != "," }).split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(
      short == [
        "A: locality", "B: locality", "C: region", "D: region", "E: -", "F: region", "G: -", "H: region", "I: region",
        "J: -", "K: -", "L: country", "M: -", "N: country", "O: -", "P: locality", "Q: region",
      ])
  }

  @Test("a record that says that it has no place, or how exactly it is known, is believed")
  func stated() throws {
    #expect(
      outcomes(try read("stated.geojson")) == [
        "No place on purpose: -", "Not known: -", "Nothing said: locality 35,37 by name",
        "A region: region 35,37 by name",
        "Given: unknown 35,37 given",
      ])
  }

  @Test("without a gazetteer, or where the person does not want it, nothing is placed by name")
  func turnedOff() throws {
    var columns = ColumnMap()
    columns.matchesPlaces = false
    let bytes = try Fixtures.bytes("places/evidence.csv")
    for situation in [
      try readSituation(bytes: bytes, file: "f"),
      try readSituation(bytes: bytes, file: "f", columns: columns, places: Self.index),
    ] {
      #expect(!situation.events.hasNamedPlaces)
      #expect(told(situation).isEmpty)
    }
  }

  private static let files = [
    "evidence.csv", "fit-together.csv", "german.csv", "near-by.csv", "provinces.csv", "words.csv", "stated.geojson",
  ]

  @Test("what was placed by name is so again in every format", arguments: files, Conversion.Format.allCases)
  func comesBack(name: String, format: Conversion.Format) throws {
    let situation = try read(name)
    var bytes: [UInt8] = []
    _ = Conversion(situation, to: format).write { bytes += $0 }
    for places in [nil, Self.index] {
      let again = try readSituation(bytes: bytes, file: name, places: places)
      #expect(again.events.count == situation.events.count)
      for (old, new) in zip(situation.events.events, again.events.events) { #expect(new == old) }
    }
  }

  @Test("a record is placed in the same way in CSV, XLSX, JSON, GeoJSON and KML")
  func formats() throws {
    let expected = outcomes(try read("evidence.csv"))
    let rows = String(decoding: try Fixtures.bytes("places/evidence.csv"), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let objects = rows.dropFirst().map { row in
      PropertyValue.json(
        zip(rows[0], row).filter { !$0.1.isEmpty }.map { (key: $0.0, value: PropertyValue.text($0.1)) })
    }
    let features = objects.map { "{\"type\":\"Feature\",\"geometry\":null,\"properties\":\($0)}" }
    let marks = rows.dropFirst().map { row in
      let data = zip(rows[0], row).filter { $0.0 != "title" && !$0.1.isEmpty }.map {
        "<Data name=\"\($0.0)\"><value>\($0.1)</value></Data>"
      }
      return "<Placemark><name>\(row[1])</name><ExtendedData>\(data.joined())</ExtendedData></Placemark>"
    }
    let texts = [
      "[\(objects.joined(separator: ",\n"))]", objects.joined(separator: "\n") + "\n",
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}",
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\(marks.joined(separator: "\n"))</Document></kml>",
    ]
    for text in texts {
      #expect(outcomes(try readSituation(bytes: Array(text.utf8), file: "f", places: Self.index)) == expected)
    }
    let width = rows[0].count
    let sheet = Spreadsheets.workbook(rows: rows.map { $0 + Array(repeating: "", count: width - $0.count) })
    #expect(outcomes(try readSituation(bytes: sheet, file: "f", places: Self.index)) == expected)
  }

  @Test("a name is taken apart into what it names, what it lies in, and how it lies to that")
  func phrases() {
    let known: Set<String> = ["Homs", "Hama", "New York", "North Salt Lake", "Baden-Baden"]
    func words(_ text: String) -> String {
      let phrase = PlacePhrase(text) { known.contains($0) }
      let unclear = phrase.isUnclear ? "?" : ""
      return ([unclear + phrase.name, "\(phrase.extent)"] + phrase.qualifiers).joined(separator: "|")
    }
    #expect(words("Homs") == "Homs|itself")
    #expect(words("Homs (Syria)") == "Homs|itself|Syria")
    #expect(words("near New York City, USA") == "New York|surroundings|USA")
    #expect(words("North Salt Lake") == "North Salt Lake|itself")
    #expect(words("Baden-Baden") == "Baden-Baden|itself")
    #expect(words("20km NE of Hama") == "Hama|surroundings")
    #expect(words("Homs - Hama").hasPrefix("?"))
    #expect(words("").hasPrefix("?") && words(" ,;()").hasPrefix("?"))
    #expect(words(String(repeating: "near ", count: 10_000)).hasPrefix("?"))
  }

  @Test("however a name is written, it is taken apart")
  func anyPhrase() {
    var numbers = SeededGenerator(seed: 7)
    let parts = [
      "near", "of", "(", ")", ",", ";", "15", "km", "N", "and", "Homs", ".", "-", "\u{301}", "ال", " ", "north", "city",
      "Syria", "[", "~",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0..<8, using: &numbers)).map { _ in parts.randomElement(using: &numbers) ?? "" }
      let phrase = PlacePhrase(text.joined(separator: Bool.random(using: &numbers) ? " " : "")) { $0 == "Homs" }
      #expect(phrase.isUnclear || !phrase.name.isEmpty, "\(text)")
    }
  }

  @Test("the filter tells places by name from given ones")
  func filter() throws {
    let events = try read("near-by.csv").events
    for (text, count) in [("placed:name", 1), ("placed:given", 2), ("-placed:name", 3), ("has:place", 3)] {
      let filter = try EventFilter(text) { _ in nil }
      let expression = try #require(filter.expression)
      #expect(events.rows(passing: filter).count == count, "\(text)")
      #expect(events.events.count { expression.membership(of: $0) != .outside } == count, "\(text)")
    }
  }
}
