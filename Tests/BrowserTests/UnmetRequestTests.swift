import Browser
import SituationModel
import Testing
import TextCanvas

@Suite("What was asked of a view is kept, or is said not to be")
struct UnmetRequestTests {
  private func sentences(_ change: (inout ViewOptions) -> Void) throws -> [String] {
    var options = ViewOptions()
    change(&options)
    let browsing = try Browsing(options: options)
    return browsing.state.unmetRequests(of: options.view)
  }

  @Test("a view that is shown as it was asked for needs no words")
  func kept() throws {
    #expect(try sentences { _ in } == [])
    #expect(try sentences { $0.at = Coordinate(latitude: 35.4, longitude: 35.95) } == [])
    #expect(try sentences { ($0.at, $0.zoom) = (Coordinate(latitude: 80, longitude: 170), 6) } == [])
    #expect(try sentences { $0.zoom = 3.25 } == [])
    #expect(try sentences { $0.area = GeoBounds(south: 34, west: 35, north: 36, east: 37) } == [])
    #expect(try sentences { $0.area = GeoBounds(south: -20, west: 170, north: 20, east: 190) } == [])
    #expect(try sentences { $0.select = "tartus-activity" } == [])
    #expect(try sentences { $0.timeLook.buckets = .hour } == [])
    #expect(try sentences { $0.theme = .light } == [])
  }

  @Test("a middle that a map can't have is told, with the one that it has")
  func middle() throws {
    let said = try sentences { ($0.at, $0.zoom) = (Coordinate(latitude: 89.9, longitude: 0), 12) }
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix("89.9000 N 0.0 E can't be the middle: a mercator map ends before the pole") == true)
    #expect(try sentences { ($0.at, $0.zoom) = (Coordinate(latitude: 35, longitude: 36), -1.5) }.count == 1)
    #expect(
      try sentences {
        ($0.at, $0.zoom, $0.projection) = (Coordinate(latitude: 89.9, longitude: 0), 12, .azimuthal)
      } == [])
  }

  @Test("a place that was typed and can't be the middle is told, too")
  func typed() throws {
    var browsing = try Browsing()
    try browsing.press("g")
    try browsing.type("89.9, 0")
    try browsing.press("enter")
    #expect(browsing.screen.contains("can't be the middle"))
    try browsing.press("g")
    try browsing.type("35.4, 35.95")
    try browsing.press("enter")
    #expect(!browsing.screen.contains("can't be the middle"))
  }

  @Test("a zoom out of range is told")
  func zoom() throws {
    #expect(try sentences { $0.zoom = 25 } == ["zoom 25.0 is out of range: the map has zoom 18.0"])
  }

  @Test("an area that does not fit, or is too small to fill the map, is told")
  func areas() throws {
    let globe = GeoBounds(south: -90, west: -180, north: 90, east: 180)
    #expect(try sentences { $0.area = globe } == ["not all of the area fits on a mercator map of this size"])
    #expect(try sentences { ($0.area, $0.projection) = (globe, .equirectangular) } == [])
    let yard = GeoBounds(south: 34, west: 36, north: 34.00001, east: 36.00001)
    #expect(try sentences { $0.area = yard } == ["the area is so small that the map shows its surroundings too"])
  }

  @Test("a selected event that is not shown is told, with the reason")
  func selection() throws {
    let filter = try EventFilter("kind:convoy") { _ in nil }
    #expect(
      try sentences { ($0.select, $0.filter) = ("tartus-activity", filter) }
        == ["the selected event tartus-activity does not pass the filter: it is not on the map or in the list"])
    let day = try DateInterval(edtf: "2024-12-09")
    #expect(
      try sentences { ($0.select, $0.from, $0.to) = ("tartus-activity", day, day) }
        == ["the selected event tartus-activity is outside the window: it is not on the map or in the list"])
  }
}
