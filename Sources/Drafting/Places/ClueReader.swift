import SituationModel

/// Reads the words around the names of places.
struct ClueReader {
  let words: PlaceWords
  let lexicon: Lexicon
  let sentence: ReportSentence
  let mentions: [PlaceMention]

  private var tokens: [Token] { sentence.tokens }

  /// The clues of a sentence, one for each name that is known or that stands where a place does, and the pairs among them.
  func clues() -> (clues: [PlaceClue], pairs: [PairClue]) {
    var clues: [PlaceClue] = []
    for mention in mentions {
      guard var clue = clue(mention, before: clues) else { continue }
      if clue.isListed, let last = clues.last, !mention.isCountry || last.mention.isCountry {
        clue = PlaceClue(
          tokens: clue.tokens, mention: mention, part: behind(mention) ?? inherited(last.part), isListed: true, isFrom: last.isFrom)
      }
      if case .qualifier = clue.part, let last = clues.indices.last { clues[last].container = clues.count }
      clues.append(clue)
    }
    return (clues, pairs(clues))
  }

  private func inherited(_ part: PlaceClue.Part) -> PlaceClue.Part {
    switch part {
    case .facility, .region, .part: .inside
    case .qualifier: .apart("stands in a list")
    case .inside, .near, .direction, .border, .toward, .apart: part
    }
  }

  // MARK: One name

  private func clue(_ mention: PlaceMention, before: [PlaceClue]) -> PlaceClue? {
    let (start, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    func clue(_ part: PlaceClue.Part, _ range: Range<Int>? = nil) -> PlaceClue {
      var clue = PlaceClue(tokens: range ?? mention.tokens, mention: mention, part: part)
      clue.isDoubted = isDoubted(range?.lowerBound ?? start)
      return clue
    }
    if end < tokens.count, tokens[end].low == "-", end + 1 < tokens.count, words.apartBehind.contains(tokens, at: end + 1) {
      return clue(.apart("says where somebody is from"))
    }
    let isPossessive = end < tokens.count && tokens[end].low.hasPrefix("'")
    if isPossessive, let found = possessive(mention) { return found }
    if end < tokens.count, words.apartBehind.contains(tokens, at: end), behind(mention) == nil {
      return clue(.apart("says where somebody is from"))
    }
    // `Kherson, Ukraine`; `Jableh, Tartus and Homs`.
    if let last = before.last, start >= 1 {
      let gap = min(last.tokens.upperBound, start)..<start
      if gap.count == 1, tokens[gap.lowerBound].low == ",", last.mention.tokens.upperBound == gap.lowerBound || last.tokens.upperBound == gap.lowerBound {
        if mention.isCountry || mention.places.contains(where: { $0.kind == .province }), !last.mention.isCountry { return clue(.qualifier) }
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
      // A name that no gazetteer has is one of a place only where the words leave no doubt.
      guard role == .inside || role == .near || role == .from || role == .into || role == .target && (back.isPlaceNoun || back.isFacility || named(mention) != nil),
        !back.isNamed
      else { return strange }
    }
    var result = clue(isIntended(back.start) ? .toward : part, range)
    result.isFrom = role == .from
    return result
  }

  /// True if the words before a place say what somebody intends: `with intentions to gather in Homs`.
  private func isIntended(_ start: Int) -> Bool {
    for place in stride(from: start - 1, through: max(0, start - 6), by: -1) {
      let token = tokens[place]
      if !token.isWord || lexicon.clauses.match(tokens, at: place) != nil || token.isCapitalised { return false }
      if lexicon.infinitive.contains(tokens, at: place), place + 1 < start, !tokens[place + 1].isCapitalised,
        words.skip.match(tokens, at: place + 1) == nil, place > 0, lexicon.triggers.match(tokens, endingAt: place)?.meaning.isNoun != false
      {
        return lexicon.support.match(tokens, at: place + 1) == nil
      }
    }
    return false
  }

  /// True if `between`, `from`, `to` or `and` stands before a name.
  private func isPairable(_ start: Int) -> Bool {
    [words.betweenWords, words.fromWords, words.toWords, words.listWords].contains { $0.match(tokens, endingAt: start) != nil }
  }

  /// The part of a place by the role of the words before it.
  private func part(_ mention: PlaceMention, _ role: PlaceWords.Role, _ back: Preceding) -> PlaceClue.Part {
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

  private func behindIsRegion(_ mention: PlaceMention) -> Bool {
    if case .region? = behind(mention) { true } else { false }
  }

  /// The part by the words behind a name: `Homs province`, `Tartus naval facility`.
  private func behind(_ mention: PlaceMention) -> PlaceClue.Part? {
    named(mention) ?? (isCompound(mention.tokens.upperBound) ? .near : nil)
  }

  /// True if a small word behind a name makes it the name of something else: `Zamboanga anchorage`.
  private func isCompound(_ end: Int) -> Bool {
    guard end < tokens.count, tokens[end].isWord, !tokens[end].isCapitalised, !tokens[end].isNumber, !tokens[end].isCaseless,
      tokens[end].low.count > 2, !sentence.isVerb(end, lexicon)
    else { return false }
    let tables: [PhraseTable<Bool>] = [
      lexicon.clauses, lexicon.support, lexicon.modals, lexicon.negations, words.listWords, words.skip, lexicon.times.prefixes,
      lexicon.times.since, lexicon.times.until, lexicon.times.night, lexicon.times.about, lexicon.times.last, lexicon.smallWords,
      lexicon.times.sameDay, lexicon.times.dayBefore, lexicon.times.dayAfter,
    ]
    if tables.contains(where: { $0.contains(tokens, at: end) }) { return false }
    return words.prepositions.match(tokens, at: end) == nil && lexicon.times.relative.match(tokens, at: end) == nil
      && lexicon.times.weekdays.match(tokens, at: end) == nil && lexicon.triggers.match(tokens, at: end)?.meaning.isNoun != false
  }

  /// The part by a word for a sort of place behind a name.
  private func named(_ mention: PlaceMention) -> PlaceClue.Part? {
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

  private func behindEnd(_ mention: PlaceMention) -> Int {
    let end = mention.tokens.upperBound
    for place in end..<min(end + 2, tokens.count) {
      for table in [words.facilityWords, words.airfieldWords, words.regionWords, words.areaWords, words.districtWords, words.roadWords] {
        if let found = table.match(tokens, at: place) { return place + found.count }
      }
      if !tokens[place].isWord { break }
    }
    return end
  }

  /// The part of a place whose name has an `'s`.
  private func possessive(_ mention: PlaceMention) -> PlaceClue? {
    let end = mention.tokens.upperBound + 1
    guard end < tokens.count else { return PlaceClue(tokens: mention.tokens, mention: mention, part: .apart("says whose something is")) }
    // `Ukraine's Odesa region`: the country says where that is.
    if let next = mentions.first(where: { $0.tokens.lowerBound >= end && $0.tokens.lowerBound <= end + 2 }), mention.isCountry,
      next.isKnown
    {
      return PlaceClue(tokens: mention.tokens, mention: mention, part: .qualifier)
    }
    let back = preceding(mention.tokens.lowerBound)
    let isThere = back.role == .inside || back.role == .into || back.role == .target || back.role == .near
    for place in end..<min(end + 4, tokens.count) {
      guard tokens[place].isWord, lexicon.triggers.match(tokens, at: place)?.meaning.isNoun != false else { break }
      if words.directions.match(tokens, at: place) != nil, let direction = words.directions.match(tokens, at: place)?.meaning, isThere,
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
  private func isListAhead(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    if words.listWords.contains(tokens, at: index) { return true }
    guard tokens[index].low == ",", index + 1 < tokens.count else { return false }
    if words.listWords.contains(tokens, at: index + 1) { return true }
    return mentions.contains { $0.tokens.lowerBound == index + 1 && isListAhead($0.tokens.upperBound) }
  }

  /// True if what stands behind a name says that something was done to the place; nil at the end of the sentence.
  private func passive(_ end: Int) -> Bool? {
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

  private func isDoubted(_ start: Int) -> Bool {
    words.seemingly.match(tokens, endingAt: start) != nil
      || (max(0, start - 4)..<max(0, start)).contains { words.seemingly.contains(tokens, at: $0) }
  }

  // MARK: Before a name

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
      if token.low.hasPrefix("'"), let country = mentions.first(where: { $0.tokens.upperBound == place - 1 && $0.isCountry }) {
        place = country.tokens.lowerBound
        continue
      }
      // `محافظة حمص`: in some languages the sort of place stands before its name.
      if place == start, words.regionWords.match(tokens, endingAt: place) != nil { result.isRegion = true }
      if let direction = words.directions.match(tokens, endingAt: place) {
        if result.direction == nil { result.direction = direction.meaning }
        place -= direction.count
      } else if words.skip.match(tokens, endingAt: place) != nil || words.regionWords.match(tokens, endingAt: place) != nil || lexicon.nationalities.match(tokens, endingAt: place) != nil
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
  private func passOf(_ place: inout Int, _ count: Int, _ result: inout Preceding) -> Bool {
    let before = place - count
    if let direction = words.directions.match(tokens, endingAt: before) {
      let first = before - direction.count
      // `in the south of Syria` has an article; `south of Homs` has none.
      let isPart = first > 0 && words.skip.match(tokens, endingAt: first) != nil && tokens[first - 1].low.count > 1 && !tokens[first - 1].isNumber
        && (words.prepositions.match(tokens, endingAt: first - 1) != nil)
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
  private func passDistance(_ result: inout Preceding) {
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

  // MARK: Pairs

  private func pairs(_ clues: [PlaceClue]) -> [PairClue] {
    var pairs: [PairClue] = []
    for first in clues.indices.dropLast() {
      let second = first + 1
      let (one, two) = (clues[first].mention, clues[second].mention)
      guard !one.isCountry, !two.isCountry else { continue }
      let gap = one.tokens.upperBound..<two.tokens.lowerBound
      let start = one.tokens.lowerBound
      // `the Damascus-Aleppo highway`
      if gap.count == 1, tokens[gap.lowerBound].low == "-", words.roadWords.contains(tokens, at: two.tokens.upperBound) {
        pairs.append(PairClue(tokens: start..<two.tokens.upperBound + 1, first: first, second: second, isRoad: true, isWay: false))
        continue
      }
      guard gap.count <= 6 else { continue }
      let joints = gap.filter { words.listWords.contains(tokens, at: $0) || words.toWords.contains(tokens, at: $0) }
      guard joints.count == 1, let joint = joints.first else { continue }
      let isTo = words.toWords.contains(tokens, at: joint)
      if let road = roadBefore(start) {
        pairs.append(PairClue(tokens: road..<two.tokens.upperBound, first: first, second: second, isRoad: true, isWay: isTo))
      } else if !isTo, let between = wordBefore(start, words.betweenWords) {
        pairs.append(PairClue(tokens: between..<two.tokens.upperBound, first: first, second: second, isRoad: false, isWay: false))
      } else if isTo, let from = wordBefore(start, words.fromWords) {
        pairs.append(PairClue(tokens: from..<two.tokens.upperBound, first: first, second: second, isRoad: false, isWay: true))
      }
    }
    return pairs
  }

  /// The first token of a phrase of a road that ends before a name.
  private func roadBefore(_ start: Int) -> Int? {
    for place in stride(from: start - 1, through: max(0, start - 7), by: -1) {
      if let found = words.routePhrases.match(tokens, at: place), place + found.count <= start,
        (place + found.count..<start).allSatisfy({ words.skip.contains(tokens, at: $0) })
      {
        return place
      }
    }
    return nil
  }

  private func wordBefore(_ start: Int, _ table: PhraseTable<Bool>) -> Int? {
    var place = start
    while place > 0, start - place < 4 {
      if let found = table.match(tokens, endingAt: place) { return place - found.count }
      guard words.skip.match(tokens, endingAt: place) != nil else { return nil }
      place -= 1
    }
    return nil
  }
}

/// Numbers in digits.
enum NumberText {
  /// The value of a number as it stands in a sentence: `1,200`, `3.5`; nil for anything else.
  static func value(_ text: String) -> Double? {
    var digits = ""
    var groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." || $0 == "\u{A0}" }
    guard let first = groups.first, !first.isEmpty, text.utf8.count <= 18,
      groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    if groups.count == 1 { return Double(text) }
    let marks = Set(text.filter { $0 == "," || $0 == "." })
    // Groups of three digits are thousands; of one mark alone with other digits behind it is a fraction.
    if groups.dropFirst().allSatisfy({ $0.count == 3 }), marks.count == 1 {
      for group in groups { digits += group }
      return Double(digits)
    }
    guard groups.count == 2 else { return nil }
    let last = groups.removeLast()
    return Double("\(groups[0]).\(last)")
  }
}
