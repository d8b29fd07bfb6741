import SituationModel

/// A part of a sentence that tells one event.
struct EventSpan: Sendable {
  /// The parts of the sentence, in order.
  var ranges: [Range<Int>]
  /// The tokens of the word that tells it.
  let trigger: Range<Int>
  /// The number of the group of that word.
  var group: Int
  let isNoun: Bool
  /// True if it goes on from the event before with `and`.
  var isJoined = false

  func contains(_ index: Int) -> Bool { ranges.contains { $0.contains(index) } }
}

/// Finds the events that a sentence tells.
struct EventFinder {
  let lexicon: Lexicon
  let sentence: ReportSentence
  /// Tokens that belong to the names of those who say so.
  let spoken: [Range<Int>]
  /// Tokens that are words for times.
  let dates: [Range<Int>]
  let published: CivilDate?

  private var tokens: [Token] { sentence.tokens }

  /// A word that tells an event, or the reason why it tells none.
  private struct Candidate {
    let tokens: Range<Int>
    let trigger: Lexicon.Trigger
    var group: Int { trigger.group }
  }

  /// The events, and why words that might tell one do not.
  func events() -> (events: [EventSpan], reasons: [String]) {
    var reasons: [String] = []
    var candidates: [Candidate] = []
    var index = 0
    while index < tokens.count {
      guard let found = lexicon.triggers.match(tokens, at: index) else {
        index += 1
        continue
      }
      let candidate = Candidate(tokens: index..<index + found.count, trigger: found.meaning)
      if let reason = obstacle(candidate) { reasons.append(reason) } else { candidates.append(candidate) }
      index += found.count
    }
    guard !candidates.isEmpty else { return ([], reasons) }
    var events: [EventSpan] = []
    for event in spans(candidates) {
      if let reason = insufficiency(event) {
        reasons.append(reason)
        // Its words belong to the event before, unless they only say after which event that was.
        if let last = events.indices.last { events[last].ranges += event.ranges.filter { !isAside($0) } }
      } else {
        events.append(event)
      }
    }
    return (merged(events), reasons)
  }

  // MARK: Words that tell nothing

  private func obstacle(_ candidate: Candidate) -> String? {
    let start = candidate.tokens.lowerBound
    if sentence.isQuoted[start] { return "stands in a quotation" }
    if spoken.contains(where: { $0.contains(start) }) { return "names who says so" }
    if dates.contains(where: { $0.contains(start) }) { return "is part of a date" }
    let clause = clauseStart(start)
    if lexicon.hypothetical.isAmong(tokens, clause..<start) { return "is a condition" }
    if isOld(start) { return "tells of a year long before" }
    if candidate.trigger.isNoun {
      let end = candidate.tokens.upperBound
      if end < tokens.count, lexicon.compoundBehind.contains(tokens, at: end) {
        return "is part of the name of a thing"
      }
      // A noun as part of another one, or one that is feared, planned or asked for.
      let first = nounStart(start)
      for place in [first, start] where place > 0 {
        if lexicon.nounBlockers.match(tokens, endingAt: place) != nil {
          return "is feared, planned, denied or spoken of"
        }
      }
      if lexicon.negations.isAmong(tokens, max(clause, start - 4)..<start) { return "is denied" }
      if lexicon.modals.isAmong(tokens, end..<min(end + 3, tokens.count))
        || lexicon.modals.isAmong(tokens, max(clause, start - 4)..<start)
      {
        return "is expected, possible or intended"
      }
      return nil
    }
    let near = max(clause, start - 5)..<start
    if lexicon.denials.isAmong(tokens, max(0, start - 6)..<start) { return "is denied" }
    if lexicon.modals.isAmong(tokens, near) { return "is expected, possible or intended" }
    if lexicon.negations.isAmong(tokens, near) { return "is denied" }
    if start > 0, lexicon.infinitive.contains(tokens, at: start - 1) { return "is intended" }
    if isOngoing(candidate), !hasOngoingBefore(start, clause) { return "is no event by itself" }
    return nil
  }

  /// True if a year before that of the report stands beside a word: `a 1974 ceasefire`.
  private func isOld(_ start: Int) -> Bool {
    (max(0, start - 2)..<start).contains { index in
      guard tokens[index].low.utf8.count == 4, let year = Int(tokens[index].low), (1800...2100).contains(year) else {
        return false
      }
      return published.map { year < $0.year } ?? true
    }
  }

  private func isOngoing(_ candidate: Candidate) -> Bool {
    let last = tokens[candidate.tokens.lowerBound].low
    return lexicon.ongoingEndings.contains { last.hasSuffix($0) && last.utf8.count > $0.utf8.count + 2 }
  }

  private func hasOngoingBefore(_ start: Int, _ clause: Int) -> Bool {
    lexicon.ongoingBefore.isAmong(tokens, max(0, start - 5)..<start) || clause == start && start > 0
  }

  /// The first token of the clause of a token.
  private func clauseStart(_ index: Int) -> Int {
    var start = index
    while start > 0 {
      let token = tokens[start - 1]
      if [",", ";", ":", "(", ")"].contains(token.low) { break }
      if lexicon.clauses.match(tokens, at: start - 1) != nil { break }
      start -= 1
    }
    return start
  }

  /// The first token of the words that stand before a noun without an article: `large`, `Israeli`, `ongoing`.
  private func nounStart(_ index: Int) -> Int {
    var start = index
    while start > 0, index - start < 3 {
      let token = tokens[start - 1]
      guard token.isWord, lexicon.support.match(tokens, at: start - 1) == nil,
        lexicon.places.prepositions.match(tokens, endingAt: start) == nil,
        lexicon.nounBlockers.match(tokens, endingAt: start) == nil,
        lexicon.negations.match(tokens, endingAt: start) == nil
      else { break }
      start -= 1
    }
    return start
  }

  // MARK: Parts of the sentence

  /// True if a part says after or in spite of what something was, and not when or where: `after talks in Geneva failed`.
  private func isAside(_ part: Range<Int>) -> Bool {
    guard let word = lexicon.asides.match(tokens, at: part.lowerBound) else { return false }
    let next = part.lowerBound + word.count
    guard next < tokens.count else { return true }
    let times = lexicon.times
    return !tokens[next].isNumber && times.weekdays.match(tokens, at: next) == nil
      && times.months.match(tokens, at: next) == nil
      && times.relative.match(tokens, at: next) == nil
  }

  /// The order of groups: what came of an event, and that somebody saw it, behind all others.
  private func rank(_ group: Int) -> Int {
    lexicon.groups[group].isConsequence || lexicon.groups[group].isSighting ? 10_000 + group : group
  }

  private func spans(_ candidates: [Candidate]) -> [EventSpan] {
    var events: [EventSpan] = []
    var waiting: [Range<Int>] = []
    var wasAside = false
    for part in parts(candidates) {
      let inside = candidates.filter { part.contains($0.tokens.lowerBound) }
      // The earlier group of the file goes before: `a convoy was hit`, `a strike killed`.
      let best = inside.min { rank($0.group) < rank($1.group) }
      // The outcome of something that is only named in passing goes with that.
      let goesWithAside = wasAside && best.map { lexicon.groups[$0.group].isConsequence } ?? true
      if best == nil && isAside(part) || goesWithAside && !events.isEmpty {
        wasAside = true
        continue
      }
      wasAside = false
      guard let best else {
        if events.isEmpty { waiting.append(part) } else { events[events.count - 1].ranges.append(part) }
        continue
      }
      let comma = tokens[part.lowerBound].low == "," ? 1 : 0
      let joined = part.lowerBound > 0 && lexicon.places.listWords.contains(tokens, at: part.lowerBound + comma)
      events.append(
        EventSpan(
          ranges: waiting + [part], trigger: best.tokens, group: best.group, isNoun: best.trigger.isNoun,
          isJoined: joined && !events.isEmpty))
      waiting = []
    }
    return events
  }

  /// The parts between commas and words that begin a clause, and at an `and` that has such words on both sides.
  private func parts(_ candidates: [Candidate]) -> [Range<Int>] {
    var cuts: [Int] = []
    for index in tokens.indices where index > 0 {
      let token = tokens[index]
      if [",", ";", ":"].contains(token.low), !sentence.isQuoted[index] {
        cuts.append(index)
      } else if lexicon.clauses.match(tokens, at: index) != nil, !tokens[index].isCapitalised {
        cuts.append(index)
      } else if lexicon.places.listWords.contains(tokens, at: index) {
        let last = cuts.last ?? 0
        let next =
          (index + 1..<tokens.count).first {
            [",", ";"].contains(tokens[$0].low) || lexicon.clauses.match(tokens, at: $0) != nil
          } ?? tokens.count
        let isBefore = candidates.contains { candidate in
          (last..<index).contains(candidate.tokens.lowerBound)
            && (!candidate.trigger.isNoun || (last..<index).contains(where: isVerb))
        }
        let isBehind = candidates.contains { candidate in
          let start = candidate.tokens.lowerBound
          return (index..<next).contains(start)
            && (!candidate.trigger.isNoun || (index..<start).contains(where: isVerb))
        }
        if isBefore, isBehind { cuts.append(index) }
      }
    }
    var parts: [Range<Int>] = []
    var start = 0
    for cut in cuts + [tokens.count] where cut > start {
      parts.append(start..<cut)
      start = cut
    }
    return parts
  }

  /// The reason why words that might tell an event are not enough; nil where they are.
  private func insufficiency(_ event: EventSpan) -> String? {
    let group = lexicon.groups[event.group]
    let all = event.ranges
    if group.needsForces, !lexicon.forces.isAmong(tokens, 0..<(all.last?.upperBound ?? tokens.count)) {
      return "moves no forces"
    }
    guard event.isNoun else { return nil }
    let hasVerb = ((all.first?.lowerBound ?? 0)..<tokens.count).contains(where: isVerb)
    return hasVerb || sentence.isVerbless(lexicon) ? nil : "has no verb that says that it happened"
  }

  private func isVerb(_ index: Int) -> Bool { sentence.isVerb(index, lexicon) }

  /// Events of one sentence that are one: what came of it, and the same kind told on.
  private func merged(_ events: [EventSpan]) -> [EventSpan] {
    var result: [EventSpan] = []
    for event in events {
      let group = lexicon.groups[event.group]
      if let last = result.indices.last {
        let before = lexicon.groups[result[last].group]
        let isSame = group.kind == before.kind && !event.isJoined
        if group.isConsequence && !before.needsForces || isSame {
          result[last].ranges += event.ranges
          continue
        }
        if before.isConsequence && !group.needsForces || before.isSighting && group.needsForces {
          var event = event
          event.ranges = result[last].ranges + event.ranges
          result[last] = event
          continue
        }
      }
      result.append(event)
    }
    return result
  }
}

extension ReportSentence {
  /// True if a token is a verb that says that something happened.
  func isVerb(_ index: Int, _ lexicon: Lexicon) -> Bool {
    if lexicon.support.contains(tokens, at: index) { return true }
    guard tokens[index].isWord, !tokens[index].isCapitalised else { return false }
    return lexicon.pastEndings.contains { tokens[index].low.hasSuffix($0) && tokens[index].low.count > $0.count + 2 }
  }

  /// True if no word of the sentence is a verb that the words know: a line of a log.
  func isVerbless(_ lexicon: Lexicon) -> Bool { !tokens.indices.contains { isVerb($0, lexicon) } }
}

extension PhraseTable {
  /// True if a phrase begins within a range of tokens.
  func isAmong(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    range.contains { match(tokens, at: $0, before: range.upperBound) != nil }
  }
}
