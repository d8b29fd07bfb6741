/// A figure of an event as all its sources leave it: the least and the most that any of them allows, and the best number where they
/// agree on one.
public struct FigureRange: Hashable, Sendable {
  /// At least so many; nil where no least is stated.
  public let low: Double?
  /// The best number; nil where none is stated, or where sources state different ones.
  public let best: Double?
  /// At most so many; nil where no most is stated.
  public let high: Double?

  /// A range; nil where nothing is stated, or the numbers do not rise.
  public init?(low: Double?, best: Double?, high: Double?) {
    guard let figure = Figure("", low: low, best: best, high: high) else { return nil }
    self.init(figure)
  }

  /// The range that one source gives. A best number alone is the least and the most.
  public init(_ figure: Figure) {
    (low, high) = (figure.floor, figure.ceiling)
    let isOne = figure.floor != nil && figure.floor == figure.ceiling
    best = figure.best ?? (isOne ? figure.floor : nil)
  }

  private init(uncheckedLow low: Double?, best: Double?, high: Double?) {
    (self.low, self.best, self.high) = (low, best, high)
  }

  /// A number that leaves nothing open.
  public static func exactly(_ number: Double) -> FigureRange {
    FigureRange(uncheckedLow: number, best: number, high: number)
  }

  /// The range around this one and another's.
  public func union(_ other: FigureRange) -> FigureRange {
    let low = low.flatMap { low in other.low.map { min(low, $0) } }
    let high = high.flatMap { high in other.high.map { max(high, $0) } }
    let isAgreed = best == nil || other.best == nil || best == other.best
    return FigureRange(uncheckedLow: low, best: isAgreed ? best ?? other.best : nil, high: high)
  }

  /// The least that counts in a sum: what nobody counted is nothing, but no more than the most.
  public var leastInSum: Double { low ?? min(0, high ?? 0) }
  /// The number by which events are sorted: the best one, else the most of the least.
  public var rank: Double { best ?? low ?? high ?? 0 }
}

extension Event {
  /// The event's figures by name: each as all sources together leave it. Linear in the figures of the sources.
  public var figures: [FigureName: FigureRange] {
    var ranges: [FigureName: FigureRange] = [:]
    for figure in sources.lazy.flatMap(\.figures) {
      guard let name = FigureName(figure.what) else { continue }
      let range = FigureRange(figure)
      ranges[name] = ranges[name]?.union(range) ?? range
    }
    return ranges
  }

  /// A figure of the event; nil where no source states it.
  public func figure(_ name: FigureName) -> FigureRange? {
    var range: FigureRange?
    for figure in sources.lazy.flatMap(\.figures) where FigureName(figure.what) == name {
      range = range?.union(FigureRange(figure)) ?? FigureRange(figure)
    }
    return range
  }
}
