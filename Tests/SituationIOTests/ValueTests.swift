import SituationModel
import Testing

@testable import SituationIO

/// The readers of single values, which all formats share.
@Suite("Values")
struct ValueTests {
  @Test(
    "a date is read whole or not at all",
    arguments: [
      ("2024-12-13 14:30:00.745+03", "2024-12-13T11:30:00Z"), ("2024-12-13T14:30:00-0530", "2024-12-13T20:00:00Z"),
      ("2024-12-13 14:30:00+03 or so", nil), ("2024-12-13 14:30:00.", nil),
      ("2024-12-13T14:30:00+3", "2024-12-13T11:30:00Z"),
      ("2024-12-13 14:30 MSK", "2024-12-13T11:30Z"), ("2024-12-13 14:30:00 XYZ", nil),
      ("Fri Dec 13 14:30:00 EST 2024", "2024-12-13T19:30:00Z"), ("Friday, 13 December 2024", "2024-12-13"),
      ("13 dicembre 2024", "2024-12-13"), ("14h30 13.12.2024", "2024-12-13T14:30Z"),
      ("13.12.2024 14h30", "2024-12-13T14:30Z"),
      ("13.12.2024, 9 pm", "2024-12-13T21Z"), ("13.12.2024 13 pm", nil), ("Dec 2024", "2024-12"), ("Dec 13", nil),
      ("Dec 13, 24", nil), ("13 Dec 24", "2024-12-13"), ("2024-12-13/2024-12-11", nil),
      ("8-14 Dec 2024", "2024-12-08/2024-12-14"),
      ("28 Dec 2024 - 2 Jan 2025", "2024-12-28/2025-01-02"), ("Dec 8-31-2024", nil), ("2024-W53-1", nil),
      ("2020-W53-5", "2021-01-01"), ("2024-W02", "2024-01-08/2024-01-14"), ("2024-366", "2024-12-31"),
      ("2023-366", nil),
      ("20241213T1430", "2024-12-13T14:30Z"), ("20241213T143000+0300", "2024-12-13T11:30:00Z"), ("20241213T2500", nil),
      ("202412131430", "2024-12-13T14:30Z"), ("1734100200", "2024-12-13T14:30:00Z"),
      ("1734100200.5", "2024-12-13T14:30:00Z"),
      ("1734100200000000", "2024-12-13T14:30:00Z"), ("12345", nil), ("2024-1X", nil), ("20X4", nil), ("2024-42", nil),
      ("3 de diciembre de 2024", "2024-12-03"), ("3. Dezember 2024", "2024-12-03"), ("1er août 2024", "2024-08-01"),
      ("3 декабря 2024 г.", "2024-12-03"), ("3 грудня 2024 року", "2024-12-03"), ("3 كانون الأول 2024", "2024-12-03"),
    ] as [(String, String?)])
  func dates(text: String, expected: String?) {
    #expect((try? DateReading().reading(text))?.date.edtf == expected)
  }

  @Test("dates that EDTF's level 1 has are as wide as they say")
  func level1() throws {
    let forms = [
      ("2024-XX-XX", "2024"), ("19XX", "1900/1999"), ("2024-22", "2023-12/2025-02"), ("2024-21", "2024-03/2024-11"),
      ("2024-26~", "2024-06~/2024-08~"), ("2024-40", "2024-01/2024-06"),
      ("2024-12-13T24:00:00Z", "2024-12-14T00:00:00Z"),
    ]
    for (text, expected) in forms { #expect(try DateInterval(edtf: text).edtf == expected) }
    for text in ["2024-12-13T24:30Z", "2024-43", "2X24", "20XX-12"] {
      #expect(throws: DateInterval.EDTFError.self) { try DateInterval(edtf: text) }
    }
    #expect(DateInterval.seasonWords("2023-24/2024-21") == "winter 2023 to spring 2024")
    #expect(DateInterval.seasonWords("2024-12") == nil)
  }

  @Test("the zone of a city has its summer time")
  func zones() throws {
    let texts = [
      "2024-07-01 12:00:00 Europe/Paris", "2024-01-01 12:00:00 Europe/Paris", "2024-01-01 12:00:00 No/Where",
    ]
    let reading = DateReading(sniffing: texts, order: nil)
    #expect(try reading.reading(texts[0]).date.edtf == "2024-07-01T10:00:00Z")
    #expect(try reading.reading(texts[1]).date.edtf == "2024-01-01T11:00:00Z")
    #expect(throws: DateReading.Failure.self) { try reading.reading(texts[2]) }
    #expect(NamedZones(naming: ["2024 ../../etc/passwd"]).clock("../../etc/passwd") == nil)
  }

  @Test("a zone's table ends soundly wherever it is cut")
  func brokenZones() {
    let whole: [UInt8] =
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1,
      ]
      + [0, 0, 0, 4, 0, 0, 14, 16, 0, 0]
    for count in whole.indices { _ = ZoneTable(Array(whole[..<count])) }
    #expect(ZoneTable(Array(repeating: 0xFF, count: 200)) == nil)
  }

  @Test(
    "an angle is read with signs, letters, colons or as one number",
    arguments: [
      ("34.5", 34.5), ("34,5", 34.5), ("-34.5", -34.5), ("\u{2212}34.5", -34.5), ("34.5N", 34.5), ("S 34.5", -34.5),
      ("34°30'N", 34.5), ("34°30'00\"", 34.5), ("0°30'S", -0.5), ("-0°30'", -0.5), ("34:30:00", 34.5),
      ("343000N", 34.5),
      ("0363000E", 36.5), ("3430N", 34.5), ("03630W", -36.5), ("34 30", 34.5), ("34°60'", nil), ("34.5.1", nil),
      ("north", nil),
      ("34.5 km", nil), ("343000", 343000), ("", nil),
    ] as [(String, Double?)])
  func angles(text: String, expected: Double?) {
    let degrees = DegreeText.degrees(text)
    #expect((degrees == nil) == (expected == nil))
    if let degrees, let expected { #expect(abs(degrees - expected) < 1e-9) }
  }

  @Test("two angles in one field are told apart by their letters")
  func pairs() throws {
    for text in [
      "34.5, 36.25", "34.5 36.25", "34,5; 36,25", "(34.5, 36.25)", "36.25 E, 34.5 N", "34°30'N 36°15'E",
      "34:30:00N, 36:15:00E", "34.5 36.25 812.0 4.9",
    ] {
      let pair = try #require(GeometryText.pair(text), "\(text)")
      #expect(abs(pair.latitude - 34.5) < 1e-9 && abs(pair.longitude - 36.25) < 1e-9, "\(text)")
    }
    for text in ["34.5", "here, there", "34.5, 36.25, 12", "12:30", "N, E", ""] {
      #expect(GeometryText.pair(text) == nil, "\(text)")
    }
  }

  @Test("a comma or a point before three digits is told by the column")
  func numbers() {
    func numbers(_ texts: [String], decimalCommas: Bool = false) -> [Double?] {
      let reading = NumberReading(sniffing: texts, hasDecimalCommas: decimalCommas)
      return texts.map(reading.number)
    }
    #expect(numbers(["1,200", "3"]) == [1200, 3])
    #expect(numbers(["1,200", "1.200"]) == [1200, nil])
    #expect(numbers(["1.200", "1,5"]) == [1200, 1.5])
    #expect(numbers(["1.200", "0.5"]) == [1.2, 0.5])
    #expect(numbers(["1.200.000", "1.200"]) == [1_200_000, 1200])
    #expect(numbers(["1,200.5"]) == [1200.5])
    #expect(numbers(["1.200,5"]) == [1200.5])
    #expect(numbers(["1 200", "12 34", "1200"]) == [1200, nil, 1200])
    #expect(numbers(["1,200"], decimalCommas: true) == [nil])
    #expect(numbers(["12abc", "1,2,3", "0x10", "nan", "1e3"]) == [nil, nil, nil, nil, 1000])
  }

  @Test("a range has a least and a most number")
  func ranges() {
    let reading = NumberReading()
    func range(_ text: String) -> [Double?]? { reading.range(text).map { [$0.low, $0.best, $0.high] } }
    #expect(range("12") == [nil, 12, nil])
    #expect(range("10-15") == [10, nil, 15])
    #expect(range("10 \u{2013} 15") == [10, nil, 15])
    #expect(range("10 to 15") == [10, nil, 15])
    #expect(range("5+") == [5, nil, nil])
    #expect(range("at least 1,200") == [1200, nil, nil])
    #expect(range("up to 5") == [nil, nil, 5])
    for text in ["15-10", "dozens", "5-", "1-2-3", ""] { #expect(range(text) == nil, "\(text)") }
  }

  @Test("the parts of a name are its words, however they are joined")
  func parts() {
    #expect(ColumnNames.parts("point_latitude") == ["point", "latitude"])
    #expect(ColumnNames.parts("pointLatitude") == ["point", "latitude"])
    #expect(ColumnNames.parts("_location_latitude") == ["location", "latitude"])
    #expect(ColumnNames.parts("POINT_Y") == ["point", "y"])
    #expect(ColumnNames.parts("location.lat") == ["location", "lat"])
    #expect(ColumnNames.parts("Дата события") == ["дата", "события"])
    #expect(ColumnNames.parts("...") == [])
  }
}
