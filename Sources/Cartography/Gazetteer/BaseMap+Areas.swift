import SituationModel

/// The names of the areas around a place.
extension BaseMap {
  /// The areas around a place, as far as the loaded parts of the map know them.
  public struct Areas: Hashable, Sendable {
    /// The governorate.
    public let province: String?
    /// The country, or an area that the map's files name in its stead because it is disputed.
    public let country: String?

    /// Both in a row, the smaller first.
    public var words: String { [province, country].compactMap { $0 }.joined(separator: ", ") }
  }

  /// The areas around a place. Linear in the vertices of those whose bounds hold it.
  ///
  /// - Parameters:
  ///   - place: the place.
  ///   - view: the view that selects parts of the map, so that the answer does not depend on what was loaded before; nil for all that
  ///     is loaded.
  public func areas(around place: Coordinate, in view: Viewport? = nil) -> Areas {
    let wanted = view.map(BaseMap.tiersNeeded) ?? tiers
    let isInRegion = tiers.contains(.region) && wanted.contains(.region) && Self.regionBounds.contains(place)
    let files: [BaseMapFile] = isInRegion ? [.countries] : [.worldCountries10, .worldCountries]
    let country = files.lazy.filter { wanted.contains($0.tier) }.compactMap { lines($0).name(around: place) }.first
    return Areas(province: isInRegion ? lines(.governorates).name(around: place) : nil, country: country)
  }

  /// The rectangle around the country of a name, in any of its spellings; nil where no loaded part of the map has it. Linear
  /// in the countries.
  public func bounds(ofCountryNamed name: String) -> GeoBounds? {
    guard let needle = Needle(name) else { return nil }
    for file in [BaseMapFile.worldLabels, .countries] {
      let found = (areaNames[file] ?? []).first { area in
        !area.country.isEmpty && (area.names + area.otherNames).contains(where: needle.isWhole)
      }
      if let found, let bounds = countryBounds[found.country] ?? found.bounds { return bounds }
    }
    return nil
  }

  /// The areas around a town. A town by the sea may lie off the map's shore: then the areas some 15 km from it count.
  public func areas(aroundTown place: Coordinate) -> Areas {
    for (north, east) in [(0.0, 0.0), (0.15, 0), (-0.15, 0), (0, 0.15), (0, -0.15)] {
      let areas = areas(around: Coordinate(latitude: place.latitude + north, longitude: place.longitude + east))
      if areas.country != nil { return areas }
    }
    return Areas(province: nil, country: nil)
  }
}

extension LineStore {
  /// The name of the first area around a place. Linear in the vertices of those whose bounds hold it.
  fileprivate func name(around place: Coordinate) -> String? {
    var seen: Set<Int> = []
    for line in lines where line.bounds.contains(place) && seen.insert(line.trait).inserted {
      if contains(place, inTrait: line.trait) { return traits[line.trait].name }
    }
    return nil
  }
}
