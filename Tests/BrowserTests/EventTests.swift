import SituationModel
import Testing

@testable import Browser

@Suite("The detail of an event")
struct EventTests {
  @Test("Enter opens the selected event, Esc closes it")
  func detail() throws {
    var browsing = try Browsing(options: ViewOptions(select: "hmeimim-an124"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("Fri 13 Dec 2024"))
    #expect(browsing.screen.contains("air base, exact spot"))
    #expect(browsing.screen.contains("35.4011 N 35.9487 E"))
    #expect(browsing.screen.contains("CONFIRMED"))
    try browsing.press("escape")
    #expect(!browsing.screen.contains("air base, exact spot"))
    #expect(browsing.state.panes.focus == .map)
  }

  @Test("o opens the chosen link after a yes, and only addresses of the web")
  func webLinks() throws {
    let links = ["https://one.example/", "file:///etc/passwd", "http://two.example/"]
    let event = Event(id: "a", title: "A", sources: links.map { Source(who: "X", link: $0) })
    var browsing = try Browsing(.sample([event]), options: ViewOptions(select: "a"))
    try browsing.press("o")
    #expect(browsing.screen.contains("2 links: Enter opens the event, Left and Right choose one"))
    try browsing.press("enter right o")
    #expect(browsing.screen.contains("open http://two.example/ in the web browser? y/n"))
    try browsing.press("escape enter y")
    #expect(browsing.effects == [.open(try #require(WebLink("http://two.example/")))])
  }

  @Test("V asks for a look at the copies of the selected event, and the detail says what was found")
  func copies() throws {
    let copy = LocalCopy(path: "a.html", digest: nil, dataFile: "x")
    let event = Event(id: "a", title: "A", sources: [Source(who: "X", copy: copy)])
    var browsing = try Browsing(.sample([event]), options: ViewOptions(select: "a"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("copy a.html: not checked"))
    try browsing.press("V")
    #expect(browsing.effects == [.check([copy])])
    try browsing.send(.checked([copy: .changed]))
    #expect(browsing.screen.contains("copy a.html: changed"))
    #expect(browsing.screen.contains("0 of 1 copies as recorded; a.html changed"))
  }

  @Test("an event that another disputes says by whom, and each leads to the other")
  func disputed() throws {
    let events = [
      Event(id: "a", title: "A", standing: .confirmed),
      Event(id: "b", title: "B", sources: [Source(who: "Ministry")], links: [Event.Link(.disputes, to: "a")]),
    ]
    var browsing = try Browsing(.sample(events), options: ViewOptions(select: "a"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("% disputed by Ministry"))
    #expect(browsing.screen.contains("is disputed by: B"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("disputes: A"))
  }

  @Test("linked events can be followed, and Esc goes the way back")
  func links() throws {
    let first = Event(
      id: "a", title: "First", links: [Event.Link(.precedes, to: "b"), Event.Link(.related, to: "gone")])
    let second = Event(id: "b", title: "Second")
    var browsing = try Browsing(.sample([first, second]), options: ViewOptions(select: "a"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("came before: Second"))
    #expect(browsing.screen.contains("goes with: gone (not in this"))
    try browsing.press("enter")
    #expect(browsing.state.panes.pages.count == 2)
    #expect(browsing.screen.contains("came after: First"), "the other event knows of the link too")
    try browsing.press("escape")
    #expect(browsing.screen.contains("came before: Second"))
  }

  @Test("a long detail scrolls to its end and no further")
  func scrolling() throws {
    let summary = (1...60).map { "Sentence number \($0) stands here." }.joined(separator: " ")
    let event = Event(id: "a", title: "Long", summary: summary)
    var browsing = try Browsing(.sample([event]), columns: 80, rows: 24, options: ViewOptions(select: "a"))
    try browsing.press("enter")
    #expect(!browsing.screen.contains("number 60"))
    for _ in 0..<40 { try browsing.press("page-down") }
    #expect(browsing.screen.contains("No source is given"))
    let end = browsing.screen
    try browsing.press("down")
    #expect(browsing.screen == end)
    for _ in 0..<40 { try browsing.press("page-up") }
    #expect(browsing.screen.contains("Long"))
  }

  @Test("control characters are shown as marks and counted")
  func unsafeText() throws {
    let event = try Event.sample("a", latitude: 35, title: "Evil \u{1B}]0;title\u{7} \u{202E}text")
    let browsing = try Browsing(.sample([event]))
    #expect(browsing.screen.contains("Evil ^[]0;title^G"))
    #expect(!browsing.screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(browsing.lines[0].contains("3 unsafe"))
  }

  @Test("what nothing can be selected or opened is said, not ignored")
  func nothingToOpen() throws {
    var browsing = try Browsing(.sample([]))
    try browsing.press("enter")
    #expect(browsing.screen.contains("no event is selected"))
    try browsing.press("tab")
    #expect(browsing.screen.contains("no event is shown"))
    #expect(browsing.screen.contains("There is no event in this file."))
  }
}
