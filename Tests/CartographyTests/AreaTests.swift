import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Cartography

/// Areas on rasters, in each projection, against the question that needs no raster.
@Suite struct AreaTests {
  /// Half a world of rings: round ones anywhere, one about a pole, and one cut at 180°.
  private static let rings: [[Coordinate]] = {
    var random = SeededGenerator(seed: 3)
    var rings: [[Coordinate]] = []
    for _ in 0..<40 {
      let center = Coordinate(
        latitude: .random(in: -70...70, using: &random), longitude: .random(in: -150...150, using: &random))
      let size = Double.random(in: 1...14, using: &random)
      let ring = (0..<24).map { step in
        let angle = Double(step) / 12 * .pi
        let radius = size * .random(in: 0.5...1, using: &random)
        return Coordinate(
          latitude: center.latitude + radius * cosine(angle),
          longitude: center.longitude + radius * cosine(angle - .pi / 2))
      }
      rings.append(ring + [ring[0]])
    }
    func closed(_ places: [(Double, Double)]) -> [Coordinate] {
      (places + [places[0]]).map { Coordinate(latitude: $0.0, longitude: $0.1) }
    }
    rings.append(closed([(-70, -180), (-66, -60), (-72, 40), (-70, 180), (-90, 180), (-90, -180)]))
    rings.append(closed([(60, 165), (72, 160), (71, 180), (64, 180)]))
    rings.append(closed([(64, -180), (71, -180), (70, -168), (63, -170)]))
    return rings
  }()

  private static let store = LineStore(
    [Feature(shape: .areas(rings.map { Shape.Area(outer: $0) }))], isSimplified: false, rims: .world)

  @Test(arguments: ProjectionKind.allCases)
  func aMaskSaysWhatItsPlacesSay(kind: ProjectionKind) {
    var random = SeededGenerator(seed: 8)
    for round in 0..<150 {
      let view = Viewport(
        center: Coordinate(
          latitude: .random(in: -90...90, using: &random), longitude: .random(in: -180...180, using: &random)),
        zoom: .random(in: -1.5...7, using: &random),
        size: Size(columns: .random(in: 10...120, using: &random), rows: .random(in: 5...40, using: &random)),
        projection: kind)
      let mask = Self.store.filled(view, CellTransform.copies(in: view)).mask
      let outline = view.outline
      var (cells, misses) = (0, 0)
      for row in 0..<view.size.rows {
        for column in 0..<view.size.columns {
          let point = CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5)
          guard outline.contains(point) else { continue }
          cells += 1
          if mask[column, row] != Self.store.contains(view.coordinate(at: point)) { misses += 1 }
        }
      }
      // A cell whose middle lies on an edge may fall on either side of it; a row or a map that is inside out may not be.
      #expect(misses <= 2 + cells / 200, "\(round): \(misses) of \(cells) in \(view.center) \(view.zoom) \(view.size)")
    }
  }

  private static func cosine(_ angle: Double) -> Double {
    // Bhaskara's approximation would do as well: only some round form is wanted.
    var (term, sum) = (1.0, 1.0)
    for index in 1..<16 {
      term *= -angle * angle / Double((2 * index - 1) * 2 * index)
      sum += term
    }
    return sum
  }
}
