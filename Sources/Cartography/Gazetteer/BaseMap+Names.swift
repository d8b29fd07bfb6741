import Places
import SituationModel

extension Gazetteer {
  /// The names of a map, and others. Linear in their number.
  public init(_ map: BaseMap, others: [Entry] = []) { self.init(map.gazetteerEntries + others) }
}

/// The names of a base map.
extension BaseMap {
  /// The tiers with names, and with the extents of countries.
  public static let gazetteerTiers: Set<Tier> = [.world110, .region, .cities, .world50]

  /// Countries, governorates and towns of the loaded parts. Linear in them.
  var gazetteerEntries: [Gazetteer.Entry] {
    let extents = countryExtents
    // The world's own names come first: the region's files have only the part of a country that lies in them.
    let countries = ((areaNames[.worldLabels] ?? []) + (areaNames[.countries] ?? [])).map { name in
      let isWhole = !name.country.isEmpty && !name.isPart
      return Gazetteer.Entry(
        name.names + name.otherNames, .country, at: name.place,
        bounds: isWhole ? extents[name.country] ?? name.bounds : name.bounds, weight: 1e9 / Double(max(name.rank, 1)))
    }
    let governorates = (areaNames[.governorates] ?? []).map { name in
      Gazetteer.Entry(name.names + name.otherNames, .governorate, at: name.place, bounds: name.bounds, weight: 5e5)
    }
    let settlements = Self.townFiles.flatMap { places[$0] ?? [] }.map { place in
      Gazetteer.Entry(place.names + place.otherNames, .settlement, at: place.place, weight: place.population)
    }
    return countries + settlements + governorates
  }

  /// The rectangle around the land of each country by its three letters, without parts smaller than a fifth of the largest.
  private var countryExtents: [String: GeoBounds] {
    func extent(_ bounds: GeoBounds) -> Double { (bounds.east - bounds.west) * (bounds.north - bounds.south) }
    let store = lines(.worldCountries)
    var rings: [String: [GeoBounds]] = [:]
    for line in store.lines { rings[store.traits[line.trait].country, default: []].append(line.bounds) }
    return rings.compactMapValues { rings in
      let largest = rings.map(extent).max() ?? 0
      return GeoBounds(around: rings.filter { extent($0) >= largest / 5 })
    }
  }
}
