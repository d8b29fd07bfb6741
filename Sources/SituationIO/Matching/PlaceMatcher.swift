import SituationModel

/// Finds the place that a record's words mean, or says why it is none.
///
/// A place is found where its name fits one place only, and the record or its file has evidence for it: a country or a province,
/// places near by, or other names that fit one country together.
struct PlaceMatcher: Sendable {
  let lookup: any PlaceLookup
  var evidence: PlaceEvidence
  /// Names that were taken apart before, by their texts.
  var names: [String: Name] = [:]

  /// All texts of records' words that name a place or a town, each once.
  static func texts(of clues: some Sequence<PlaceClue>) -> Set<String> {
    var texts: Set<String> = []
    for clue in clues {
      if let name = clue.name { texts.insert(name) }
      texts.formUnion(clue.towns)
    }
    return texts
  }

  init(lookup: any PlaceLookup, evidence: PlaceEvidence) { (self.lookup, self.evidence) = (lookup, evidence) }

  /// A text that names a place, with the places that it may mean.
  struct Name: Sendable {
    let phrase: PlacePhrase
    let places: [KnownPlace]
    /// The name as it is compared.
    let folded: String

    init(_ text: String, in lookup: any PlaceLookup) {
      // The same name is asked for again and again as the text is taken apart.
      var last: (name: String, places: [KnownPlace])?
      func known(_ name: String) -> [KnownPlace] {
        if let last, last.name == name { return last.places }
        let places = lookup.places(named: name)
        last = (name, places)
        return places
      }
      phrase = PlacePhrase(text) { !known($0).isEmpty }
      places = phrase.isUnclear ? [] : known(phrase.name)
      folded = FoldedName.compact(phrase.name)
    }
  }

  /// The outcome for a record's words.
  enum Outcome: Sendable {
    case placed(Place)
    case missed(PlaceMiss)
  }

  /// The place that a record's words mean.
  func outcome(_ clue: PlaceClue) -> Outcome {
    guard let context = context(of: clue) else {
      let texts = clue.countries.map(quoted).joined(separator: ", ")
      let name = clue.name ?? clue.towns.first ?? clue.provinces.first ?? clue.countries.first ?? ""
      return .missed(PlaceMiss(kind: .unknown, name: name, reason: "is in no known country (\(texts))"))
    }
    var first: PlaceMiss?
    let names = [(clue.name, clue.isTown)] + clue.towns.map { ($0, true) }
    for case (let name?, let isTown) in names {
      switch find(name, isTown: isTown, context) {
      case .placed(let place): return .placed(named(place, clue))
      case .missed(let miss):
        // A name that is not known leaves what else the record says; one that is unclear does not.
        if miss.kind != .unknown { return .missed(first ?? miss) }
        first = first ?? miss
      }
    }
    if !context.provinces.isEmpty, let province = only(context.provinces) {
      return .placed(named(place(province, clue.provinces.first ?? province.name, .itself), clue))
    }
    if let first { return .missed(first) }
    if let province = clue.provinces.first {
      return .missed(PlaceMiss(kind: .unknown, name: province, reason: "is no province that is known"))
    }
    return country(of: clue, context)
  }

  /// The words of a record on where its place lies.
  private struct Context {
    /// The codes of its countries; empty where it names none.
    var countries: Set<String> = []
    /// The provinces that it names, as far as they are known.
    var provinces: [KnownPlace] = []
    /// True if the name has another country behind it.
    var isContradictory = false

    /// True if the record says nothing that is known.
    var isEmpty: Bool { countries.isEmpty && provinces.isEmpty }

    /// True if a place lies in one of the provinces, or a little beside its simplified edge.
    func hasProvince(around place: KnownPlace) -> Bool {
      provinces.contains { province in
        if place == province { return true }
        guard place.country == province.country, let area = province.area else {
          return place.country == province.country
        }
        let steps = [(0.0, 0.0), (0.05, 0), (-0.05, 0), (0, 0.05), (0, -0.05)]
        return steps.contains { north, east in
          area.contains(
            Coordinate(latitude: place.position.latitude + north, longitude: place.position.longitude + east))
        }
      }
    }

    /// True if a place may lie there.
    func allows(_ place: KnownPlace) -> Bool { countries.isEmpty || countries.contains(place.country) }
  }

  /// Nil where a record names countries, and none of them is known.
  private func context(of clue: PlaceClue) -> Context? {
    var context = Context(countries: Set(clue.countries.compactMap(lookup.country)))
    if context.countries.isEmpty, !clue.countries.isEmpty { return nil }
    context.provinces = clue.provinces.flatMap(provinces).filter(context.allows)
    return context
  }

  private func provinces(named name: String) -> [KnownPlace] {
    let phrase = PlacePhrase(name) { text in lookup.places(named: text).contains { $0.kind == .province } }
    return phrase.isUnclear ? [] : lookup.places(named: phrase.name).filter { $0.kind == .province }
  }

  private func country(of clue: PlaceClue, _ context: Context) -> Outcome {
    guard context.countries.count == 1, let code = context.countries.first else {
      let name = clue.countries.joined(separator: ", ")
      return .missed(PlaceMiss(kind: .ambiguous, name: name, reason: "are several countries"))
    }
    let name = lookup.name(ofCountry: code)
    guard let found = lookup.places(named: name).first(where: { $0.kind == .country && $0.country == code }) else {
      return .missed(PlaceMiss(kind: .unknown, name: name, reason: "is no country that is known"))
    }
    // A code is no name.
    let written = clue.countries.first { $0.count > 3 && lookup.country(of: $0) == code } ?? name
    return .placed(named(place(found, written, .itself), clue))
  }

  // MARK: Names

  /// The name of a record, and the countries in which it may be; nil where it has none. The countries are nil where the
  /// name is unclear.
  func countries(of clue: PlaceClue) -> (text: String, name: Name, countries: Set<String>?)? {
    guard let text = clue.name ?? clue.towns.first, let context = context(of: clue) else { return nil }
    let name = names[text] ?? Name(text, in: lookup)
    if name.phrase.isUnclear { return (text, name, nil) }
    return (text, name, Set(name.places.lazy.filter { $0.kind != .country && context.allows($0) }.map(\.country)))
  }

  /// The place that a name means.
  private func find(_ text: String, isTown: Bool, _ record: Context) -> Outcome {
    func miss(_ kind: PlaceMiss.Kind, _ reason: String) -> Outcome {
      .missed(PlaceMiss(kind: kind, name: text, reason: reason))
    }
    let name = names[text] ?? Name(text, in: lookup)
    let phrase = name.phrase
    if phrase.isUnclear { return miss(.ambiguous, "is not the name of one place") }
    var context = record
    for qualifier in phrase.qualifiers where !add(qualifier, to: &context) {
      // The last one may be all that is known: London, Ontario, Canada.
      if context.countries.isEmpty { return miss(.unknown, "lies in \(quoted(qualifier)), which is not known") }
    }
    if context.isContradictory { return miss(.unknown, "is followed by another country than the record's own") }
    let all = name.places
    guard !all.isEmpty else { return miss(.unknown, "is not in the list of places") }
    let fitting = chosen(all.filter { context.allows($0) }, phrase, isTown: isTown)
    guard !fitting.isEmpty else {
      let countries = context.countries.map(lookup.name).sorted().joined(separator: ", ")
      return miss(.unknown, "is not in the list of places of \(countries)")
    }
    let within = context.provinces.isEmpty ? fitting : fitting.filter { context.hasProvince(around: $0) }
    guard !within.isEmpty else {
      let names = context.provinces.map(\.name).joined(separator: ", ")
      return miss(.unproven, "is not in \(names), which the record names as its province")
    }
    let isProven =
      !context.isEmpty
      || within.allSatisfy { $0.kind == .country } && !PlaceWords.sharedCountries.contains(phrase.name.lowercased())
    guard let found = decided(within, phrase.name, isProven: isProven) else {
      if within.count > 1 { return miss(.ambiguous, "may be in \(countries(of: within))") }
      return miss(.unproven, "may be in \(countries(of: within)), but nothing else in the file says so")
    }
    if phrase.extent == .surroundings, found.kind != .town {
      return miss(.ambiguous, "is not the name of one place")
    }
    return .placed(place(found, text, phrase.extent))
  }

  /// The places of a name of the sort that is meant: a town before a province, and a country before both unless the field is one of towns.
  private func chosen(_ places: [KnownPlace], _ phrase: PlacePhrase, isTown: Bool) -> [KnownPlace] {
    func all(_ kind: KnownPlace.Kind) -> [KnownPlace] { places.filter { $0.kind == kind } }
    let order: [KnownPlace.Kind] =
      phrase.extent == .province
      ? [.province, .town, .country] : isTown ? [.town, .province, .country] : [.country, .town, .province]
    return order.lazy.map(all).first { !$0.isEmpty } ?? []
  }

  /// The one of some places that is meant; nil where that is not certain.
  private func decided(_ places: [KnownPlace], _ name: String, isProven: Bool) -> KnownPlace? {
    if isProven, places.count == 1 { return places[0] }
    let same = places.filter { evidence.isSame($0, named: name) }
    if same.count == 1 { return same[0] }
    let inCountry = isProven ? places : places.filter { evidence.countries.contains($0.country) }
    if inCountry.count == 1 { return inCountry[0] }
    // A country that the file speaks for goes over what lies near.
    let near = (inCountry.isEmpty ? places : inCountry).filter(evidence.isNear)
    return near.count == 1 ? near[0] : nil
  }

  private func only(_ provinces: [KnownPlace]) -> KnownPlace? {
    provinces.count == 1 ? provinces[0] : nil
  }

  /// Adds what stands behind a name to what is known; false where it is nothing that is known.
  private func add(_ qualifier: String, to context: inout Context) -> Bool {
    let isCode = qualifier.utf8.count <= 3 && qualifier.utf8.allSatisfy { $0 < 0x80 }
    // Two letters are as often a state of America: Carthage, TN.
    let isUsual = ["UK", "USA", "UAE", "DRC", "KSA", "PRC", "DPRK"].contains(qualifier)
    // Three capitals are no state of America.
    let isLong = qualifier.utf8.count == 3 && qualifier == qualifier.uppercased()
    if !isCode || isUsual || isLong || qualifier.contains("."), let code = lookup.country(of: qualifier) {
      if context.countries.isEmpty {
        context.countries = [code]
      } else {
        context.isContradictory = !context.countries.contains(code)
        context.countries.formIntersection([code])
      }
      return true
    }
    let provinces = provinces(named: qualifier).filter(context.allows)
    if context.provinces.isEmpty { context.provinces = provinces }
    return !provinces.isEmpty
  }

  private func countries(of places: [KnownPlace]) -> String {
    let names = Set(places.map { lookup.name(ofCountry: $0.country) }).sorted()
    let listed =
      names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
    return names.count < places.count ? "\(places.count) places of \(listed)" : listed
  }

  // MARK: Places

  /// An event's place of what was found: never more exact than the words.
  private func place(_ found: KnownPlace, _ name: String, _ extent: PlacePhrase.Extent) -> Place {
    let precision: PlacePrecision =
      switch (found.kind, extent) {
      case (.town, .itself): .locality
      case (.town, _), (.province, _): .region
      case (.country, _): .country
      }
    let shape = found.kind == .province ? found.area : nil
    return Place(name: name, precision: precision, shape: shape ?? .points([found.position]), origin: .name)
  }

  /// The place with the record's own name, and no more exact than the record says.
  private func named(_ place: Place, _ clue: PlaceClue) -> Place {
    let rank: (PlacePrecision) -> Int = { PlacePrecision.allCases.firstIndex(of: $0) ?? 0 }
    let precision = clue.precision.map { rank($0) > rank(place.precision) ? $0 : place.precision } ?? place.precision
    return Place(name: clue.name ?? place.name, precision: precision, shape: place.shape, origin: .name)
  }
}
