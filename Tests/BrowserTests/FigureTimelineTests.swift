import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("The timeline of figures")
struct FigureTimelineTests {
  private static func events() throws -> [Event] {
    try (0..<30).map { number in
      let figures = [
        Figure("killed", low: Double(number % 4), best: Double(number % 4) + 1, high: 20),
        number % 2 == 0 ? Figure("wounded", low: 5) : nil,
      ]
      return Event(
        id: "e\(number)", title: "Event \(number)", kind: number % 2 == 0 ? .strike : .convoy,
        when: try DateInterval(edtf: number % 10 == 9 ? "2024-12-01/2024-12-04" : "2024-12-0\(1 + number % 7)"),
        sources: [Source(who: "Desk", figures: figures.compactMap { $0 })])
    }
  }

  @Test("K goes on from kinds to figures, and back to all events; the title says which")
  func keys() throws {
    var browsing = try Browsing(.sample(try Self.events()))
    var titles: [String?] = []
    for _ in 0..<5 {
      try browsing.press("K")
      titles.append(browsing.state.view.timeLook.count)
    }
    #expect(titles.suffix(3) == ["figure:deaths", "figure:injured", nil])
    try browsing.press("K K K")
    #expect(browsing.find("sums of deaths") != nil)
  }

  @Test("the bars are sums of the best numbers, or the least; what may lie in several days is maybe")
  func sums() throws {
    let events = EventTable(try Self.events())
    let day = try #require(TimeBuckets(covering: events.wholeSpan, by: .day, limit: 40))
    for name in [FigureName.deaths, .injured] {
      let column = try #require(events.columns.figure(name))
      let tallies = day.tallies(of: events, rows: RowSet(all: events.count), figure: column)
      for (bucket, tally) in tallies.enumerated() {
        let stretch = TimeWindow(start: day.bounds[bucket], end: day.bounds[bucket + 1])
        var (sure, maybe) = (0, 0)
        for row in 0..<events.count {
          let range = events[row].figure(name)
          let number = Int(range.map { $0.best ?? $0.leastInSum } ?? 0)
          switch stretch.membership(of: events[row].when) {
          case .certain: sure += number
          case .possible: maybe += number
          case .outside: break
          }
        }
        #expect(tally.certainCount == sure && tally.overlapping == maybe)
      }
    }
  }

  @Test("a view remembers the figure, and says so where no event states it")
  func saved() throws {
    var browsing = try Browsing(.sample(try Self.events()))
    try browsing.press("K K K")
    #expect(browsing.state.savedView.timeLook.figure == .deaths)
    var look = TimeLook()
    look.count = "figure:deaths"
    #expect(look.figure == .deaths && look.kind == nil)
    look.count = "strike"
    #expect(look.figure == nil && look.kind == "strike" && look.count == "strike")
  }
}
