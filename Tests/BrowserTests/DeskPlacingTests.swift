import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("A place for the form, chosen on the map")
struct DeskPlacingTests {
  @Test("a place is chosen on the map by arrows, and Escape puts the map back", arguments: [(80, 24), (120, 40)])
  func placing(columns: Int, rows: Int) throws {
    var browsing = try Browsing(columns: columns, rows: rows)
    try browsing.press("tab l")
    let focus = browsing.state.panes.focus
    try browsing.begin(.add)
    try browsing.type("A title")
    let (camera, before) = (browsing.state.view.camera, browsing.state.viewport.center)
    try browsing.press("C-t + right right up")
    #expect(browsing.find("[ save ]") == nil && browsing.find("Coordinates") == nil, "the form hides the map")
    #expect(browsing.lines.last { !$0.isEmpty }?.contains("Enter take the spot") ?? false)
    #expect(browsing.state.viewport.center.longitude > before.longitude)
    try browsing.press("escape")
    #expect(browsing.state.view.camera == camera && browsing.state.panes.focus == focus)
    #expect(browsing.state.panes.form?.value(of: .title) == "A title")
    #expect(browsing.state.panes.form?.value(of: .coordinates) == "")
    try browsing.press("C-t + + right right right down")
    let words = browsing.state.crosshairText
    try browsing.type("x")
    #expect(browsing.state.dialogue.message?.contains("arrows move the crosshair") ?? false)
    try browsing.press("enter")
    #expect(browsing.state.panes.form?.value(of: .coordinates) == words)
    #expect(browsing.state.panes.form?.field == .precision && browsing.find("A title") != nil)
    #expect(browsing.state.panes.placing == nil)
  }

  @Test("a box is drawn from a corner to the crosshair, and becomes an area that the readers of files understand")
  func box() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    try browsing.begin(.add)
    try browsing.press("C-t + + b enter")
    #expect(browsing.state.panes.placing != nil, "a box without a size was taken")
    try browsing.press("right right right right right right right right down down down down")
    try browsing.matchGolden("desk-box-120x40")
    try browsing.press("b b up up up up up up right right right right enter")
    let text = try #require(browsing.state.panes.form?.value(of: .coordinates))
    #expect(browsing.state.panes.form?.field == .precision)
    let (event, problems) = EventText.event(id: "x", [.title: "T", .coordinates: text, .precision: "region"])
    #expect(problems.isEmpty, "\(text): \(problems)")
    guard case .areas(let areas)? = event.place.shape else {
      Issue.record("\(text) is no area")
      return
    }
    #expect(areas.count == 1 && event.place.precision == .region)
    #expect(EventText.text(of: event, .coordinates).hasPrefix("POLYGON"))
  }

  @Test("no box crosses the 180th meridian, or has no size in the digits that are written")
  func boxes() throws {
    func box(_ west: Double, _ east: Double, _ decimals: Int) -> MapBox? {
      MapBox(
        from: Coordinate(latitude: 10, longitude: west), to: Coordinate(latitude: -2.5, longitude: east),
        decimals: decimals)
    }
    #expect(box(179, -179, 1) == nil && box(1.01, 1.04, 1) == nil && box(3, 3, 6) == nil)
    #expect(box(1.01, 1.06, 1)?.wellKnownText == "POLYGON((1.0 -2.5, 1.1 -2.5, 1.1 10.0, 1.0 10.0, 1.0 -2.5))")
  }
}
