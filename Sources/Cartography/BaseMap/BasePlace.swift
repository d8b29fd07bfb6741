import Places
import SituationModel

/// A town, a city or an airfield of the base map.
struct BasePlace: Named, Hashable, Sendable {
  /// The kind of place.
  enum Rank: Int, Hashable, Sendable {
    case village, town, airfield, city, seat, capital
  }

  let name: String
  let arabicName: String
  let place: Coordinate
  let rank: Rank
  /// The number of inhabitants; 0 where the file does not say.
  let population: Double
  /// Other names and spellings.
  let otherNames: [String]

  /// A place from a feature; nil when it has no point or no name.
  init?(_ feature: Feature) {
    guard case .points(let points)? = feature.shape, let place = points.first else { return nil }
    guard let name = feature.properties["name"]?.text, !name.isEmpty else { return nil }
    self.name = name
    arabicName = feature.properties["name_ar"]?.text ?? ""
    self.place = place
    population = feature.properties["pop"]?.number ?? 0
    otherNames = feature.otherNames
    rank = Self.rank(of: feature.properties, population: population)
  }

  private static func rank(of properties: [String: PropertyValue], population: Double) -> Rank {
    if properties["capital"]?.flag == true { return .capital }
    if properties["seat"]?.flag == true { return .seat }
    if properties["kind"]?.text == "airfield" { return .airfield }
    return population >= 100_000 ? .city : population >= 10_000 ? .town : .village
  }
}

/// A name that belongs to an area: a country, a province, a sea.
struct AreaName: Named, Hashable, Sendable {
  let name: String
  let arabicName: String
  /// The country's three letters; empty if the area is not a country.
  let country: String
  /// The `kind` of the file: `sea` and `ocean` mean water.
  let kind: String
  /// The place for the middle of the name.
  let place: Coordinate
  /// 1 for the most important, up to about 10.
  let rank: Int
  /// True if the name stands for only a part of its country. The file has another name of the country before it.
  var isPart = false
  /// The area's own extent; nil when the file has only a point.
  let bounds: GeoBounds?
  /// Other names and spellings.
  let otherNames: [String]
  /// Points of view from which the area has no name of its own.
  let contest: ContestedFeature

  /// A name from a feature: at its `label` where it has one, else at its point; nil when it has neither or no name.
  init?(_ feature: Feature) {
    let trait = Trait(feature)
    guard !trait.name.isEmpty else { return nil }
    let label = feature.properties["label"]?.list.compactMap(\.number) ?? []
    if label.count == 2 {
      place = Coordinate(latitude: label[1], longitude: label[0])
    } else if case .points(let points)? = feature.shape, let first = points.first {
      place = first
    } else {
      return nil
    }
    if case .areas? = feature.shape { bounds = feature.shape?.bounds } else { bounds = nil }
    name = trait.name
    arabicName = trait.arabicName
    country = trait.country
    kind = trait.kind
    rank = trait.rank
    otherNames = feature.otherNames
    contest = trait.contest
  }
}
