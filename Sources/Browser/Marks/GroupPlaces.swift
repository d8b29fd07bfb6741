import Cartography
import SituationModel
import TextCanvas

/// The number of the group at each place; -1 if there is none.
struct GroupPlaces: Sendable {
  /// The groups of points by cell, and those of lines and areas.
  var points: [Int32]
  var areas: [Int32]
  /// The groups of what lies outside, by direction.
  var sectors = [Int32](repeating: -1, count: Sector.allCases.count)
  /// The signs of those.
  var directions = Sector.allCases.map { Beyond(id: 0, sector: $0) }
  /// The number of events in each sector whose places have the first name of the sector's group.
  var firstNamed = [Int](repeating: 0, count: Sector.allCases.count)
  /// The groups of whole countries, by their numbers in the `SpotTable`; of those alone that are in view.
  var countries: [Int32]
  /// True for each country that is in view.
  private let countriesInView: [Bool]
  /// The group of what has no place.
  var unplaced: Int32 = -1

  /// No group anywhere in a view.
  ///
  /// - Parameter areas: the rectangles around countries by their names, as far as the base map has them.
  init(_ viewport: Viewport, _ countries: [WholeCountry], areas: (WholeCountry) -> GeoBounds?) {
    points = Array(repeating: -1, count: viewport.size.columns * viewport.size.rows)
    self.areas = points
    self.countries = Array(repeating: -1, count: countries.count)
    let view = viewport.bounds
    countriesInView = countries.map { $0.bounds.intersects(view) || areas($0)?.intersects(view) ?? false }
  }

  /// True if a country is in view, so that its events are counted at the map's foot and not in a direction.
  func isInView(country: Int) -> Bool { countriesInView[country] }

  /// Number of the country in view that an event is about as a whole; nil for all other events.
  @inline(__always)
  func countryInView(of row: Int, _ table: SpotTable) -> Int? {
    guard let country = table.country(of: row), isInView(country: country) else { return nil }
    return country
  }

  /// The greatest possible number of groups.
  var count: Int { points.count + areas.count + sectors.count + countries.count + 1 }

  /// The way from the middle of a view to a point, in cell widths.
  static func direction(to point: CellPoint, from middle: CellPoint) -> (across: Double, down: Double) {
    (point.column - middle.column, (point.row - middle.row) * 2)
  }

  /// The number of the direction from the middle of a view to a point.
  static func sector(of point: CellPoint, from middle: CellPoint) -> Int {
    let (across, down) = direction(to: point, from: middle)
    return Sector(across: across, down: down).rawValue
  }

  /// The group of an area or a point in a view, or in its direction.
  func group(at point: CellPoint, isArea: Bool, in viewport: Viewport) -> Int32 {
    guard viewport.contains(point) else {
      return sectors[GroupPlaces.sector(of: point, from: viewport.middle)]
    }
    let cell = Int(point.row) * viewport.size.columns + Int(point.column)
    return isArea ? areas[cell] : points[cell]
  }
}
