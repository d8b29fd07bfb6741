import SituationModel

/// The files of the base map that a lookup of names is made from; a raw value is a file's name without `.geojson`.
public enum PlaceFile: String, CaseIterable, Hashable, Sendable {
  case countries = "world_country_names"
  case provinces = "governorates"
  case places
  case cities = "world_cities"
  case largePlaces = "world_places"
  case towns = "world_towns"
  case townNames = "world_town_names"
}

/// The names of a feature, and what else a lookup needs of it.
public struct NamedFeature: Sendable {
  /// The name that a map writes.
  public let name: String
  /// All names, the first of which is `name`.
  public let names: [String]
  /// The point of its label, or its own.
  public let position: Coordinate
  /// The code of the country that it lies in; empty where the file has none.
  public let country: String
  let area: Shape?
  let codes: [String]

  /// The names of a feature; nil where it has no name or no point.
  init?(_ feature: Feature) {
    guard let name = feature.properties["name"]?.text, !name.isEmpty else { return nil }
    let label = (feature.properties["label"]?.list ?? []).compactMap(\.number)
    if label.count == 2 {
      position = Coordinate(latitude: label[1], longitude: label[0])
    } else if let anchor = feature.shape?.anchor {
      position = anchor
    } else {
      return nil
    }
    self.name = name
    names = [name] + [feature.properties["name_ar"]?.text].compactMap { $0 } + feature.otherNames
    codes = (feature.properties["codes"]?.list ?? []).compactMap(\.text)
    let region = feature.properties["iso"]?.text.map { String($0.prefix { $0 != "-" }) }
    country = feature.properties["cc"]?.text ?? feature.properties["code"]?.text ?? region ?? ""
    if case .areas? = feature.shape { area = feature.shape } else { area = nil }
  }
}

extension Feature {
  /// Other names: the list `aka`.
  public var otherNames: [String] {
    (properties["aka"]?.list ?? []).compactMap(\.text).filter { !$0.isEmpty }
  }
}
