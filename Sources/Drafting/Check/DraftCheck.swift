import SituationModel

/// Compares drafts with the events that a person found.
public struct DraftCheck: Sendable {
  /// Counts for one member.
  public struct Count: Hashable, Sendable {
    /// Right.
    public var right = 0
    /// Wider than right: it holds what is right.
    public var wider = 0
    /// More precise than the sentence, or elsewhere.
    public var precise = 0
    /// Not said by the draft.
    public var missing = 0
    /// Neither right nor wider, where precision is no matter.
    public var wrong = 0
    /// Said by the draft and not expected.
    public var extra = 0
  }

  /// The expected events, and how many of them have a draft.
  public private(set) var expected = 0, found = 0
  /// The drafts, those that repeat another, those of sentences that tell nothing, and those of which no expected event is.
  public private(set) var drafts = 0, repeats = 0, ofNothing = 0, others = 0
  /// Drafts whose place and time are right or wider than right.
  public private(set) var placed = 0
  /// Drafts of which no member is wrong or missing.
  public private(set) var acceptable = 0
  /// Drafts with a place or a time that is more precise than the sentence.
  public private(set) var falselyPrecise = 0
  /// The counts by member.
  public private(set) var members: [(name: String, count: Count)] = []
  /// Lines for each fault.
  public private(set) var faults: [String] = []

  private var counts: [String: Count] = [:]
  private static let names = ["kind", "place", "time", "standing", "by", "actors", "figures"]

  /// Compares the drafts of a report with what is expected of it.
  public init(_ drafts: ReportDrafts, _ gold: DraftGold) {
    expected = gold.events.count
    self.drafts = drafts.drafts.count
    repeats = drafts.drafts.count { $0.repeats != nil }
    var used: Set<Int> = []
    for event in gold.events {
      guard let number = DraftCheck.match(event, drafts.drafts, used) else {
        faults.append("not drafted: \(event.words)")
        continue
      }
      used.insert(number)
      found += 1
      compare(drafts.drafts[number], event)
    }
    let again = gold.repeats.flatMap { $0 }
    for (number, draft) in drafts.drafts.enumerated() where !used.contains(number) {
      let text = draft.sentence.text
      if gold.nothing.contains(where: { text.contains($0) }), !gold.events.contains(where: { text.contains($0.words) })
      {
        ofNothing += 1
        faults.append("drafted of nothing: \(draft.title): \(text.prefix(90))")
      } else if draft.repeats == nil {
        others += 1
        let isAgain = again.contains { text.contains($0) }
        faults.append("\(isAgain ? "a repeat drafted as new" : "not expected"): \(draft.title): \(text.prefix(90))")
      }
    }
    members = DraftCheck.names.map { ($0, counts[$0] ?? Count()) }
  }

  /// The draft of the sentence that has the words of an event: the one whose part of the sentence has most of them.
  private static func match(_ event: DraftGold.Expected, _ drafts: [ReportDraft], _ used: Set<Int>) -> Int? {
    let fitting = drafts.indices.filter { !used.contains($0) && drafts[$0].sentence.text.contains(event.words) }
    return fitting.max { overlap(drafts[$0], event.words) < overlap(drafts[$1], event.words) }
  }

  private static func overlap(_ draft: ReportDraft, _ words: String) -> Int {
    let text = draft.sentence.text
    guard let range = text.firstRange(of: words) else { return 0 }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound) + draft.sentence.range.lowerBound
    let bytes = start..<start + words.utf8.count
    let trigger = draft.kind.words.first.map { bytes.overlaps($0.range) ? 10_000 : 0 } ?? 0
    return trigger + draft.told.map { $0.range.clamped(to: bytes).count }.reduce(0, +)
  }

  private enum Verdict { case right, wider, precise, missing, wrong, extra, none }

  private mutating func compare(_ draft: ReportDraft, _ event: DraftGold.Expected) {
    let verdicts: [(String, Verdict, String)] = [
      ("kind", event.kinds.contains { DraftCheck.isAlike($0, draft.kind.value) } ? .right : .wrong, draft.kind.value),
      (
        "place", DraftCheck.place(draft.place?.value, event.place),
        draft.place.map { "\($0.value.name) (\($0.value.precision.rawValue))" } ?? "none"
      ),
      ("time", DraftCheck.time(draft.time?.value, event.time), draft.time?.value.edtf ?? "none"),
      (
        "standing", event.standing.contains(draft.standing.value.rawValue) ? .right : .wrong,
        draft.standing.value.rawValue
      ),
      (
        "by", DraftCheck.names(draft.tellers.map(\.value), event.by), draft.tellers.map(\.value).joined(separator: "; ")
      ),
      (
        "actors", DraftCheck.names(draft.actors.map(\.value), event.actors),
        draft.actors.map(\.value).joined(separator: "; ")
      ),
      (
        "figures", DraftCheck.figures(draft, event.figures),
        draft.figures.map {
          "\($0.value.what) \($0.value.floor.map { "\($0)" } ?? "")..\($0.value.ceiling.map { "\($0)" } ?? "")"
        }.joined(separator: "; ")
      ),
    ]
    for (name, verdict, said) in verdicts {
      add(verdict, to: name)
      if verdict == .precise || verdict == .wrong || verdict == .missing {
        faults.append(
          "\(name) \(verdict == .precise ? "MORE PRECISE" : verdict == .wrong ? "wrong" : "missing") (\(said)): \(event.words)"
        )
      }
    }
    let isSound = { (verdict: Verdict) in verdict == .right || verdict == .wider || verdict == .none }
    if isSound(verdicts[1].1), isSound(verdicts[2].1) { placed += 1 }
    if verdicts[1].1 == .precise || verdicts[2].1 == .precise { falselyPrecise += 1 }
    if verdicts.allSatisfy({ isSound($0.1) || $0.0 == "actors" && $0.1 != .wrong }) { acceptable += 1 }
  }

  private mutating func add(_ verdict: Verdict, to name: String) {
    var count = counts[name] ?? Count()
    switch verdict {
    case .right: count.right += 1
    case .wider: count.wider += 1
    case .precise: count.precise += 1
    case .missing: count.missing += 1
    case .wrong: count.wrong += 1
    case .extra: count.extra += 1
    case .none: break
    }
    counts[name] = count
  }

  // MARK: Members

  private static func isAlike(_ one: String, _ other: String) -> Bool {
    let (first, second) = (FoldedName(one).compact, FoldedName(other).compact)
    return !first.isEmpty && !second.isEmpty && (first == second || first.contains(second) || second.contains(first))
  }

  /// The finer, the smaller.
  private static func rank(_ precision: String) -> Int {
    ["exact", "locality", "vicinity", "along", "region", "country"].firstIndex(of: precision) ?? 6
  }

  private static func place(_ place: DraftPlace?, _ expected: DraftGold.Place?) -> Verdict {
    guard let expected else {
      return place == nil ? .none : place?.extent == DraftPlace.Extent.none ? .extra : .precise
    }
    guard let place else { return .missing }
    let isNamed = expected.name.map { isAlike($0, place.name) } ?? false
    if place.extent == .none { return isNamed ? .right : .missing }
    let precision = place.isAlong ? "along" : place.precision.rawValue
    let isFiner = rank(precision) < rank(expected.precision)
    guard let circle = expected.circle else { return isNamed && !isFiner ? .right : isNamed ? .precise : .wrong }
    let isHeld = holds(place, circle)
    if isNamed, !isFiner {
      return isHeld ? .right : place.contains(circle.center, slack: circle.meters) ? .right : .precise
    }
    return isHeld && !isFiner ? .wider : .precise
  }

  /// True if a place holds a circle: its middle, and most of it, as outlines are coarse and borders go through circles.
  private static func holds(_ place: DraftPlace, _ circle: (center: Coordinate, meters: Double)) -> Bool {
    // A stretch is known along its line: the circle around all of it is what may hold another.
    if case .line(let line, let meters) = place.extent, let around = Ground.circle(around: line) {
      return GreatCircle(from: around.center, to: circle.center).meters + circle.meters * 0.5 <= around.meters + meters
    }
    let rim = Ground.rim(around: circle.center, meters: circle.meters * 0.9, count: 12)
    let inside = rim.count { place.contains($0, slack: 3_000) }
    let area = if case .area = place.extent { true } else { false }
    return place.contains(circle.center, slack: 20_000) && inside >= (area ? rim.count / 2 : rim.count - 1)
  }

  private static func time(_ time: DateInterval?, _ expected: DateInterval?) -> Verdict {
    guard let expected else {
      // An open beginning says no more than that it was before the report.
      return time == nil ? .none : time?.start == nil ? .right : .precise
    }
    guard let time else { return .missing }
    if time == expected { return .right }
    if Days.holds(time, expected) {
      return Days.first(time) == Days.first(expected) && Days.last(time) == Days.last(expected) ? .right : .wider
    }
    return .precise
  }

  private static func names(_ names: [String], _ expected: [String]) -> Verdict {
    if expected.isEmpty { return names.isEmpty ? .none : .extra }
    if names.isEmpty { return .missing }
    return names.contains { name in expected.contains { isAlike($0, name) } } ? .right : .wrong
  }

  private static func figures(_ draft: ReportDraft, _ expected: [String: (low: Double?, high: Double?)]) -> Verdict {
    var found: [String: (low: Double?, high: Double?)] = [:]
    for figure in draft.figures {
      found[FigureName(figure.value.what)?.text ?? figure.value.what] = (figure.value.floor, figure.value.ceiling)
    }
    if expected.isEmpty { return found.isEmpty ? .none : .extra }
    if found.isEmpty { return .missing }
    let isAll = expected.allSatisfy { name, range in
      found[name].map { $0.low == range.low && $0.high == range.high } ?? false
    }
    let isAny = expected.contains { name, range in
      found[name].map { $0.low == range.low && $0.high == range.high } ?? false
    }
    return isAll ? .right : isAny ? .missing : .wrong
  }
}
