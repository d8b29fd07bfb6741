import SituationModel
import Testing

@Suite("Table of events")
struct EventTableTests {
  @Test("Open starts come first, then by start and end, the undated last, equals as in the file")
  func order() throws {
    let table = EventTable([
      try event("undated", nil), try event("year", "2024"), try event("day", "2024-01-01"),
      try event("open end", "2024-01-01/.."),
      try event("second undated", nil), try event("open start", "../2023"), try event("earlier", "1999"),
      try event("same day", "2024-01-01"),
    ])
    let order = ["open start", "earlier", "day", "same day", "year", "open end", "undated", "second undated"]
    #expect(table.events.map(\.id) == order)
    #expect(order.allSatisfy { table.row(of: $0) == order.firstIndex(of: $0) })
    #expect(table.row(of: "none") == nil)
  }

  @Test("The span runs from the first known moment to the last")
  func span() throws {
    let table = EventTable([try event("a", "../2024-12-14"), try event("b", "2024-12-08"), try event("c", nil)])
    #expect(table.span == (try window("2024-12-08/2024-12-14")))
    #expect(table.finestPrecision == .day)
    #expect(EventTable([try event("c", nil)]).span == nil)
    #expect(EventTable().count == 0)
  }

  @Test(
    "The span holds a part of what ended before all else, and of what began last and goes on",
    arguments: [
      ["2014-05-01/.."], ["../2014-05-01"], ["2011", "2014-05-01/..", "../2009-03-01"], ["../2009", "2010", "2010/.."],
      ["2014-05-01T14:30Z/..", "../2014-05-01T14:30Z"],
    ])
  func openSpan(dates: [String]) throws {
    let table = EventTable(try dates.enumerated().map { try event("\($0)", $1) })
    let span = try #require(table.span)
    #expect(table.matches(EventQuery(window: span)).count == dates.count)
  }

  @Test("A question is answered in order, with what is certain marked")
  func matches() throws {
    let table = EventTable([
      try event("week", "2024-12-08/2024-12-14", .convoy), try event("day", "2024-12-13", .strike),
      try event("other day", "2024-12-01", .strike), try event("undated", nil, .statement),
    ])
    var query = EventQuery(window: try window("2024-12-13"))
    #expect(table.matches(query).map { table[$0.row].id } == ["week", "day", "undated"])
    #expect(table.matches(query).map(\.isCertain) == [false, true, false])
    query.filter = try filter("kind:strike")
    #expect(table.matches(query).map { table[$0.row].id } == ["day"])
  }

  @Test(
    "Admiralty grades",
    arguments: [
      ("B2", "B2"), ("f6", "F6"), ("G1", nil), ("A0", nil), ("A7", nil), ("A", nil), ("A22", nil), ("A٣", nil),
    ])
  func grades(text: String, expected: String?) {
    #expect(AdmiraltyGrade(text)?.text == expected)
  }
}
