import Cartography
import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("Moving about on the map")
struct MovingTests {
  @Test("arrows and hjkl pan the same way, and back")
  func panning() throws {
    for (keys, letters) in [
      ("left", "h"), ("right", "l"), ("up", "k"), ("down", "j"), ("S-left", "H"), ("S-down", "J"),
    ] {
      var arrows = try Browsing()
      var vi = try Browsing()
      try arrows.press(keys)
      try vi.press(letters)
      #expect(arrows.state.viewport == vi.state.viewport)
    }
    var browsing = try Browsing()
    let start = browsing.state.viewport.center
    try browsing.press("left up right down")
    #expect(abs(browsing.state.viewport.center.longitude - start.longitude) < 1e-9)
    #expect(abs(browsing.state.viewport.center.latitude - start.latitude) < 1e-9)
  }

  @Test("north is up, and east is right")
  func directions() throws {
    var browsing = try Browsing()
    let start = browsing.state.viewport.center
    try browsing.press("up right")
    #expect(browsing.state.viewport.center.latitude > start.latitude)
    #expect(browsing.state.viewport.center.longitude > start.longitude)
  }

  @Test("0 brings back the first view, whatever was done")
  func showAll() throws {
    var browsing = try Browsing()
    let home = browsing.state.viewport
    try browsing.press("+ + left left S-up - z page-down 0")
    #expect(browsing.state.viewport == home)
  }

  @Test("the pin nearest to the crosshair is selected")
  func nearest() throws {
    let events = [
      try Event.sample("near", latitude: 35, longitude: 36), try Event.sample("far", latitude: 35, longitude: 44),
    ]
    var browsing = try Browsing(.sample(events))
    browsing = try Browsing(
      .sample(events), options: ViewOptions(at: Coordinate(latitude: 35, longitude: 36.6), zoom: 5))
    #expect(browsing.state.selection == nil)
    try browsing.press("left")
    #expect(browsing.state.selection?.row == browsing.state.situation.events.row(of: "near"))
  }

  @Test("Tab goes through the events in time and brings each that has a place into view")
  func tabbing() throws {
    var browsing = try Browsing()
    let count = browsing.state.matches.count
    for index in 0..<count {
      try browsing.press("tab")
      let row = try #require(browsing.state.selection?.row)
      #expect(row == browsing.state.matches[index].row)
      if let anchor = browsing.state.situation.events[row].place.anchor {
        let viewport = browsing.state.viewport
        #expect(viewport.contains(viewport.point(of: anchor)))
      }
    }
    try browsing.press("tab")
    #expect(browsing.state.selection?.row == browsing.state.matches.first?.row, "after the last comes the first")
    try browsing.press("S-tab")
    #expect(browsing.state.selection?.row == browsing.state.matches.last?.row)
  }

  @Test("the wheel zooms about the pointer: what is under it stays there")
  func wheel() throws {
    var browsing = try Browsing()
    let point = CellPoint(column: 10.5, row: 5.5)
    let before = browsing.state.viewport.coordinate(at: point)
    // The map pane begins one cell in from the corner of its frame, below the title.
    try browsing.mouse(.wheelUp, column: 11, row: 7)
    let after = browsing.state.viewport.coordinate(at: point)
    #expect(browsing.state.viewport.zoom > 0)
    #expect(abs(before.latitude - after.latitude) < 1e-6)
    #expect(abs(before.longitude - after.longitude) < 1e-6)
  }

  @Test("dragging takes the map along")
  func dragging() throws {
    var browsing = try Browsing()
    let place = browsing.state.viewport.coordinate(at: CellPoint(column: 9.5, row: 4.5))
    try browsing.mouse(.press(clicks: 1), column: 10, row: 6)
    try browsing.mouse(.drag, column: 20, row: 9)
    try browsing.mouse(.release, column: 20, row: 9)
    let point = browsing.state.viewport.point(of: place)
    #expect(abs(point.column - 19.5) < 0.01)
    #expect(abs(point.row - 7.5) < 0.01)
  }

  @Test("c goes through the glyph sets; without UTF-8 it says why not")
  func glyphs() throws {
    var browsing = try Browsing()
    for glyphs in [GlyphSet.braille, .block, .ascii] {
      try browsing.press("c")
      #expect(browsing.state.glyphs == glyphs)
    }
    var plain = try Browsing(isUnicode: false, options: ViewOptions(glyphs: .braille))
    #expect(plain.state.glyphs == .ascii)
    try plain.press("c")
    #expect(plain.state.glyphs == .ascii)
    #expect(plain.screen.contains("not UTF-8"))
    #expect(!plain.screen.contains { !$0.isASCII })
  }
}
