/// Finds drafts that may tell an event again.
struct Repeats {
  let lexicon: Lexicon
  /// The drafts of the document so far.
  let drafts: [ReportDraft]
  /// The number of the first of them among all.
  let first: Int

  /// So many drafts back one is looked for.
  private static let reach = 12

  /// The earlier draft that a draft may repeat: of the same kind, with nothing that contradicts, and told as known or at the same place.
  func earlier(_ draft: ReportDraft, _ event: EventSpan, _ parsed: ParsedSentence) -> ReportDraft.Repeat? {
    // `Two were injured.`: what came of the event before.
    if lexicon.groups[event.group].isConsequence, draft.place == nil, draft.time?.words.isEmpty ?? true,
      let last = drafts.last,
      last.sentence != draft.sentence, last.sentence.document == draft.sentence.document,
      last.sentence.paragraph == draft.sentence.paragraph
    {
      return ReportDraft.Repeat(draft: first + drafts.count - 1, reason: "tells what came of the event before")
    }
    let isKnown = isDefinite(event, parsed)
    for (number, other) in drafts.enumerated().reversed().prefix(Repeats.reach)
    where other.kind.value == draft.kind.value {
      guard other.sentence != draft.sentence, isAllowed(draft, other) else { continue }
      let isSamePlace = draft.place.map { $0.value.name == other.place?.value.name } ?? false
      if isSamePlace, draft.place?.value.precision != .country, isDated(draft), isDated(other),
        draft.kind.value != "statement", hasSameDay(draft, other)
      {
        return ReportDraft.Repeat(draft: first + number, reason: "the same kind, place and time")
      }
      if isKnown, draft.place == nil || isSamePlace, parsed.sentence.paragraph - other.sentence.paragraph <= 2 {
        return ReportDraft.Repeat(draft: first + number, reason: "spoken of as known, and the last of that kind")
      }
    }
    return nil
  }

  private func isDefinite(_ event: EventSpan, _ parsed: ParsedSentence) -> Bool {
    guard event.isNoun else { return false }
    let start = event.trigger.lowerBound
    if (max(0, start - 3)..<start).contains(where: { lexicon.different.contains(parsed.sentence.tokens, at: $0) }) {
      return false
    }
    return (max(0, start - 3)..<start).contains { lexicon.definite.contains(parsed.sentence.tokens, at: $0) }
  }

  /// True if a draft has a time with two ends.
  private func isDated(_ draft: ReportDraft) -> Bool {
    draft.time.map { $0.value.start != nil && $0.value.end != nil } ?? false
  }

  private func hasSameDay(_ draft: ReportDraft, _ other: ReportDraft) -> Bool {
    guard let one = draft.time?.value, let two = other.time?.value else { return false }
    return one == two || Days.holds(one, two) || Days.holds(two, one)
  }

  private func isAllowed(_ draft: ReportDraft, _ other: ReportDraft) -> Bool {
    if let one = draft.time?.value, let two = other.time?.value {
      let (start, end) = (Days.first(two), Days.last(two))
      if let last = Days.last(one), let start, last < start { return false }
      if let begin = Days.first(one), let end, begin > end { return false }
    }
    return true
  }
}
