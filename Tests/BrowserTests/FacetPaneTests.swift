import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("The filter pane")
struct FacetPaneTests {
  @Test("Space wants a value and lets it be, - excludes it, x clears the section; the map follows at once")
  func keys() throws {
    var browsing = try Browsing()
    try browsing.press("f")
    #expect(browsing.find(">[ ] convoy") != nil)
    #expect(browsing.find("no filter") != nil)
    try browsing.press("space")
    #expect(browsing.find(">[x] convoy") != nil)
    #expect(browsing.find("8 of 22 events pass") != nil)
    #expect(browsing.lines[0].contains("8 of 22 events"))
    try browsing.press("down enter down !")
    #expect(browsing.state.view.filter.text == "(kind=convoy or kind=statement) -kind=imagery")
    try browsing.press("u")
    #expect(browsing.find(">[ ] imagery") != nil)
    #expect(browsing.state.view.filter.text == "kind=convoy or kind=statement")
    try browsing.press("C-r")
    #expect(browsing.find(">[-] imagery") != nil)
    try browsing.press("- - x")
    #expect(browsing.find("no filter") != nil)
    try browsing.press("escape")
    #expect(browsing.find("filter:") == nil)
    #expect(browsing.lines[0].contains("  22 events"))
  }

  @Test("of many events the pane stands at once, and waits for their values; those of others are not taken")
  func waiting() throws {
    let events = (0..<20_001).map { number in
      Event(
        id: "\(number)", title: "", kind: number % 3 == 0 ? .strike : .convoy,
        place: Place(name: nil, precision: .exact, shape: .points([Coordinate(latitude: 34, longitude: 36)])))
    }
    var browsing = try Browsing(.sample(events))
    try browsing.press("f")
    #expect(browsing.find("gathering the values of 20001 events") != nil)
    #expect(browsing.effects.filter { if case .gather = $0 { true } else { false } } == [.gather(version: 0)])
    // Keys are answered meanwhile, and do not ask again.
    try browsing.press("down tab end home escape f")
    #expect(browsing.effects.count { if case .gather = $0 { true } else { false } } == 1)
    try browsing.send(.gathered(FacetTable(EventTable()), version: 7))
    #expect(browsing.find("gathering the values") != nil)
    try browsing.send(.gathered(FacetTable(browsing.state.situation.events), version: 0))
    #expect(browsing.find("gathering the values") == nil && browsing.find("20001 of 20001 events pass") != nil)
    #expect(browsing.find(">[ ] convoy") != nil)
    try browsing.press("space")
    #expect(browsing.state.view.filter.text == "kind=convoy")
    // Others are asked for anew.
    try browsing.send(.read(.sample(events + [Event(id: "x", title: "")]), FeedStatus(.following)))
    #expect(browsing.effects.last == .gather(version: 1))
  }

  @Test("counts are those under the other filters: a section's own choice does not change them")
  func counts() throws {
    var browsing = try Browsing(columns: 120, rows: 60)
    try browsing.press("f")
    let imagery = try #require(browsing.find("] imagery"))
    let before = browsing.lines[imagery.row].suffix(20)
    try browsing.press("space")
    #expect(browsing.lines[imagery.row].suffix(20) == before)
    #expect(try #require(browsing.find("] Kremlin")).row > #require(browsing.find("] Bystanders")).row)
    #expect(browsing.lines[try #require(browsing.find("] Kremlin")).row].hasSuffix(" 0 │"))
  }

  @Test("what no section shows stands as a line of its own, and stays while values are switched")
  func others() throws {
    var browsing = try Browsing(
      options: ViewOptions(filter: try Self.filter("certainly near:34.73,36.72,50km kind=convoy kind:o")))
    try browsing.press("f")
    #expect(browsing.find(" also: certainly near:34.73,36.72,50km") != nil)
    #expect(browsing.find(" also: kind:o") != nil)
    #expect(browsing.find(">[x] convoy") != nil)
    try browsing.press("space")
    #expect(browsing.state.view.filter.text == "certainly near:34.73,36.72,50km kind:o")
    try browsing.press("space")
    #expect(browsing.state.view.filter.text == "kind=convoy certainly near:34.73,36.72,50km kind:o")
    // Cleared where it stands.
    try browsing.press("home down down x")
    #expect(browsing.state.view.filter.text == "kind=convoy certainly near:34.73,36.72,50km")
    try browsing.press("home x")
    #expect(browsing.state.view.filter.text == "")
  }

  @Test("the filter is edited as text, and comes back in sections, with what was typed otherwise as lines")
  func typed() throws {
    for key in ["f", "e", ":", "home enter"] {
      var browsing = try Browsing()
      try browsing.press("f \(key)")
      try browsing.type("kind:conv standing>=reported KIND=IMAGERY")
      try browsing.press("enter")
      #expect(browsing.find("[x] kind:conv ") != nil, "\(key)")
      #expect(browsing.find("also: kind=IMAGERY") != nil)
      try browsing.press("f C-u")
      try browsing.type("kind=IMAGERY -actor:\"a b\"")
      try browsing.press("enter")
      #expect(browsing.find("[x] imagery") != nil)
      #expect(browsing.find("[-] actor:\"a b\"") != nil)
    }
  }

  @Test("/ narrows to the values with a text in their names; Escape shows all again, then closes")
  func narrowing() throws {
    var browsing = try Browsing(columns: 120, rows: 60)
    try browsing.press("f /")
    try browsing.type("isr")
    #expect(browsing.find("[ ] Israeli forces") != nil)
    #expect(browsing.find("[ ] convoy") == nil)
    try browsing.press("enter")
    #expect(browsing.find("with \"isr\": Esc shows all") != nil)
    try browsing.press("space")
    #expect(browsing.state.view.filter.text == "actor=\"Israeli forces\"")
    try browsing.press("escape")
    #expect(browsing.find(">[x] Israeli forces") != nil)
    #expect(browsing.find("[ ] convoy") != nil)
    try browsing.press("escape")
    #expect(browsing.find("filter:") == nil)
  }

  @Test("a text is typed into its section, and stays there while it is off; the view is a value as well")
  func textAndView() throws {
    var browsing = try Browsing(columns: 120, rows: 60)
    try browsing.press("f end")
    let row = try #require(browsing.find("[+] a text"))
    try browsing.mouse(.press(clicks: 1), column: row.column, row: row.row)
    try browsing.type("trucks")
    try browsing.press("enter")
    #expect(browsing.state.view.filter.text == "text:trucks")
    try browsing.press("up space")
    #expect(browsing.state.view.filter.text == "")
    #expect(browsing.find(">[ ] \"trucks\"") != nil)
    try browsing.press("end space")
    #expect(browsing.find(">[x] as it is now") != nil)
    #expect(browsing.state.view.filter.text.hasPrefix("within:"))
    try browsing.press("escape + + + f")
    #expect(browsing.find("[x] within:") != nil)
    #expect(browsing.find("[ ] as it is now") != nil)
  }

  @Test("where the view is no rectangle, its polygon stands for it: what is on the map passes, what is off it does not")
  func polygon() throws {
    for zoom in [5.5, 7, 8.5] {
      let options = ViewOptions(
        at: Coordinate(latitude: 34.5, longitude: 36.5), zoom: zoom, projection: .azimuthal)
      var browsing = try Browsing(options: options)
      let view = browsing.state.viewport
      try browsing.press("f end space")
      #expect(browsing.state.view.filter.text.hasPrefix("inside:"))
      for event in browsing.state.situation.events.events where event.place.precision == .exact {
        let place = try #require(event.place.anchor)
        #expect(
          browsing.state.view.filter.passes(event) == view.contains(view.point(of: place)), "\(event.id) at \(zoom)")
      }
    }
    // More than half of the globe is no polygon.
    var browsing = try Browsing(options: ViewOptions(zoom: 0, projection: .azimuthal))
    try browsing.press("f end")
    #expect(browsing.find("as it is now") == nil)
  }

  @Test("a click switches a value, the wheel moves, a click beside the pane closes it")
  func mouse() throws {
    var browsing = try Browsing()
    try browsing.press("f")
    let strike = try #require(browsing.find("[ ] strike"))
    try browsing.mouse(.press(clicks: 1), column: strike.column + 5, row: strike.row)
    #expect(browsing.state.view.filter.text == "kind=strike")
    try browsing.mouse(.wheelDown, column: strike.column, row: strike.row)
    #expect(browsing.find(">[x] strike") == nil)
    let line = try #require(browsing.find("kind=strike"))
    try browsing.mouse(.press(clicks: 1), column: line.column, row: line.row)
    #expect(browsing.find("filter: kind=strike_") != nil)
    try browsing.press("escape")
    try browsing.mouse(.press(clicks: 1), column: 3, row: 12)
    #expect(browsing.find("Esc goes back") == nil)
    #expect(browsing.lines[0].contains("1 of 22 events"))
  }

  @Test("Tab goes from section to section and round")
  func sections() throws {
    var browsing = try Browsing(columns: 120, rows: 60)
    try browsing.press("f tab")
    #expect(browsing.find(">[ ] confirmed") != nil)
    try browsing.press("tab tab")
    #expect(browsing.find(">[ ] Russian forces") != nil)
    try browsing.press("S-tab S-tab S-tab S-tab")
    #expect(browsing.find(">no filter") != nil)
    try browsing.press("S-tab")
    #expect(browsing.find(">[ ] as it is now") != nil)
  }

  @Test("thousands of names: all can be reached, and a frame shows the chosen one")
  func many() throws {
    let events = try (0..<3_000).map { number in
      let base = try Event.sample("\(number)", latitude: 34)
      return Event(
        id: base.id, title: base.title, kind: base.kind, when: base.when, place: base.place,
        actors: ["Group \(number)", "تنظيم \(number % 7)", "部隊\u{202E}\(number % 5)"])
    }
    var browsing = try Browsing(.sample(events), columns: 80, rows: 24)
    try browsing.press("f tab tab tab")
    #expect(browsing.find(">[ ] 部隊<202E>0") != nil)
    #expect(browsing.find("actors (3012)") != nil)
    try browsing.press("page-down page-down end")
    #expect(browsing.find(">[ ] as it is now") != nil)
    try browsing.press("/")
    try browsing.type("group 2999")
    try browsing.press("enter space")
    #expect(browsing.state.view.filter.text == "actor=\"Group 2999\"")
    #expect(browsing.lines[0].contains("1 of 3000 events"))
  }

  private static func filter(_ text: String) throws -> EventFilter { try EventFilter(text) { _ in nil } }
}
