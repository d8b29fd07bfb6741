/// The sum of a figure over some events. It is a range, as the figures are, and says how many events state none.
public struct FigureSum: Hashable, Sendable {
  /// The events that state the figure.
  public private(set) var stating = 0
  /// The events that state none: they count for nothing, and may be anything.
  public private(set) var missing = 0
  /// The sum of the least that each event states.
  public private(set) var low = 0.0
  /// The sum of the numbers that sources call the best, of the events that have one.
  public private(set) var bestSum = 0.0
  /// The events that have a best number.
  public private(set) var bestCount = 0
  /// The sum of the most that each event states, of the events that state a most.
  public private(set) var highSum = 0.0
  /// The events that state no most, such as `5 or more`.
  public private(set) var openCount = 0

  /// The sum over no events.
  public init() {}

  /// The sum of the best numbers; nil where an event has none, or no event states the figure.
  public var best: Double? { stating > 0 && bestCount == stating ? bestSum : nil }
  /// The sum of the most; nil where an event states no most.
  public var high: Double? { openCount == 0 ? highSum : nil }
  /// All events that were added.
  public var count: Int { stating + missing }

  /// Adds an event; nil for one that states no figure.
  @inline(__always)
  public mutating func add(_ range: FigureRange?) {
    guard let range else {
      missing += 1
      return
    }
    stating += 1
    low += range.leastInSum
    if let best = range.best {
      bestSum += best
      bestCount += 1
    }
    if let high = range.high { highSum += high } else { openCount += 1 }
  }

  /// Adds the events of another sum.
  public mutating func add(_ other: FigureSum) {
    stating += other.stating
    missing += other.missing
    low += other.low
    bestSum += other.bestSum
    bestCount += other.bestCount
    highSum += other.highSum
    openCount += other.openCount
  }

  /// The sum as a cell: `8140`, `7900/8140/8500`, `7900-8500`, `7900+`; `-` where no event states the figure.
  public var words: String {
    guard stating > 0 else { return "-" }
    guard let high else { return low.figureWords + "+" }
    if low == high { return low.figureWords }
    guard let best, best != low || best != high else { return "\(low.figureWords)-\(high.figureWords)" }
    return "\(low.figureWords)/\(best.figureWords)/\(high.figureWords)"
  }
}
