/// A stretch of time cut into whole units; long stretches without an event may be folded into one bucket each.
public struct TimeBuckets: Hashable, Sendable {
  /// The unit.
  public let unit: BucketUnit
  /// The bounds: bucket `i` runs from `bounds[i]` to `bounds[i + 1]`.
  public let bounds: [Instant]
  /// The buckets that stand for several units in which nothing is.
  public let folds: Set<Int>

  /// How many buckets there are: at least one.
  public var count: Int { bounds.count - 1 }
  /// From the first bound to the last.
  public var span: TimeWindow { TimeWindow(start: bounds[0], end: bounds[count]) }

  private init(_ unit: BucketUnit, _ bounds: [Instant], folds: Set<Int> = []) {
    self.unit = unit
    self.bounds = bounds
    self.folds = folds
  }

  /// The whole units that cover a stretch: the finest unit, from `finest` on, that needs at most `limit` buckets.
  public init(covering span: TimeWindow, finest: BucketUnit, limit: Int) {
    let limit = max(1, limit)
    let units = BucketUnit.allCases.filter { $0 >= finest }
    // Months and years differ in length: what seems to fit is counted, and must fit.
    let fitting = units.lazy.filter { Double(span.seconds) / $0.seconds - 1 <= Double(limit) }
      .map { TimeBuckets($0, TimeBuckets.bounds(of: span, by: $0)) }.first { $0.count <= limit }
    self = fitting ?? TimeBuckets(.century, TimeBuckets.bounds(of: span, by: .century, upTo: limit))
  }

  /// The whole units that cover a stretch, of a unit that is chosen; nil when that is more than `limit` buckets.
  public init?(covering span: TimeWindow, by unit: BucketUnit, limit: Int) {
    guard Double(span.seconds) / unit.seconds - 2 <= Double(limit) else { return nil }
    let bounds = TimeBuckets.bounds(of: span, by: unit)
    guard bounds.count - 1 <= limit else { return nil }
    self.init(unit, bounds)
  }

  /// Some whole units around a moment, as many as are asked for, and none outside of a stretch but where that is
  /// shorter.
  public init(around middle: Instant, within span: TimeWindow, by unit: BucketUnit, count: Int) {
    let whole = unit.whole(span)
    let most = unit.count(from: whole.start, to: whole.end)
    let count = min(max(1, count), most)
    let wanted = unit.count(from: whole.start, to: unit.start(of: middle)) - count / 2
    let first = unit.advance(whole.start, by: min(max(0, wanted), most - count))
    self.init(unit, (0...count).map { unit.advance(first, by: $0) })
  }

  /// The bounds of the units that cover a stretch; when that is more than `limit` units, each bucket takes several.
  private static func bounds(of span: TimeWindow, by unit: BucketUnit, upTo limit: Int = .max) -> [Instant] {
    var bounds = [unit.start(of: span.start)]
    repeat { bounds.append(unit.advance(bounds[bounds.count - 1], by: 1)) } while bounds[bounds.count - 1] < span.end
    guard bounds.count - 1 > limit else { return bounds }
    let step = (bounds.count - 1 + limit - 1) / limit
    var merged = stride(from: 0, to: bounds.count - 1, by: step).map { bounds[$0] }
    merged.append(unit.advance(merged[merged.count - 1], by: step))
    return merged
  }

  /// The bucket that holds a moment, or the nearest one.
  public func index(of moment: Instant) -> Int {
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] > moment { high = middle } else { low = middle + 1 }
    }
    return min(max(0, low - 1), count - 1)
  }

  /// The same with each run of empty buckets in one, where the run is as long as said or longer.
  ///
  /// - Parameters:
  ///   - isEmpty: for each bucket, whether it is.
  ///   - length: how many empty buckets are folded at least.
  public func folding(_ isEmpty: [Bool], from length: Int) -> TimeBuckets {
    var bounds: [Instant] = []
    var folds: Set<Int> = []
    var index = 0
    while index < count {
      let run = isEmpty[index...].prefix { $0 }.count
      let isFold = run >= max(2, length)
      if isFold { folds.insert(bounds.count) }
      bounds.append(self.bounds[index])
      index += isFold ? run : 1
    }
    return TimeBuckets(unit, bounds + [self.bounds[count]], folds: folds)
  }

  /// Some of the buckets, around the one that holds a moment.
  public func slice(around middle: Instant, count wanted: Int) -> TimeBuckets {
    let wanted = min(max(1, wanted), count)
    let first = min(max(0, index(of: middle) - wanted / 2), count - wanted)
    return TimeBuckets(
      unit, Array(bounds[first...first + wanted]),
      folds: Set(folds.filter { (first..<first + wanted).contains($0) }.map { $0 - first }))
  }
}
