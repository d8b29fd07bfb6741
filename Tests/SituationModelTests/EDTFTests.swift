import SituationModel
import TestKit
import Testing

@Suite("Dates as text (EDTF)")
struct EDTFTests {
  @Test("Every interval reads back from its own text")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let date = randomInterval(using: &generator)
      #expect(try interval(date.edtf) == date)
    }
  }

  @Test(
    "Good forms, as they are written back",
    arguments: [
      ("2024", "2024"), ("2024-12", "2024-12"), ("2024-12-13", "2024-12-13"), (" 2024-12-13 ", "2024-12-13"),
      ("-0044-03-15", "-0044-03-15"), ("0000", "0000"), ("9999-12-31", "9999-12-31"),
      ("2024-12-13T14", "2024-12-13T14Z"), ("2024-12-13T14:30", "2024-12-13T14:30Z"),
      ("2024-12-13T14:30:05Z", "2024-12-13T14:30:05Z"), ("2024-12-13T14:30:05.999Z", "2024-12-13T14:30:05Z"),
      ("2024-12-13T01:30+02:00", "2024-12-12T23:30Z"), ("2024-12-31T23:30-01", "2025-01-01T00:30Z"),
      ("2024-12-13T14+05:30", "2024-12-13T08:30Z/2024-12-13T09:29Z"), ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
      ("2024-12-13T14:30:05.5+05:30", "2024-12-13T09:00:05Z"), ("2024-03-01T00:30+01", "2024-02-29T23:30Z"),
      ("2024-12-13T14:30-00:00", "2024-12-13T14:30Z"), ("2024-12-13T14:30+02:00~", "2024-12-13T12:30Z~"),
      ("2024-12-13T01+02/2024-12-13T22:15-03", "2024-12-12T23Z/2024-12-14T01:15Z"),
      ("../2024-12-13T01:00+02:00?", "../2024-12-12T23:00Z?"),
      ("2024-12-13T14+05:30%", "2024-12-13T08:30Z%/2024-12-13T09:29Z%"),
      ("2024-12~", "2024-12~"), ("2024-12-13?", "2024-12-13?"), ("2024%", "2024%"),
      ("2024-12-08/2024-12-14", "2024-12-08/2024-12-14"), ("../2024-12-08", "../2024-12-08"),
      ("2024-12-08/..", "2024-12-08/.."), ("/2024", "../2024"), ("2024/", "2024/.."),
      ("2024-12-08~/2024-12-14", "2024-12-08~/2024-12-14~"), ("2024-11/2024-12-14", "2024-11/2024-12-14"),
      ("2024-12-13/2024-12-13", "2024-12-13/2024-12-13"),
    ])
  func good(text: String, expected: String) throws {
    #expect(try interval(text).edtf == expected)
  }

  @Test(
    "What is no date is refused with its reason",
    arguments: [
      ("", .form), ("soon", .form), ("24-12-13", .form), ("2024-1-1", .form), ("2024-12-13-01", .form),
      ("20241213", .form), ("13/12/2024", .form), ("2024-12T10:00", .form), ("2024-12-13T", .form),
      ("2024-12-13T1:00", .form), ("2024-12-13T10:00:00:00", .form), ("2024-12-13T10.5", .form),
      ("2024-12-13T10:00X", .form), ("2024-12-13T10:00Z1", .form), ("2024-12-13T10:00:00.Z", .form),
      ("2024~?", .form), ("２０２４", .form), ("\u{20}\u{308}2024", .form), ("2024-12-0८", .form), ("a/b/c", .form),
      ("2024-13", .noSuchDate), ("2024-02-30", .noSuchDate), ("2024-12-13T25", .noSuchDate),
      ("2024-12-13T10:60", .noSuchDate), ("2024-12-13T10:00+15", .noSuchDate), ("2024-00", .noSuchDate),
      ("9999-12-31T23-01", .noSuchDate), ("-9999-01-01T00+01", .noSuchDate), ("2024-12-14/2024-12-08", .backwards),
      ("../..", .unbounded), ("/", .unbounded),
    ] as [(String, DateInterval.EDTFError)])
  func bad(text: String, error: DateInterval.EDTFError) {
    #expect(throws: error) { try DateInterval(edtf: text) }
  }

  @Test("A date is the whole of its unit")
  func units() throws {
    #expect(try interval("2024").end == instant("2025"))
    #expect(try interval("2024-02").end == instant("2024-03"))
    #expect(try interval("2024-12-31").end == instant("2025"))
    #expect(try interval("2024-12-13T14:59").end == instant("2024-12-13T15:00"))
    #expect(try interval("2024-12-08/2024-12").end == instant("2025"))
    #expect(try interval("2024-12-08/2024-12").precision == .month)
  }

  @Test("A unit ends where the next begins, whatever it is", arguments: TimePrecision.allCases)
  func unitEnds(precision: TimePrecision) throws {
    for text in ["2024", "1999-12", "-0001", "2000-02"] {
      let start = BucketUnit(finestFor: precision).start(of: try instant(text))
      let end = precision.end(ofUnitAt: start)
      #expect(precision.start(ofUnitBefore: end) == start)
    }
  }
}
