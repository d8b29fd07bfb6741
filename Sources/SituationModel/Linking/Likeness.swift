#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Compares records that may be of one event: by time, place, kind, words, figures, parties and links.
struct Likeness: Sendable {
  private let records: [LinkRecord]
  let traces: [LinkTrace]
  /// For each record the weights of its words, and their sum.
  private let weights: [[Float]]
  private let sums: [Float]

  init(_ records: [LinkRecord]) {
    self.records = records
    traces = records.map(LinkTrace.init)
    let words = WordWeights(records.lazy.map(\.textWords))
    weights = records.map { record in record.textWords.map { words[$0] } }
    sums = weights.map { $0.reduce(0, +) }
  }

  // MARK: Weights

  /// The words of a record that not every tenth one has.
  func sketch(_ number: Int) -> WordSketch {
    var sketch = WordSketch()
    for (word, weight) in zip(records[number].textWords, weights[number]) where weight > 2.4 { sketch.add(word) }
    for link in records[number].links { sketch.add(link) }
    return sketch
  }

  /// The weight of what speaks for two records being of one event, less what speaks against it: below `least` hardly ever one, above 15 mostly.
  func weight(_ first: Int, _ second: Int) -> Float {
    let (a, b) = (records[first], records[second])
    return traces[first].weight(traces[second]) + textWeight(first, second) + figureWeight(a, b) + partyWeight(a, b)
  }

  /// Weights below this are not proposed.
  static let least: Float = 5

  /// A weight as a score from 0 to 100.
  static func score(_ weight: Float) -> Double { (1_000 / (1 + exp(Double(12 - weight) / 3))).rounded() / 10 }

  private func textWeight(_ first: Int, _ second: Int) -> Float {
    let smaller = min(sums[first], sums[second])
    guard smaller > 0 else { return 0 }
    var shared: Float = 0
    let (a, b, own) = (records[first].textWords, records[second].textWords, weights[first])
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        shared += own[i]
        (i, j) = (i + 1, j + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return min(12, 0.3 * shared) + 3 * shared / smaller
  }

  private func figureWeight(_ a: LinkRecord, _ b: LinkRecord) -> Float {
    var weight: Float = 0
    Likeness.forEachFigure(a, b) { _, first, second in
      switch Likeness.agreement(first, second) {
      case .same(let number): weight += number == 0 ? 0.2 : 1 + 0.3 * min(3, Float(log2(1 + number)))
      case .possible: weight += 0.4
      case .near: weight -= 0.3
      case .different: weight -= 1.5
      }
    }
    return weight
  }

  private func partyWeight(_ a: LinkRecord, _ b: LinkRecord) -> Float {
    let isLinked = sharedCount(a.links, b.links) > 0
    let actors = sharedCount(a.actors, b.actors)
    let isApart = actors == 0 && !a.actors.isEmpty && !b.actors.isEmpty
    return (isLinked ? 6 : 0) + (isApart ? -0.7 : min(2, 0.8 * Float(actors)))
  }

  // MARK: Figures

  private enum Agreement {
    case same(Double), possible, near, different
  }

  private static func agreement(_ a: FigureRange, _ b: FigureRange) -> Agreement {
    if let low = a.low, a.high == low, b.low == low, b.high == low { return .same(low) }
    if (a.low ?? -.infinity) <= (b.high ?? .infinity), (b.low ?? -.infinity) <= (a.high ?? .infinity) {
      return .possible
    }
    return abs(a.rank - b.rank) <= max(2, 0.25 * max(a.rank, b.rank)) ? .near : .different
  }

  private static func forEachFigure(
    _ a: LinkRecord, _ b: LinkRecord, _ body: (FigureName, FigureRange, FigureRange) -> Void
  ) {
    for (name, range) in a.figures {
      if let other = b.figures.first(where: { $0.name == name }) { body(name, range, other.range) }
    }
  }

  // MARK: Origins

  /// The reason for which two reports of one event go back to one; nil where nothing says so.
  ///
  /// Who takes over a text keeps its order; who tells the same event in his own words, or in the words of a form, does not. So runs of words
  /// without a gap are compared, small words too.
  ///
  /// - Parameter score: the score of the pair. Of two that are hardly of one event the same words say nothing: they are a form's. Nil where
  ///   people said that both are of one.
  static func origin(_ a: LinkRecord, _ b: LinkRecord, score: Double? = nil) -> LinkReason? {
    if sharedCount(a.links, b.links) > 0 { return LinkReason("one link") }
    if let score, score < leastOriginScore { return nil }
    // Other numbers are another count, however alike the words are. Other words need no closer look.
    guard sharedCount(a.numbers, b.numbers) == min(a.numbers.count, b.numbers.count),
      2 * sharedCount(a.textWords, b.textWords) >= min(a.textWords.count, b.textWords.count)
    else { return nil }
    let (title, text) = (WordRun(a.titleRun, b.titleRun), WordRun(a.textRun, b.textRun))
    let through =
      sharedCount(a.agencies, b.outlets) + sharedCount(b.agencies, a.outlets) + sharedCount(a.agencies, b.agencies)
    let words = (text.fewer > 0 ? text : title).words
    if through > 0, max(title.share, text.share) >= 0.8 { return LinkReason("one through the other, \(words)") }
    let isTitleAlike = title.fewer == 0 || title.share >= 0.85
    let isTextAlike = text.fewer == 0 ? title.length >= 8 : text.share >= 0.75 && text.isTakenOver
    let isLong = text.length >= 30 && text.share >= 0.7
    return isTitleAlike && isTextAlike && title.length + text.length >= 8 || isLong ? LinkReason(words) : nil
  }

  /// The score from which alike texts are taken for one origin.
  private static let leastOriginScore = 40.0

  /// The longest run of words that two texts share.
  private struct WordRun {
    let length: Int
    /// The words of the shorter text, and of the longer one.
    let (fewer, more): (Int, Int)
    /// The words before the run, in the text that has more of them.
    private let lead: Int

    init(_ first: [UInt32], _ second: [UInt32]) {
      let run = longestRun(first, second)
      (length, lead) = (run.length, max(run.first, run.second))
      (fewer, more) = (min(first.count, second.count), max(first.count, second.count))
    }

    var share: Double { Double(length) / Double(max(fewer, 1)) }
    /// True if the run begins both texts, but for a few words such as the name of an agency, and is most of both: who shortens a text cuts its
    /// end.
    var isTakenOver: Bool { lead <= 6 && 2 * length >= more }
    var words: String { "\(length) of \(fewer) words in one run" }
  }

  // MARK: Reasons

  /// The reasons for and against one event, in the order: time, place, kind, words, figures, parties, links.
  func reasons(_ one: Int, _ other: Int, _ first: Event, _ second: Event) -> [LinkReason] {
    let (a, b) = (records[one], records[other])
    return [timeReason(a, b), placeReason(a, b, first, second), kindReason(a, b, first, second)].compactMap { $0 }
      + wordReasons(a, b) + figureReasons(a, b) + partyReasons(a, b, first, second)
  }

  private func timeReason(_ a: LinkRecord, _ b: LinkRecord) -> LinkReason? {
    guard let span = LinkTrace(a).span(LinkTrace(b)) else { return nil }
    let isShort = span <= 86_400
    let start = max(a.start, b.start)
    let isSameDay = isShort && a.start / 86_400 == start / 86_400 && b.start / 86_400 == start / 86_400
    if isSameDay { return LinkReason("same day") }
    return LinkReason("times overlap within \(max(1, (span + 86_399) / 86_400)) days")
  }

  private func placeReason(_ a: LinkRecord, _ b: LinkRecord, _ first: Event, _ second: Event) -> LinkReason? {
    let isNamed = sharedCount(a.placeNames, b.placeNames) > 0
    guard let one = a.disc, let other = b.disc else {
      guard isNamed, let name = first.place.name else { return nil }
      return LinkReason("places of one name, \(name)")
    }
    let distance = GreatCircle(from: one.place, to: other.place).meters
    let worth = max(one.radius, other.radius)
    let words = distance < 50 ? "same spot" : "\(LengthWords(distance, worth: max(100, distance / 20)).text) apart"
    let known = worth > 1_000 ? ", known to \(LengthWords(worth, worth: worth / 10).text)" : ""
    return LinkReason(words + known + (isNamed ? ", places of one name" : ""))
  }

  private func kindReason(_ a: LinkRecord, _ b: LinkRecord, _ first: Event, _ second: Event) -> LinkReason? {
    guard a.kind != 0, b.kind != 0 else { return nil }
    return a.kind == b.kind
      ? LinkReason("both \(first.kindName)")
      : LinkReason("\(first.kindName) and \(second.kindName)", isFor: false)
  }

  private func wordReasons(_ a: LinkRecord, _ b: LinkRecord) -> [LinkReason] {
    let title = (sharedCount(a.titleWords, b.titleWords), min(a.titleWords.count, b.titleWords.count))
    let text = (sharedCount(a.textWords, b.textWords), min(a.textWords.count, b.textWords.count))
    return [
      title.0 > 0 ? LinkReason("\(title.0) of \(title.1) title words") : nil,
      text.0 > title.0 ? LinkReason("\(text.0) of \(text.1) words of the text") : nil,
    ].compactMap { $0 }
  }

  private func figureReasons(_ a: LinkRecord, _ b: LinkRecord) -> [LinkReason] {
    var reasons: [LinkReason] = []
    Likeness.forEachFigure(a, b) { name, first, second in
      switch Likeness.agreement(first, second) {
      case .same: reasons.append(LinkReason("both \(name.text) \(first.words)"))
      case .possible: reasons.append(LinkReason("\(name.text) \(first.words) and \(second.words) can agree"))
      case .near, .different:
        reasons.append(LinkReason("\(name.text) \(first.words) and \(second.words)", isFor: false))
      }
    }
    return reasons
  }

  private func partyReasons(_ a: LinkRecord, _ b: LinkRecord, _ first: Event, _ second: Event) -> [LinkReason] {
    var reasons: [LinkReason] = []
    let shared = first.actors.filter { actor in WordKeys(actor).whole.map(b.actors.contains) ?? false }
    if !shared.isEmpty {
      reasons.append(LinkReason("both name \(shared.joined(separator: ", "))"))
    } else if !a.actors.isEmpty, !b.actors.isEmpty {
      reasons.append(LinkReason("other parties", isFor: false))
    }
    if sharedCount(a.links, b.links) > 0 { reasons.append(LinkReason("one link")) }
    return reasons
  }
}
