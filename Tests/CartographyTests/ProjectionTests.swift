import SituationModel
import Testing

@testable import Cartography

@Suite struct ProjectionTests {
  @Test(arguments: ProjectionKind.allCases)
  func eachProjectionComesBackFromItsPlane(kind: ProjectionKind) {
    for latitude in stride(from: -85.0, through: 85, by: 2.5) {
      for longitude in stride(from: -180.0, to: 180, by: 7.5) {
        let place = Coordinate(latitude: latitude, longitude: longitude)
        let back = kind.coordinate(at: kind.point(of: place))
        #expect(abs(back.latitude - latitude) < 1e-9)
        #expect(abs(back.longitude - longitude) < 1e-9)
      }
    }
  }

  @Test(arguments: ProjectionKind.allCases)
  func thePlaneIsOneWorldWideAndGrowsToTheSouth(kind: ProjectionKind) {
    let origin = kind.point(of: Coordinate(latitude: 0, longitude: 0))
    #expect(origin == PlanePoint(x: 0.5, y: 0.5))
    #expect(kind.point(of: Coordinate(latitude: 0, longitude: 180)).x == 1)
    #expect(kind.point(of: Coordinate(latitude: 40, longitude: 0)).y < 0.5)
    #expect(kind.point(of: Coordinate(latitude: 90, longitude: 0)).y.isFinite)
    #expect(kind.point(of: Coordinate(latitude: -90, longitude: 0)).y.isFinite)
  }

  @Test func webMercatorIsASquare() {
    let top = WebMercator().point(of: Coordinate(latitude: 90, longitude: 0))
    let bottom = WebMercator().point(of: Coordinate(latitude: -90, longitude: 0))
    #expect(abs(top.y) < 1e-9)
    #expect(abs(bottom.y - 1) < 1e-9)
  }

  @Test func longitudesAreWrapped() {
    #expect(WebMercator().coordinate(at: PlanePoint(x: 1.25, y: 0.5)).longitude == -90)
    #expect(WebMercator().coordinate(at: PlanePoint(x: -0.25, y: 0.5)).longitude == 90)
  }
}
