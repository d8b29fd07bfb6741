import SituationModel
import TestKit
import Testing

@Suite("Figures of events")
struct FigureFilterTests {
  private static func event(_ figures: Figure?...) -> Event {
    Event(id: "x", title: "", sources: figures.map { Source(who: "A", figures: [$0].compactMap { $0 }) })
  }

  @Test("have one name for all words that count the same")
  func names() {
    for words in ["killed", "Fatalities", "DEATHS", "total deaths", "nkill"] { #expect(FigureName(words) == .deaths) }
    #expect(FigureName("No. Injured") == .injured)
    #expect(FigureName("civilian deaths")?.text == "civilian_deaths")
    #expect(FigureName("--") == nil)
  }

  @Test(
    "meet a number surely, maybe or not, by their range",
    arguments: [
      ("deaths>=5", [Membership.outside, .certain, .possible, .certain, .possible, .outside]),
      ("certainly deaths>=5", [.outside, .certain, .outside, .certain, .outside, .outside]),
      ("deaths<5", [.certain, .outside, .possible, .outside, .possible, .outside]),
      ("deaths=5", [.outside, .certain, .possible, .possible, .possible, .outside]),
      ("killed>=5", [.outside, .certain, .possible, .certain, .possible, .outside]),
      ("deaths:none", [.outside, .outside, .outside, .outside, .outside, .certain]),
      ("not deaths:none", [.certain, .certain, .certain, .certain, .certain, .outside]),
    ])
  func ranges(text: String, expected: [Membership]) throws {
    let events = [
      Self.event(Figure("killed", best: 4)), Self.event(Figure("deaths", best: 5)),
      Self.event(Figure("deaths", low: 3, best: 4, high: 6)), Self.event(Figure("deaths", low: 5)),
      Self.event(Figure("deaths", high: 6)), Self.event(Figure("wounded", best: 9)),
    ]
    let filter = try EventFilter(text) { _ in nil }
    #expect(events.map { filter.expression?.membership(of: $0) } == expected)
  }

  @Test("of several sources leave open what any of them leaves open")
  func sources() {
    let agreed = Self.event(Figure("killed", best: 4), Figure("dead", best: 4)).figure(.deaths)
    #expect(agreed == .exactly(4))
    let apart = Self.event(Figure("killed", best: 4), Figure("killed", low: 6, best: 7, high: 9)).figure(.deaths)
    #expect(apart?.low == 4 && apart?.best == nil && apart?.high == 9)
    let open = Self.event(Figure("killed", best: 4), Figure("killed", low: 6)).figure(.deaths)
    #expect(open?.low == 4 && open?.high == nil)
  }

  @Test("a sum is a range, and says how many events state nothing")
  func sums() {
    var sum = FigureSum()
    #expect(sum.words == "-" && sum.best == nil)
    sum.add(.exactly(3))
    #expect(sum.words == "3" && sum.best == 3)
    sum.add(FigureRange(low: 2, best: 4, high: 9))
    #expect(sum.words == "5/7/12")
    sum.add(FigureRange(low: 1, best: nil, high: 2))
    #expect(sum.words == "6-14" && sum.best == nil)
    sum.add(FigureRange(low: 5, best: nil, high: nil))
    sum.add(nil)
    #expect(sum.words == "11+" && sum.high == nil)
    #expect(sum.stating == 4 && sum.missing == 1)
  }

  @Test("a name that no file has is refused, one that the file has is read")
  func unknownNames() throws {
    #expect(throws: FilterError.self) { try EventFilter("daeths>=5") { _ in nil } }
    #expect(throws: FilterError.self) { try EventFilter("deaths>=many") { _ in nil } }
    let name = try #require(FigureName("magnitude"))
    let filter = try EventFilter("magnitude>=4.5", figures: .these([name])) { _ in nil }
    #expect(filter.text == "magnitude>=4.5")
  }

  @Test("the columns of a table have what its events say, of parts, of joined files and of picked records")
  func columns() throws {
    var maker = FilterMaker(seed: 31)
    for _ in 0..<20 {
      let table = EventTable(try (0..<80).map { _ in try maker.placedEvent() })
      for row in 0..<table.count {
        let event = table[row]
        for name in [FigureName.deaths, .injured] { #expect(table.columns.figure(name)?[row] == event.figure(name)) }
        let province = table.columns.provinces.map { $0.names[Int($0.codes[row])] } ?? ""
        #expect(province == event.place.province ?? "")
      }
    }
  }

  @Test("sort with the most first, and those without a figure last both ways")
  func order() throws {
    let numbers = [4, nil, 250, 0, 12.5]
    let events = EventTable(
      numbers.enumerated().map { place, number in
        Event(
          id: "\(place)", title: "",
          sources: [Source(who: "A", figures: [number.flatMap { Figure("killed", best: $0) }].compactMap { $0 })])
      })
    let all = (0..<5).map { row in
      events.matches(EventQuery(window: TimeWindow(start: .init(seconds: 0), end: .init(seconds: 9))))[row]
    }
    func ids(_ isTurned: Bool) -> [String] {
      let order = EventOrder(column: .figure(.deaths), isTurned: isTurned, grouping: .none)
      return EventArrangement(order, of: events).arranged(all).map { events[$0.row].id }
    }
    #expect(ids(false) == ["2", "4", "0", "3", "1"])
    #expect(ids(true) == ["3", "0", "4", "2", "1"])
  }
}
