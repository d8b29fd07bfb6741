import SituationModel

/// A sentence with all that its words say of times, places and tellers.
struct ParsedSentence {
  /// Ground that is named without a name.
  struct GroundClue: Sendable {
    enum Meaning: Sendable {
      /// A country by an adjective: `Syrian territory`.
      case country(String)
      /// `the country`
      case principal
      /// `nearby`
      case nearby
    }

    let tokens: Range<Int>
    let meaning: Meaning
  }

  let sentence: ReportSentence
  let times: [TimeMention]
  let mentions: [PlaceMention]
  let clues: [PlaceClue]
  let pairs: [PairClue]
  let nationalities: [String]
  let grounds: [GroundClue]
  let attributions: [Attribution]
  /// True if it gives an opinion, or says what is not known.
  let isOpinion: Bool

  init(_ sentence: ReportSentence, lexicon: Lexicon, gazetteer: ReportGazetteer, times reader: TimeReader) {
    self.sentence = sentence
    let tokens = sentence.tokens
    times = reader.mentions(tokens)
    let dated = Set(times.flatMap(\.tokens))
    let named = tokens.indices.filter {
      lexicon.claims.media.contains(tokens, at: $0) || lexicon.claims.actorGroups.contains(tokens, at: $0)
    }
    mentions = PlaceFinder(words: lexicon.places, lexicon: lexicon, gazetteer: gazetteer).mentions(sentence) {
      dated.contains($0) || named.contains($0)
    }
    let (found, pairs) = ClueReader(words: lexicon.places, lexicon: lexicon, sentence: sentence, mentions: mentions)
      .clues()
    self.pairs = pairs
    let attributions = AttributionReader(lexicon: lexicon, sentence: sentence).attributions()
    self.attributions = attributions
    // `a spokesman in Sana'a said`: the seat of the one who says so.
    clues = found.map { clue in
      let isSeat = attributions.contains { $0.teller.contains(clue.mention.tokens.lowerBound) } && clue.isWhere
      return isSeat
        ? PlaceClue(tokens: clue.tokens, mention: clue.mention, part: .apart("the seat of the one who says so")) : clue
    }
    nationalities = tokens.indices.compactMap { lexicon.nationalities.match(tokens, at: $0)?.meaning }
    grounds = ParsedSentence.grounds(tokens, lexicon)
    isOpinion = lexicon.opinion.isAmong(tokens, tokens.indices)
  }

  private static func grounds(_ tokens: [Token], _ lexicon: Lexicon) -> [GroundClue] {
    var grounds: [GroundClue] = []
    let words = lexicon.places
    for index in tokens.indices {
      if let found = words.countryWords.match(tokens, at: index) {
        if found.count == 1 || words.countryBefore.match(tokens, endingAt: index) != nil {
          grounds.append(GroundClue(tokens: index..<index + found.count, meaning: .principal))
        }
      } else if let adjective = lexicon.nationalities.match(tokens, at: index) {
        let next = index + adjective.count
        guard let noun = words.territory.match(tokens, at: next) else { continue }
        let role =
          words.prepositions.match(tokens, endingAt: index)?.meaning
          ?? words.skip.match(tokens, endingAt: index).flatMap {
            words.prepositions.match(tokens, endingAt: index - $0.count)?.meaning
          }
        switch role {
        case .inside?, .into?, .target?:
          grounds.append(GroundClue(tokens: index..<next + noun.count, meaning: .country(adjective.meaning)))
        case .near?, .toward?, .from?, .of?, .apart?, nil: break
        }
      } else if words.there.contains(tokens, at: index), index > 0 {
        let next = index + 1
        // `nearby villages` is another matter, and `there were` too.
        if next == tokens.count || !tokens[next].isWord || tokens[next].low.hasSuffix("ing") {
          grounds.append(GroundClue(tokens: index..<next, meaning: .nearby))
        }
      } else if words.knownFacility(tokens, at: index),
        words.prepositions.match(tokens, endingAt: index).map({ $0.meaning == .near || $0.meaning == .inside }) ?? false
      {
        grounds.append(GroundClue(tokens: index..<index + 2, meaning: .nearby))
      }
    }
    return grounds
  }

  /// The reason for which the sentence tells of the past behind the news; nil where it does not.
  func background(_ lexicon: Lexicon, _ published: CivilDate?) -> String? {
    let tokens = sentence.tokens
    if lexicon.untrue.isAmong(tokens, tokens.indices) { return "says that something was not so" }
    if let index = tokens.indices.first(where: { lexicon.background.contains(tokens, at: $0) }) {
      let isDated = times.contains { mention in
        guard case .interval(let interval) = mention.meaning, let published, let last = Days.last(interval) else {
          return false
        }
        return published.daysSinceEpoch - last.daysSinceEpoch <= 31
      }
      if !isDated {
        return
          "background: “\(sentence.words(index..<index + (lexicon.background.match(tokens, at: index)?.count ?? 1)).text)”"
      }
    }
    return nil
  }
}

extension PlaceWords {
  /// True if `the airfield`, `the base` or the like begins at a token.
  func knownFacility(_ tokens: [Token], at index: Int) -> Bool {
    index + 1 < tokens.count && skip.contains(tokens, at: index) && tokens[index].low.count <= 4
      && !tokens[index].isCapitalised
      && (airfieldWords.contains(tokens, at: index + 1))
      && (index + 2 == tokens.count || !tokens[index + 2].isWord || tokens[index + 2].low != "of")
  }
}

extension Days {
  /// The length of an interval in days; a great number where an end is open.
  static func length(_ interval: DateInterval) -> Int {
    guard let first = first(interval), let last = last(interval) else { return 1_000_000 }
    return last.daysSinceEpoch - first.daysSinceEpoch
  }

  /// True if one interval has all days of another.
  static func holds(_ outer: DateInterval, _ inner: DateInterval) -> Bool {
    let isStarted: Bool =
      switch (first(outer), first(inner)) {
      case (nil, _): true
      case (_?, nil): false
      case (let one?, let two?): one <= two
      }
    let isEnded: Bool =
      switch (last(outer), last(inner)) {
      case (nil, _): true
      case (_?, nil): false
      case (let one?, let two?): one >= two
      }
    return isStarted && isEnded
  }
}
