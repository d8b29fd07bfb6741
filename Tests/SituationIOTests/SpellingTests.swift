import SituationModel
import Testing

@testable import SituationIO

/// One table in all the ways in which people and programs write it.
@Suite("Spellings of a table")
struct SpellingTests {
  private static let table = [
    ["id", "date", "lat", "lon", "title", "killed"],
    ["007", "2024-12-13", "34.5", "36.5", "raid, first", "3"],
    ["008", "2024-12-14", "35.5", "37.5", "raid, \"second\"", "4"],
  ]

  private static func text(_ separator: String, _ cell: (String) -> String) -> String {
    table.map { $0.map(cell).joined(separator: separator) }.joined(separator: "\n") + "\n"
  }
  private static func doubled(_ text: String, _ quote: String) -> String {
    quote + text.replacing(quote, with: quote + quote) + quote
  }
  private static var plain: String { text(",") { $0.contains { ",\"".contains($0) } ? doubled($0, "\"") : $0 } }
  private static var objects: String {
    let records = table.dropFirst().map { row in
      "{" + zip(table[0], row).map { "\"\($0)\":\"\($1.replacing("\"", with: "\\\""))\"" }.joined(separator: ",") + "}"
    }
    return "[\(records.joined(separator: ",\n"))]\n"
  }
  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
  private static func utf32(_ text: String, mark: Bool, isLittle: Bool) -> [UInt8] {
    ((mark ? "\u{FEFF}" : "") + text).unicodeScalars.flatMap { scalar in
      let bytes = [24, 16, 8, 0].map { UInt8(scalar.value >> UInt32($0) & 0xFF) }
      return isLittle ? bytes.reversed() : bytes
    }
  }

  private static let spellings: [(name: String, bytes: [UInt8])] = [
    ("a quote behind a blank", Array(text(", ") { $0.contains(",") ? doubled($0, "\"") : $0 }.utf8)),
    ("blanks around quotes", Array(text(" , ") { doubled($0, "\"") }.utf8)),
    ("apostrophes", Array(text(",") { doubled($0, "'") }.utf8)),
    ("apostrophes, semicolons", Array(text(";") { doubled($0, "'") }.utf8)),
    ("formulas", Array(text(",") { $0.contains("\"") ? doubled($0, "\"") : "=\"\($0)\"" }.utf8)),
    ("quoted formulas", Array(text(";") { $0.contains("\"") ? doubled($0, "\"") : doubled("=\"\($0)\"", "\"") }.utf8)),
    ("UTF-32", utf32(plain, mark: true, isLittle: true)),
    ("UTF-32, greatest byte first", utf32(plain, mark: true, isLittle: false)),
    ("UTF-32 without a mark", utf32(plain, mark: false, isLittle: true)),
    ("JSON", Array(objects.utf8)), ("JSON in UTF-16", utf16(objects)),
    ("JSON in UTF-32", utf32(objects, mark: true, isLittle: true)),
    ("JSON with comments", Array("// by hand\n\(objects.replacing("\",\n", with: "\", // more\n"))/* end */".utf8)),
    (
      "JSON with commas at ends",
      Array(objects.replacing("\"}", with: "\",}").replacing("]\n", with: ",\n]").utf8)
    ),
    ("a script", Array("window.data.part0 = \(objects);".utf8)),
    (
      "lines of JSON under a comment",
      Array("# by hand\n\(objects.dropFirst().dropLast(2).replacing("},", with: "}"))".utf8)
    ),
  ]

  @Test("a table is the same events however it is written", arguments: spellings.indices)
  func same(number: Int) throws {
    let (name, bytes) = SpellingTests.spellings[number]
    let wanted = try readSituation(bytes: Array(SpellingTests.plain.utf8), file: "table").events.events
    #expect(try readSituation(bytes: bytes, file: "table").events.events == wanted, "\(name)")
    // Whatever its end, it opens or is refused.
    for length in 0..<bytes.count { _ = try? readSituation(bytes: Array(bytes[..<length]), file: "table") }
  }

  @Test(
    "texts that only look quoted stay as they are",
    arguments: ["'t Hooft, his house", "a =\"b\" c", "5' 6\"", "'a' and 'b'", "x, \"y\""])
  func unquoted(title: String) throws {
    let text = "id,date,lat,lon,title\n1,2024-12-13,34.5,36.5,\(SpellingTests.doubled(title, "\""))\n"
    #expect(try readSituation(bytes: Array(text.utf8), file: "table").events[0].title == title)
  }

  @Test(
    "rows of totals and notes under a table are no events, and are told",
    arguments: [
      "Total,,,,,7", ",,,,Grand total:,7", ",,,,,7", "Summe,,,,,7", "Итого,,,,,7", ",,,,المجموع,7",
      "\"Source: our own count, 2024\",,,,,", "* not confirmed,,,,,", ",,,,Примечание: по данным СМИ,",
    ])
  func feet(row: String) throws {
    let wanted = try readSituation(bytes: Array(SpellingTests.plain.utf8), file: "table").events.events
    let read = try readSituation(bytes: Array("\(SpellingTests.plain)\(row)\n".utf8), file: "table")
    #expect(read.events.events == wanted)
    #expect(read.rejections.count == 1 && read.rejections[0].line == 4 && read.rejections[0].isWhole)
  }

  @Test(
    "rows that say when, where or what are events",
    arguments: ["Total,2024-12-15,,,,7", ",,35.5,36.5,Total,7", ",,,,raid on a depot,7", "9,,,,,7", ",,,,Total raid,7"])
  func rows(row: String) throws {
    let read = try readSituation(bytes: Array("\(SpellingTests.plain)\(row)\n".utf8), file: "table")
    #expect(read.events.count == 3)
  }

  @Test("of two rows of names the lower one counts, and the upper one where that has none")
  func twoRowsOfNames() throws {
    let text =
      "No.;When;;Where;;Remarks\n;Date;Time;Lat;Lon;\n1;13.12.2024;14:30;34,5;36,5;a raid\n2;14.12.2024;;35,5;37,5;b\n"
    let events = try readSituation(bytes: Array(text.utf8), file: "table").events
    #expect(events[0].id == "1" && events[0].title == "a raid" && events[0].when?.edtf == "2024-12-13T14:30Z")
  }

  @Test(
    "letters of Central Europe are told from those of the West",
    arguments: [
      ("żółty budynek w Łodzi, ostrzał miasta i wybuch", [TextEncoding.windows1250]),
      ("střelba u města Žatec, příčina není známa, šest zraněných", [.windows1250]),
      ("cała szkoła, pożar, gałąź na drodze", [.windows1250]),
      ("à l'œuvre, près de Besançon, où il y a eu des blessés", [.windows1252]),
      ("Größe der Übung, Straße gesperrt, für Fußgänger; 5 £ und 3 µ, ½ Stunde", [.windows1252]),
      ("não há feridos, ações na região, 2º andar", [.windows1252]),
    ] as [(String, [TextEncoding])])
  func encodings(text: String, encodings: [TextEncoding]) throws {
    let table = try #require(encodings[0].characters)
    let bytes = text.unicodeScalars.map { scalar in
      scalar.isASCII ? UInt8(scalar.value) : UInt8(0x80 + (table.firstIndex(of: scalar) ?? 0))
    }
    #expect(bytes.withUnsafeBufferPointer { TextEncoding.guess($0) } == encodings[0])
  }
}
