import SituationModel
import Testing
import TextCanvas

@testable import Cartography

@Suite struct ViewportTests {
  private static let views: [Viewport] = [
    Viewport(center: Coordinate(latitude: 35, longitude: 37), zoom: 6.3, size: Size(columns: 100, rows: 36)),
    Viewport(center: Coordinate(latitude: -17, longitude: 179.5), zoom: 5, size: Size(columns: 80, rows: 24)),
    Viewport(center: Coordinate(latitude: 60, longitude: -45), zoom: 3.1, size: Size(columns: 61, rows: 17)),
    Viewport(
      center: Coordinate(latitude: 35, longitude: 37), zoom: 4, size: Size(columns: 100, rows: 36),
      projection: .equirectangular),
    Viewport(
      center: Coordinate(latitude: 35, longitude: 37), zoom: 4, size: Size(columns: 100, rows: 36),
      projection: .azimuthal),
    Viewport(
      center: Coordinate(latitude: 84, longitude: -178), zoom: 2.5, size: Size(columns: 80, rows: 30),
      projection: .azimuthal),
  ]
  private static let cylindrical = views.filter(\.projection.isCylindrical)

  @Test(arguments: views)
  func pointsAndPlacesAreInverse(view: Viewport) {
    for column in stride(from: 0.5, to: Double(view.size.columns), by: 9) {
      for row in stride(from: 0.5, to: Double(view.size.rows), by: 5) {
        let back = view.point(of: view.coordinate(at: CellPoint(column: column, row: row)))
        #expect(abs(back.column - column) < 1e-6)
        #expect(abs(back.row - row) < 1e-6)
      }
    }
  }

  @Test(arguments: cylindrical)
  func panningMovesPlacesByCellsAndComesBack(view: Viewport) {
    let place = view.coordinate(at: CellPoint(column: 20.25, row: 8.75))
    let moved = view.panned(columns: 7, rows: -3).point(of: place)
    #expect(abs(moved.column - 13.25) < 1e-6)
    #expect(abs(moved.row - 11.75) < 1e-6)
    let back = view.panned(columns: 7, rows: -3).panned(columns: -7, rows: 3)
    #expect(abs(back.center.latitude - view.center.latitude) < 1e-9)
    #expect(abs(back.center.longitude - view.center.longitude) < 1e-9)
  }

  @Test(arguments: views)
  func panningThereAndBackEndsWhereItBegan(view: Viewport) {
    for (columns, rows) in [(7, -3), (0, 5), (-40, 0), (25, 2)] {
      let there = view.panned(columns: columns).panned(rows: rows)
      let back = there.panned(rows: -rows).panned(columns: -columns)
      #expect(abs(back.center.latitude - view.center.latitude) < 1e-9)
      #expect(abs(back.center.longitude - view.center.longitude) < 1e-9)
      // What was beside the middle is there now; near a pole a disc turns, and less far.
      guard abs(view.center.latitude) < 80 else { continue }
      let place = view.coordinate(at: CellPoint(column: view.middle.column + 5, row: view.middle.row))
      let point = view.panned(columns: 5).point(of: place)
      #expect(abs(point.column - view.middle.column) < 0.5 && abs(point.row - view.middle.row) < 0.5)
    }
  }

  @Test func aDiscStopsAtThePoleAndTurnsAboutIt() {
    let size = Size(columns: 80, rows: 30)
    let start = Viewport(
      center: Coordinate(latitude: 80, longitude: 20), zoom: 3, size: size, projection: .azimuthal)
    let pole = start.panned(rows: -60)
    #expect(pole.center == Coordinate(latitude: 90, longitude: 20))
    #expect(pole.panned(rows: -5).center == pole.center)
    let turned = pole.panned(columns: 10)
    #expect(turned.center.latitude == 90 && turned.center.longitude > 20)
    #expect(abs(turned.panned(columns: -10).center.longitude - 20) < 1e-9)
  }

  @Test(arguments: views, [-1.0, -0.5, 0.5, 2])
  func zoomingKeepsThePointUnderThePointer(view: Viewport, change: Double) {
    let pointer = CellPoint(column: 30.5, row: 10.5)
    let place = view.coordinate(at: pointer)
    let point = view.zoomed(by: change, about: pointer).point(of: place)
    // Beside a pole there is no middle that has north above it and the place where it was.
    if abs(view.center.latitude) > 80 && change < 0 { return }
    #expect(abs(point.column - pointer.column) < 1e-6)
    #expect(abs(point.row - pointer.row) < 1e-6)
  }

  @Test func aPlaceBeyondTheAntimeridianIsNear() {
    let view = Viewport(
      center: Coordinate(latitude: 0, longitude: 179), zoom: 5, size: Size(columns: 80, rows: 24))
    let point = view.point(of: Coordinate(latitude: 0, longitude: -179))
    #expect(point.column > 40 && point.column < 80)
  }

  @Test(arguments: [ProjectionKind.mercator, .equirectangular], [-2.0, 0, 1, 4, 18])
  func theViewNeverReachesPastThePoles(kind: ProjectionKind, zoom: Double) {
    for latitude in [-90.0, -84, 0, 84, 90] {
      let view = Viewport(
        center: Coordinate(latitude: latitude, longitude: 400), zoom: zoom, size: Size(columns: 90, rows: 30),
        projection: kind)
      let top = view.point(of: Coordinate(latitude: kind.latitudes.upperBound, longitude: 0)).row
      let bottom = view.point(of: Coordinate(latitude: kind.latitudes.lowerBound, longitude: 0)).row
      if bottom - top >= 30 {
        #expect(top < 1e-6)
        #expect(bottom > 30 - 1e-6)
      } else {
        #expect(abs(top + bottom - 30) < 1e-6)
      }
      #expect(abs(view.center.longitude - 40) < 1e-9)
    }
  }

  @Test func whatIsNoNumberBecomesOne() {
    let nowhere = Coordinate(latitude: .nan, longitude: .infinity)
    let view = Viewport(center: nowhere, zoom: .nan, size: Size(columns: 10, rows: 5))
    #expect(view.zoom == 0)
    #expect(view.center.latitude.isFinite && view.center.longitude.isFinite)
    #expect(view.metersPerColumn.isFinite)
  }

  @Test func fittingShowsTheWholeRectangle() {
    let syria = GeoBounds(south: 32.3, west: 35.5, north: 37.3, east: 42.4)
    for size in [Size(columns: 100, rows: 36), Size(columns: 62, rows: 24), Size(columns: 20, rows: 40)] {
      let view = Viewport.fitting(syria, in: size)
      let northwest = view.point(of: Coordinate(latitude: syria.north, longitude: syria.west))
      let southeast = view.point(of: Coordinate(latitude: syria.south, longitude: syria.east))
      #expect(view.contains(northwest) && view.contains(southeast))
      let across = (southeast.column - northwest.column) / Double(size.columns)
      let down = (southeast.row - northwest.row) / Double(size.rows)
      #expect(abs(max(across, down) - 0.9) < 1e-6)
    }
  }

  @Test(arguments: ProjectionKind.allCases)
  func fittingShowsEachCornerInEachProjection(kind: ProjectionKind) {
    for bounds in [
      GeoBounds(south: 32.3, west: 35.5, north: 37.3, east: 42.4),
      GeoBounds(south: -19, west: 177, north: -15, east: -178),
      GeoBounds(south: 50, west: 160, north: 72, east: -140), GeoBounds(south: -58, west: -180, north: 78, east: 180),
    ] {
      let view = Viewport.fitting(bounds, in: Size(columns: 100, rows: 36), projection: kind)
      for latitude in [bounds.south, bounds.north] {
        for longitude in [bounds.west, bounds.center.longitude, bounds.east] {
          let place = Coordinate(latitude: latitude, longitude: longitude).wrapped
          #expect(view.contains(view.point(of: place)), "\(bounds) \(place)")
        }
      }
    }
  }

  @Test func theViewKnowsItsOwnBoundsOverTheAntimeridian() {
    let size = Size(columns: 80, rows: 24)
    let fiji = Coordinate(latitude: -17, longitude: 179.5)
    for kind in ProjectionKind.allCases {
      let bounds = Viewport(center: fiji, zoom: 5, size: size, projection: kind).bounds
      #expect(bounds.width < 10 && bounds.west < 178 && bounds.east > 181)
      #expect(bounds.contains(Coordinate(latitude: -17, longitude: -179.5)))
      #expect(bounds.contains(Coordinate(latitude: -17, longitude: 178.5)))
      #expect(!bounds.contains(Coordinate(latitude: -17, longitude: 0)))
      #expect(Viewport(center: fiji, zoom: -1, size: size, projection: kind).bounds.width == 360)
    }
    let pole = Viewport(
      center: Coordinate(latitude: 89, longitude: 0), zoom: 4, size: size, projection: .azimuthal
    ).bounds
    #expect(pole.width == 360 && pole.north == 90 && pole.south > 70)
  }

  @Test(arguments: views)
  func allThatIsInViewIsInItsBounds(view: Viewport) {
    for column in stride(from: 0.5, to: Double(view.size.columns), by: 3) {
      for row in stride(from: 0.5, to: Double(view.size.rows), by: 3) {
        #expect(view.bounds.contains(view.coordinate(at: CellPoint(column: column, row: row))))
      }
    }
  }

  @Test(arguments: [-75.0, -20, 0, 35, 70])
  func anotherProjectionKeepsMiddleAndScale(latitude: Double) {
    var view = Viewport(
      center: Coordinate(latitude: latitude, longitude: 175), zoom: 5, size: Size(columns: 80, rows: 24))
    let start = view
    for kind in [ProjectionKind.azimuthal, .equirectangular, .azimuthal, .mercator] {
      view = view.laidOut(in: kind)
      #expect(view.projection == kind)
      #expect(view.center == start.center)
      #expect(abs(view.metersPerColumn / start.metersPerColumn - 1) < 1e-9)
    }
    #expect(abs(view.zoom - start.zoom) < 1e-9)
  }

  @Test func fittingAPointGivesItANeighbourhood() {
    let point = GeoBounds(south: 35.4, west: 35.95, north: 35.4, east: 35.95)
    let view = Viewport.fitting(point, in: Size(columns: 80, rows: 24))
    #expect(view.zoom > 6 && view.zoom < 12)
  }

  @Test func theScaleIsThatOfTheMiddle() {
    let view = Viewport(
      center: Coordinate(latitude: 60, longitude: 0), zoom: 7, size: Size(columns: 80, rows: 24))
    // Half of the equator's, by the cosine of 60°.
    #expect(abs(view.metersPerColumn - 40_075_016.686 / 2 / view.worldColumns) < 1e-6)
  }

  @Test func theTiersFollowTheView() {
    let size = Size(columns: 100, rows: 36)
    func tiers(_ latitude: Double, _ longitude: Double, _ zoom: Double) -> Set<BaseMap.Tier> {
      BaseMap.tiersNeeded(
        by: Viewport(center: Coordinate(latitude: latitude, longitude: longitude), zoom: zoom, size: size))
    }
    #expect(tiers(35, 38, 0) == [.seas, .world110])
    #expect(tiers(35, 38, 6) == [.seas, .region])
    #expect(tiers(35, 38, 8) == [.seas, .region, .fine])
    #expect(tiers(35, 45, 5) == [.seas, .cities, .world110, .world50, .region])
    #expect(tiers(48, 2, 5) == [.seas, .cities, .world110, .world50])
    #expect(tiers(48, 2, 6) == [.seas, .cities, .world110, .world10])
  }
}
