import SituationModel
import TestKit
import Testing

@Suite("Zones of time")
struct ZoneTests {
  @Test(
    "a zone by its distance has a name, and is nothing else",
    arguments: [
      ("Z", "UTC"), ("+03", "UTC+03:00"), ("+05:30", "UTC+05:30"), ("-03:30", "UTC-03:30"), ("+00:00", "UTC"),
      ("+15", nil), ("3", nil), ("", nil), ("Damascus", nil), ("+3", nil), ("Z/2025", nil),
    ] as [(String, String?)])
  func names(text: String, name: String?) {
    #expect(Zone(offset: text)?.name == name)
  }

  @Test(
    "moments are moved, dates of the calendar stay",
    arguments: [
      ("2024-12-13T22:30Z", "+03", "2024-12-14T01:30Z"), ("2024-12-13T22:30:15Z", "-08", "2024-12-13T14:30:15Z"),
      ("2024-12-13", "+03", "2024-12-13"), ("2024-12", "+03", "2024-12"), ("2024", "-11", "2024"),
      ("2024-12-08/2024-12-14", "+05:30", "2024-12-08/2024-12-14"),
      ("2024-12-13T22Z", "+03", "2024-12-14T01Z"),
      ("2024-12-13T22Z", "+05:30", "2024-12-14T03:30Z/2024-12-14T04:29Z"),
      ("2024-12-13T22:00Z/..", "+03", "2024-12-14T01:00Z/.."), ("../2024-12-14", "+03", "../2024-12-14"),
      ("2024-12-13T23:00Z/2024-12-14", "+03", "2024-12-14T02:00Z/2024-12-14"),
      ("2024-12-13T22:30Z~", "+03", "2024-12-14T01:30Z~"),
    ])
  func clocks(edtf: String, offset: String, expected: String) throws {
    let zone = try #require(Zone(offset: offset))
    #expect(zone.clock(try interval(edtf)).edtf == expected)
  }

  @Test("a typed time is of the zone that is shown, unless it says one")
  func typed() throws {
    let zone = try #require(Zone(offset: "+03"))
    #expect(try DateInterval(edtf: "2024-12-13T14:30", on: zone).typed == "2024-12-13T14:30")
    #expect(try DateInterval(edtf: "2024-12-13T14:30Z", on: zone).typed == "2024-12-13T17:30")
    #expect(try DateInterval(edtf: "2024-12-13T14:30+02:00", on: zone).typed == "2024-12-13T15:30")
    #expect(try DateInterval(edtf: "2024-12-13", on: zone).typed == "2024-12-13")
    let filter = try EventFilter("after:2024-12-13T14:30Z", on: zone) { _ in nil }
    #expect(filter.text == "after:2024-12-13T17:30")
    #expect(try EventFilter(filter.text, on: zone) { _ in nil } == filter)
  }

  @Test("any date keeps its precision but for odd hours, and is never empty", arguments: ["+03", "-09:30", "+14"])
  func intervals(offset: String) throws {
    let zone = try #require(Zone(offset: offset))
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<5_000 {
      let date = randomInterval(using: &generator)
      let moved = zone.clock(date)
      if let start = moved.start, let end = moved.end { #expect(start < end) }
      #expect((moved.start == nil) == (date.start == nil) && (moved.end == nil) == (date.end == nil))
      #expect(moved.isApproximate == date.isApproximate && moved.isUncertain == date.isUncertain)
      if date.precision >= .day && min(date.startPrecision, date.endPrecision) >= .day { #expect(moved == date) }
    }
  }

  @Test("a situation in a zone has its moments there and its days as they were")
  func situation() throws {
    let zone = try #require(Zone(offset: "+03"))
    let source = Source(who: "A", published: try interval("2024-12-13T23:00Z"))
    let events = [
      Event(id: "a", title: "A", when: try interval("2024-12-13T22:30Z"), sources: [source]),
      try event("b", "2024-12-13"),
    ]
    let situation = Situation(title: "T", events: EventTable(events)).on(zone)
    #expect(situation.zone.name == "UTC+03:00")
    #expect(situation.events.events.map { $0.when?.typed } == ["2024-12-13", "2024-12-14T01:30"])
    #expect(situation.events[1].sources[0].published?.typed == "2024-12-14T02:00")
  }
}
