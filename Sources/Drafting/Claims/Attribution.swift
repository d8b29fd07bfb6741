import SituationModel

/// Who says so, in a sentence.
struct Attribution: Sendable {
  /// The sort of teller.
  enum Sort: Hashable, Sendable { case official, media, witness, other }

  /// The tokens of the teller's name.
  let teller: Range<Int>
  let sort: Sort
  /// The tokens of the verb or phrase by which it says so.
  let verb: Range<Int>
  /// True for a verb that is an act by itself, as `condemned`.
  let isAct: Bool
}

/// Finds who says what a sentence says.
struct AttributionReader {
  let lexicon: Lexicon
  let sentence: ReportSentence

  private var tokens: [Token] { sentence.tokens }
  private static let longest = 12

  /// The attributions of a sentence, in order.
  func attributions() -> [Attribution] {
    var found: [Attribution] = []
    var index = 0
    while index < tokens.count {
      let claims = lexicon.claims
      if let phrase = claims.attribution.match(tokens, at: index) ?? claims.madeBy.match(tokens, at: index) {
        let verb = index..<index + phrase.count
        if let name = name(from: verb.upperBound) { found.append(attribution(name, verb, isAct: false)) }
        index = verb.upperBound
      } else if !sentence.isQuoted[index], let speech = claims.speech.match(tokens, at: index) {
        let verb = index..<index + speech.count
        if let name = subject(verb) ?? name(from: verb.upperBound, isInverted: true) {
          found.append(attribution(name, verb, isAct: speech.meaning))
        }
        if claims.tellers.contains(tokens, at: index), let media = claims.media.match(tokens, at: verb.upperBound) {
          found.append(
            Attribution(teller: verb.upperBound..<verb.upperBound + media.count, sort: .media, verb: verb, isAct: false)
          )
        }
        index = verb.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func attribution(_ name: Range<Int>, _ verb: Range<Int>, isAct: Bool) -> Attribution {
    Attribution(teller: name, sort: sort(name), verb: verb, isAct: isAct)
  }

  /// The sort of a teller by the words of its name.
  private func sort(_ name: Range<Int>) -> Attribution.Sort {
    func has(_ table: PhraseTable<Bool>) -> Bool {
      name.contains { table.match(tokens, at: $0, before: name.upperBound) != nil }
    }
    if has(lexicon.claims.media) { return .media }
    if has(lexicon.claims.officials) || has(lexicon.claims.actorGroups) { return .official }
    if has(lexicon.claims.witnesses) { return .witness }
    if name.contains(where: { lexicon.nationalities.match(tokens, at: $0, before: name.upperBound) != nil }) {
      return .official
    }
    return .other
  }

  /// The name before a verb of saying.
  private func subject(_ verb: Range<Int>) -> Range<Int>? {
    var end = verb.lowerBound
    // `X, a spokesman for Y, said`: the name stands before the first comma.
    if end > 0, tokens[end - 1].low == "," {
      guard let comma = (max(0, end - 18)..<end - 1).last(where: { tokens[$0].low == "," }) else { return nil }
      end = comma
    }
    var start = end
    while start > 0, end - start < AttributionReader.longest + 4 {
      let token = tokens[start - 1]
      if [",", ";", ":", "”", "\"", ".", "(", ")", "“", "»"].contains(token.text) || sentence.isQuoted[start - 1] {
        break
      }
      if !token.isWord, token.low == "-", token.range.upperBound < tokens[start].range.lowerBound { break }
      if lexicon.clauses.match(tokens, endingAt: start) != nil { break }
      if lexicon.claims.speech.match(tokens, endingAt: start) != nil { break }
      start -= 1
    }
    guard let name = trimmed(start..<end) else { return nil }
    // `Explosion reported in Homs`: what happened says nothing.
    if name.contains(where: { lexicon.triggers.match(tokens, at: $0, before: name.upperBound)?.meaning.isNoun ?? false }
    ), sort(name) == .other {
      return nil
    }
    return name
  }

  /// The name behind `according to`, or behind a verb: `…, said X`.
  private func name(from start: Int, isInverted: Bool = false) -> Range<Int>? {
    if isInverted {
      // `, said X`: a comma or a quotation stands before the verb.
      guard start < tokens.count, start >= 2, !tokens[start - 2].isWord else { return nil }
    }
    var end = start
    while end < tokens.count, end - start < AttributionReader.longest {
      let token = tokens[end]
      if !token.isWord, token.low != "-", !token.low.hasPrefix("'") { break }
      if end > start, lexicon.claims.trailing.contains(tokens, at: end) { break }
      if end > start,
        lexicon.clauses.match(tokens, at: end) != nil || lexicon.support.match(tokens, at: end) != nil
          || lexicon.claims.speech.match(tokens, at: end) != nil || lexicon.times.weekdays.match(tokens, at: end) != nil
      {
        break
      }
      end += 1
    }
    return trimmed(start..<end)
  }

  /// A name without articles, adverbs and words of time at its ends; nil where nothing is left that names somebody.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, lexicon.claims.leading.contains(tokens, at: start) || !tokens[start].isWord { start += 1 }
    while start < end,
      lexicon.claims.trailing.contains(tokens, at: end - 1)
        || !tokens[end - 1].isWord && !tokens[end - 1].low.hasPrefix("'")
    { end -= 1 }
    // Words behind a time or a preposition are no name.
    if start < end,
      lexicon.places.prepositions.match(tokens, at: start) != nil
        || lexicon.times.relative.match(tokens, at: start) != nil
    {
      guard let capital = (start + 1..<end).last(where: { tokens[$0 - 1].low == "," }) else { return nil }
      start = capital
    }
    guard start < end, end - start <= AttributionReader.longest, !lexicon.negations.contains(tokens, at: start) else {
      return nil
    }
    return start..<end
  }
}

/// Reads how firmly a sentence tells what it tells.
struct StandingReader {
  let lexicon: Lexicon
  let sentence: ReportSentence

  /// The standing of what some tokens tell, with the words that give it.
  func standing(_ ranges: [Range<Int>], _ attributions: [Attribution]) -> Reading<Standing> {
    var hedges: [(standing: Standing, tokens: Range<Int>)] = []
    for range in ranges {
      for index in range where !sentence.isQuoted[index] {
        if let found = lexicon.claims.hedges.match(sentence.tokens, at: index) {
          hedges.append((found.meaning, index..<index + found.count))
        }
      }
    }
    // Doubt goes before confirmation, and both before who says so.
    for standing in [Standing.alleged, .disputed, .confirmed] {
      if let hedge = hedges.first(where: { $0.standing == standing }) {
        return Reading(standing, [sentence.words(hedge.tokens)], "by the words of the sentence")
      }
    }
    if let teller = attributions.first(where: { $0.sort == .official || $0.sort == .other }) {
      return Reading(
        .claimed, [sentence.words(teller.verb)], "one party says so",
        [.init(value: .reported, reason: "if the party is taken as a source of its own")])
    }
    if let teller = attributions.first {
      return Reading(
        .reported, [sentence.words(teller.verb)],
        teller.sort == .media ? "a medium says so" : "somebody who was there says so")
    }
    if let hedge = hedges.first {
      return Reading(hedge.standing, [sentence.words(hedge.tokens)], "by the words of the sentence")
    }
    return Reading(.reported, [], "the report says so itself")
  }
}
