import SituationModel

/// The reading of one document.
struct DocumentReading {
  let lexicon: Lexicon
  let gazetteer: ReportGazetteer
  let published: CivilDate?
  /// The number of the first draft of the document among all.
  let first: Int
  private(set) var drafts: [ReportDraft] = []
  private(set) var leftOut: [LeftOut] = []
  var context = PlaceContext()
  /// The day of the heading above the sentence that is read.
  var headingDay: DateInterval?
  var times: TimeReader

  init(lexicon: Lexicon, gazetteer: ReportGazetteer, published: CivilDate?, first: Int) {
    (self.lexicon, self.gazetteer, self.published, self.first) = (lexicon, gazetteer, published, first)
    times = TimeReader(words: lexicon.times, published: published, year: nil)
  }

  /// The day of the last heading that is a date, for each sentence; nil where the document has no two such headings, since one alone is the
  /// day of the report.
  private static func headingDays(_ sentences: [ParsedSentence]) -> [DateInterval?] {
    let headings = sentences.map { sentence -> DateInterval? in
      guard sentence.sentence.tokens.count <= 9, sentence.times.count == 1, let time = sentence.times.first,
        case .interval(let interval) = time.meaning, interval.precision == .day, !interval.isSpan,
        sentence.sentence.tokens.count { $0.isWord } - time.tokens.count <= 2,
        !sentence.sentence.tokens.contains(where: { $0.low == "." })
      else { return nil }
      return interval
    }
    guard Set(headings.compactMap { $0 }).count >= 2 else { return headings.map { _ in nil } }
    var day: DateInterval?
    return headings.map { heading in
      day = heading ?? day
      return day
    }
  }

  /// Reads the sentences of the document.
  mutating func read(_ sentences: [ReportSentence]) {
    let parsed = sentences.map { ParsedSentence($0, lexicon: lexicon, gazetteer: gazetteer, times: times) }
    for sentence in parsed { context.add(sentence.mentions, nationalities: sentence.nationalities) }
    let days = DocumentReading.headingDays(parsed)
    for (sentence, day) in zip(parsed, days) {
      headingDay = day
      read(sentence)
    }
  }

  mutating func read(_ parsed: ParsedSentence) {
    func leave(_ reason: String) { leftOut.append(LeftOut(sentence: parsed.sentence, reason: reason)) }
    if parsed.sentence.isHeading { return leave("a heading, which the text below tells") }
    if let reason = parsed.background(lexicon, published) { return leave(reason) }
    let finder = EventFinder(
      lexicon: lexicon, sentence: parsed.sentence, spoken: parsed.attributions.map(\.teller),
      dates: parsed.times.map(\.tokens), published: published)
    let (events, reasons) = finder.events()
    var made = 0
    var reason: String?
    var hasOld = false
    let usable = denial(parsed) ? [] : events
    for (number, whole) in usable.enumerated() {
      let event = withoutSpeech(whole, parsed)
      switch draft(event, number, of: events, parsed) {
      case .made(let draft):
        // An event without a time of its own beside one of long ago was long ago as well.
        if hasOld, draft.time?.words.isEmpty ?? true { continue }
        drafts.append(draft)
        made += 1
      case .leftOut(let words, let isOld):
        reason = reason ?? words
        hasOld = hasOld || isOld
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
  func withoutSpeech(_ event: EventSpan, _ parsed: ParsedSentence) -> EventSpan {
    let count = parsed.sentence.tokens.count
    let teller = parsed.attributions.first { teller in
      let isSaid =
        !lexicon.claims.attribution.contains(parsed.sentence.tokens, at: teller.verb.lowerBound)
        && !lexicon.claims.madeBy.contains(parsed.sentence.tokens, at: teller.verb.lowerBound)
      return isSaid && event.trigger.lowerBound < teller.teller.lowerBound && count - teller.verb.upperBound >= 6
    }
    guard let teller else { return event }
    var event = event
    event.ranges.removeAll { $0.upperBound > teller.teller.lowerBound && !$0.contains(event.trigger.lowerBound) }
    return event
  }

  func denial(_ parsed: ParsedSentence) -> Bool {
    parsed.attributions.contains { lexicon.denials.contains(parsed.sentence.tokens, at: $0.verb.lowerBound) }
      && parsed.clues.allSatisfy { !$0.isWhere }
  }

  enum Outcome {
    case made(ReportDraft)
    case leftOut(String, isOld: Bool = false)
  }

  // MARK: One event

  func draft(_ event: EventSpan, _ number: Int, of events: [EventSpan], _ parsed: ParsedSentence) -> Outcome {
    let group = lexicon.groups[event.group]
    let when = time(of: event, number, of: events, parsed)
    switch when {
    case .future: return .leftOut("speaks of a time to come")
    case .old: return .leftOut("tells of a time long before the report", isOld: true)
    case .read, .none: break
    }
    let numbers = parsed.clues.indices.filter {
      let start = parsed.clues[$0].mention.tokens.lowerBound
      return event.contains(start) && !isParted(event.trigger.lowerBound, start, parsed)
    }
    let assembler = PlaceAssembler(
      resolver: PlaceResolver(gazetteer: gazetteer, context: context, hasOneLanguage: lexicon.language == "en"),
      sentence: parsed.sentence, clues: parsed.clues,
      pairs: parsed.pairs)
    var places = assembler.outcome(numbers, isMovement: group.needsForces || group.kind == "displacement")
    if places.place == nil { places.place = otherPlace(event, parsed) }
    let isRelative =
      event.ranges.first.map { lexicon.relatives.contains(parsed.sentence.tokens, at: $0.lowerBound) } ?? false
    if isRelative, number > 0, places.place == nil, when.reading?.words.isEmpty ?? true {
      return .leftOut("only says more of what stands before it")
    }
    let figures = FigureReader(words: lexicon.figures)
    let counted = event.ranges.flatMap { figures.figures(parsed.sentence.tokens, in: $0) }
    if group.isWeak || parsed.sentence.isVerbless(lexicon), places.place == nil, when.reading?.words.isEmpty ?? true,
      counted.isEmpty
    {
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
        kind(of: event, parsed).value == EventKind.imagery.rawValue
          ? imagery(parsed, event) : standing.standing(event.ranges, attributions)))
  }

  /// True if a semicolon stands between the word that tells an event and another word behind it: that is told of something else.
  func isParted(_ trigger: Int, _ other: Int, _ parsed: ParsedSentence) -> Bool {
    trigger < other && (trigger..<other).contains { parsed.sentence.tokens[$0].low == ";" }
  }

  /// The standing of an event that images show: confirmed, unless they only seem to show it.
  func imagery(_ parsed: ParsedSentence, _ event: EventSpan) -> Reading<Standing> {
    let doubt = event.ranges.joined().first {
      lexicon.places.seemingly.contains(parsed.sentence.tokens, at: $0)
        || lexicon.appearances.contains(parsed.sentence.tokens, at: $0)
    }
    if let doubt {
      return Reading(
        .reported, [parsed.sentence.words(doubt..<doubt + 1)], "the images only seem to show it",
        [.init(value: .confirmed, reason: "images were made of it")])
    }
    return Reading(.confirmed, [parsed.sentence.words(event.trigger)], "images show it")
  }

  func finished(
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
      title: DraftTitle.text(
        label ?? (told.value == group.kind ? group.label : lexicon.label(of: told.value)), places.place?.value,
        acting(actors, event, sentence)),
      kind: told, time: time,
      place: places.place, destination: places.destination, apart: places.apart, standing: standing,
      tellers: tellers(parsed), actors: actors, figures: figures)
    draft.repeats = Repeats(lexicon: lexicon, drafts: drafts, first: self.first).earlier(draft, event, parsed)
    return draft
  }

  /// The actor in the part of the sentence that tells the event, for its title.
  func acting(_ actors: [Reading<String>], _ event: EventSpan, _ sentence: ReportSentence) -> String? {
    guard let part = event.ranges.first(where: { $0.contains(event.trigger.lowerBound) }) else { return nil }
    let bytes = sentence.words(part).range
    return actors.first { $0.words.first.map { bytes.overlaps($0.range) } ?? false }?.value
  }

  /// The kind by the word that tells the event. What is seen goes on from the images that were told of before.
  func kind(of event: EventSpan, _ parsed: ParsedSentence) -> Reading<String> {
    let group = lexicon.groups[event.group]
    let words = [parsed.sentence.words(event.trigger)]
    if group.isSighting, let last = drafts.last, last.kind.value == EventKind.imagery.rawValue,
      last.sentence.document == parsed.sentence.document, parsed.sentence.paragraph - last.sentence.paragraph <= 1
    {
      return Reading(
        last.kind.value, words, "seen in the images of the sentence before",
        [.init(value: group.kind, reason: "if somebody else saw it")])
    }
    // The thing that killed gives the title its name: `a shell killed two`.
    if group.isConsequence,
      let weapon = event.ranges.joined().first(where: { lexicon.weapons.match(parsed.sentence.tokens, at: $0) != nil }),
      let kind = lexicon.weapons.match(parsed.sentence.tokens, at: weapon)?.meaning
    {
      return Reading(kind, words + [parsed.sentence.words(weapon..<weapon + 1)], "by the weapon that is named")
    }
    return Reading(group.kind, words, "the word for: \(group.label.lowercased())")
  }

  func tellers(_ parsed: ParsedSentence) -> [Reading<String>] {
    var names: [Reading<String>] = []
    for teller in parsed.attributions {
      let name = parsed.sentence.source(of: teller.teller)
      guard
        lexicon.claims.pronouns.match(parsed.sentence.tokens, at: teller.teller.lowerBound)?.count
          != teller.teller.count,
        !names.contains(where: { $0.value == name })
      else { continue }
      names.append(
        Reading(name, [parsed.sentence.words(teller.teller)], "says so: \(parsed.sentence.source(of: teller.verb))"))
    }
    return names
  }

  /// A place that the sentence names by no name: `Syrian territory`, `the country`, `nearby`.
  func otherPlace(_ event: EventSpan, _ parsed: ParsedSentence) -> Reading<DraftPlace>? {
    let resolver = PlaceResolver(gazetteer: gazetteer, context: context, hasOneLanguage: lexicon.language == "en")
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
          last.sentence.paragraph == parsed.sentence.paragraph, let before = last.place,
          let anchor = before.value.anchor
        else { continue }
        guard case .circle(_, let meters) = before.value.extent else {
          return Reading(before.value, words, "near what was told before")
        }
        return Reading(
          DraftPlace(
            name: before.value.name.hasPrefix("near ") ? before.value.name : "near \(before.value.name)",
            precision: .vicinity, extent: .circle(anchor, meters: max(PlaceResolver.Reach.aroundAirfield, meters * 1.5))
          ),
          words, "near the place of the sentence before")
      }
    }
    return nil
  }
}
