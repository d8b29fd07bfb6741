/// The width to which places are widened before they are released.
public enum Coarsening: Hashable, Sendable {
  /// The cells of a fixed grid.
  case grid(ReleaseGrid)
  /// The province of the map; where the map has none there, the country.
  case province
  /// The country.
  case country

  /// A width as a person writes it: `10km`, `2500 m`, `province`, `country`; nil for anything else.
  public init?(_ text: String) {
    let text = text.lowercased().filter { !$0.isWhitespace }
    if text == "province" {
      self = .province
    } else if text == "country" {
      self = .country
    } else {
      let isKilometers = text.hasSuffix("km")
      guard text.hasSuffix("m"), let number = Double(text.dropLast(isKilometers ? 2 : 1)), number.isFinite,
        let grid = ReleaseGrid(meters: isKilometers ? number * 1_000 : number)
      else { return nil }
      self = .grid(grid)
    }
  }
}

/// Widens places, each the same way whenever it is released.
struct PlaceWidening: Sendable {
  let coarsening: Coarsening
  let map: AreaMap

  /// The grid for what lies in no country, as at sea.
  private static let seaMeters = 200_000.0

  /// A place as wide as the coarsening, or as wide as it was if that is wider. Its name is one of the area. A place without a form
  /// keeps nothing.
  func widened(_ place: Place) -> Place {
    guard let shape = place.shape else { return Place(name: nil, precision: .unplaced, shape: nil) }
    switch coarsening {
    case .grid(let grid): return widened(place, shape, to: grid)
    case .province:
      let isWider = place.precision == .country
      if !isWider, let areas = map.areas(of: shape.steady, isProvince: true) {
        return PlaceWidening.place(in: areas, .region)
      }
      return inCountry(place, shape)
    case .country: return inCountry(place, shape)
    }
  }

  private func inCountry(_ place: Place, _ shape: Shape) -> Place {
    if let areas = map.areas(of: shape.steady, isProvince: false) { return PlaceWidening.place(in: areas, .country) }
    guard let grid = ReleaseGrid(meters: PlaceWidening.seaMeters) else { return .unknown }
    return widened(place, shape, to: grid)
  }

  private static func place(in areas: [AreaMap.Area], _ precision: PlacePrecision) -> Place {
    let name = areas.map(\.name).joined(separator: ", ")
    return Place(
      name: name, precision: precision, shape: .areas(areas.flatMap(\.shape.areas)),
      province: precision == .region && areas.count == 1 ? name : nil)
  }

  /// The cells in which a place lies. What is smaller than a cell counts as the cell of its anchor with those around it: else cells that it
  /// straddles would say where in them it is.
  private func widened(_ place: Place, _ shape: Shape, to grid: ReleaseGrid) -> Place {
    if place.precision == .country, let areas = map.areas(of: shape.steady, isProvince: false) {
      return PlaceWidening.place(in: areas, .country)
    }
    var cells = ReleaseGrid.Cells()
    switch shape {
    case .points(let points):
      for point in points { cells.add(grid.cells(around: point, reach: place.reach)) }
    case .lines, .areas:
      if let anchor = place.anchor, shape.isSmaller(than: grid.meters) {
        cells = grid.cells(around: anchor, reach: grid.meters)
      } else {
        cells = grid.cells(touching: shape)
      }
    }
    let (widened, count) = grid.shape(of: cells)
    guard count > 0 else { return .unknown }
    return Place(
      name: grid.name(cells: count), precision: place.precision == .country ? .country : .region, shape: widened)
  }
}

extension Shape {
  /// The shape, or its anchor where the shape is so small that the areas which it straddles would say where it is.
  fileprivate var steady: Shape {
    guard let anchor, isSmaller(than: 10_000) else { return self }
    return .points([anchor])
  }

  /// True if a line or an area is narrower and lower than so many metres.
  fileprivate func isSmaller(than meters: Double) -> Bool {
    guard let bounds else { return true }
    if case .points(let points) = self, points.count > 1 { return false }
    guard bounds.width < 90 else { return false }
    let middle = (bounds.south + bounds.north) / 2
    let upright = GreatCircle(
      from: Coordinate(latitude: bounds.south, longitude: bounds.west),
      to: Coordinate(latitude: bounds.north, longitude: bounds.west))
    let across = GreatCircle(
      from: Coordinate(latitude: middle, longitude: bounds.west),
      to: Coordinate(latitude: middle, longitude: bounds.east))
    // The corners of cells are rounded: a cell is never smaller than a cell.
    return max(upright.meters, across.meters) < 0.99 * meters
  }
}
