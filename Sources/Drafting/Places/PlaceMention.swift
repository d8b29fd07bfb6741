import SituationModel

/// A name of a place in a sentence.
struct PlaceMention: Sendable {
  /// The tokens of the name.
  let tokens: Range<Int>
  /// The name as it stands.
  let name: String
  /// The places that it may mean; empty where the gazetteer has none of the name.
  let places: [KnownPlace]
  /// The airfields that it may mean.
  let airfields: [ReportGazetteer.Airfield]

  /// True if the gazetteer has the name.
  var isKnown: Bool { !places.isEmpty || !airfields.isEmpty }
  /// True if it is a country.
  var isCountry: Bool { places.contains { $0.kind == .country } }
}

/// Finds the names of places in sentences.
struct PlaceFinder {
  let words: PlaceWords
  let lexicon: Lexicon
  let gazetteer: ReportGazetteer

  private static let longest = 5

  /// The names in a sentence, in order. Names that no gazetteer has are among them where the words before say that they are of places.
  func mentions(_ sentence: ReportSentence, _ isTaken: (Int) -> Bool) -> [PlaceMention] {
    let tokens = sentence.tokens
    var mentions: [PlaceMention] = []
    var index = 0
    while index < tokens.count {
      guard isStart(tokens, index), !isTaken(index) else {
        index += 1
        continue
      }
      if let found = known(sentence, index, isTaken) {
        if !isPerson(tokens, found.tokens) { mentions.append(found) }
        index = found.tokens.upperBound
      } else if let found = unknown(sentence, index, isTaken) {
        mentions.append(found)
        index = found.tokens.upperBound
      } else {
        // A name that is none of a place is passed over whole: no part of it is one either.
        index =
          words.notPlaces.contains(tokens[index].low) || isLoud(tokens, index)
          ? index + 1 : max(index + 1, nameEnd(tokens, index))
      }
    }
    return mentions
  }

  /// True if a word stands among words that are all capitals, where capitals say nothing.
  private func isLoud(_ tokens: [Token], _ index: Int) -> Bool {
    func isCapitals(_ place: Int) -> Bool {
      tokens.indices.contains(place) && tokens[place].text.count > 1
        && tokens[place].text == tokens[place].text.uppercased() && tokens[place].isCapitalised
    }
    return isCapitals(index) && (isCapitals(index + 1) || isCapitals(index - 1))
  }

  private func isStart(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isWord, !token.isNumber else { return false }
    return token.isCapitalised || token.isCaseless
  }

  private func known(_ sentence: ReportSentence, _ index: Int, _ isTaken: (Int) -> Bool) -> PlaceMention? {
    let tokens = sentence.tokens
    var ends: [Int] = []
    var end = index
    while end < tokens.count, ends.count < PlaceFinder.longest, !isTaken(end) {
      let token = tokens[end]
      if token.isWord {
        end += 1
        ends.append(end)
      } else if token.low == "-" || token.text == "'" || token.text == "’", end > index, end + 1 < tokens.count,
        tokens[end + 1].isWord,
        token.range.lowerBound == tokens[end - 1].range.upperBound
      {
        end += 1
      } else {
        break
      }
    }
    for end in ends.reversed() {
      guard tokens[end - 1].isCapitalised || tokens[end - 1].isCaseless || tokens[end - 1].isNumber || end - index > 1
      else { continue }
      // The last word of a name has a capital, but in names with an article between.
      guard !tokens[end - 1].low.isEmpty, tokens[end - 1].isCapitalised || tokens[end - 1].isCaseless else { continue }
      let name = sentence.source(of: index..<end)
      if end == index + 1, words.notPlaces.contains(tokens[index].low) || tokens[index].text.count < 2 { continue }
      if words.notPlaces.contains(Token.low(name)) { continue }
      if lexicon.nationalities.match(tokens, at: index).map({ index + $0.count == end }) ?? false { continue }
      for spelling in spellings(name, tokens[end - 1]) {
        let (places, fields) = (gazetteer.places(named: spelling), gazetteer.airfields(named: spelling))
        // `Niger State` is no country.
        let isRegion = words.regionWords.contains(sentence.tokens, at: end) && places.contains { $0.kind == .country }
        if isRegion {
          return PlaceMention(
            tokens: index..<end, name: name, places: places.filter { $0.kind != .country }, airfields: [])
        }
        if !places.isEmpty || !fields.isEmpty {
          return PlaceMention(tokens: index..<end, name: name, places: places, airfields: fields)
        }
      }
    }
    return nil
  }

  /// The forms in which a gazetteer may have a name that stands in some case.
  private func spellings(_ name: String, _ last: Token) -> [String] {
    var result = [name]
    let first = name.first.map(String.init) ?? ""
    for prefix in words.prefixes where name.hasPrefix(prefix) && first == prefix && name.count >= 4 {
      result.append(String(name.dropFirst(prefix.count)))
      if prefix == "ل" { result.append("ال" + name.dropFirst(1)) }
    }
    for (ending, replacement) in words.endings where name.hasSuffix(ending) && name.count > ending.count + 1 {
      result.append(name.dropLast(ending.count) + replacement)
    }
    return result
  }

  /// A capitalised name behind a preposition of place that no gazetteer has.
  private func unknown(_ sentence: ReportSentence, _ index: Int, _ isTaken: (Int) -> Bool) -> PlaceMention? {
    let tokens = sentence.tokens
    guard tokens[index].isCapitalised, !isLoud(tokens, index), !words.notPlaces.contains(tokens[index].low),
      lexicon.nationalities.match(tokens, at: index) == nil, !words.directionsBegin(tokens, index)
    else { return nil }
    let end = nameEnd(tokens, index)
    // Where all nouns have capitals, a name that no gazetteer has is seen by two of them in a row.
    if lexicon.hasCapitalNouns, end < index + 2 { return nil }
    guard !(index..<end).contains(where: isTaken), !isPerson(tokens, index..<end) else { return nil }
    if lexicon.claims.media.match(tokens, at: index) != nil
      || lexicon.claims.actorGroups.match(tokens, at: index) != nil
    {
      return nil
    }
    return PlaceMention(tokens: index..<end, name: sentence.source(of: index..<end), places: [], airfields: [])
  }

  /// The end of a run of capitalised words.
  private func nameEnd(_ tokens: [Token], _ index: Int) -> Int {
    var end = index + 1
    while end < tokens.count {
      if tokens[end].isWord && tokens[end].isCapitalised {
        end += 1
      } else if tokens[end].low == "-", end + 1 < tokens.count, tokens[end + 1].isWord,
        tokens[end].range.upperBound == tokens[end + 1].range.lowerBound,
        tokens[end].range.lowerBound == tokens[end - 1].range.upperBound
      {
        end += 2
      } else if let particle = words.particles.match(tokens, at: end), end + particle.count < tokens.count,
        tokens[end + particle.count].isCapitalised
      {
        end += particle.count + 1
      } else {
        break
      }
    }
    return end
  }

  /// True if a name is part of that of a person or an office: a title before it, or a name that is none of a place before or behind.
  private func isPerson(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    var before = range.lowerBound - 1
    if before > 0, tokens[before].low == "." { before -= 1 }
    if before >= 0, words.titles.match(tokens, endingAt: before + 1) != nil { return true }
    if before >= 0, !isLoud(tokens, before), tokens[before].isWord, tokens[before].isCapitalised,
      before == range.lowerBound - 1,
      !isOrdinary(tokens, before)
    {
      return true
    }
    let next = range.upperBound
    if isLoud(tokens, range.lowerBound) { return false }
    // `Kamloops Fire Centre` is another name than that of the town.
    return next < tokens.count && tokens[next].isCapitalised && !isOrdinary(tokens, next) && !lexicon.hasCapitalNouns
  }

  /// True if a capitalised word may stand beside the name of a place: a sort of place, a direction, an adjective, or the first word of a
  /// sentence.
  private func isOrdinary(_ tokens: [Token], _ index: Int) -> Bool {
    let tables = [
      words.regionWords, words.facilityWords, words.areaWords, words.placeNouns, words.roadWords, words.borderWords,
      words.districtWords,
      words.skip, words.territory, lexicon.forces,
    ]
    if index == 0 || words.notPlaces.contains(tokens[index].low) { return true }
    if tables.contains(where: { $0.contains(tokens, at: index) }) { return true }
    return words.directions.match(tokens, at: index) != nil || words.prepositions.match(tokens, at: index) != nil
      || lexicon.nationalities.match(tokens, at: index) != nil || lexicon.times.weekdays.match(tokens, at: index) != nil
      || lexicon.times.months.match(tokens, at: index) != nil
      || !gazetteer.places(named: tokens[index].text).isEmpty
  }
}

extension PlaceWords {
  /// True if a direction begins at a token.
  func directionsBegin(_ tokens: [Token], _ index: Int) -> Bool { directions.match(tokens, at: index) != nil }
}
