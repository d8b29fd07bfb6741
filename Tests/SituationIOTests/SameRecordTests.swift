import SituationModel
import TestKit
import Testing

@testable import SituationIO

/// One table of values that look random, written in many spellings, as every format that can say it.
@Suite("The same record in every format")
struct SameRecordTests {
  @Test("a table of values gives the same events in every format", arguments: UInt64(1)...12)
  func formats(seed: UInt64) throws {
    var maker = RecordMaker(seed: seed)
    let table = (0..<20).map { maker.record($0) }
    let expected = try readSituation(bytes: RecordTexts.separated(table, ","), file: "f").events
    #expect(expected.count == table.count)
    for (format, bytes) in RecordTexts.all(table) {
      let events = try readSituation(bytes: bytes, file: "f").events
      #expect(events.count == expected.count, "\(format)")
      for event in expected.events {
        let row = try #require(events.row(of: event.id), "\(format) \(event.id)")
        #expect(events[row] == event, "\(format), seed \(seed)")
      }
    }
  }

  @Test("a value of the table that is told in one format is told in every format", arguments: UInt64(1)...8)
  func findings(seed: UInt64) throws {
    var maker = RecordMaker(seed: seed)
    let table = (0..<20).map { maker.record($0) }
    func unread(_ bytes: [UInt8]) throws -> [String] {
      try readSituation(bytes: bytes, file: "f").rejections.filter { $0.weight == .unread }
        .map { "\($0.field ?? ""): \($0.value ?? "")" }.sorted()
    }
    let expected = try unread(RecordTexts.separated(table, ","))
    for (format, bytes) in RecordTexts.all(table) { #expect(try unread(bytes) == expected, "\(format)") }
  }
}

/// Makes the values of records, each in some spelling of many.
private struct RecordMaker {
  private var generator: SeededGenerator
  /// The forms of dates of this table: with slashes all of one order, as one hand writes them.
  private let isDayFirst: Bool

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    isDayFirst = seed % 2 == 0
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func pick(_ texts: [String]) -> String { texts[number(0...texts.count - 1)] }

  /// The values of a record, in the order of `RecordTexts.names`.
  mutating func record(_ index: Int) -> [String] {
    let (lat, lon) = (angle(85, "N", "S"), angle(179, "E", "W"))
    return [
      "Title \(index)", pick(["Shelling", "Armed clash", "Protest"]), date(), lat, lon, count(),
      pick(["Group A", "Group B; Group C", "unknown", "NA", ""]), pick(["a < b, by hand", "R & D", "", "text"]),
      pick(["", "https://example.org/\(index)"]), pick(["", "", "Europe/Berlin", "+03:00", "UTC", "Mars/Phobos"]),
    ]
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private mutating func date() -> String {
    let (year, month, day) = (number(1990...2030), number(1...12), number(1...28))
    let iso = "\(year)-\(padded(month))-\(padded(day))"
    let clock = "\(padded(number(0...23))):\(padded(number(0...59)))"
    let names = ["January", "Feb", "March", "Apr", "May", "June", "July", "Aug", "Sept", "October", "Nov", "December"]
    let name = names[month - 1]
    let short = isDayFirst ? "\(day)/\(month)/\(year)" : "\(month)/\(day)/\(year)"
    return pick([
      iso, "\(iso) \(clock)", "\(iso)T\(clock):05Z", "\(iso) \(clock):05+03", "\(iso)T\(clock)",
      "\(day) \(name) \(year)",
      "\(name) \(day), \(year)", "\(day).\(month).\(year)", short, "\(short) \(clock)", "\(name) \(year)", "\(year)",
      "\(year)-\(padded(month))", "\(iso)/\(year + 1)-01-02", "\(number(700_000_000...1_900_000_000))",
      "\(number(700_000_000...1_900_000_000))123", "\(iso.replacing("-", with: ""))", "soon", "31.02.\(year)", "",
    ])
  }

  private mutating func angle(_ most: Int, _ positive: String, _ negative: String) -> String {
    let (degrees, minutes, seconds) = (number(0...most), number(0...59), number(0...59))
    let isNegative = number(0...1) == 1
    let (sign, letter) = (isNegative ? "-" : "", isNegative ? negative : positive)
    return pick([
      "\(sign)\(degrees).\(number(1...99999))", "\(sign)\(degrees),\(number(1...9999))", "\(sign)\(degrees)",
      "\(degrees)°\(minutes)'\(seconds)\"\(letter)", "\(degrees)° \(minutes)' \(letter)",
      "\(letter) \(degrees).\(minutes)",
      "\(degrees):\(padded(minutes)):\(padded(seconds))\(letter)", "\(degrees).5°\(letter)", "\(degrees + 400)", "here",
      "",
    ])
  }

  private mutating func count() -> String {
    pick([
      "", "0", "\(number(1...90))", "1,\(number(100...999))", "2 \(number(100...999))", "10-15", "5+", "dozens", "~7",
    ])
  }
}

/// A table of values as the bytes of each format.
private enum RecordTexts {
  /// The names of the fields, which are names of elements too.
  static let names = [
    "title", "event_type", "event_date", "lat", "lon", "killed", "actor", "remark", "url", "timezone",
  ]

  static func all(_ table: [[String]]) -> [(format: String, bytes: [UInt8])] {
    let objects = table.map { object($0) }
    let features = objects.map { "{\"type\":\"Feature\",\"geometry\":null,\"properties\":\($0)}" }
    let rows = ([names] + table).map { row in "[\(row.map { PropertyValue.text($0).json }.joined(separator: ","))]" }
    return [
      ("TSV", separated(table, "\t")), ("semicolons", separated(table, ";")),
      ("XLSX", Spreadsheets.workbook(rows: ([names] + table).map { $0.map(escaped) })), ("ODS", ods(table)),
      ("JSON", Array("[\(objects.joined(separator: ",\n"))]".utf8)),
      ("JSON wrapped", Array("{\"ok\":true,\"data\":[\(objects.joined(separator: ","))]}".utf8)),
      ("JSON lines", Array((objects.joined(separator: "\n") + "\n").utf8)),
      ("JSON rows", Array("[\(rows.joined(separator: ",\n"))]".utf8)),
      ("GeoJSON", Array("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}".utf8)),
      ("GeoJSON list", Array("[\(features.joined(separator: ",\n"))]".utf8)),
      ("GeoJSON sequence", Array((features.joined(separator: "\n") + "\n").utf8)), ("KML", kml(table)),
      ("GPX", gpx(table)),
    ]
  }

  static func separated(_ table: [[String]], _ separator: String) -> [UInt8] {
    let rows = ([names] + table).map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: separator)
    }
    return Array((rows.joined(separator: "\n") + "\n").utf8)
  }

  private static func object(_ record: [String]) -> String {
    let pairs = zip(names, record).map { PropertyValue.json([($0.0, .text($0.1))]).dropFirst().dropLast() }
    return "{\(pairs.joined(separator: ","))}"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static func ods(_ table: [[String]]) -> [UInt8] {
    let rows = ([names] + table).map { row in
      "<table:table-row>"
        + row.map { text in
          text.isEmpty
            ? "<table:table-cell/>"
            : "<table:table-cell office:value-type=\"string\"><text:p>\(escaped(text))</text:p></table:table-cell>"
        }.joined() + "</table:table-row>"
    }
    return Spreadsheets.ods(rows.joined())
  }

  private static func kml(_ table: [[String]]) -> [UInt8] {
    let marks = table.map { record in
      let data = zip(names, record).dropFirst().filter { !$0.1.isEmpty }.map { name, text in
        "<Data name=\"\(name)\"><value>\(escaped(text))</value></Data>"
      }
      return "<Placemark><name>\(record[0])</name><ExtendedData>\(data.joined())</ExtendedData></Placemark>\n"
    }
    return Array("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\(marks.joined())</Document></kml>".utf8)
  }

  private static func gpx(_ table: [[String]]) -> [UInt8] {
    let points = table.map { record in
      let fields = zip(names, record).dropFirst().filter { !$0.1.isEmpty }.map { "<\($0.0)>\(escaped($0.1))</\($0.0)>" }
      return "<rte><name>\(record[0])</name><extensions>\(fields.joined())</extensions></rte>\n"
    }
    return Array("<gpx version=\"1.1\">\(points.joined())</gpx>".utf8)
  }
}
