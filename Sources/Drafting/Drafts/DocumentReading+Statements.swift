import SituationModel

/// Statements as events.
extension DocumentReading {

  func speaksOfWhatMayCome(_ teller: Attribution, _ parsed: ParsedSentence) -> Bool {
    let tokens = parsed.sentence.tokens
    // A clause about the speaker is no part of the message.
    let end =
      (teller.verb.upperBound..<tokens.count).first { lexicon.relatives.contains(tokens, at: $0) } ?? tokens.count
    return (0..<end).contains { !parsed.sentence.isQuoted[$0] && lexicon.modalsOfSpeech.contains(tokens, at: $0) }
  }

  /// A statement as an event: by an office or its speaker, with its day or its hearers, and not about what may come.
  func statement(_ parsed: ParsedSentence, beside events: [EventSpan] = []) -> ReportDraft? {
    let tokens = parsed.sentence.tokens
    guard
      let teller = parsed.attributions.first(where: { teller in
        (teller.sort == .official || teller.sort == .other && tokens[teller.teller.lowerBound].isCapitalised)
          && !lexicon.claims.attribution.contains(tokens, at: teller.verb.lowerBound)
          && !lexicon.claims.madeBy.contains(tokens, at: teller.verb.lowerBound)
      }), !parsed.isOpinion, !denial(parsed), !speaksOfWhatMayCome(teller, parsed)
    else { return nil }
    // Beside events, what was said must be something else, and stand behind the verb.
    if !events.isEmpty {
      let rest = teller.verb.upperBound..<tokens.count
      if events.contains(where: { $0.trigger.overlaps(teller.verb) }) { return nil }
      if rest.count < 6 || events.contains(where: { rest.contains($0.trigger.lowerBound) }) { return nil }
    }
    let event = EventSpan(ranges: [0..<tokens.count], trigger: teller.verb, group: 0, isNoun: false)
    let spoken = parsed.times.first { mention in
      guard case .interval = mention.meaning else { return false }
      let start = mention.tokens.lowerBound
      if isOfSpeech(mention, parsed) || events.isEmpty && start < teller.teller.lowerBound + 3 { return true }
      // `downplayed the harm last week, claiming …`
      return teller.isAct && start >= teller.verb.upperBound && start - teller.verb.upperBound < 12
        && !(teller.verb.upperBound..<start).contains {
          tokens[$0].low == "," || lexicon.clauses.contains(tokens, at: $0)
        }
    }
    let isHeard = (teller.verb.upperBound..<min(tokens.count, teller.verb.upperBound + 4)).contains {
      lexicon.hearers.contains(tokens, at: $0)
    }
    guard spoken != nil || isHeard || lexicon.hearers.isAmong(tokens, teller.verb) else { return nil }
    var time: Reading<DateInterval>?
    if let spoken, case .interval(let interval) = spoken.meaning {
      if let published, let end = Days.last(interval),
        published.daysSinceEpoch - end.daysSinceEpoch > DocumentReading.oldest
      {
        return nil
      }
      time = Reading(interval, [parsed.sentence.words(spoken.tokens)], spoken.reason)
    } else if case .read(let reading) = open([], nil, parsed) {
      time = reading
    }
    var places = PlaceAssembler.Outcome()
    places.apart = parsed.clues.map {
      Reading(
        DraftPlace(name: $0.mention.name, precision: .unplaced, extent: .none),
        [parsed.sentence.words($0.mention.tokens)], "what was said is about it, or the speaker is from there")
    }
    let isClaim = lexicon.claims.claiming.isAmong(tokens, teller.verb)
    let standing = Reading<Standing>(
      isClaim ? .claimed : .confirmed, [parsed.sentence.words(teller.verb)],
      isClaim ? "the report says that it is a claim" : "said by the one who is named")
    return finished(
      event, parsed, time, places, [], standing,
      kind: Reading("statement", [parsed.sentence.words(teller.verb)], "a word for a statement"),
      label: "Statement by \(parsed.sentence.source(of: teller.teller))")
  }
}
