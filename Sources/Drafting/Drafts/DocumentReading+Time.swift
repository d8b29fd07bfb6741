import SituationModel

/// The time of an event.
extension DocumentReading {

  enum When {
    case read(Reading<DateInterval>)
    case none
    case future
    case old

    var reading: Reading<DateInterval>? { if case .read(let reading) = self { reading } else { nil } }
  }

  /// So many days before its publication a report has no news any more.
  static let oldest = 62

  func time(of event: EventSpan, _ number: Int, of events: [EventSpan], _ parsed: ParsedSentence) -> When {
    var mentions = parsed.times.filter {
      event.contains($0.tokens.lowerBound) && !isOfSpeech($0, parsed) && !isOfDocument($0, parsed)
    }
    if mentions.isEmpty, number > 0, event.isJoined {
      mentions = parsed.times.filter { events[number - 1].contains($0.tokens.lowerBound) && !isOfSpeech($0, parsed) }
    }
    let spoken = parsed.times.first { isOfSpeech($0, parsed) }
    if mentions.contains(where: { if case .future = $0.meaning { true } else { false } }) { return .future }
    let intervals = mentions.compactMap { mention -> (TimeMention, DateInterval)? in
      switch mention.meaning {
      case .interval(let interval): return (mention, interval)
      case .relative(let days): return before(parsed, days).map { (mention, $0) }
      case .past, .future, .unknown: return nil
      }
    }
    guard let (mention, interval) = widest(intervals) else {
      let words = mentions.map { parsed.sentence.words($0.tokens) }
      // `The day before` is another day than that of the heading.
      let isMoved = parsed.times.contains { if case .relative(let days) = $0.meaning { days != 0 } else { false } }
      return open(words, spoken, parsed, hasHeading: !isMoved)
    }
    if let published, let end = Days.last(interval) ?? Days.first(interval),
      published.daysSinceEpoch - end.daysSinceEpoch > DocumentReading.oldest
    {
      return .old
    }
    if let published, let start = Days.first(interval),
      published.daysSinceEpoch - start.daysSinceEpoch > DocumentReading.oldest,
      interval.isSpan, mention.reason.hasPrefix("from then")
    {
      return .old
    }
    let alternatives = mention.alternatives.map {
      Reading<DateInterval>.Alternative(value: $0.interval, reason: $0.reason)
    }
    return .read(Reading(interval, [parsed.sentence.words(mention.tokens)], mention.reason, alternatives))
  }

  /// The widest of several times that hold each other, or else a span around them: which of them is the event's is not sure.
  func widest(_ found: [(TimeMention, DateInterval)]) -> (TimeMention, DateInterval)? {
    guard let first = found.first else { return nil }
    if found.count == 1 { return first }
    let others = { (kept: TimeMention) in
      found.filter { $0.0.tokens != kept.tokens }.map { (interval: $0.1, reason: $0.0.reason) }
    }
    if let best = found.first(where: { outer in found.allSatisfy { Days.holds(outer.1, $0.1) } }) {
      var mention = best.0
      mention.alternatives += others(mention)
      return (mention, best.1)
    }
    let starts = found.map { Days.first($0.1) }
    let ends = found.map { Days.last($0.1) }
    let start = starts.contains { $0 == nil } ? nil : starts.compactMap { $0 }.min()
    let end = ends.contains { $0 == nil } ? published : ends.compactMap { $0 }.max()
    guard let span = Days.span(start, end) else { return nil }
    var mention = TimeMention(
      tokens: first.0.tokens, meaning: .interval(span), reason: "the sentence names several times: a span around them")
    mention.alternatives = found.map { ($0.1, $0.0.reason) }
    return (mention, span)
  }

  /// True if a time says when somebody spoke, and not when it happened: `Moscow said on Sunday that`.
  func isOfSpeech(_ mention: TimeMention, _ parsed: ParsedSentence) -> Bool {
    parsed.attributions.contains { teller in
      guard !lexicon.claims.attribution.contains(parsed.sentence.tokens, at: teller.verb.lowerBound) else {
        return false
      }
      let gap = teller.verb.upperBound..<max(teller.verb.upperBound, mention.tokens.lowerBound)
      guard mention.tokens.lowerBound >= teller.verb.upperBound, gap.count <= 4 else { return false }
      return gap.allSatisfy {
        lexicon.times.prefixes.contains(parsed.sentence.tokens, at: $0)
          || lexicon.claims.hearers(parsed.sentence.tokens, $0)
      }
    }
  }

  /// True if a time is that of a paper, and not of what happened: `in our bulletin of 9 May`.
  func isOfDocument(_ mention: TimeMention, _ parsed: ParsedSentence) -> Bool {
    let tokens = parsed.sentence.tokens
    var place = mention.tokens.lowerBound
    while place > 0, lexicon.times.prefixes.match(tokens, endingAt: place) != nil { place -= 1 }
    return place < mention.tokens.lowerBound && lexicon.times.documents.match(tokens, endingAt: place) != nil
  }

  /// An event of which no time is told happened before its report, and before it was spoken of.
  func open(
    _ words: [SourceWords], _ spoken: TimeMention?, _ parsed: ParsedSentence, hasHeading: Bool = true
  ) -> When {
    if let spoken, case .interval(let interval) = spoken.meaning, let last = Days.last(interval),
      let span = Days.span(nil, last)
    {
      return .read(
        Reading(span, [parsed.sentence.words(spoken.tokens)], "some time before it was spoken of; \(spoken.reason)"))
    }
    if hasHeading, let headingDay {
      return .read(Reading(headingDay, words, "the day of the heading above"))
    }
    guard let published, let span = Days.span(nil, published) else { return .none }
    return .read(Reading(span, words, "no day is told: some time up to the publication on \(published.words)"))
  }

  /// The day of the last event told before, moved by some days.
  func before(_ parsed: ParsedSentence, _ days: Int) -> DateInterval? {
    guard let last = drafts.last, last.sentence.document == parsed.sentence.document, last.sentence != parsed.sentence,
      parsed.sentence.paragraph - last.sentence.paragraph <= 1, let time = last.time?.value,
      let first = Days.first(time),
      let end = Days.last(time), end.daysSinceEpoch - first.daysSinceEpoch <= 1
    else { return nil }
    return Days.span(first.advanced(byDays: days), end.advanced(byDays: days))
  }
}
