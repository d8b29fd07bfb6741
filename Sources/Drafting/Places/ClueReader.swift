import SituationModel

/// Reads the words around the names of places.
struct ClueReader {
  let words: PlaceWords
  let lexicon: Lexicon
  let sentence: ReportSentence
  let mentions: [PlaceMention]

  var tokens: [Token] { sentence.tokens }

  /// The clues of a sentence, one for each name that is known or that stands where a place does, and the pairs among them.
  func clues() -> (clues: [PlaceClue], pairs: [PairClue]) {
    var clues: [PlaceClue] = []
    for mention in mentions {
      guard var clue = clue(mention, before: clues) else { continue }
      if clue.isListed, let last = clues.last, !mention.isCountry || last.mention.isCountry {
        clue = PlaceClue(
          tokens: clue.tokens, mention: mention, part: behind(mention) ?? inherited(last.part), isListed: true,
          isFrom: last.isFrom)
      }
      // `Nikopol and Marhanets districts`: the word is for both.
      if clue.isListed, let last = clues.indices.last, case .inside = clues[last].part, let part = behind(mention) {
        let before = clues[last]
        clues[last] = PlaceClue(
          tokens: before.tokens, mention: before.mention, part: part, isListed: before.isListed, isFrom: before.isFrom,
          isDoubted: before.isDoubted)
      }
      if case .qualifier = clue.part, let last = clues.indices.last { clues[last].container = clues.count }
      clues.append(clue)
    }
    return (clues, pairs(clues))
  }

  func inherited(_ part: PlaceClue.Part) -> PlaceClue.Part {
    switch part {
    case .facility, .region, .part: .inside
    case .qualifier: .apart("stands in a list")
    case .inside, .near, .direction, .border, .toward, .apart: part
    }
  }

  // MARK: One name

  func clue(_ mention: PlaceMention, before: [PlaceClue]) -> PlaceClue? {
    let (start, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    func clue(_ part: PlaceClue.Part, _ range: Range<Int>? = nil) -> PlaceClue {
      var clue = PlaceClue(tokens: range ?? mention.tokens, mention: mention, part: part)
      clue.isDoubted = isDoubted(range?.lowerBound ?? start)
      return clue
    }
    if end < tokens.count, tokens[end].low == "-", end + 1 < tokens.count,
      words.apartBehind.contains(tokens, at: end + 1)
    {
      return clue(.apart("says where somebody is from"))
    }
    let isPossessive = end < tokens.count && tokens[end].low.hasPrefix("'")
    if isPossessive, let found = possessive(mention) { return found }
    if end < tokens.count, words.apartBehind.contains(tokens, at: end), behind(mention) == nil {
      return clue(.apart("says where somebody is from"))
    }
    if isEndOfRoad(mention) { return clue(.apart("is one end of a road")) }
    // `el municipio de Argelia` has the name of a country, and is none.
    let isOf = start > 0 && words.prepositions.match(tokens, at: start - 1)?.meaning == .of
    let isTown = words.townNouns.match(tokens, endingAt: isOf ? start - 1 : start) != nil
    if mention.isCountry, isTown { return clue(.apart("is a smaller place of that name")) }
    // `Kherson, Ukraine`; `Jableh, Tartus and Homs`.
    if let last = before.last, start >= 1 {
      let gap = min(last.tokens.upperBound, start)..<start
      if gap.count == 1, tokens[gap.lowerBound].low == ",",
        last.mention.tokens.upperBound == gap.lowerBound || last.tokens.upperBound == gap.lowerBound
      {
        if mention.isCountry || mention.places.contains(where: { $0.kind == .province }), !last.mention.isCountry {
          return clue(.qualifier)
        }
        if mention.isKnown, !isListAhead(end) { return clue(.qualifier) }
        var listed = clue(.inside)
        listed.isListed = true
        return listed
      }
      let joint = gap.filter { tokens[$0].low != "," && !words.skip.contains(tokens, at: $0) }
      if joint.count == 1, words.listWords.contains(tokens, at: joint[0]) {
        var listed = clue(.inside)
        listed.isListed = true
        return listed
      }
    }
    if let doubt = words.seemingly.match(tokens, endingAt: start) {
      var doubted = clue(.inside, start - doubt.count..<end)
      doubted.isDoubted = true
      return doubted
    }
    let back = preceding(start)
    let range = back.start..<max(end, behindEnd(mention))
    // A name that no gazetteer has may still be an end of a road.
    let strange = isPairable(start) ? clue(.apart("no word says that it was there")) : nil
    guard let role = back.role else {
      if let target = passive(end), target, !mention.isCountry, mention.isKnown { return clue(.inside) }
      return mention.isKnown ? clue(.apart("no word says that it was there")) : strange
    }
    let part = part(mention, role, back)
    if !mention.isKnown {
      // `Syria's Mediterranean coast`
      if words.territory.contains(tokens, at: end) { return strange }
      // A name that no gazetteer has is one of a place only where the words leave no doubt.
      guard
        role == .inside || role == .near || role == .from || role == .into
          || role == .target && (back.isPlaceNoun || back.isFacility || named(mention) != nil),
        !back.isNamed
      else { return strange }
    }
    var result = clue(isIntended(back.start) ? .toward : part, range)
    result.isFrom = role == .from
    result.isLeft = result.isFrom && lexicon.departures.isAmong(tokens, max(0, back.start - 4)..<start)
    return result
  }

  /// True if the words before a place say what somebody intends: `with intentions to gather in Homs`.
  func isIntended(_ start: Int) -> Bool {
    for place in stride(from: start - 1, through: max(0, start - 6), by: -1) {
      let token = tokens[place]
      if !token.isWord || lexicon.clauses.match(tokens, at: place) != nil || token.isCapitalised { return false }
      if lexicon.infinitive.contains(tokens, at: place), place + 1 < start, !tokens[place + 1].isCapitalised,
        words.skip.match(tokens, at: place + 1) == nil, place > 0,
        lexicon.triggers.match(tokens, endingAt: place)?.meaning.isNoun != false
      {
        return lexicon.support.match(tokens, at: place + 1) == nil
      }
    }
    return false
  }

  /// True if `between`, `from`, `to` or `and` stands before a name.
  func isPairable(_ start: Int) -> Bool {
    [words.betweenWords, words.fromWords, words.toWords, words.listWords].contains {
      $0.match(tokens, endingAt: start) != nil
    }
  }

  /// The part of a place by the role of the words before it.
  func part(_ mention: PlaceMention, _ role: PlaceWords.Role, _ back: Preceding) -> PlaceClue.Part {
    switch role {
    case .apart: return .apart("says whom or what something is about")
    case .toward: return .toward
    case .of: return .apart("says whose something is")
    case .near:
      if let direction = back.direction { return .direction(direction, kilometers: back.kilometers) }
      if let kilometers = back.kilometers { return .direction(.C, kilometers: kilometers) }
      return .near
    case .inside, .into, .target, .from:
      if let direction = back.direction {
        return mention.isCountry || mention.places.allSatisfy({ $0.kind == .province }) || behindIsRegion(mention)
          ? .part(direction) : .inside
      }
      if back.isRegion { return .region }
      if back.isFacility { return .facility(isAirfield: back.isAirfield) }
      return behind(mention) ?? .inside
    }
  }

  func behindIsRegion(_ mention: PlaceMention) -> Bool {
    if case .region? = behind(mention) { true } else { false }
  }

  /// The part by the words behind a name: `Homs province`, `Tartus naval facility`.
  func behind(_ mention: PlaceMention) -> PlaceClue.Part? {
    named(mention) ?? (isCompound(mention.tokens.upperBound) ? .near : nil)
  }

  /// True if a small word behind a name makes it the name of something else: `Zamboanga anchorage`.
  func isCompound(_ end: Int) -> Bool {
    guard end < tokens.count, tokens[end].isWord, !tokens[end].isCapitalised, !tokens[end].isNumber,
      !tokens[end].isCaseless,
      tokens[end].low.count > 2, !sentence.isVerb(end, lexicon)
    else { return false }
    let tables: [PhraseTable<Bool>] = [
      lexicon.clauses, lexicon.support, lexicon.modals, lexicon.negations, words.listWords, words.skip,
      lexicon.times.prefixes,
      lexicon.times.since, lexicon.times.until, lexicon.times.night, lexicon.times.about, lexicon.times.last,
      lexicon.smallWords,
      lexicon.times.sameDay, lexicon.times.dayBefore, lexicon.times.dayAfter,
    ]
    if tables.contains(where: { $0.contains(tokens, at: end) }) { return false }
    return words.prepositions.match(tokens, at: end) == nil && lexicon.times.relative.match(tokens, at: end) == nil
      && lexicon.times.weekdays.match(tokens, at: end) == nil
      && lexicon.triggers.match(tokens, at: end)?.meaning.isNoun != false
  }

  /// The part by a word for a sort of place behind a name.
  func named(_ mention: PlaceMention) -> PlaceClue.Part? {
    let end = mention.tokens.upperBound
    // A word or two may stand between: `Odesa commercial port`.
    for place in end..<min(end + 2, tokens.count) {
      guard tokens[place].isWord else { return nil }
      if words.regionWords.contains(tokens, at: place) { return .region }
      if words.airfieldWords.contains(tokens, at: place) { return .facility(isAirfield: true) }
      if words.facilityWords.contains(tokens, at: place) { return .facility(isAirfield: false) }
      if words.borderWords.contains(tokens, at: place) { return .border }
      if words.areaWords.contains(tokens, at: place) || words.roadWords.contains(tokens, at: place) { return .near }
      if words.districtWords.contains(tokens, at: place) { return .inside }
      if tokens[place].isCapitalised == false, place == end, !words.skip.contains(tokens, at: place) { return nil }
    }
    return nil
  }

  func behindEnd(_ mention: PlaceMention) -> Int {
    let end = mention.tokens.upperBound
    for place in end..<min(end + 2, tokens.count) {
      for table in [
        words.facilityWords, words.airfieldWords, words.regionWords, words.areaWords, words.districtWords,
        words.roadWords,
      ] {
        if let found = table.match(tokens, at: place) { return place + found.count }
      }
      if !tokens[place].isWord { break }
    }
    return end
  }

  /// The part of a place whose name has an `'s`.
  func possessive(_ mention: PlaceMention) -> PlaceClue? {
    let end = mention.tokens.upperBound + 1
    guard end < tokens.count else {
      return PlaceClue(tokens: mention.tokens, mention: mention, part: .apart("says whose something is"))
    }
    // `Ukraine's Odesa region`: the country says where that is.
    if let next = mentions.first(where: { $0.tokens.lowerBound >= end && $0.tokens.lowerBound <= end + 2 }),
      mention.isCountry,
      next.isKnown
    {
      return PlaceClue(tokens: mention.tokens, mention: mention, part: .qualifier)
    }
    let back = preceding(mention.tokens.lowerBound)
    let isThere = back.role == .inside || back.role == .into || back.role == .target || back.role == .near
    for place in end..<min(end + 4, tokens.count) {
      guard tokens[place].isWord, lexicon.triggers.match(tokens, at: place)?.meaning.isNoun != false else { break }
      if words.directions.match(tokens, at: place) != nil,
        let direction = words.directions.match(tokens, at: place)?.meaning, isThere,
        mention.isCountry
      {
        return PlaceClue(tokens: back.start..<place + 1, mention: mention, part: .part(direction))
      }
      if isThere, words.districtWords.contains(tokens, at: place) || words.territory.contains(tokens, at: place) {
        return PlaceClue(tokens: back.start..<place + 1, mention: mention, part: .inside)
      }
      if isThere, words.borderWords.contains(tokens, at: place) {
        return PlaceClue(tokens: back.start..<place + 1, mention: mention, part: .border)
      }
      if isThere, words.facilityWords.contains(tokens, at: place) || words.airfieldWords.contains(tokens, at: place) {
        let isAirfield = words.airfieldWords.contains(tokens, at: place)
        return PlaceClue(
          tokens: back.start..<place + 1, mention: mention,
          part: mention.isCountry ? .inside : .facility(isAirfield: isAirfield))
      }
    }
    return PlaceClue(tokens: mention.tokens, mention: mention, part: .apart("says whose something is"))
  }

  /// True if a list goes on behind a token.
  func isListAhead(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    if words.listWords.contains(tokens, at: index) { return true }
    guard tokens[index].low == ",", index + 1 < tokens.count else { return false }
    if words.listWords.contains(tokens, at: index + 1) { return true }
    return mentions.contains { $0.tokens.lowerBound == index + 1 && isListAhead($0.tokens.upperBound) }
  }

  /// True if what stands behind a name says that something was done to the place; nil at the end of the sentence.
  func passive(_ end: Int) -> Bool? {
    guard end < tokens.count else { return nil }
    guard let found = words.passive.match(tokens, at: end) else { return false }
    for place in end..<min(end + found.count + 3, tokens.count) {
      if let trigger = lexicon.triggers.match(tokens, at: place) {
        let group = lexicon.groups[trigger.meaning.group]
        return ["strike", "incursion", "clash", "explosion"].contains(group.kind)
      }
    }
    return false
  }

  func isDoubted(_ start: Int) -> Bool {
    words.seemingly.match(tokens, endingAt: start) != nil
      || (max(0, start - 4)..<max(0, start)).contains { words.seemingly.contains(tokens, at: $0) }
  }
}
