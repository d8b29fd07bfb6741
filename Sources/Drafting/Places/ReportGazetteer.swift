import SituationModel

/// The places that a report may name: towns, provinces, countries and airfields, with outlines and roads.
public struct ReportGazetteer: Sendable {
  /// An airfield.
  struct Airfield: Hashable, Sendable {
    let name: String
    let country: String
    let position: Coordinate
  }

  let lookup: any PlaceLookup
  private let airfields: [String: [Airfield]]
  private let outlines: [String: Shape]
  private let route: @Sendable (Coordinate, Coordinate) -> [Coordinate]?

  /// A gazetteer.
  ///
  /// - Parameters:
  ///   - lookup: the names of towns, provinces and countries.
  ///   - places: features with the property `kind`, of which airfields are taken.
  ///   - countries: areas of countries with the property `a3`, the code of three letters, and `name`.
  ///   - route: a way along roads between two points; nil where none is known.
  public init(
    lookup: any PlaceLookup, places: [Feature] = [], countries: [Feature] = [],
    route: @escaping @Sendable (Coordinate, Coordinate) -> [Coordinate]? = { _, _ in nil }
  ) {
    (self.lookup, self.route) = (lookup, route)
    var airfields: [String: [Airfield]] = [:]
    for feature in places where feature.properties["kind"]?.text == "airfield" {
      guard let name = feature.properties["name"]?.text, let position = feature.shape?.anchor else { continue }
      let field = Airfield(name: name, country: feature.properties["cc"]?.text ?? "", position: position)
      let others = (feature.properties["aka"]?.list ?? []).compactMap(\.text)
      for spelling in [name] + others + [feature.properties["name_ar"]?.text].compactMap({ $0 }) {
        airfields[FoldedName.compact(spelling), default: []].append(field)
      }
    }
    self.airfields = airfields
    var outlines: [String: Shape] = [:]
    for feature in countries {
      guard let name = feature.properties["name"]?.text, let shape = feature.shape else { continue }
      let code = feature.properties["a3"]?.text.flatMap(lookup.country) ?? lookup.country(of: name)
      guard let code, case .areas(let areas) = shape else { continue }
      // A part of a country that others hold is part of it all the same: the wider reading.
      if case .areas(let known)? = outlines[code] {
        outlines[code] = .areas(known + areas)
      } else {
        outlines[code] = shape
      }
    }
    self.outlines = outlines
  }

  /// The places that a name is a spelling of.
  func places(named name: String) -> [KnownPlace] { lookup.places(named: name) }
  /// The airfields that a name is a spelling of.
  func airfields(named name: String) -> [Airfield] { airfields[FoldedName.compact(name)] ?? [] }
  /// The area of a country.
  func outline(ofCountry code: String) -> Shape? { outlines[code] }
  /// A way along roads.
  func route(from start: Coordinate, to end: Coordinate) -> [Coordinate]? { route(start, end) }
}
