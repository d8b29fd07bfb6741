/// The words around names of places.
struct PlaceWords: Sendable {
  /// The part that a place has in what is told, by the words before its name.
  enum Role: String, Hashable, Sendable {
    /// It happened there.
    case inside
    /// It happened near by.
    case near
    /// Something moved there.
    case toward
    /// It happened there, or something moved there.
    case into
    /// Something came from there.
    case from
    /// It was done to this place.
    case target
    /// The role that the noun before gives.
    case of
    /// It is named for another reason.
    case apart
  }

  /// A direction of the compass, or the middle.
  enum Direction: String, Hashable, Sendable { case N, S, E, W, NE, NW, SE, SW, C }

  let prepositions: PhraseTable<Role>
  let directions: PhraseTable<Direction>
  /// Words for towns and what is smaller: a name behind one is that of no country.
  let townNouns: PhraseTable<Bool>
  let skip, regionWords, placeNouns, areaWords, facilityWords, airfieldWords: PhraseTable<Bool>
  let roadWords, routePhrases, borderWords, districtWords: PhraseTable<Bool>
  let territory, countryWords, countryBefore, there, seemingly: PhraseTable<Bool>
  let apartBehind, titles: PhraseTable<Bool>
  let betweenWords, fromWords, toWords, listWords, passive, particles: PhraseTable<Bool>
  /// Kilometres in a unit of length.
  let distance: PhraseTable<Double>
  let notPlaces: Set<String>
  /// Endings of words with what stands in their place in the gazetteer.
  let endings: [(ending: String, replacement: String)]
  /// Letters that are written together with the name behind them: `بحلب`.
  let prefixes: [String]

  init(_ file: LexiconFile) throws(LexiconFile.Fault) {
    var prepositions = PhraseTable<Role>()
    for (phrase, role) in try file.names("prepositions") {
      guard let role = Role(rawValue: role) else {
        throw LexiconFile.Fault(words: "places.prepositions.\(phrase) has the role \(role), which is none")
      }
      prepositions.add(phrase, role)
    }
    self.prepositions = prepositions
    var directions = PhraseTable<Direction>()
    for (word, direction) in try file.names("directions") {
      guard let direction = Direction(rawValue: direction) else {
        throw LexiconFile.Fault(words: "places.directions.\(word) is no direction")
      }
      directions.add(word, direction)
    }
    self.directions = directions
    skip = try file.phrases("skip")
    regionWords = try file.phrases("regionWords")
    placeNouns = try file.phrases("placeNouns")
    townNouns = try file.phrases("townNouns")
    areaWords = try file.phrases("areaWords")
    facilityWords = try file.phrases("facilityWords")
    airfieldWords = try file.phrases("airfieldWords")
    roadWords = try file.phrases("roadWords")
    routePhrases = try file.phrases("routePhrases")
    borderWords = try file.phrases("borderWords")
    districtWords = try file.phrases("districtWords")
    territory = try file.phrases("territory")
    countryWords = try file.phrases("countryWords")
    countryBefore = try file.phrases("countryBefore")
    there = try file.phrases("there")
    seemingly = try file.phrases("seemingly")
    apartBehind = try file.phrases("apartBehind")
    titles = try file.phrases("titles")
    betweenWords = try file.phrases("betweenWords")
    fromWords = try file.phrases("fromWords")
    toWords = try file.phrases("toWords")
    listWords = try file.phrases("listWords")
    particles = try file.phrases("particles")
    passive = try file.phrases("passive")
    var distance = PhraseTable<Double>()
    for (unit, kilometers) in try file.numbers("distance") where kilometers > 0 && kilometers < 10 {
      distance.add(unit, kilometers)
    }
    self.distance = distance
    notPlaces = Set(try file.texts("notPlaces").map(Token.low))
    endings = try file.list("endings").compactMap { part in
      guard let ending = part.text("from"), let replacement = part.text("to"), !ending.isEmpty else { return nil }
      return (ending, replacement)
    }
    prefixes = try file.texts("prefixes")
  }
}
