import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("Search, prompt and notices")
struct SearchTests {
  @Test("search goes to the first match, n and N go on, and around")
  func search() throws {
    var browsing = try Browsing()
    try browsing.type("/hmeimim")
    #expect(browsing.screen.contains("/hmeimim_"))
    try browsing.press("enter")
    let found = browsing.state.results.items.compactMap(\.eventRow).filter(browsing.state.isFound)
    #expect(found.count > 3)
    #expect(browsing.state.view.selection?.row == found[0])
    try browsing.press("n")
    #expect(browsing.state.view.selection?.row == found[1])
    try browsing.press("N N")
    #expect(browsing.state.view.selection?.row == found.last)
    #expect(browsing.state.results.matches.count == browsing.state.situation.events.count, "a search hides nothing")
    try browsing.press("x")
    #expect(browsing.state.view.search.isEmpty)
  }

  @Test("a text that many events mention leads from one to the next and back, around both ends, without a count of all")
  func manyFinds() throws {
    // Every second one mentions it, and these are more than are counted.
    let events = (0..<48_000).map { number in
      Event(
        id: "\(number)", title: number % 2 == 1 ? "A bridge" : "A road",
        when: DateInterval(unit: .second, at: Instant(seconds: 1_700_000_000 + Int64(number) * 60)))
    }
    var browsing = try Browsing(.sample(events), columns: 120)
    func here() -> Int? { browsing.state.view.selection?.row }
    try browsing.type("/bridge")
    #expect(browsing.screen.contains("more than 10000 events"))
    try browsing.press("enter")
    #expect(here() == 1 && browsing.screen.contains("a match, of more than 10000 for \"bridge\""))
    try browsing.press("n n")
    #expect(here() == 5)
    try browsing.press("N N")
    #expect(here() == 1 && !browsing.screen.contains("search wrapped"))
    try browsing.press("N")
    #expect(here() == 47_999 && browsing.screen.contains("search wrapped"))
    try browsing.press("N")
    #expect(here() == 47_997)
    try browsing.press("n n")
    #expect(here() == 1 && browsing.screen.contains("search wrapped"))
  }

  @Test("blanks at the ends of a search do not count, and a search of blanks alone searches again")
  func blankEnds() throws {
    var browsing = try Browsing()
    try browsing.type("/ hmeimim  ")
    #expect(!browsing.screen.contains("0 events"))
    try browsing.press("enter")
    let first = browsing.state.view.selection?.row
    #expect(browsing.state.view.search == "hmeimim" && first != nil)
    try browsing.type("/  ")
    try browsing.press("enter")
    #expect(browsing.state.view.search == "hmeimim" && browsing.state.view.selection?.row != first)
  }

  @Test("a search that finds nothing says so")
  func searchWithoutMatch() throws {
    var browsing = try Browsing()
    try browsing.type("/zebra")
    try browsing.press("enter")
    #expect(browsing.screen.contains("no event that is shown mentions \"zebra\""))
  }

  @Test("the prompt is edited: backspace, Ctrl-U, Escape")
  func prompt() throws {
    var browsing = try Browsing()
    try browsing.type("/abc")
    try browsing.press("backspace")
    #expect(browsing.screen.contains("/ab_"))
    try browsing.press("C-u")
    #expect(browsing.screen.contains("/_"))
    try browsing.press("backspace")
    #expect(browsing.state.dialogue.prompt == nil)
    try browsing.type("/q")
    try browsing.press("escape")
    #expect(browsing.state.dialogue.prompt == nil)
    #expect(browsing.effects.isEmpty, "the q was typed, not obeyed")
  }

  @Test("an action is taken by its name, completed by Tab")
  func command() throws {
    var browsing = try Browsing()
    let zoom = browsing.state.viewport.zoom
    try browsing.type(":zoom-i")
    try browsing.press("tab")
    #expect(browsing.screen.contains(":zoom-in_"))
    try browsing.press("enter")
    #expect(browsing.state.viewport.zoom > zoom)
    try browsing.type(":nonsense")
    try browsing.press("enter")
    #expect(browsing.screen.contains("no action is called \"nonsense\""))
    try browsing.type(":quit")
    try browsing.press("enter")
    #expect(browsing.effects == [.quit])
  }

  @Test("what became of an effect is told to its end, over as many lines as it needs, until the next key")
  func notices() throws {
    var browsing = try Browsing(columns: 60, rows: 20)
    let address = "https://example.org/" + String(repeating: "a", count: 100) + "end"
    try browsing.send(.said("the address is \(address)"))
    #expect(browsing.lines.suffix(3).map { $0.trimmed }.joined().hasSuffix("aend"))
    try browsing.press("left")
    #expect(browsing.state.dialogue.notice == nil && !browsing.screen.contains("aend"))
  }

  @Test("problems while reading are listed under one key, and counted in the title")
  func rejected() throws {
    let rejections = [
      Rejection(file: "a.geojson", line: 7, reason: "no geometry"),
      Rejection(file: "a.geojson", line: 9, reason: "bad\u{1B}[2Jdate", isWhole: false),
    ]
    var browsing = try Browsing(.sample([try Event.sample("a", latitude: 35)], rejections: rejections))
    #expect(browsing.lines[0].contains("1 rejected  1 repaired"))
    try browsing.press("!")
    #expect(browsing.screen.contains("a.geojson:7: no geometry"))
    #expect(browsing.screen.contains("bad^[[2Jdate"), "text from a file never acts on the terminal")
    try browsing.press("escape")
    #expect(!browsing.screen.contains("no geometry"))
  }
}

extension String {
  /// Without the spaces around it.
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
