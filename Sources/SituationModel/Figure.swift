/// A number that a source gives for something, as exactly as it gives it: `killed`, 12 to 20, best 15.
public struct Figure: Hashable, Sendable {
  /// The thing that is counted, in the file's words.
  public let what: String
  /// At least so many.
  public let low: Double?
  /// The source's own best number.
  public let best: Double?
  /// At most so many.
  public let high: Double?

  /// A figure; nil when it has no number, or they do not rise from low to high.
  public init?(_ what: String, low: Double? = nil, best: Double? = nil, high: Double? = nil) {
    let numbers = [low, best, high].compactMap { $0 }
    guard !numbers.isEmpty, numbers.allSatisfy(\.isFinite) else { return nil }
    guard zip(numbers, numbers.dropFirst()).allSatisfy(<=) else { return nil }
    self.what = what
    self.low = low
    self.best = best
    self.high = high
  }

  /// The least that it allows; nil when it says none. A best number alone allows no other.
  public var floor: Double? { low ?? (high == nil ? best : nil) }
  /// The most that it allows; nil when it says none.
  public var ceiling: Double? { high ?? (low == nil ? best : nil) }
}

/// Two sources' numbers for one thing that can't both be true.
public struct Contradiction: Hashable, Sendable {
  /// The thing that is counted.
  public let what: String
  /// The source with the least that is said at most, by its place among the event's sources.
  public let lower: Int
  /// The most that this source allows.
  public let ceiling: Double
  /// The source with the most that is said at least.
  public let upper: Int
  /// The least that this source allows.
  public let floor: Double
  /// All sources whose range leaves out the whole range of another.
  public let sources: Set<Int>
}

extension Event {
  /// True if the event's sources state anything of their own beside what the event states.
  public var hasClaims: Bool { sources.contains { $0.says != nil || !$0.figures.isEmpty || $0.disputes } }

  /// The things that the sources count, each once, in the order of the file.
  public var counted: [String] {
    var seen = Set<String>()
    return sources.flatMap(\.figures).map(\.what).filter { seen.insert($0).inserted }
  }

  /// The numbers that can't all be true, since the ranges of two sources have nothing in common. Linear in the figures.
  public var contradictions: [Contradiction] {
    let all = sources.enumerated().flatMap { index, source in source.figures.map { (source: index, figure: $0) } }
    let groups = Dictionary(grouping: all, by: \.figure.what)
    return counted.compactMap { what in
      let figures = groups[what] ?? []
      let ceilings = figures.compactMap { item in item.figure.ceiling.map { (source: item.source, number: $0) } }
      let floors = figures.compactMap { item in item.figure.floor.map { (source: item.source, number: $0) } }
      guard let least = ceilings.min(by: { $0.number < $1.number }),
        let most = floors.max(by: { $0.number < $1.number }), least.number < most.number
      else { return nil }
      let apart = figures.filter { item in
        item.figure.floor.map { $0 > least.number } ?? false || item.figure.ceiling.map { $0 < most.number } ?? false
      }
      return Contradiction(
        what: what, lower: least.source, ceiling: least.number, upper: most.source, floor: most.number,
        sources: Set(apart.map(\.source)))
    }
  }
}
