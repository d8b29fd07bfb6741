import SituationModel
import Testing

@testable import sitmap

@Suite("New events that are said aloud")
struct AlertWatchTests {
  private static func event(_ id: String, killed: Double) -> Event {
    Event(
      id: id, title: "Event \(id)", place: Place(name: "Homs", precision: .unplaced, shape: nil),
      sources: [Source(who: "A", figures: [Figure("killed", best: killed)].compactMap { $0 })])
  }

  @Test("are those that pass the filter and did not before; the first reading, whole or in parts, is no news")
  func news() throws {
    var watch = AlertWatch(try EventFilter("deaths>=10") { _ in nil })
    let (first, small) = (Self.event("a", killed: 12), Self.event("b", killed: 3))
    #expect(watch.news(in: EventTable([first]), isPart: true).isEmpty)
    #expect(watch.news(in: EventTable([first, small]), isPart: false).isEmpty)
    #expect(watch.news(in: EventTable([first, small]), isPart: false).isEmpty)
    let news = watch.news(in: EventTable([first, small, Self.event("c", killed: 10)]), isPart: false)
    #expect(news.map(\.id) == ["c"])
    #expect(watch.words(for: news) == "1 new event passes deaths>=10: Event c, Homs")
    // An event that is changed so that it passes is news, too.
    let changed = [first, Self.event("b", killed: 30), Self.event("c", killed: 10)]
    #expect(watch.news(in: EventTable(changed), isPart: false).map(\.id) == ["b"])
    #expect(watch.news(in: EventTable(changed), isPart: false).isEmpty)
  }

  @Test("are named up to three, the rest counted")
  func words() throws {
    let watch = AlertWatch(try EventFilter("deaths>=10") { _ in nil })
    let words = watch.words(for: (0..<5).map { Self.event("e\($0)", killed: 20) })
    #expect(words.hasPrefix("5 new events pass deaths>=10: Event e0, Homs; ") && words.hasSuffix("; and 2 more"))
  }
}
