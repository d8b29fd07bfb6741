import Browser
import Cartography
import SituationModel
import Testing
import TextCanvas

@Suite("Layers and themes")
struct LayerTests {
  @Test("each layer but its own row is the same after it was turned off and on; off, something is missing or plain")
  func onAndOff() throws {
    // A view in which every layer has something to show.
    let options = ViewOptions(at: Coordinate(latitude: 34.6, longitude: 37), zoom: 6.8, overlays: [Self.line])
    let all = try Browsing(columns: 140, rows: 44, options: options)
    for row in 0..<MapLayer.allCases.count + 1 {
      var browsing = all
      try browsing.press("L " + String(repeating: "down ", count: row) + "space escape")
      #expect(browsing.state.frame.grid != all.state.frame.grid, "row \(row) changes nothing")
      try browsing.press("L enter escape")
      #expect(browsing.screen == all.screen)
    }
  }

  @Test("the graticule is off at first, and what was turned stays while the pane is closed")
  func keepsState() throws {
    var browsing = try Browsing()
    try browsing.press("L")
    #expect(browsing.find("[ ] graticule") != nil)
    try browsing.press("down down space escape")
    #expect(browsing.find("graticule") == nil)
    try browsing.press("+ - L")
    #expect(browsing.find(">[x] graticule") != nil)
  }

  @Test("a click turns a layer; the wheel chooses; a double click beside the list closes")
  func mouse() throws {
    var browsing = try Browsing()
    try browsing.press("L")
    let roads = try #require(browsing.find("[x] roads"))
    try browsing.mouse(.press(clicks: 1), column: roads.column, row: roads.row)
    #expect(browsing.find(">[ ] roads") != nil)
    try browsing.mouse(.wheelDown, column: roads.column, row: roads.row)
    #expect(browsing.find(">[x] places") != nil)
    try browsing.mouse(.press(clicks: 2), column: 3, row: 12)
    #expect(browsing.find("layers:") == nil)
  }

  @Test("options hide layers, and name overlays in the pane, the legend and beside the map's sources")
  func options() throws {
    let options = ViewOptions(hiddenLayers: [.roads], overlays: [Self.line])
    var browsing = try Browsing(columns: 140, rows: 60, options: options)
    #expect(browsing.find("GSHHG; A line <202E>") != nil)
    try browsing.press("L")
    #expect(browsing.find("[ ] roads") != nil)
    #expect(browsing.find("[x] graticule") != nil)
    #expect(browsing.find("[x] #-# A line <202E>") != nil)
    try browsing.press("escape i end")
    #expect(browsing.find("#-#    A line <202E>") != nil)
  }

  @Test("themes change the colours alone, and a screen without colours says so")
  func themes() throws {
    var browsing = try Browsing()
    let text = browsing.screen
    for name in ["light", "high-contrast", "colour-blind", "mono", "dark"] {
      try browsing.press("C")
      #expect(browsing.find("theme: \(name)") != nil)
      #expect(browsing.state.theme.rawValue == name)
    }
    try browsing.press("F12 F12")
    #expect(browsing.screen == text)
    var state = BrowserState(
      situation: try Bundled.situation(), baseMap: BaseMap(), size: Size(columns: 80, rows: 24), colorDepth: .none)
    _ = state.update(.action(.theme))
    #expect(state.theme == .dark)
    #expect(PlainTextWriter().text(of: state.frame.grid).contains("no colours"))
  }

  @Test("a screen is called by its situation, and says what is selected")
  func caption() throws {
    let caption = try Browsing(options: ViewOptions(select: "hmeimim-an124")).state.caption
    #expect(caption.title == "Syria, December 2024")
    #expect(caption.description.contains("100 columns by 30 rows"))
    #expect(caption.description.contains("22 of 22 events"))
    #expect(caption.description.contains("Selected: Two An-124s with raised nose cones, Hmeimim air base."))
  }

  private static let line = MapOverlay(
    name: "A line \u{202E}",
    features: [
      Feature(
        shape: .lines([
          [Coordinate(latitude: 33.5, longitude: 35.6), Coordinate(latitude: 34.4, longitude: 37.2)]
        ]))
    ], number: 0)
}
