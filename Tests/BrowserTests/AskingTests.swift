import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("What a source is asked, and when")
struct AskingTests {
  /// Events on a line along a parallel, an hour apart, of which each tenth is a convoy.
  private func row(_ count: Int) throws -> SampleSource {
    let start = Instant(try #require(CivilDate(year: 2024, month: 12, day: 1)))
    return SampleSource(
      (0..<count).map { number in
        let place = Coordinate(latitude: 35 + Double(number % 3), longitude: 34 + Double(number) / Double(count) * 8)
        return Event(
          id: "e\(number)", title: "Event \(number)", kind: number % 10 == 0 ? .convoy : .strike,
          when: DateInterval(unit: .hour, at: start.advanced(by: Int64(number) * 3_600)),
          place: Place(name: nil, precision: .exact, shape: .points([place])),
          links: number == 0 ? [Event.Link(.precedes, to: "e\(count - 1)")] : [])
      }, title: "A row")
  }

  @Test("each view is asked for once, and nothing is asked while nothing changes")
  func once() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    let asked = asking.source.asked
    #expect(asked == [.overview, .cells, .buckets, .page] || asked == [.overview, .cells, .page, .buckets])
    let asks = asking.asks.count
    for message in [Message.tick, .said("x"), .resized(asking.state.size), .action(.help), .action(.close)] {
      try asking.send(message)
    }
    try asking.press("? escape L escape y")
    #expect(asking.asks.count == asks && asking.source.asked == asked)
    try asking.press("right")
    #expect(asking.asks.count == asks + 1)
    #expect(asking.waiting.map(\.name) == ["cells", "page"])
    try asking.answerAll()
    #expect(asking.source.asked.suffix(2) == [.cells, .page])
    try asking.press("f")
    try asking.press("C-l")
    #expect(asking.waiting.first == .overview)
  }

  @Test("where all events of a window are here, no move of the map asks for anything")
  func few() throws {
    var asking = try Asking(row(300), limit: 40)
    try asking.answerAll()
    try asking.press("home")
    try asking.answerAll()
    #expect(asking.state.dataset.partial != nil && asking.state.dataset.holdsBeyond && asking.state.listNote == nil)
    let asks = asking.asks.count
    try asking.press("right + + S-down tab enter escape - e down")
    #expect(asking.asks.count == asks)
    try asking.press("a")
    #expect(asking.waiting.map(\.name) == ["cells"], "which page is wanted follows from the count")
    try asking.answerAll()
    #expect(asking.state.dataset.countsByCell)
  }

  @Test("an answer to a view that is left is dropped, and the one before stays drawn")
  func late() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll(at: Instant(CivilDate(daysSinceEpoch: 20_000), hour: 12, minute: 3))
    #expect(asking.screen.contains("as of 12:03:00"))
    try asking.press("+")
    let late = try #require(asking.waiting.first)
    let before = asking.state.results.counts
    try asking.press(". .")
    let screen = asking.screen
    #expect(screen.contains("loading"))
    try asking.send(.answered(late, try late.answer(from: asking.source), at: nil))
    #expect(asking.screen == screen && asking.state.results.counts == before)
    try asking.answerAll(at: Instant(CivilDate(daysSinceEpoch: 20_000), hour: 12, minute: 4))
    #expect(!asking.screen.contains("loading") && asking.screen.contains("as of 12:04:00"))
    #expect(asking.state.results.counts != before)
  }

  @Test("what is not yet known is called so, from the first frame on")
  func unknown() throws {
    var asking = try Asking(row(300), limit: 20)
    #expect(asking.screen.contains("not yet known") && asking.screen.contains("loading"))
    #expect(asking.screen.contains("Loading the events from the server."))
    try asking.press("U")
    #expect(asking.screen.contains("the events without a pin are not yet known"))
    try asking.answer()
    #expect(asking.screen.contains("not yet counted, of 300"))
    try asking.answerAll()
    try asking.press("-")
    #expect(asking.screen.contains("a part not yet known"))
    try asking.answerAll()
    #expect(!asking.screen.contains("not yet known"))
    #expect(
      asking.screen.contains("the first 20 of 300 in view") || asking.state.listNote == "the first 20 of 300 in view")
  }

  @Test("a source that is away keeps what is shown, and is browsed again when it is back")
  func away() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    let marks = asking.state.countedSpots
    asking.source.fail(.away("connection refused"), .away("connection refused"))
    try asking.press("right")
    try asking.answer()
    #expect(asking.screen.contains("offline: connection refused"))
    #expect(asking.state.sourceWords(.long) == "offline: connection refused, retry in 1 s")
    try asking.send(.askedAgain)
    #expect(asking.state.sourceWords(.long) == "offline: connection refused, retrying")
    #expect(!marks.isEmpty && !asking.state.countedSpots.isEmpty && !asking.state.results.items.isEmpty)
    try asking.press("tab")
    try asking.answer()
    #expect(asking.screen.contains("offline"))
    #expect(asking.state.dialogue.notice == nil, "it is said aloud once")
    try asking.answerAll()
    #expect(!asking.screen.contains("offline"))
  }

  @Test("a filter that the server can't filter by is refused with its reason, and the one before stays")
  func unanswerable() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    let counts = asking.state.results.counts
    asking.source.fail(.unanswerable("near:Homs,50km"))
    try asking.press("f f")
    try asking.type("kind:convoy")
    try asking.press("enter escape")
    #expect(asking.state.view.filter.text == "kind:convoy")
    try asking.answer()
    #expect(asking.state.view.filter.isEmpty)
    #expect(asking.state.dialogue.notice == "the server can't filter by near:Homs,50km: the filter is as it was before")
    try asking.answerAll()
    #expect(asking.state.results.counts == counts)
  }

  @Test("one that it opens with shows nothing but the reason")
  func unanswerableAtFirst() throws {
    var options = ViewOptions()
    options.filter = try EventFilter("kind:convoy") { _ in nil }
    var asking = try Asking(row(300), limit: 20, options: options)
    try asking.answer()
    asking.source.fail(.unanswerable("kind:convoy"))
    try asking.answer()
    #expect(asking.screen.contains("Nothing to show: the server"))
    #expect(asking.state.results.items.isEmpty && asking.state.countedSpots.isEmpty)
  }

  @Test("what takes too long is told and not asked again before the view changes")
  func slow() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    asking.source.fail(.tooSlow, .refused("permission denied for table events"))
    try asking.press("right")
    try asking.answer()
    #expect(
      asking.state.dialogue.notice == "the counts of the map: the server took too long: Ctrl-l asks again")
    try asking.answer()
    #expect(asking.state.dialogue.notice?.contains("permission denied") == true)
    let asked = asking.source.asked
    try asking.press("?")
    try asking.answerAll()
    #expect(asking.source.asked == asked)
    try asking.press("escape")
    try asking.press("right")
    try asking.answerAll()
    #expect(asking.source.asked.count == asked.count + 2 && !asking.state.hasSourceProblem)
  }

  @Test("what was away and then takes too long is away no more")
  func slowAfterAway() throws {
    var asking = try Asking(row(300), columns: 160, limit: 20)
    try asking.answerAll()
    asking.source.fail(.away("gone"), .tooSlow)
    try asking.press("right")
    try asking.answer()
    #expect(asking.lines[0].contains("offline"))
    try asking.answer()
    #expect(!asking.lines[0].contains("offline"))
    try asking.answerAll()
    #expect(asking.lines[0].contains("the server took too long"))
  }

  @Test("Escape on the map waits no longer, and the next view is asked for")
  func stop() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    try asking.press("right escape")
    #expect(asking.waiting.isEmpty && asking.asks.last == [])
    #expect(asking.screen.contains("stopped"))
    try asking.press("C-l")
    try asking.answerAll()
    #expect(!asking.state.hasSourceProblem)
  }

  @Test("Enter lists the events of a counted spot, and Escape goes back to the view")
  func spot() throws {
    var asking = try Asking(row(3_000), limit: 20)
    try asking.answerAll()
    let spot = try #require(asking.state.countedSpots.max { $0.count < $1.count })
    let rect = asking.state.layout.inside(asking.state.layout.map)
    try asking.mouse(.press(clicks: 2), column: rect.origin.column + spot.column, row: rect.origin.row + spot.row)
    #expect(asking.screen.contains("Loading the events from the server."))
    try asking.answerAll()
    #expect(asking.state.dataset.remote?.page?.all?.all == spot.count)
    #expect(asking.screen.contains("events at this pin"))
    #expect(asking.state.dataset.countsByCell)
    try asking.press("down enter")
    #expect(asking.screen.contains("event 1 of"))
    try asking.press("escape escape")
    try asking.answerAll()
    #expect(asking.state.dataset.remote?.closeUp == nil && asking.state.listNote?.contains("in view") == true)
    try asking.press("0 left")
    try asking.answerAll()
  }

  @Test("a link to an event that is not here asks for it, and opens it")
  func link() throws {
    var asking = try Asking(row(300), limit: 20, options: ViewOptions(select: "e0"))
    try asking.answerAll()
    #expect(asking.state.view.selection.map { asking.state.situation.events[$0.row].id } == "e0")
    try asking.press("enter")
    #expect(asking.screen.contains("e299 (not loaded"))
    try asking.press("enter")
    #expect(asking.waiting == [.event("e299")])
    try asking.answerAll()
    #expect(asking.screen.contains("Event 299"))
    #expect(asking.state.listNote == nil || asking.state.listNote?.contains("the first 20") == true)
    #expect(asking.state.results.items.compactMap(\.eventRow).count == 20)
    try asking.press("escape")
    #expect(asking.screen.contains("Event 0"))
  }

  @Test("what looks at the events that are here says so; what a source can't do is refused")
  func here() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    try asking.press("/")
    try asking.type("Event")
    #expect(asking.screen.contains("20 events of the 20 loaded events"))
    try asking.press("enter")
    #expect(asking.state.dialogue.message?.contains("of the 20 loaded events") == true)
    try asking.send(.action(.write))
    #expect(asking.screen.contains("20 events of the 20 loaded events"))
    try asking.press("escape")
    try asking.send(.action(.sort))
    #expect(asking.state.dialogue.message?.contains("of the 20 loaded events") == true)
    try asking.send(.action(.clock))
    #expect(asking.state.dialogue.message?.contains("not when they became known") == true)
    try asking.send(.action(.foldGaps))
    #expect(asking.state.dialogue.message?.contains("empty stretches can't be folded") == true)
    try asking.press("f")
    #expect(asking.screen.contains("of the 20 loaded events pass"))
    try asking.press("escape P")
    #expect(asking.screen.contains("Events from postgresql://desk/events."))
    #expect(asking.state.prose.text.contains("300 events at"))
    #expect(asking.state.prose.text.contains(" 300 of 300 events shown"))
  }

  @Test("a way back through the views selects what was selected, though it is not here any more")
  func undo() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    try asking.press("tab")
    let id = asking.state.savedView.select
    try asking.press("end")
    try asking.answerAll()
    #expect(asking.state.savedView.select == nil)
    try asking.press("u")
    try asking.answerAll()
    #expect(asking.state.savedView.select == id && id != nil)
  }
}
