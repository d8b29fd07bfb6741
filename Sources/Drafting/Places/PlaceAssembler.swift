import SituationModel

/// Puts the clues of one event together into one place.
struct PlaceAssembler {
  let resolver: PlaceResolver
  let sentence: ReportSentence
  let clues: [PlaceClue]
  let pairs: [PairClue]

  /// A place of an event, and where it was bound for.
  struct Outcome {
    var place: Reading<DraftPlace>?
    var destination: Reading<DraftPlace>?
    /// Places that are named for another reason.
    var apart: [Reading<DraftPlace>] = []
  }

  /// The place of an event of which some clues speak.
  ///
  /// - Parameters:
  ///   - numbers: the clues in the event's part of the sentence.
  ///   - isMovement: true for movements, which come from somewhere and go somewhere.
  ///   - isEntry: true for an event in the place that is moved into.
  func outcome(_ numbers: [Int], isMovement: Bool) -> Outcome {
    var outcome = Outcome()
    outcome.apart = clues.indices.filter { clues[$0].apartReason != nil && clues[$0].mention.isKnown }.map { number in
      Reading(
        resolver.unplaced(clues[number].mention.name), [sentence.words(clues[number].mention.tokens)],
        clues[number].apartReason ?? "")
    }
    for number in numbers {
      if case .toward = clues[number].part {
        let found = resolver.resolved(clues[number], in: countries(of: number))
        outcome.destination =
          outcome.destination
          ?? Reading(found.place, [sentence.words(clues[number].tokens)], found.reason, found.alternatives)
      }
    }
    if let pair = pairs.first(where: {
      numbers.contains($0.first) && numbers.contains($0.second) && ($0.isRoad || !$0.isWay || isMovement)
    }) {
      outcome.place = reading(pair)
      return outcome
    }
    var wanted = numbers.filter { clues[$0].isWhere }
    // Who leaves a place was there.
    if isMovement {
      let left = numbers.filter { clues[$0].isLeft && clues[$0].apartReason == nil }
      wanted = (left + wanted).sorted()
    }
    outcome.place = reading(wanted)
    return outcome
  }

  /// The countries that the sentence says a clue lies in.
  private func countries(of number: Int) -> Set<String> {
    var codes: Set<String> = []
    var next = clues[number].container
    var steps = 0
    while let container = next, steps < 4 {
      codes.formUnion(clues[container].mention.places.filter { $0.kind == .country }.map(\.country))
      if codes.isEmpty {
        let provinces = Set(clues[container].mention.places.filter { $0.kind == .province }.map(\.country))
        if provinces.count == 1 { codes = provinces }
      }
      next = clues[container].container
      steps += 1
    }
    // `Ukraine's Odesa region`
    if codes.isEmpty, number > 0, case .qualifier = clues[number - 1].part, clues[number - 1].mention.isCountry,
      clues[number - 1].container == nil,
      clues[number - 1].mention.tokens.upperBound < clues[number].mention.tokens.lowerBound
    {
      // `Russia's Tartus base` may lie elsewhere: then the country only says whose it is.
      let owners = clues[number - 1].mention.places.filter { $0.kind == .country }.map(\.country)
      codes.formUnion(owners.filter { owner in clues[number].mention.places.contains { $0.country == owner } })
    }
    return codes
  }

  // MARK: Pairs

  private func reading(_ pair: PairClue) -> Reading<DraftPlace> {
    let words = [sentence.words(pair.tokens)]
    let (one, two) = (clues[pair.first].mention.name, clues[pair.second].mention.name)
    let name = pair.isWay ? "from \(one) to \(two)" : "between \(one) and \(two)"
    let title = pair.isRoad ? "road \(name)" : name
    let ends = [pair.first, pair.second].map { number -> Coordinate? in
      let found = resolver.place(clues[number].mention, wantsProvince: false, in: countries(of: number))
      switch found {
      case .found(let place, _): return place.kind == .town ? place.position : nil
      case .airfield(let field): return field.position
      case .several, .unsure: return nil
      }
    }
    guard let first = ends[0], let last = ends[1] else {
      return Reading(resolver.unplaced(title), words, "not sure: an end of it is not in the gazetteer")
    }
    let meters = GreatCircle(from: first, to: last).meters
    let route = pair.isRoad || pair.isWay ? resolver.gazetteer.route(from: first, to: last) : nil
    let place = DraftPlace(
      name: title, precision: .region,
      extent: .line(route ?? [first, last], meters: max(15_000, meters * (route == nil ? 0.3 : 0.15))))
    let reason =
      route == nil
      ? "the stretch from one to the other, as the crow flies" : "along the roads of the map from one to the other"
    return Reading(place, words, reason)
  }

  // MARK: Names

  private struct Candidate {
    let number: Int
    var resolved: PlaceResolver.Resolved
    var isKnown: Bool { resolved.place.extent != .none }
  }

  private func reading(_ numbers: [Int]) -> Reading<DraftPlace>? {
    var candidates = numbers.map {
      Candidate(number: $0, resolved: resolver.resolved(clues[$0], in: countries(of: $0)))
    }
    // Of several places of one name, the one in the country of the others.
    let codes = Set(candidates.compactMap { country(of: $0) })
    if !codes.isEmpty {
      for index in candidates.indices
      where !candidates[index].isKnown && !candidates[index].resolved.alternatives.isEmpty {
        candidates[index].resolved = resolver.resolved(clues[candidates[index].number], in: codes)
      }
    }
    if candidates.count > 1 { candidates.removeAll { clues[$0.number].isDoubted && $0.isKnown } }
    guard let first = candidates.first else { return nil }
    if clues[first.number].isDoubted {
      let found = first.resolved
      return Reading(
        resolver.unplaced("perhaps \(found.place.name)"), [sentence.words(clues[first.number].tokens)],
        "not sure: the sentence doubts it",
        [.init(value: found.place, reason: found.reason)])
    }
    if candidates.count == 1 { return qualified(first) }
    if candidates.count == 2, let region = named(candidates[0], by: candidates[1]) { return region }
    let known = candidates.filter(\.isKnown)
    let unknown = candidates.filter { !$0.isKnown }
    if let strange = unknown.first { return nested(strange, known) }
    return combined(finest(known))
  }

  /// The code of the country that a candidate is surely in; nil where that is not known.
  private func country(of candidate: Candidate) -> String? {
    guard candidate.isKnown,
      case .found(let place, _) = resolver.place(
        clues[candidate.number].mention, wantsProvince: false, in: countries(of: candidate.number))
    else { return nil }
    return place.country
  }

  /// The region of a town's name, where the words say besides in what direction it lies.
  private func named(_ region: Candidate, by other: Candidate) -> Reading<DraftPlace>? {
    guard case .region = clues[region.number].part, case .direction = clues[other.number].part,
      case .found(let town, _) = resolver.place(clues[region.number].mention, wantsProvince: true), town.kind == .town,
      other.resolved.place.contains(town.position)
    else { return nil }
    return Reading(
      DraftPlace(
        name: "\(region.resolved.place.name), \(other.resolved.place.name)", precision: other.resolved.place.precision,
        extent: other.resolved.place.extent),
      [sentence.words(clues[region.number].tokens), sentence.words(clues[other.number].tokens)],
      "the outline of the region is not known: \(other.resolved.reason)")
  }

  /// One name, with the country or province that stands behind it.
  private func qualified(_ candidate: Candidate) -> Reading<DraftPlace> {
    let clue = clues[candidate.number]
    let words = [sentence.words(clue.tokens)]
    // Of an unknown village only its country is known.
    if !candidate.isKnown, candidate.resolved.alternatives.isEmpty, let container = clue.container {
      return within(candidate, container, words)
    }
    return Reading(candidate.resolved.place, words, candidate.resolved.reason, candidate.resolved.alternatives)
  }

  private func within(_ candidate: Candidate, _ container: Int, _ words: [SourceWords]) -> Reading<DraftPlace> {
    let outer = resolver.resolved(clues[container], in: countries(of: container))
    let name = candidate.resolved.place.name
    let all = words + [sentence.words(clues[container].mention.tokens)]
    switch outer.place.extent {
    case .none: return Reading(resolver.unplaced(name), all, candidate.resolved.reason)
    case .circle(let center, _):
      return Reading(
        DraftPlace(name: name, precision: .region, extent: resolver.disc(center, PlaceResolver.Reach.surroundings)),
        all,
        "\(name) is not in the gazetteer: somewhere around \(outer.place.name)")
    case .line, .area:
      return Reading(
        DraftPlace(name: name, precision: outer.place.precision, extent: outer.place.extent), all,
        "\(name) is not in the gazetteer: somewhere in \(outer.place.name)")
    }
  }

  /// A name that no gazetteer has, beside names that it has.
  private func nested(_ strange: Candidate, _ known: [Candidate]) -> Reading<DraftPlace> {
    let words = ([strange] + known).map { sentence.words(clues[$0.number].tokens) }
    // `in Bucha, outside Kyiv`: the known one says where the other is, if it says no more than that it is near.
    let near = known.first { candidate in
      switch clues[candidate.number].part {
      case .near, .direction, .region, .part: true
      case .inside: candidate.resolved.place.precision == .country || candidate.resolved.place.precision == .region
      case .facility, .border, .toward, .qualifier, .apart: false
      }
    }
    if let near, near.number > strange.number {
      return Reading(
        DraftPlace(
          name: strange.resolved.place.name, precision: near.resolved.place.precision,
          extent: near.resolved.place.extent), words,
        "\(strange.resolved.place.name) is not in the gazetteer: \(near.resolved.reason)")
    }
    return Reading(
      resolver.unplaced(strange.resolved.place.name), words, strange.resolved.reason,
      strange.resolved.alternatives + known.map { .init(value: $0.resolved.place, reason: $0.resolved.reason) })
  }

  /// The candidates without those that only say where another one lies.
  private func finest(_ known: [Candidate]) -> [Candidate] {
    let inside = known.filter { isInside($0) }
    // `in Jableh, near the air base`: where it was goes before what that is near.
    let stated = known.filter { outer in
      isInside(outer)
        || !inside.contains { inner in
          inner.resolved.place.anchor.map { outer.resolved.place.contains($0, slack: 30_000) } ?? false
        }
    }
    return stated.filter { outer in
      // Members of a list stand for themselves.
      if clues[outer.number].isListed
        || stated.contains(where: { clues[$0.number].isListed && $0.number == outer.number + 1 })
      {
        return true
      }
      return !stated.contains { inner in
        inner.number != outer.number && size(inner) < size(outer)
          && (inner.resolved.place.anchor.map { outer.resolved.place.contains($0, slack: 20_000) } ?? false)
      }
    }
  }

  private func isInside(_ candidate: Candidate) -> Bool {
    switch clues[candidate.number].part {
    case .inside, .facility: candidate.resolved.place.precision != .country
    case .near, .direction, .part, .region, .border, .toward, .qualifier, .apart: false
    }
  }

  private func size(_ candidate: Candidate) -> Double {
    switch candidate.resolved.place.extent {
    case .none: return .infinity
    case .circle(_, let meters): return meters
    case .line(let line, let meters): return (Ground.circle(around: line)?.meters ?? 0) + meters
    case .area(let shape):
      guard let bounds = shape.bounds else { return .infinity }
      return GreatCircle(
        from: Coordinate(latitude: bounds.south, longitude: bounds.west),
        to: Coordinate(latitude: bounds.north, longitude: bounds.east)
      ).meters / 2
    }
  }

  /// Several places as one that holds them all: which of them it was, or whether all, a person decides.
  private func combined(_ candidates: [Candidate]) -> Reading<DraftPlace>? {
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 { return qualified(first) }
    let words = candidates.map { sentence.words(clues[$0.number].tokens) }
    let alternatives = candidates.map {
      Reading<DraftPlace>.Alternative(value: $0.resolved.place, reason: $0.resolved.reason)
    }
    let name = candidates.map(\.resolved.place.name).joined(separator: " and ")
    // Two districts of a country whose outlines are not known.
    if candidates.allSatisfy({ $0.resolved.place.extent == first.resolved.place.extent }) {
      return Reading(
        DraftPlace(name: name, precision: first.resolved.place.precision, extent: first.resolved.place.extent), words,
        first.resolved.reason, alternatives)
    }
    let anchors = candidates.compactMap(\.resolved.place.anchor)
    let largest = candidates.map(size).max() ?? 0
    guard let circle = Ground.circle(around: anchors), circle.meters + largest < 800_000 else {
      return Reading(
        resolver.unplaced(name), words, "not sure: the sentence names \(candidates.count) places", alternatives)
    }
    return Reading(
      DraftPlace(name: name, precision: .region, extent: resolver.disc(circle.center, circle.meters + largest)), words,
      "the sentence names \(candidates.count) places: a region that holds them", alternatives)
  }
}
