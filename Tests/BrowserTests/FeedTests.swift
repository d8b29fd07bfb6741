import SituationIO
import SituationModel
import Testing

@testable import Browser

@Suite("Files that are read while the screen stands")
struct FeedTests {
  private func situation(_ ids: [String]) throws -> Situation {
    let rows = ids.map { id in
      "\(id),Event \(id),2024-12-\(10 + (Int(id) ?? 0)),35.\(id),36.\(id)"
    }
    return try readSituation(
      bytes: Array((["id,title,date,lat,lon"] + rows).joined(separator: "\n").utf8) + [0x0A], file: "f.csv")
  }

  private let following = FeedStatus(.following, at: Instant(CivilDate(daysSinceEpoch: 20_000), hour: 14, minute: 30))

  @Test("what comes is shown and counted; the selected event stays, and is open, wherever its row is now")
  func growing() throws {
    var browsing = try Browsing(situation(["3", "5"]))
    try browsing.send(.feed(FeedStatus(.following)))
    try browsing.press("tab tab enter")
    #expect(browsing.screen.contains("Event 5"))
    try browsing.send(.read(situation(["1", "2", "3", "5"]), following))
    #expect(browsing.state.view.selection.map { browsing.state.situation.events[$0.row].id } == "5")
    guard case .detail(let row, _, _)? = browsing.state.panes.pages.last else {
      Issue.record("the details are closed")
      return
    }
    #expect(browsing.state.situation.events[row].id == "5")
    #expect(browsing.screen.contains("following: 2 new, 14:30:00"))
  }

  @Test("a row that changes how earlier ones are read is told")
  func readAnew() throws {
    func read(_ rows: String) throws -> Situation {
      try readSituation(bytes: Array("title,date,lat,lon\n\(rows)".utf8), file: "f.csv")
    }
    var browsing = try Browsing(read("A,3/4/2021,35,36\n"))
    try browsing.send(.read(read("A,3/4/2021,35,36\nB,5/4/2021,35,36\n"), following))
    #expect(browsing.state.dialogue.message == nil)
    try browsing.send(.read(read("A,3/4/2021,35,36\nB,25/4/2021,35,36\n"), following))
    #expect(browsing.state.dialogue.message?.contains("\"date\" has the day before the month") == true)
  }

  @Test("a map that was moved stays where it is")
  func place() throws {
    var browsing = try Browsing(situation(["3", "5"]))
    try browsing.press("+ + right")
    let view = browsing.state.viewport
    try browsing.send(.read(situation(["1", "3", "5", "9"]), following))
    #expect(browsing.state.viewport == view)
  }

  @Test("a window and an event that were asked for are shown when they are read, and the window stays while more comes")
  func asked() throws {
    let dates = try (DateInterval(edtf: "2024-12-13"), DateInterval(edtf: "2024-12-17"))
    let options = ViewOptions(from: dates.0, to: dates.1, select: "5")
    var browsing = try Browsing(situation([]), options: options)
    let window = TimeWindow(start: try #require(dates.0.start), end: try #require(dates.1.end))
    try browsing.send(.read(situation(["1", "3"]), FeedStatus(.reading(percent: 30))))
    #expect(browsing.state.view.window == window)
    #expect(browsing.state.view.selection == nil)
    try browsing.send(.read(situation(["1", "3", "5", "9"]), FeedStatus(.reading(percent: 100))))
    #expect(browsing.state.view.window == window)
    #expect(browsing.state.view.selection.map { browsing.state.situation.events[$0.row].id } == "5")
  }

  @Test("a window that ended at the newest event goes on to the next; another stays")
  func window() throws {
    var browsing = try Browsing(situation(["3", "5"]))
    try browsing.press("end")
    try browsing.send(.read(situation(["3", "5", "7"]), following))
    #expect(browsing.state.results.matches.map { browsing.state.situation.events[$0.row].id } == ["7"])
    try browsing.press("home")
    let window = browsing.state.view.window
    try browsing.send(.read(situation(["3", "5", "7", "8"]), following))
    #expect(browsing.state.view.window == window)
  }

  @Test("when events vanish, what showed them closes, and the rest is shown")
  func shrinking() throws {
    var browsing = try Browsing(situation(["1", "2", "3", "5"]))
    try browsing.press("tab tab tab tab enter")
    try browsing.send(.read(situation(["1"]), following))
    #expect(browsing.state.view.selection == nil)
    #expect(browsing.screen.contains("of 1"))
    try browsing.send(.read(situation([]), following))
    try browsing.send(.read(situation(["4"]), following))
    #expect(browsing.screen.contains("Event 4"))
  }

  @Test("the share that is read stands in the title, until all is")
  func share() throws {
    var browsing = try Browsing(situation(["1"]))
    try browsing.send(.feed(FeedStatus(.reading(percent: 37))))
    #expect(browsing.screen.contains("37 % read"))
    try browsing.send(.read(situation(["1", "2"]), FeedStatus(.reading(percent: 100))))
    #expect(!browsing.screen.contains("read") && !browsing.screen.contains("new"))
  }

  @Test("Escape on the map stops the reading, and the title goes on saying that this is a part")
  func stopping() throws {
    var browsing = try Browsing(situation(["1"]))
    try browsing.send(.feed(FeedStatus(.reading(percent: 37))))
    try browsing.press("tab enter")
    while !browsing.state.stopsReading { try browsing.press("escape") }
    #expect(browsing.state.panes.focus == .map && browsing.state.panes.pages.isEmpty)
    #expect(!browsing.effects.contains(.stopReading))
    try browsing.press("escape")
    #expect(browsing.effects.last == .stopReading)
    try browsing.send(.feed(FeedStatus(.stopped(percent: 22))))
    #expect(browsing.screen.contains("the first 22 % alone"))
    // How large a table of a server is is not known.
    try browsing.send(.feed(FeedStatus(.stopped(percent: nil))))
    #expect(browsing.screen.contains("the beginning alone"))
    try browsing.press("escape")
    #expect(browsing.effects.count { $0 == .stopReading } == 1)
  }
}
