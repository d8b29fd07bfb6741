import Testing

@testable import Drafting

/// Reports of ten styles, with the events that a person found in them.
@Suite("Labelled reports")
struct LabelledReportTests {
  @Test("no draft is more precise than its sentence", arguments: Reports.labelled)
  func noFalsePrecision(name: String, language: String) throws {
    let check = try Reports.check(name, language)
    #expect(check.falselyPrecise == 0, "\(check.faults.joined(separator: "\n"))")
  }

  @Test("most events of the reports are drafted, with place and time right or wider")
  func recall() throws {
    let checks = try Reports.labelled.map { try Reports.check($0.0, $0.1) }
    let expected = checks.map(\.expected).reduce(0, +)
    #expect(checks.map(\.found).reduce(0, +) * 100 >= expected * 80)
    #expect(checks.map(\.placed).reduce(0, +) * 100 >= expected * 65)
    #expect(checks.map(\.ofNothing).reduce(0, +) <= 3)
  }
}
