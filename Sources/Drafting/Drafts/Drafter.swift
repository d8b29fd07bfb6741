import SituationIO
import SituationModel

/// Reads reports, and proposes the events that they tell.
///
/// Nothing is decided here: a draft is a proposal, and no member of it says more than its words do.
public struct Drafter: Sendable {
  let lexicon: Lexicon
  let gazetteer: ReportGazetteer

  /// A drafter for reports in one language.
  public init(lexicon: Lexicon, gazetteer: ReportGazetteer) { (self.lexicon, self.gazetteer) = (lexicon, gazetteer) }

  /// The drafts of some documents.
  ///
  /// - Parameter published: the day of publication of all of them; nil to take it from each document.
  public func drafts(of documents: [ReportDocument], published: CivilDate? = nil) -> ReportDrafts {
    var (sentences, drafts, leftOut, days) = ([ReportSentence](), [ReportDraft](), [LeftOut](), [CivilDate?]())
    for (number, document) in documents.enumerated() {
      let day = (published ?? PublicationDate(lexicon: lexicon).day(of: document)).flatMap { $0.isOrdinary ? $0 : nil }
      let own = ReportSentences(lexicon: lexicon).sentences(of: document, number: number)
      var reading = DocumentReading(lexicon: lexicon, gazetteer: gazetteer, published: day, first: drafts.count)
      reading.read(own)
      sentences += own
      drafts += reading.drafts
      leftOut += reading.leftOut
      days.append(day)
    }
    return ReportDrafts(sentences: sentences, drafts: drafts, leftOut: leftOut, published: days)
  }
}

/// The reading of one document.
struct DocumentReading {
  let lexicon: Lexicon
  let gazetteer: ReportGazetteer
  let published: CivilDate?
  /// The number of the first draft of the document among all.
  let first: Int
  private(set) var drafts: [ReportDraft] = []
  private(set) var leftOut: [LeftOut] = []
  private var context = PlaceContext()
  private var times: TimeReader

  init(lexicon: Lexicon, gazetteer: ReportGazetteer, published: CivilDate?, first: Int) {
    (self.lexicon, self.gazetteer, self.published, self.first) = (lexicon, gazetteer, published, first)
    times = TimeReader(words: lexicon.times, published: published, year: nil)
  }

  /// Reads the sentences of the document.
  mutating func read(_ sentences: [ReportSentence]) {
    let parsed = sentences.map { ParsedSentence($0, lexicon: lexicon, gazetteer: gazetteer, times: times) }
    for sentence in parsed { context.add(sentence.mentions, nationalities: sentence.nationalities) }
    for sentence in parsed { read(sentence) }
  }

  private mutating func read(_ parsed: ParsedSentence) {
    func leave(_ reason: String) { leftOut.append(LeftOut(sentence: parsed.sentence, reason: reason)) }
    if parsed.sentence.isHeading { return leave("a heading, which the text below tells") }
    if let reason = parsed.background(lexicon, published) { return leave(reason) }
    let finder = EventFinder(lexicon: lexicon, sentence: parsed.sentence, spoken: parsed.attributions.map(\.teller), published: published)
    let (events, reasons) = finder.events()
    var made = 0
    var reason: String?
    let usable = denial(parsed) ? [] : events
    for (number, whole) in usable.enumerated() {
      let event = withoutSpeech(whole, parsed)
      switch draft(event, number, of: events, parsed) {
      case .made(let draft):
        drafts.append(draft)
        made += 1
      case .leftOut(let words): reason = reason ?? words
      }
    }
    if made > 0, let statement = statement(parsed, beside: events) {
      drafts.append(statement)
      return
    }
    if made > 0 { return }
    if usable.isEmpty, let statement = statement(parsed) {
      drafts.append(statement)
      return
    }
    if denial(parsed) { return leave("denies or doubts what was told before") }
    leave(reason ?? reasons.first.map { "what it names \($0)" } ?? "tells no event that the words of the language know")
  }

  /// An event without the parts of the sentence in which somebody says something else.
  private func withoutSpeech(_ event: EventSpan, _ parsed: ParsedSentence) -> EventSpan {
    let count = parsed.sentence.tokens.count
    let teller = parsed.attributions.first { teller in
      let isSaid = !lexicon.claims.attribution.contains(parsed.sentence.tokens, at: teller.verb.lowerBound)
        && !lexicon.claims.madeBy.contains(parsed.sentence.tokens, at: teller.verb.lowerBound)
      return isSaid && event.trigger.lowerBound < teller.teller.lowerBound && count - teller.verb.upperBound >= 6
    }
    guard let teller else { return event }
    var event = event
    event.ranges.removeAll { $0.upperBound > teller.teller.lowerBound && !$0.contains(event.trigger.lowerBound) }
    return event
  }

  private func denial(_ parsed: ParsedSentence) -> Bool {
    parsed.attributions.contains { lexicon.denials.contains(parsed.sentence.tokens, at: $0.verb.lowerBound) }
      && parsed.clues.allSatisfy { !$0.isWhere }
  }

  private enum Outcome {
    case made(ReportDraft)
    case leftOut(String)
  }

  // MARK: One event

  private func draft(_ event: EventSpan, _ number: Int, of events: [EventSpan], _ parsed: ParsedSentence) -> Outcome {
    let group = lexicon.groups[event.group]
    let when = time(of: event, number, of: events, parsed)
    switch when {
    case .future: return .leftOut("speaks of a time to come")
    case .old: return .leftOut("tells of a time long before the report")
    case .read, .none: break
    }
    let numbers = parsed.clues.indices.filter { event.contains(parsed.clues[$0].mention.tokens.lowerBound) }
    let assembler = PlaceAssembler(
      resolver: PlaceResolver(gazetteer: gazetteer, context: context), sentence: parsed.sentence, clues: parsed.clues, pairs: parsed.pairs)
    var places = assembler.outcome(numbers, isMovement: group.needsForces || group.kind == "displacement")
    if places.place == nil { places.place = otherPlace(event, parsed) }
    let isRelative = event.ranges.first.map { lexicon.relatives.contains(parsed.sentence.tokens, at: $0.lowerBound) } ?? false
    if isRelative, number > 0, places.place == nil, when.reading?.words.isEmpty ?? true {
      return .leftOut("only says more of what stands before it")
    }
    let figures = FigureReader(words: lexicon.figures)
    let counted = event.ranges.flatMap { figures.figures(parsed.sentence.tokens, in: $0) }
    if group.isWeak || parsed.sentence.isVerbless(lexicon), places.place == nil, when.reading?.words.isEmpty ?? true, counted.isEmpty {
      return .leftOut("names no place, no time and no number")
    }
    if parsed.isOpinion, places.place == nil, when.reading?.words.isEmpty ?? true, counted.isEmpty {
      return .leftOut("an opinion, or what is not known")
    }
    let attributions = parsed.attributions
    let standing = StandingReader(lexicon: lexicon, sentence: parsed.sentence)
    return .made(
      finished(
        event, parsed, when.reading, places, counted,
        kind(of: event, parsed).value == EventKind.imagery.rawValue ? imagery(parsed, event) : standing.standing(event.ranges, attributions)))
  }

  /// What a picture shows is confirmed by it, unless it only seems to show that.
  private func imagery(_ parsed: ParsedSentence, _ event: EventSpan) -> Reading<Standing> {
    let doubt = event.ranges.joined().first { lexicon.places.seemingly.contains(parsed.sentence.tokens, at: $0) || lexicon.appearances.contains(parsed.sentence.tokens, at: $0) }
    if let doubt { return Reading(.reported, [parsed.sentence.words(doubt..<doubt + 1)], "the images only seem to show it", [.init(value: .confirmed, reason: "images were made of it")]) }
    return Reading(.confirmed, [parsed.sentence.words(event.trigger)], "images show it")
  }

  private func finished(
    _ event: EventSpan, _ parsed: ParsedSentence, _ time: Reading<DateInterval>?, _ places: PlaceAssembler.Outcome,
    _ counted: [FigureMention], _ standing: Reading<Standing>, kind: Reading<String>? = nil, label: String? = nil
  ) -> ReportDraft {
    let group = lexicon.groups[event.group]
    let sentence = parsed.sentence
    let actors = ActorReader(lexicon: lexicon, sentence: sentence).actors(event.ranges)
    var seen: Set<String> = []
    let figures = counted.filter { seen.insert($0.figure.what).inserted }.map {
      Reading($0.figure, [sentence.words($0.tokens)], "as the sentence counts")
    }
    let told = kind ?? self.kind(of: event, parsed)
    var draft = ReportDraft(
      sentence: sentence, told: event.ranges.map { sentence.words($0) },
      title: DraftTitle.text(label ?? (told.value == group.kind ? group.label : lexicon.label(of: told.value)), places.place?.value, acting(actors, event, sentence)),
      kind: told, time: time,
      place: places.place, destination: places.destination, apart: places.apart, standing: standing,
      tellers: tellers(parsed), actors: actors, figures: figures)
    draft.repeats = Repeats(lexicon: lexicon, drafts: drafts, first: self.first).earlier(draft, event, parsed)
    return draft
  }

  /// The actor in the part of the sentence that tells the event, for its title.
  private func acting(_ actors: [Reading<String>], _ event: EventSpan, _ sentence: ReportSentence) -> String? {
    guard let part = event.ranges.first(where: { $0.contains(event.trigger.lowerBound) }) else { return nil }
    let bytes = sentence.words(part).range
    return actors.first { $0.words.first.map { bytes.overlaps($0.range) } ?? false }?.value
  }

  /// The kind by the word that tells the event. What is seen goes on from the images that were told of before.
  private func kind(of event: EventSpan, _ parsed: ParsedSentence) -> Reading<String> {
    let group = lexicon.groups[event.group]
    let words = [parsed.sentence.words(event.trigger)]
    if group.isSighting, let last = drafts.last, last.kind.value == EventKind.imagery.rawValue,
      last.sentence.document == parsed.sentence.document, parsed.sentence.paragraph - last.sentence.paragraph <= 1
    {
      return Reading(
        last.kind.value, words, "seen in the images of the sentence before",
        [.init(value: group.kind, reason: "if somebody else saw it")])
    }
    // What killed is told by its name: `a shell killed two`.
    if group.isConsequence, let weapon = event.ranges.joined().first(where: { lexicon.weapons.match(parsed.sentence.tokens, at: $0) != nil }),
      let kind = lexicon.weapons.match(parsed.sentence.tokens, at: weapon)?.meaning
    {
      return Reading(kind, words + [parsed.sentence.words(weapon..<weapon + 1)], "by the weapon that is named")
    }
    return Reading(group.kind, words, "the word for: \(group.label.lowercased())")
  }

  private func tellers(_ parsed: ParsedSentence) -> [Reading<String>] {
    var names: [Reading<String>] = []
    for teller in parsed.attributions {
      let name = parsed.sentence.source(of: teller.teller)
      guard lexicon.claims.pronouns.match(parsed.sentence.tokens, at: teller.teller.lowerBound)?.count != teller.teller.count,
        !names.contains(where: { $0.value == name })
      else { continue }
      names.append(Reading(name, [parsed.sentence.words(teller.teller)], "says so: \(parsed.sentence.source(of: teller.verb))"))
    }
    return names
  }

  /// A place that the sentence names by no name: `Syrian territory`, `the country`, `nearby`.
  private func otherPlace(_ event: EventSpan, _ parsed: ParsedSentence) -> Reading<DraftPlace>? {
    let resolver = PlaceResolver(gazetteer: gazetteer, context: context)
    for ground in parsed.grounds where event.contains(ground.tokens.lowerBound) {
      let words = [parsed.sentence.words(ground.tokens)]
      switch ground.meaning {
      case .country(let code):
        if let place = resolver.country(code) { return Reading(place, words, "the country that the words name") }
      case .principal:
        if let code = context.principal, let place = resolver.country(code) {
          return Reading(place, words, "the country that most places of the report are in")
        }
      case .nearby:
        guard let last = drafts.last(where: { $0.sentence.document == parsed.sentence.document }),
          last.sentence.paragraph == parsed.sentence.paragraph, let before = last.place, let anchor = before.value.anchor
        else { continue }
        guard case .circle(_, let meters) = before.value.extent else { return Reading(before.value, words, "near what was told before") }
        return Reading(
          DraftPlace(name: before.value.name.hasPrefix("near ") ? before.value.name : "near \(before.value.name)", precision: .vicinity, extent: .circle(anchor, meters: max(PlaceResolver.Reach.aroundAirfield, meters * 1.5))),
          words, "near the place of the sentence before")
      }
    }
    return nil
  }

  // MARK: Time

  private enum When {
    case read(Reading<DateInterval>)
    case none
    case future
    case old

    var reading: Reading<DateInterval>? { if case .read(let reading) = self { reading } else { nil } }
  }

  /// So many days before its publication a report has no news any more.
  private static let oldest = 62

  private func time(of event: EventSpan, _ number: Int, of events: [EventSpan], _ parsed: ParsedSentence) -> When {
    var mentions = parsed.times.filter { event.contains($0.tokens.lowerBound) && !isOfSpeech($0, parsed) }
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
      return open(words, spoken, parsed)
    }
    if let published, let end = Days.last(interval) ?? Days.first(interval),
      published.daysSinceEpoch - end.daysSinceEpoch > DocumentReading.oldest
    {
      return .old
    }
    if let published, let start = Days.first(interval), published.daysSinceEpoch - start.daysSinceEpoch > DocumentReading.oldest,
      interval.isSpan, mention.reason.hasPrefix("from then")
    {
      return .old
    }
    let alternatives = mention.alternatives.map { Reading<DateInterval>.Alternative(value: $0.interval, reason: $0.reason) }
    return .read(Reading(interval, [parsed.sentence.words(mention.tokens)], mention.reason, alternatives))
  }

  /// The widest of several times that hold each other, or else a span around them: which of them is the event's is not sure.
  private func widest(_ found: [(TimeMention, DateInterval)]) -> (TimeMention, DateInterval)? {
    guard let first = found.first else { return nil }
    if found.count == 1 { return first }
    let others = { (kept: TimeMention) in found.filter { $0.0.tokens != kept.tokens }.map { (interval: $0.1, reason: $0.0.reason) } }
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
    var mention = TimeMention(tokens: first.0.tokens, meaning: .interval(span), reason: "the sentence names several times: a span around them")
    mention.alternatives = found.map { ($0.1, $0.0.reason) }
    return (mention, span)
  }

  /// True if a time says when somebody spoke, and not when it happened: `Moscow said on Sunday that`.
  private func isOfSpeech(_ mention: TimeMention, _ parsed: ParsedSentence) -> Bool {
    parsed.attributions.contains { teller in
      guard !lexicon.claims.attribution.contains(parsed.sentence.tokens, at: teller.verb.lowerBound) else { return false }
      let gap = teller.verb.upperBound..<max(teller.verb.upperBound, mention.tokens.lowerBound)
      guard mention.tokens.lowerBound >= teller.verb.upperBound, gap.count <= 4 else { return false }
      return gap.allSatisfy { lexicon.times.prefixes.contains(parsed.sentence.tokens, at: $0) || lexicon.claims.hearers(parsed.sentence.tokens, $0) }
    }
  }

  /// An event of which no time is told happened before its report, and before it was spoken of.
  private func open(_ words: [SourceWords], _ spoken: TimeMention?, _ parsed: ParsedSentence) -> When {
    if let spoken, case .interval(let interval) = spoken.meaning, let last = Days.last(interval), let span = Days.span(nil, last) {
      return .read(Reading(span, [parsed.sentence.words(spoken.tokens)], "some time before it was spoken of; \(spoken.reason)"))
    }
    guard let published, let span = Days.span(nil, published) else { return .none }
    return .read(Reading(span, words, "no day is told: some time up to the publication on \(published.words)"))
  }

  /// The day of the last event told before, moved by some days.
  private func before(_ parsed: ParsedSentence, _ days: Int) -> DateInterval? {
    guard let last = drafts.last, last.sentence.document == parsed.sentence.document, last.sentence != parsed.sentence,
      parsed.sentence.paragraph - last.sentence.paragraph <= 1, let time = last.time?.value, let first = Days.first(time),
      let end = Days.last(time), end.daysSinceEpoch - first.daysSinceEpoch <= 1
    else { return nil }
    return Days.span(first.advanced(byDays: days), end.advanced(byDays: days))
  }

  // MARK: Statements

  private func speaksOfWhatMayCome(_ teller: Attribution, _ parsed: ParsedSentence) -> Bool {
    let tokens = parsed.sentence.tokens
    // What is said of somebody in a clause of its own is no part of the message.
    let end = (teller.verb.upperBound..<tokens.count).first { lexicon.relatives.contains(tokens, at: $0) } ?? tokens.count
    return (0..<end).contains { !parsed.sentence.isQuoted[$0] && lexicon.modalsOfSpeech.contains(tokens, at: $0) }
  }

  /// A statement as an event: by an office or its speaker, with its day or its hearers, and not about what may come.
  private func statement(_ parsed: ParsedSentence, beside events: [EventSpan] = []) -> ReportDraft? {
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
        && !(teller.verb.upperBound..<start).contains { tokens[$0].low == "," || lexicon.clauses.contains(tokens, at: $0) }
    }
    let isHeard = (teller.verb.upperBound..<min(tokens.count, teller.verb.upperBound + 4)).contains { lexicon.hearers.contains(tokens, at: $0) }
    guard spoken != nil || isHeard || lexicon.hearers.isAmong(tokens, teller.verb) else { return nil }
    var time: Reading<DateInterval>?
    if let spoken, case .interval(let interval) = spoken.meaning {
      if let published, let end = Days.last(interval), published.daysSinceEpoch - end.daysSinceEpoch > DocumentReading.oldest { return nil }
      time = Reading(interval, [parsed.sentence.words(spoken.tokens)], spoken.reason)
    } else if case .read(let reading) = open([], nil, parsed) {
      time = reading
    }
    var places = PlaceAssembler.Outcome()
    places.apart = parsed.clues.map {
      Reading(DraftPlace(name: $0.mention.name, precision: .unplaced, extent: .none), [parsed.sentence.words($0.mention.tokens)], "what was said is about it, or the speaker is from there")
    }
    let isClaim = lexicon.claims.claiming.isAmong(tokens, teller.verb)
    let standing = Reading<Standing>(
      isClaim ? .claimed : .confirmed, [parsed.sentence.words(teller.verb)], isClaim ? "the report says that it is a claim" : "said by the one who is named")
    return finished(
      event, parsed, time, places, [], standing, kind: Reading("statement", [parsed.sentence.words(teller.verb)], "a word for a statement"),
      label: "Statement by \(parsed.sentence.source(of: teller.teller))")
  }
}
