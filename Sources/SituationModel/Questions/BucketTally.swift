/// Buckets while they are counted: an event at once, or many of one interval.
public struct BucketTally: Sendable {
  private let bounds: [Instant]
  private var certain: [[Int]]
  /// By how much the number of possible events is higher in a bucket than in the one before.
  private var steps: [Int]

  /// Buckets between rising bounds, without an event yet.
  public init(bounds: [Instant]) {
    self.bounds = bounds
    let count = max(0, bounds.count - 1)
    certain = Array(repeating: Array(repeating: 0, count: EventKind.codeCount), count: count)
    steps = Array(repeating: 0, count: count + 1)
  }

  /// The counts so far, a bucket each.
  public var buckets: [BucketCount] {
    var possible = 0
    return certain.indices.map { bucket in
      possible += steps[bucket]
      return BucketCount(certain: certain[bucket], possible: possible)
    }
  }

  /// Counts an event by its date and the code of its kind, which is one that the program knows. Logarithmic in the buckets.
  public mutating func add(_ when: DateInterval, kind: Int) {
    guard let start = bounds.first, let end = bounds.last, bounds.count > 1 else { return }
    guard when.start.map({ $0 < end }) ?? true, when.end.map({ $0 > start }) ?? true else { return }
    let first = when.start.map { max(0, bucket(of: $0)) } ?? 0
    let last = when.end.map { min(certain.count - 1, bucket(of: $0.advanced(by: -1))) } ?? certain.count - 1
    let isWhole = when.start.map { $0 >= start } ?? false && when.end.map { $0 <= end } ?? false
    let isCertain = first == last && isWhole && !when.isApproximate && !when.isUncertain
    add(1, kind: kind, in: first...max(first, last), isCertain: isCertain)
  }

  /// Counts some events of one kind that overlap some of the buckets: certain ones lie in one.
  public mutating func add(_ count: Int, kind: Int, in buckets: ClosedRange<Int>, isCertain: Bool) {
    if isCertain {
      certain[buckets.lowerBound][kind] += count
    } else {
      steps[buckets.lowerBound] += count
      steps[buckets.upperBound + 1] -= count
    }
  }

  /// The bucket of a moment: -1 before all, as many as there are behind all.
  private func bucket(of moment: Instant) -> Int {
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
