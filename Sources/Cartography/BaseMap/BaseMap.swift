import SituationModel

/// The map under the marks: land, water, borders, roads and names, as far as they are loaded.
///
/// It comes in tiers, so that a program can start with the few that its first view needs and add others later. A missing
/// tier is replaced by a coarser one, or its features are not drawn at all.
public struct BaseMap: Sendable {
  /// A part of the map that is loaded as one.
  public enum Tier: String, CaseIterable, Hashable, Sendable {
    /// The whole world for the smallest scales.
    case world110
    /// The detailed region, 32–45° E and 29.5–39° N.
    case region
    /// The whole world for larger scales.
    case world50
    /// A finer shore for the region.
    case fine
    /// The whole world for views of a few hundred kilometres and closer.
    case world10
    /// The world's cities, for views in which the greatest are not enough.
    case cities
    /// The names of oceans and seas, for every view.
    case seas
  }

  /// The bounds in which the region's tiers replace the world's.
  public static let regionBounds = GeoBounds(south: 29.5, west: 32, north: 39, east: 45)

  /// The tiers of which something is loaded.
  public private(set) var tiers: Set<Tier> = []
  private var lineStores: [BaseMapFile: LineStore] = [:]
  private(set) var places: [BaseMapFile: [BasePlace]] = [:]
  private(set) var areaNames: [BaseMapFile: [AreaName]] = [:]
  /// The extents of the world's countries, by their three letters.
  private(set) var countryBounds: [String: GeoBounds] = [:]

  /// An empty map: nothing but sea.
  public init() {}

  /// Adds a file's features in place of any that it had from the same file. Linear in the vertices.
  public mutating func add(_ features: [Feature], as file: BaseMapFile) {
    tiers.insert(file.tier)
    switch file {
    case .places, .worldCities, .worldPlaces, .worldTowns: places[file] = features.compactMap(BasePlace.init)
    case .worldLabels, .seas: areaNames[file] = features.compactMap(AreaName.init)
    case .countries, .governorates:
      areaNames[file] = Self.markingParts(features.compactMap(AreaName.init))
      lineStores[file] = LineStore(features)
    case .worldCountries, .worldCountries10:
      // Only ever filled, never drawn as lines.
      let store = LineStore(features, isSimplified: false)
      let parts = Dictionary(grouping: store.lines) { store.traits[$0.trait].country }
      countryBounds = parts.compactMapValues { GeoBounds(around: $0.map(\.bounds)) }
      lineStores[file] = store
    default: lineStores[file] = LineStore(features)
    }
  }

  /// The names, in which all but the first of each country are marked as parts.
  private static func markingParts(_ names: [AreaName]) -> [AreaName] {
    var seen: Set<String> = []
    return names.map { name in
      var name = name
      name.isPart = !seen.insert(name.country).inserted
      return name
    }
  }

  /// The files with the towns and airfields that can be found by name: all but the world's smallest.
  public static let townFiles: [BaseMapFile] = [.places, .worldCities, .worldPlaces]

  /// The largest town or airfield of a name, in any of its spellings; nil when none of the loaded parts has it. Linear in
  /// their places.
  public func town(named name: Needle) -> Coordinate? {
    let towns = Self.townFiles.flatMap { places[$0] ?? [] }
    return towns.filter { ($0.names + $0.otherNames).contains(where: name.isWhole) }.max {
      $0.population < $1.population
    }?.place
  }

  /// The lines and rings of a file; none when it is not loaded.
  func lines(_ file: BaseMapFile) -> LineStore {
    lineStores[file] ?? LineStore()
  }

  /// The tiers that a view is drawn from. Constant time.
  ///
  /// The thresholds are those of `FirstZoom`; `Detail` picks among the tiers that are loaded.
  public static func tiersNeeded(by viewport: Viewport) -> Set<Tier> {
    Self.tiers(for: viewport)
  }
}
