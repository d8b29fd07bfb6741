import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Moving through time")
struct TimeTests {
  func words(_ browsing: Browsing) -> String { TitleLine.words(for: browsing.state) }

  @Test("without a key the whole span is shown")
  func wholeSpan() throws {
    #expect(words(try Browsing()) == "7-14 Dec 2024 UTC")
  }

  @Test(
    "the keys of the timeline",
    arguments: [
      (".", "7 Dec 2024 UTC"), (",", "14 Dec 2024 UTC"), (". .", "8 Dec 2024 UTC"), (". . ,", "7 Dec 2024 UTC"),
      ("home", "7 Dec 2024 UTC"), ("end", "14 Dec 2024 UTC"), ("end .", "14 Dec 2024 UTC"),
      ("home ,", "7 Dec 2024 UTC"),
      ("<", "9-12 Dec 2024 UTC"), ("< <", "10-11 Dec 2024 UTC"), ("< < <", "10 Dec 2024 UTC"),
      ("< < < <", "10 Dec 2024 UTC"), ("< >", "7-14 Dec 2024 UTC"), (". a", "7-14 Dec 2024 UTC"),
      ("< .", "10-13 Dec 2024 UTC"), ("< end", "11-14 Dec 2024 UTC"), ("< home", "7-10 Dec 2024 UTC"),
      ("]", "7 Dec 2024 UTC"), ("] ]", "7 Dec 2024 UTC"), ("] ] ] ] ] ] ]", "8 Dec 2024 UTC"), ("[", "14 Dec 2024 UTC"),
      ("[ [", "13 Dec 2024 UTC"), (". w", "up to 7 Dec 2024 UTC"), (". w w", "7 Dec 2024 UTC"),
    ])
  func keys(_ keys: String, _ expected: String) throws {
    var browsing = try Browsing()
    try browsing.press(keys)
    #expect(words(browsing) == expected)
  }

  @Test("the window hides what was certainly not then, and counts what possibly was")
  func windowHides() throws {
    var browsing = try Browsing()
    try browsing.press("end")
    let titles = browsing.state.results.matches.map { browsing.state.situation.events[$0.row].kind }
    #expect(titles.contains(.diplomatic))
    #expect(!titles.contains(.political), "the overthrow was on the 8th")
    let certain = browsing.state.results.matches.filter(\.isCertain)
    #expect(certain.count == 1, "only the letters to the UN have the 14th as their day")
    #expect(browsing.state.results.matches.count > certain.count)
  }

  @Test("cumulative shows all that came before the window's end as well")
  func cumulative() throws {
    var browsing = try Browsing()
    try browsing.press("end")
    let alone = browsing.state.results.matches.count
    try browsing.press("w")
    #expect(browsing.state.results.matches.count == browsing.state.situation.events.count)
    #expect(alone < browsing.state.results.matches.count)
  }

  @Test("] goes through every event that has a beginning, to the last, whatever the window's width")
  func everyEvent() throws {
    var browsing = try Browsing()
    try browsing.press("] > >")
    let dated = browsing.state.situation.events.events.filter { $0.when?.start != nil }
    var seen: [String] = []
    for index in dated.indices {
      if index > 0 { try browsing.press("]") }
      let row = try #require(browsing.state.view.selection?.row)
      seen.append(browsing.state.situation.events[row].id)
    }
    #expect(seen.count == Set(seen).count)
    #expect(seen.last == "letters-to-un")
  }

  @Test("a window before or behind all events holds none of them", arguments: ["2024-12-01", "2030-01-01"])
  func outside(date: String) throws {
    let date = try DateInterval(edtf: date)
    for options in [
      ViewOptions(from: date, to: date),
      date.end.map { $0.date.year } == 2030 ? ViewOptions(from: date) : ViewOptions(to: date),
    ] {
      let browsing = try Browsing(options: options)
      #expect(!browsing.state.results.matches.contains { browsing.state.situation.events[$0.row].when?.start != nil })
      #expect(!browsing.screen.contains(" - 6 Dec"))
    }
  }

  @Test("play goes step by step to the end, and stops there")
  func play() throws {
    var browsing = try Browsing()
    #expect(browsing.state.tickInterval == nil)
    try browsing.press("space")
    #expect(browsing.state.tickInterval != nil)
    var seen = [words(browsing)]
    for _ in 0..<20 where browsing.state.tickInterval != nil {
      try browsing.send(.tick)
      seen.append(words(browsing))
    }
    #expect(seen.first == "7 Dec 2024 UTC")
    #expect(seen.last == "14 Dec 2024 UTC")
    #expect(browsing.state.tickInterval == nil)
    try browsing.press("space space")
    #expect(browsing.state.tickInterval == nil, "the second key stops it")
  }

  @Test("E leaves out what is only maybe in the window; what is certain stays, and both are counted")
  func onlyCertain() throws {
    var browsing = try Browsing()
    try browsing.press(". .")
    let certain = browsing.state.results.matches.filter(\.isCertain)
    let possible = browsing.state.results.matches.count - certain.count
    #expect(!certain.isEmpty && possible > 0)
    try browsing.press("E")
    #expect(browsing.state.results.matches == certain)
    #expect(browsing.lines[0].contains("\(certain.count) in this window, \(possible) maybe (left out)"))
    try browsing.press("E")
    #expect(browsing.state.results.matches.count == certain.count + possible)
  }

  @Test("the play can be slower and faster, and begin again")
  func speeds() throws {
    var browsing = try Browsing()
    try browsing.press("space F5 F5 F5")
    #expect(browsing.state.tickInterval == 2_400)
    try browsing.press("F6 F6 F6 F6 F6 F6 F6 F6 F6 F6 F6")
    #expect(browsing.state.tickInterval == 75 && browsing.state.tools.play.steps == 8)
    try browsing.send(.tick)
    #expect(words(browsing) == "14 Dec 2024 UTC", "a tick is no jump past the end")
    try browsing.press("O")
    #expect(browsing.state.tickInterval != nil)
    try browsing.send(.tick)
    #expect(words(browsing) == "7 Dec 2024 UTC" && browsing.state.tickInterval != nil)
  }

  @Test("t goes to a typed time, r does it again, and what is no time stays to be mended")
  func jumps() throws {
    var browsing = try Browsing()
    try browsing.press("t")
    try browsing.type("2024-12-13")
    #expect(browsing.find("Fri 13 Dec 2024 UTC") != nil)
    try browsing.press("enter")
    #expect(words(browsing) == "13 Dec 2024 UTC")
    try browsing.press("t")
    try browsing.type("-2d")
    #expect(browsing.find("2 days back") != nil)
    try browsing.press("enter r")
    #expect(words(browsing) == "9 Dec 2024 UTC")
    try browsing.press("t")
    try browsing.type("soon")
    try browsing.press("enter")
    #expect(browsing.find("time: soon_") != nil && browsing.find("type 13 Dec 2024, 7-14 Dec") != nil)
    #expect(browsing.state.dialogue.prompt?.remark == "type 13 Dec 2024, 7-14 Dec, 2024-12-13, 14:30, +3d or today")
    try browsing.press("escape t")
    try browsing.type("11/12")
    try browsing.press("enter")
    #expect(browsing.find("11/12 may be 11 Dec or 12 Nov") != nil && words(browsing) == "9 Dec 2024 UTC")
    try browsing.press("backspace")
    #expect(browsing.state.dialogue.prompt?.remark == nil)
    try browsing.press("escape t")
    try browsing.type("today")
    try browsing.press("enter")
    #expect(browsing.effects == [.tellTime])
    try browsing.send(.now(Instant(seconds: 1_734_100_000)))
    #expect(words(browsing) == "13 Dec 2024 UTC")
    try browsing.press("t")
    try browsing.type("2030")
    try browsing.press("enter")
    #expect(browsing.find("this is after the last date") != nil)
  }

  @Test("t takes the words of the title, and +3 so many steps of the timeline; what is left out is of the window")
  func titleWords() throws {
    var browsing = try Browsing()
    for (text, expected) in [
      ("9-12 Dec 2024", "9-12 Dec 2024 UTC"), ("10 Dec", "10 Dec 2024 UTC"), ("+3", "13 Dec 2024 UTC"),
      ("-2", "11 Dec 2024 UTC"), ("14:30", "11 Dec 2024 14:30 - 11 Dec 2024 14:30 UTC"),
      ("up to 13 Dec 2024 UTC", "7-13 Dec 2024 UTC"), ("Fri", "13 Dec 2024 UTC"),
    ] {
      try browsing.press("t")
      try browsing.type(text)
      try browsing.press("enter")
      #expect(words(browsing) == expected, "\(text)")
    }
    try browsing.press("t")
    try browsing.type("yesterday")
    try browsing.press("enter")
    try browsing.send(.now(Instant(seconds: 1_734_100_000)))
    #expect(words(browsing) == "12 Dec 2024 UTC")
  }

  @Test("T goes by when events became known: those that the file dates so, the rest is told apart and stays possible")
  func clock() throws {
    func event(_ id: String, _ when: String, _ published: String?) throws -> Event {
      Event(
        id: id, title: id, when: try DateInterval(edtf: when),
        published: try published.map { try DateInterval(edtf: $0) })
    }
    let situation = Situation.sample([
      try event("early", "2024-12-01", "2024-12-20"), try event("late", "2024-12-05", "2024-12-06"),
      try event("never", "2024-12-02", nil),
    ])
    var browsing = try Browsing(situation)
    #expect(words(browsing) == "1-5 Dec 2024 UTC")
    try browsing.press("T")
    #expect(words(browsing) == "known 6-20 Dec 2024 UTC")
    #expect(browsing.lines[0].contains("1 with no date"))
    try browsing.press("home")
    #expect(words(browsing) == "known 6 Dec 2024 UTC")
    let shown = browsing.state.results.matches.map { browsing.state.situation.events[$0.row].id }
    #expect(Set(shown) == ["late", "never"])
    try browsing.press("] ]")
    #expect(browsing.state.view.selection.map { browsing.state.situation.events[$0.row].id } == "early")
    try browsing.press("a T")
    #expect(words(browsing) == "1-5 Dec 2024 UTC")
  }

  @Test("what came before the window fades: to one sign, then to another, and never by its colour alone")
  func fading() throws {
    let events = try [1, 8, 12].map { try Event.sample("\($0)", day: $0, latitude: 35 + Double($0) / 10) }
    var browsing = try Browsing(.sample(events), options: ViewOptions(pane: .map))
    try browsing.press("t")
    try browsing.type("2024-12-10/2024-12-13")
    try browsing.press("enter")
    #expect(browsing.screen.contains("S") && browsing.state.results.matches.count == 1)
    try browsing.press("H")
    #expect(browsing.state.results.matches.count == 3)
    let ages = browsing.state.results.matches.map { browsing.state.age(of: $0.row) }
    #expect(ages == [.old, .past, .current])
    if let mismatch = Golden("time-fading").mismatch(browsing.screen) { Issue.record("\(mismatch)") }
    try browsing.press("H")
    #expect(browsing.state.results.matches.allSatisfy { browsing.state.age(of: $0.row) == .current })
  }

  @Test("a file without dates has no window to move")
  func undated() throws {
    let place = Place(name: nil, precision: .exact, shape: .points([Coordinate(latitude: 1, longitude: 1)]))
    var browsing = try Browsing(.sample([Event(id: "a", title: "A", place: place)]))
    #expect(words(browsing) == "no dates")
    for key in [",", ".", "<", ">", "[", "]", "home", "end", "space", "w", "a"] {
      try browsing.press(key)
      #expect(browsing.state.results.matches.count == 1)
      #expect(browsing.screen.contains("no event has a date"))
    }
  }
}
