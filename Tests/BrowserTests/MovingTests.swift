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
      ("left", "h"), ("right", "l"), ("up", "k"), ("down", "j"),
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

  @Test("p goes round the projections, says which, and keeps middle and scale")
  func projections() throws {
    var browsing = try Browsing(options: ViewOptions(at: Coordinate(latitude: 35.5, longitude: 36), zoom: 6))
    let start = browsing.state.viewport
    for kind in [ProjectionKind.equirectangular, .azimuthal, .mercator] {
      try browsing.press("p")
      let view = browsing.state.viewport
      #expect(view.projection == kind)
      #expect(view.center == start.center)
      #expect(abs(view.metersPerColumn / start.metersPerColumn - 1) < 1e-9)
      #expect(browsing.lines.contains { $0.contains("projection: \(kind.rawValue)") })
    }
    #expect(abs(browsing.state.viewport.zoom - start.zoom) < 1e-9)
    // Of the whole situation it still shows all.
    try browsing.press("0 p p")
    let view = browsing.state.viewport
    #expect(view == browsing.state.home && view.projection == .azimuthal)
  }

  @Test(
    "in each projection the mouse drags the map along and zooms about the pointer", arguments: ProjectionKind.allCases)
  func mouse(kind: ProjectionKind) throws {
    var browsing = try Browsing(
      options: ViewOptions(at: Coordinate(latitude: 35.5, longitude: 36), zoom: 6, projection: kind, pane: .map))
    let view = browsing.state.viewport
    let pointer = Position(column: 30, row: 11)
    let target = browsing.state.frame.target(at: pointer)
    guard case .map(let point)? = target else {
      Issue.record("there is no map under the pointer")
      return
    }
    let place = view.coordinate(at: point)
    try browsing.mouse(.wheelUp, column: pointer.column, row: pointer.row)
    let zoomed = browsing.state.viewport.point(of: place)
    #expect(browsing.state.viewport.zoom == view.zoom + 0.5)
    #expect(abs(zoomed.column - point.column) < 1e-6 && abs(zoomed.row - point.row) < 1e-6)
    try browsing.mouse(.press(clicks: 1), column: pointer.column, row: pointer.row)
    try browsing.mouse(.drag, column: pointer.column + 6, row: pointer.row + 2)
    let dragged = browsing.state.viewport.point(of: place)
    #expect(abs(dragged.column - point.column - 6) < 0.5 && abs(dragged.row - point.row - 2) < 0.5)
  }

  @Test("events on both sides of 180 degrees open as one small view", arguments: ProjectionKind.allCases)
  func antimeridian(kind: ProjectionKind) throws {
    let events = [
      try Event.sample("suva", latitude: -18.1, longitude: 178.4),
      try Event.sample("lau", latitude: -18.2, longitude: -178.8),
    ]
    let browsing = try Browsing(.sample(events), options: ViewOptions(projection: kind))
    let view = browsing.state.viewport
    #expect(view.bounds.width < 10)
    #expect(events.compactMap(\.place.anchor).allSatisfy { view.contains(view.point(of: $0)) })
  }

  @Test("a view asked for by its middle has it there, however wide the situation is")
  func middle() throws {
    let kyiv = Coordinate(latitude: 50.45, longitude: 30.5)
    let browsing = try Browsing(.sample([]), options: ViewOptions(at: kyiv, zoom: 5))
    #expect(browsing.state.viewport.center == kyiv)
  }

  @Test("the pin nearest to the crosshair is selected")
  func nearest() throws {
    let events = [
      try Event.sample("near", latitude: 35, longitude: 36), try Event.sample("far", latitude: 35, longitude: 44),
    ]
    var browsing = try Browsing(.sample(events))
    browsing = try Browsing(
      .sample(events), options: ViewOptions(at: Coordinate(latitude: 35, longitude: 36.6), zoom: 5))
    #expect(browsing.state.view.selection == nil)
    try browsing.press("left")
    #expect(browsing.state.view.selection?.row == browsing.state.situation.events.row(of: "near"))
  }

  @Test(
    "Tab goes down the list, first through the events on the map, then through those beyond it, and leaves the map as it is"
  )
  func tabbing() throws {
    var browsing = try Browsing()
    let listed = browsing.state.results.items.compactMap(\.eventRow)
    let beyond = listed.filter(browsing.state.isBeyondMap)
    #expect(!beyond.isEmpty && beyond.count < listed.count)
    let viewport = browsing.state.viewport
    for row in listed.filter({ !beyond.contains($0) }) + beyond {
      try browsing.press("tab")
      #expect(browsing.state.view.selection?.row == row)
      #expect(browsing.state.viewport == viewport)
      #expect(browsing.screen.contains("this event is off the map: z goes there, 0 goes back") == beyond.contains(row))
    }
    try browsing.press("tab")
    #expect(
      browsing.state.view.selection?.row == listed.first { !beyond.contains($0) }, "after the last comes the first")
    try browsing.press("S-tab")
    #expect(browsing.state.view.selection?.row == beyond.last)
    try browsing.press("z")
    #expect(!browsing.state.isBeyondMap(try #require(beyond.last)))
    try browsing.press("0")
    #expect(browsing.state.viewport == viewport)
  }

  @Test("a count repeats a step, is told while it is typed, and ends with anything else")
  func counts() throws {
    var browsing = try Browsing()
    try browsing.press("3")
    #expect(browsing.screen.contains("3 times"))
    try browsing.press("right")
    let far = browsing.state.viewport
    browsing = try Browsing()
    try browsing.press("right right right")
    #expect(browsing.state.viewport.center.longitude == far.center.longitude)
    try browsing.press("1 0 ?")
    #expect(browsing.state.panes.overlay?.content == .help && browsing.state.dialogue.count == nil)
    try browsing.press("escape 0")
    #expect(browsing.state.view.camera.isFitToAll, "0 alone is a key of its own")
  }

  @Test("q closes what is open, one thing after the other, and quits from the map; :q quits at once")
  func quitting() throws {
    var browsing = try Browsing()
    try browsing.press("tab enter ? q")
    #expect(browsing.state.panes.overlay == nil && browsing.effects.isEmpty)
    try browsing.press("q")
    #expect(browsing.state.panes.pages.isEmpty && browsing.effects.isEmpty)
    try browsing.press("q")
    #expect(browsing.effects == [.quit])
    browsing = try Browsing()
    try browsing.press("tab enter")
    try browsing.type(":q")
    try browsing.press("enter")
    #expect(browsing.effects == [.quit])
  }

  @Test("Esc goes back to where an event was opened from: the map or the list")
  func closing() throws {
    var browsing = try Browsing()
    try browsing.press("e down enter escape")
    #expect(browsing.state.panes.focus == .side && browsing.state.panes.pages.isEmpty)
    try browsing.press("escape enter escape")
    #expect(browsing.state.panes.focus == .map)
  }

  @Test("Home, End and the keys of pages act in the pane that has the focus")
  func ends() throws {
    var browsing = try Browsing()
    let window = browsing.state.view.window
    let listed = browsing.state.results.items.compactMap(\.eventRow)
    try browsing.press("e end")
    #expect(browsing.state.view.selection?.row == listed.last)
    try browsing.press("home C-d")
    #expect(browsing.state.view.selection?.row != listed.first)
    try browsing.press("C-u")
    #expect(browsing.state.view.selection?.row == listed.first && browsing.state.view.window == window)
    try browsing.press("escape end")
    #expect(browsing.state.view.window != window, "on the map they move the window")
  }

  @Test("a key without a meaning is answered once, and what hands know from vi with the right key")
  func otherHabits() throws {
    var browsing = try Browsing()
    try browsing.press(";")
    #expect(browsing.screen.contains("; has no meaning here: ? shows the keys"))
    try browsing.press("F12")
    #expect(browsing.screen.contains("F12 has no meaning here"))
    try browsing.press(";")
    #expect(!browsing.screen.contains("has no meaning here"))
    for (key, words) in [("Z", ":q quits at once"), ("*", "/ searches"), ("#", "n and N go from match to match")] {
      try browsing.press(key)
      #expect(browsing.screen.contains(words), "\(key)")
    }
    try browsing.press("g g")
    #expect(browsing.screen.contains("type a name that begins with g"))
    try browsing.press("escape e G")
    #expect(browsing.screen.contains("End goes to its end"))
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
      #expect(browsing.state.view.glyphs == glyphs)
    }
    var plain = try Browsing(isUnicode: false, options: ViewOptions(glyphs: .braille))
    #expect(plain.state.view.glyphs == .ascii)
    #expect(plain.screen.contains("the map stays in ASCII"))
    try plain.press("escape")
    #expect(!plain.screen.contains("not UTF-8"))
    try plain.press("c")
    #expect(plain.state.view.glyphs == .ascii)
    #expect(plain.screen.contains("not UTF-8"))
    #expect(!plain.screen.contains { !$0.isASCII })
  }
}
