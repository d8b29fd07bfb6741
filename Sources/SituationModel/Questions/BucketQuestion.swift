/// How many events each of some stretches of time has.
public struct BucketQuestion: Hashable, Sendable {
  /// Of which events; of a scope with a window those that are in it.
  public var scope: EventScope
  /// The bounds of the buckets, rising: bucket n runs from the nth, included, to the next, excluded.
  public var bounds: [Instant]

  /// A question.
  public init(scope: EventScope, bounds: [Instant]) { (self.scope, self.bounds) = (scope, bounds) }
}

/// The counts of one bucket.
public struct BucketCount: Hashable, Sendable {
  /// The events that were certainly in it, by the codes of their kinds (`EventKind.code`).
  public let certain: [Int]
  /// How many others may have been in it: their intervals overlap it, or are doubted. What has no date is in none.
  public let possible: Int

  /// The counts of a bucket.
  public init(certain: [Int], possible: Int) { (self.certain, self.possible) = (certain, possible) }
}

/// The buckets, in the order of their bounds.
public struct BucketAnswer: Hashable, Sendable {
  /// One for each bucket that was asked for, the empty ones too.
  public let buckets: [BucketCount]

  /// An answer.
  public init(buckets: [BucketCount]) { self.buckets = buckets }
}
