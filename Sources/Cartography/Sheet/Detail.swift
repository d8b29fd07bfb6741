import SituationModel

/// The choice of files for a view, among the tiers that are loaded.
struct Detail {
  /// The files for the world outside the region; nil when the region fills the view.
  let world: World?
  /// True if the region's files replace the world's inside its bounds.
  let usesRegion: Bool
  /// The cells inside the region's bounds; nil if the region is not used or fills the view.
  let region: AreaMask?
  /// True if the region's shore is the finer one.
  let usesFineShore: Bool

  /// True if the world's lakes are large enough in the view for lines around them.
  let showsLakeShores: Bool
  /// True if occupied areas are large enough in the view for a pattern.
  let showsOccupied: Bool
  /// True if a country is large enough in the view to look different from its neighbours.
  let tellsHome: Bool

  /// The world's files of one scale.
  struct World {
    let land: BaseMapFile
    let borders: BaseMapFile
    let lakes: BaseMapFile
    /// The areas of the countries, which tell the country of a place.
    let countries: BaseMapFile
    let places: [BaseMapFile]
    /// The rivers; nil except for close views.
    var rivers: BaseMapFile?

    static let coarse = World(
      land: .worldLand110, borders: .worldBorders110, lakes: .worldLakes110, countries: .worldCountries,
      places: [.worldCities])
    static let middle = World(
      land: .worldLand50, borders: .worldBorders50, lakes: .worldLakes50, countries: .worldCountries,
      places: [.worldPlaces])
    static let close = World(
      land: .worldLand10, borders: .worldBorders10, lakes: .worldLakes10, countries: .worldCountries10,
      places: [.worldPlaces, .worldTowns], rivers: .worldRivers10)
  }

  /// The best choice for a view among the loaded tiers; `wide` is the view with the surroundings that are also drawn.
  ///
  /// The surroundings do not influence the choice, so that a view is drawn from the same files whatever else is loaded.
  init(_ viewport: Viewport, _ map: BaseMap, drawnFor wide: Viewport) {
    let wanted = BaseMap.tiers(for: viewport)
    usesRegion = wanted.contains(.region) && map.tiers.contains(.region)
    usesFineShore = usesRegion && wanted.contains(.fine) && map.tiers.contains(.fine)
    showsOccupied = usesRegion && viewport.zoom >= FirstZoom.occupied
    showsLakeShores = viewport.zoom >= FirstZoom.lakeShores
    tellsHome = viewport.zoom >= FirstZoom.home
    let isInside = BaseMap.regionBounds.contains(viewport.bounds)
    region = usesRegion && !isInside ? Self.region(in: wide) : nil
    if usesRegion && isInside {
      world = nil
    } else if map.tiers.contains(.world10) && viewport.zoom >= FirstZoom.world10 {
      world = .close
    } else if map.tiers.contains(.world50) && (viewport.zoom >= FirstZoom.world50 || !map.tiers.contains(.world110)) {
      world = .middle
    } else {
      world = .coarse
    }
  }

  /// The cells of a view inside the region's bounds.
  private static func region(in viewport: Viewport) -> AreaMask {
    let bounds = BaseMap.regionBounds
    let ring = [
      (bounds.south, bounds.west), (bounds.north, bounds.west), (bounds.north, bounds.east),
      (bounds.south, bounds.east),
      (bounds.south, bounds.west),
    ].map { Coordinate(latitude: $0.0, longitude: $0.1) }
    let store = LineStore([Feature(shape: .areas([Shape.Area(outer: ring)]))], isSimplified: false, rims: .none)
    return store.filled(viewport, CellTransform.copies(in: viewport)).mask
  }
}
