/// The words before a name.
extension ClueReader {

  /// The words before a name.
  struct Preceding {
    var role: PlaceWords.Role?
    /// The first token of them.
    var start: Int
    var direction: PlaceWords.Direction?
    var kilometers: Double?
    var isFacility = false
    var isAirfield = false
    /// True if a word before says that it is a region, or any place.
    var isRegion = false, isPlaceNoun = false
    /// True if a noun with `of` names what the words are about.
    var isNamed = false
  }

  /// Walks back from a name over words that may stand between it and its preposition.
  func preceding(_ start: Int) -> Preceding {
    var result = Preceding(start: start)
    var place = start
    var strange = 0
    while place > 0, start - place < 12 {
      if let found = words.prepositions.match(tokens, endingAt: place) {
        if found.meaning == .of, found.count == 1 || tokens[place - 1].low == tokens[place - found.count].low {
          guard passOf(&place, found.count, &result) else { return result }
          continue
        }
        result.role = result.role ?? found.meaning
        result.start = place - found.count
        if found.meaning == .inside || found.meaning == .near { passDistance(&result) }
        // `the airstrip at Hmeimim`
        if found.meaning == .inside, words.airfieldWords.match(tokens, endingAt: result.start) != nil {
          (result.isFacility, result.isAirfield) = (true, true)
        }
        return result
      }
      let token = tokens[place - 1]
      // `Russia's Tartus base`: the country says whose it is.
      if token.low.hasPrefix("'"),
        let country = mentions.first(where: { $0.tokens.upperBound == place - 1 && $0.isCountry })
      {
        place = country.tokens.lowerBound
        continue
      }
      // `on road Beni to Kasindi`: the road, and not the town.
      if place == start, words.roadWords.match(tokens, endingAt: place) != nil {
        result.role = .near
        result.start = place - 1
        return result
      }
      // `محافظة حمص`: in some languages the sort of place stands before its name.
      if place == start, words.regionWords.match(tokens, endingAt: place) != nil { result.isRegion = true }
      if let direction = words.directions.match(tokens, endingAt: place) {
        if result.direction == nil { result.direction = direction.meaning }
        place -= direction.count
      } else if words.skip.match(tokens, endingAt: place) != nil
        || words.regionWords.match(tokens, endingAt: place) != nil
        || lexicon.nationalities.match(tokens, endingAt: place) != nil
        || token.isNumber
      {
        place -= 1
      } else if token.isWord, !token.isCapitalised, strange < 1, lexicon.triggers.match(tokens, endingAt: place) == nil,
        lexicon.support.match(tokens, endingAt: place) == nil
      {
        strange += 1
        place -= 1
      } else {
        break
      }
    }
    if result.role == .near { return result }
    return Preceding(start: start)
  }

  /// Passes `of` with the noun before it: `the port of`, `south of`, `the shelling of`. False where the walk ends there.
  func passOf(_ place: inout Int, _ count: Int, _ result: inout Preceding) -> Bool {
    let before = place - count
    if let direction = words.directions.match(tokens, endingAt: before) {
      let first = before - direction.count
      // `in the south of Syria` has an article; `south of Homs` and `villages south of Homs` have none.
      let isPart = first > 0 && lexicon.definite.match(tokens, endingAt: first) != nil
      result.direction = direction.meaning
      if isPart {
        place = first
        return true
      }
      result.role = .near
      result.start = first
      passDistance(&result)
      return false
    }
    for (table, isFacility, isAirfield) in [(words.airfieldWords, true, true), (words.facilityWords, true, false)] {
      if let noun = table.match(tokens, endingAt: before) {
        (result.isFacility, result.isAirfield) = (isFacility, isAirfield)
        place = before - noun.count
        return true
      }
    }
    if words.regionWords.match(tokens, endingAt: before) != nil { result.isRegion = true }
    for table in [words.placeNouns, words.districtWords, words.regionWords, words.skip] {
      if let noun = table.match(tokens, endingAt: before) {
        result.isPlaceNoun = true
        place = before - noun.count
        return true
      }
    }
    if let noun = words.areaWords.match(tokens, endingAt: before) {
      result.role = .near
      result.start = before - noun.count
      return false
    }
    let isTold = lexicon.triggers.match(tokens, endingAt: before)?.meaning.isNoun ?? false
    result.role = isTold ? .target : .of
    result.isNamed = true
    result.start = before
    return false
  }

  /// Takes a distance that stands before: `25 km south of`.
  func passDistance(_ result: inout Preceding) {
    let end = result.start
    for count in 1...2 where end - count > 0 {
      guard let unit = words.distance.match(tokens, at: end - count, before: end), unit.count == count else { continue }
      guard let number = NumberText.value(tokens[end - count - 1].low) else { continue }
      result.kilometers = number * unit.meaning
      result.start = end - count - 1
      if result.role == .inside { result.role = .near }
      return
    }
  }
}
