import SituationModel

/// How time is looked at, beside the window: what is left out, and how the timeline counts.
public struct TimeLook: Hashable, Sendable {
  /// Whether all that came before the window is shown as well.
  public var isCumulative = false
  /// Whether events that are only possibly in the window are left out.
  public var isCertainOnly = false
  /// What time events are taken to have.
  public var clock = EventClock.happened
  /// Whether the marks of what came before the window fade with their age.
  public var fades = false
  /// The unit of the histogram's buckets; nil for the finest that fits.
  public var buckets: BucketUnit?
  /// The word of the kind that the histogram counts; nil for all of them, one on the other.
  public var kind: String?
  /// Whether long stretches without an event are folded.
  public var foldsGaps = false

  /// The whole of a window, in buckets as fit, of all kinds.
  public init() {}
}

extension BucketUnit {
  /// The units that can be chosen, smaller ones first.
  public static let choice: [BucketUnit] = [.hour, .sixHours, .day, .week, .month, .year]

  /// As it is typed: `day`, `6-hours`.
  public var typed: String { self == .sixHours ? "6-hours" : name }

  /// One of those that can be chosen, as it is typed.
  public init?(typed: String) {
    guard let unit = BucketUnit.choice.first(where: { $0.typed == typed }) else { return nil }
    self = unit
  }
}
