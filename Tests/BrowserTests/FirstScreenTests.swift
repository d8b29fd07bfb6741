import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("The first screen")
struct FirstScreenTests {
  @Test("a card with the keys to begin with stands under the list until an event is selected", arguments: [24, 30, 60])
  func card(rows: Int) throws {
    var browsing = try Browsing(columns: rows < 30 ? 80 : 120, rows: rows)
    #expect(browsing.screen.contains("start here") && browsing.screen.contains(". next day"))
    #expect(browsing.screen.contains("Tab   next ev") && browsing.screen.contains("all keys"))
    try browsing.press("tab")
    #expect(!browsing.screen.contains("start here"))
  }

  @Test("the card names the story where the file has one")
  func story() throws {
    var options = ViewOptions()
    options.story = try Bundled.story()
    #expect(try Browsing(columns: 120, rows: 30, options: options).screen.contains("R the story"))
  }

  @Test("without a story and a summary the card says how many events there are, and of what time")
  func plainFile() throws {
    let events = try (1...3).map { try Event.sample("e\($0)", day: $0) }
    let browsing = try Browsing(.sample(events), columns: 120, rows: 40)
    #expect(browsing.screen.contains("3 events, from 1 Dec 2024 to 3 Dec 2024."))
    #expect(!browsing.screen.contains("the story"))
  }

  @Test("the title counts events by standing where they are all shown, and by certainty in a narrower window")
  func title() throws {
    var browsing = try Browsing(columns: 120, rows: 30)
    #expect(browsing.lines[0].contains("22 events  11 confirmed, 7 reported, 3 claimed, 1 alleged"))
    try browsing.press(".")
    #expect(browsing.lines[0].contains("in this window,") && browsing.lines[0].contains("maybe, of 22"))
    let plain = try Browsing(.sample([try .sample("a")]), columns: 120, rows: 30)
    #expect(plain.lines[0].hasSuffix("1 event"))
  }

  @Test(
    "what is known to the day is listed first, then what may have been on one of several days, an open start by its end"
  )
  func order() throws {
    let events = [
      ("a", "2024-12-08/2024-12-14"), ("b", "2024-12-10"), ("c", "../2024-12-09"), ("d", "2024-12"),
      ("e", "2024-12-09T10"),
    ]
    let situation = try Situation.sample(
      events.map { Event(id: $0.0, title: "Event \($0.0)", when: try DateInterval(edtf: $0.1)) })
    let browsing = try Browsing(situation, columns: 120, rows: 40)
    let rows = browsing.state.results.items.compactMap(\.eventRow)
    #expect(rows.map { situation.events[$0].id } == ["e", "b", "d", "a", "c"])
    for heading in ["Mon 9 Dec 2024", "Tue 10 Dec 2024", "Some day in Dec 2024", "Some day from 8 to 14 Dec 2024"] {
      #expect(browsing.screen.contains(heading))
    }
    #expect(browsing.screen.contains("Some day until 9 Dec 2024"))
  }

  @Test("the sign of the standing stands before the kind, and the place beside the title")
  func signs() throws {
    let browsing = try Browsing(columns: 120, rows: 60)
    #expect(browsing.screen.contains(" ✓p Rebels overthrow Assad's go~ Damascus"))
    #expect(browsing.lines.contains { $0.contains("!q Israel: weapons must not r") && $0.contains("no place") })
    #expect(browsing.lines.contains { $0.contains("c Bystanders wave") && $0.contains("no place") })
    let ascii = try Browsing(columns: 120, rows: 60, frames: .ascii)
    #expect(ascii.screen.contains(" +p Rebels"))
  }

  @Test("a list too narrow for a column of places says in a word where an event has none, or only a wide one")
  func placeNotes() throws {
    let browsing = try Browsing(columns: 100, rows: 60)
    #expect(browsing.lines.contains { $0.contains("!q Israel: weapons") && $0.contains("no place") })
    #expect(browsing.lines.contains { $0.contains("s Large wave") && $0.contains("country") })
    #expect(browsing.lines.contains { $0.contains("p Rebels overthrow") && !$0.contains("Damascus │") })
  }

  @Test("the list of a pin follows the window and the filter")
  func stack() throws {
    var browsing = try Browsing(options: ViewOptions(select: "hmeimim-an124"))
    try browsing.press("v enter")
    let all = try #require(browsing.state.panes.pages.last)
    guard case .stack(let rows, _) = all else {
      Issue.record("no list of the pin")
      return
    }
    #expect(browsing.screen.contains("\(rows.count) events at this pin"))
    try browsing.type(":filter")
    try browsing.press("enter f")
    try browsing.type("kind:convoy")
    try browsing.press("enter escape")
    let left = rows.filter(browsing.state.results.matches.hasRow)
    #expect(left.count < rows.count && !left.isEmpty)
    #expect(browsing.screen.contains("\(left.count) of \(rows.count) events at this pin"))
  }

  @Test("a click on a key in the last line takes its action")
  func clicks() throws {
    var browsing = try Browsing(columns: 120, rows: 30)
    let help = try #require(browsing.find("? help"))
    try browsing.mouse(.press(clicks: 1), column: help.column, row: help.row)
    #expect(browsing.state.panes.overlay?.content == .help)
    try browsing.mouse(.press(clicks: 1), column: 0, row: 0)
    #expect(browsing.state.panes.overlay == nil)
    let step = try #require(browsing.find(", . step"))
    let window = browsing.state.view.window
    try browsing.mouse(.press(clicks: 1), column: step.column + 2, row: step.row)
    #expect(browsing.state.view.window.start == window.start && browsing.state.view.window.end < window.end)
  }

  @Test("the help begins with the keys of the pane that has the focus, and / narrows it")
  func help() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    try browsing.press("?")
    #expect(browsing.screen.contains("Here: the map"))
    try browsing.press("escape e ?")
    #expect(browsing.screen.contains("Here: the list"))
    try browsing.type("/gap")
    #expect(browsing.screen.contains("keys for \"gap\"") && browsing.screen.contains("move the window to the next gap"))
    #expect(!browsing.screen.contains("pan west"))
    try browsing.press("enter escape")
    #expect(browsing.screen.contains("Here: the list"))
    try browsing.press("escape")
    #expect(browsing.state.panes.overlay == nil)
  }
}

@Suite("Numbers on the timeline")
struct TimelineNumberTests {
  @Test("what is sure and what is maybe in a bucket have rows of their own, with numbers")
  func numbers() throws {
    let browsing = try Browsing(columns: 120, rows: 30)
    let sure = try #require(browsing.lines.first { $0.contains("│sure ") })
    let maybe = try #require(browsing.lines.first { $0.contains("│maybe ") })
    #expect(sure.contains(" 5 ") && maybe.contains(" 15 "))
    #expect(browsing.screen.contains("busiest 13 Dec, 5 sure"))
  }

  @Test("long spans have bars of blocks with their scale, letters where the screen has no lines")
  func bars() throws {
    let events = (0..<400).map { number in
      Event(
        id: "\(number)", title: "E", kind: .strike,
        when: DateInterval(unit: .day, at: Instant(seconds: Int64(number / 2) * 86_400)))
    }
    let browsing = try Browsing(.sample(events), columns: 120, rows: 30)
    #expect(browsing.lines.contains { $0.contains("│14 ") && $0.contains("█") })
    let ascii = try Browsing(.sample(events), columns: 120, rows: 30, frames: .ascii)
    #expect(ascii.lines.contains { $0.contains("|14 ") } && ascii.screen.contains("SSS"), "\(ascii.screen)")
  }
}
