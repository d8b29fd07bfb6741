import SituationModel

/// Turns clues into places that are no more exact than their words.
struct PlaceResolver {
  let gazetteer: ReportGazetteer
  let context: PlaceContext
  /// True where names of countries are expected in English alone.
  let hasOneLanguage: Bool

  /// The outcome for one name.
  enum Outcome {
    case found(KnownPlace, others: [KnownPlace])
    case airfield(ReportGazetteer.Airfield)
    /// The name may mean several places.
    case several([KnownPlace])
    /// No gazetteer has the name, or nothing speaks for the one that it has.
    case unsure(String)
  }

  /// Metres around places, by the words.
  enum Reach {
    /// A town itself.
    static let town = 12_000.0
    static let near = 30_000.0
    static let facility = 30_000.0
    static let airfield = 4_000.0
    static let aroundAirfield = 10_000.0
    static let direction = 80_000.0
    static let surroundings = 80_000.0
  }

  /// The place that a name means.
  ///
  /// - Parameter countries: the codes of countries that the sentence says it lies in; empty where it says none.
  func place(_ mention: PlaceMention, wantsProvince: Bool, in countries: Set<String> = []) -> Outcome {
    let all = mention.places.filter { countries.isEmpty || countries.contains($0.country) }
    if let country = all.first(where: { $0.kind == .country }) {
      let isSure =
        !countries.isEmpty || !hasOneLanguage || mention.isMainName(of: country) || context.has(country.country)
      guard isSure else { return .unsure("nothing else in the report speaks of \(country.name)") }
      return .found(country, others: all.filter { $0 != country })
    }
    guard !all.isEmpty else {
      let fields = mention.airfields.filter { countries.isEmpty || countries.contains($0.country) }
      if fields.count == 1, let field = fields.first, !countries.isEmpty || context.has(field.country) {
        return .airfield(field)
      }
      return .unsure(
        mention.isKnown ? "nothing in the report speaks for the place of that name" : "the gazetteer has no such name")
    }
    let wanted: [KnownPlace.Kind] = wantsProvince ? [.province, .town] : [.town, .province]
    let kind = wanted.first { kind in all.contains { $0.kind == kind } } ?? .town
    let fitting = all.filter { $0.kind == kind }
    let proven = countries.isEmpty ? fitting.filter { context.has($0.country) } : fitting
    let others = { (chosen: KnownPlace) in all.filter { $0 != chosen } }
    if proven.count == 1 { return .found(proven[0], others: others(proven[0])) }
    if proven.isEmpty { return .unsure("nothing in the report speaks for the place of that name in the gazetteer") }
    let codes = Set(proven.map(\.country))
    let ranked = codes.sorted { (context.weight($0), $1) > (context.weight($1), $0) }
    // One country that the report speaks of far more than of the others.
    let first = proven.filter { $0.country == ranked[0] }
    if first.count == 1, ranked.count > 1, context.weight(ranked[0]) >= 3 * context.weight(ranked[1]) {
      return .found(first[0], others: others(first[0]))
    }
    return .several(proven)
  }

  /// A place and the way to it.
  struct Resolved {
    var place: DraftPlace
    var reason: String
    var alternatives: [Reading<DraftPlace>.Alternative] = []
  }

  /// The place of a clue.
  func resolved(_ clue: PlaceClue, in countries: Set<String> = []) -> Resolved {
    let name = clue.mention.name
    let wantsProvince = if case .region = clue.part { true } else { false }
    switch place(clue.mention, wantsProvince: wantsProvince, in: countries) {
    case .unsure(let reason):
      return Resolved(place: unplaced(name), reason: "not sure: \(reason)")
    case .several(let places):
      let readings = places.prefix(8).map { place in
        Reading<DraftPlace>.Alternative(
          value: around(place, Reach.town), reason: "\(place.name), \(gazetteer.lookup.name(ofCountry: place.country))")
      }
      return Resolved(
        place: unplaced(name), reason: "not sure: \(places.count) places have the name", alternatives: readings)
    case .airfield(let field): return airfield(field, clue)
    case .found(let place, let others):
      var result = resolved(clue, place)
      result.alternatives += others.filter { $0.kind != .country }.prefix(8).map {
        Reading.Alternative(
          value: whole($0, name: $0.name),
          reason:
            "\($0.kind == .province ? "the province of" : "another") \($0.name), \(gazetteer.lookup.name(ofCountry: $0.country))"
        )
      }
      // An airfield of the name that the words speak of goes before the town.
      if case .facility(isAirfield: true) = clue.part, let field = clue.mention.airfields.first,
        clue.mention.airfields.count == 1,
        field.country == place.country
      {
        return airfield(field, clue)
      }
      return result
    }
  }

  private func airfield(_ field: ReportGazetteer.Airfield, _ clue: PlaceClue) -> Resolved {
    func circle(_ meters: Double, _ precision: PlacePrecision, _ reason: String) -> Resolved {
      Resolved(
        place: DraftPlace(
          name: clue.mention.name, precision: precision, extent: .circle(field.position, meters: meters)),
        reason: reason)
    }
    switch clue.part {
    case .facility(isAirfield: true):
      return circle(Reach.airfield, .exact, "the airfield in the gazetteer: \(field.name)")
    case .direction(_, let kilometers):
      return circle(reach(kilometers), .region, "in a direction from the airfield \(field.name)")
    case .inside, .near, .part, .region, .facility, .border, .toward, .qualifier, .apart:
      return circle(Reach.aroundAirfield, .vicinity, "around the airfield in the gazetteer: \(field.name)")
    }
  }

  private func reach(_ kilometers: Double?) -> Double {
    kilometers.map { max(10_000, min($0, 1_000) * 1_300 + 10_000) } ?? Reach.direction
  }

  private func resolved(_ clue: PlaceClue, _ place: KnownPlace) -> Resolved {
    let name = clue.mention.name
    let known = "\(place.name) in the gazetteer"
    if place.kind != .town { return area(clue, place) }
    switch clue.part {
    case .inside, .qualifier, .toward, .apart, .part:
      return Resolved(place: around(place, Reach.town, name), reason: known)
    case .near:
      return Resolved(
        place: DraftPlace(name: name, precision: .vicinity, extent: .circle(place.position, meters: Reach.near)),
        reason: "near \(known)")
    case .facility:
      return Resolved(
        place: DraftPlace(name: name, precision: .vicinity, extent: .circle(place.position, meters: Reach.facility)),
        reason: "a facility named after \(known), which may lie outside of it")
    case .direction(let direction, let kilometers):
      return Resolved(
        place: DraftPlace(
          name: outside(direction, name), precision: .region, extent: disc(place.position, reach(kilometers))),
        reason: "in a direction from \(known), and not in it")
    case .region:
      return Resolved(
        place: wide(place, name), reason: "the region of \(place.name), whose outline is not known")
    case .border:
      return Resolved(
        place: DraftPlace(name: name, precision: .region, extent: disc(place.position, Reach.surroundings)),
        reason: "at the border near \(known)")
    }
  }

  /// The place of a clue of a province or a country.
  private func area(_ clue: PlaceClue, _ place: KnownPlace) -> Resolved {
    let name = clue.mention.name
    switch clue.part {
    case .part(let direction), .direction(let direction, _):
      let isOutside = if case .direction = clue.part { true } else { false }
      guard !isOutside, let outline = outline(place), let part = Ground.part(of: outline, direction) else {
        return Resolved(
          place: isOutside ? unplaced(name) : whole(place, name: name), reason: "in a direction from \(place.name)")
      }
      return Resolved(
        place: DraftPlace(name: title(direction, name), precision: .region, extent: .area(part)),
        reason: "that part of \(place.name), a little more than half of it")
    case .near, .border:
      // Near a country is as well outside of it.
      return Resolved(place: unplaced(name), reason: "not sure: near \(place.name) may be on either side of its border")
    case .inside, .region, .facility, .toward, .qualifier, .apart:
      let sort = place.kind == .country ? "the country" : "the province"
      return Resolved(place: whole(place, name: name), reason: "\(sort) in the gazetteer: \(place.name)")
    }
  }

  private func outside(_ direction: PlaceWords.Direction, _ name: String) -> String {
    let words: String =
      switch direction {
      case .N: "north of"
      case .S: "south of"
      case .E: "east of"
      case .W: "west of"
      case .NE: "north-east of"
      case .NW: "north-west of"
      case .SE: "south-east of"
      case .SW: "south-west of"
      case .C: "away from"
      }
    return "\(words) \(name)"
  }

  private func title(_ direction: PlaceWords.Direction, _ name: String) -> String {
    let words: String =
      switch direction {
      case .N: "Northern"
      case .S: "Southern"
      case .E: "Eastern"
      case .W: "Western"
      case .NE: "North-eastern"
      case .NW: "North-western"
      case .SE: "South-eastern"
      case .SW: "South-western"
      case .C: "Central"
      }
    return "\(words) \(name)"
  }

  // MARK: Forms of places

  func unplaced(_ name: String) -> DraftPlace { DraftPlace(name: name, precision: .unplaced, extent: .none) }

  private func around(_ place: KnownPlace, _ meters: Double, _ name: String? = nil) -> DraftPlace {
    DraftPlace(name: name ?? place.name, precision: .locality, extent: .circle(place.position, meters: meters))
  }

  /// A circle as an area: a region has no radius.
  func disc(_ center: Coordinate, _ meters: Double) -> DraftPlace.Extent {
    Ground.disc(around: center, meters: meters).map(DraftPlace.Extent.area) ?? .none
  }

  private func outline(_ place: KnownPlace) -> Shape? {
    place.area ?? (place.kind == .country ? gazetteer.outline(ofCountry: place.country) : nil)
  }

  /// The whole of a town, a province or a country.
  func whole(_ place: KnownPlace, name: String) -> DraftPlace {
    switch place.kind {
    case .town: around(place, Reach.town, name)
    case .province:
      outline(place).map { DraftPlace(name: name, precision: .region, extent: .area($0)) } ?? wide(place, name)
    case .country:
      outline(place).map { DraftPlace(name: name, precision: .country, extent: .area($0)) } ?? unplaced(name)
    }
  }

  /// The country of a place under the name of the place: where no outline of a region is known, nothing less surely holds it.
  private func wide(_ place: KnownPlace, _ name: String) -> DraftPlace {
    gazetteer.outline(ofCountry: place.country).map {
      DraftPlace(name: name, precision: .country, extent: .area($0))
    } ?? unplaced(name)
  }

  /// A country by its code.
  func country(_ code: String, name: String? = nil) -> DraftPlace? {
    gazetteer.outline(ofCountry: code).map {
      DraftPlace(name: name ?? gazetteer.lookup.name(ofCountry: code), precision: .country, extent: .area($0))
    }
  }
}
