/// The files that a base map is made of; a raw value is a file's name without `.geojson`.
public enum BaseMapFile: String, CaseIterable, Hashable, Sendable {
  // The world, coarse.
  case worldLand110 = "world_land_110m"
  case worldBorders110 = "world_borders_110m"
  case worldLakes110 = "world_lakes_110m"
  case worldCities = "world_cities"
  case worldLabels = "world_labels"
  // The world, finer.
  case worldLand50 = "world_land_50m"
  case worldBorders50 = "world_borders_50m"
  case worldLakes50 = "world_lakes_50m"
  case worldCountries = "world_countries"
  // The world, for close views.
  case worldLand10 = "world_land_10m"
  case worldBorders10 = "world_borders_10m"
  case worldLakes10 = "world_lakes_10m"
  case worldRivers10 = "world_rivers_10m"
  case worldCountries10 = "world_countries_10m"
  case worldTowns = "world_towns"
  // Cities of the world, between the greatest and the towns.
  case worldPlaces = "world_places"
  // Names on the water, wherever and however close the view is.
  case seas
  // The region.
  case land, coast, borders, countries, governorates, provinces, disputed, lakes, rivers, roads, places
  // The region, finer.
  case landFine = "land_fine"
  case coastFine = "coast_fine"

  /// The part of the map that a file belongs to.
  public var tier: BaseMap.Tier {
    switch self {
    case .worldLand110, .worldBorders110, .worldLakes110, .worldCities, .worldLabels: .world110
    case .worldLand50, .worldBorders50, .worldLakes50, .worldCountries: .world50
    case .worldLand10, .worldBorders10, .worldLakes10, .worldRivers10, .worldCountries10, .worldTowns: .world10
    case .worldPlaces: .cities
    case .seas: .seas
    case .land, .coast, .borders, .countries, .governorates, .provinces, .disputed, .lakes, .rivers, .roads, .places:
      .region
    case .landFine, .coastFine: .fine
    }
  }
}
