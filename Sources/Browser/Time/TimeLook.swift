import SituationModel

/// The settings for looking at time, beside the window: which events are left out, and how the timeline counts.
public struct TimeLook: Hashable, Sendable {
  /// True if all that came before the window is shown as well.
  public var isCumulative = false
  /// True if events that are only possibly in the window are left out.
  public var isCertainOnly = false
  /// The clock whose times the events have.
  public var clock = EventClock.happened
  /// True if the marks of events before the window fade with their age.
  public var fades = false
  /// The unit of the histogram's buckets; nil for the finest that fits.
  public var buckets: BucketUnit?
  /// The word of the kind that the histogram counts; nil for all of them, stacked.
  public var kind: String?
  /// The figure that the histogram adds up; nil to count events.
  public var figure: FigureName?
  /// True if long stretches without an event are folded.
  public var foldsGaps = false

  /// The usual settings: the window alone, buckets that fit, all kinds.
  public init() {}
}

extension TimeLook {
  /// The count of the histogram, as it is typed: the word of a kind, or `figure:deaths`; nil for all events.
  public var count: String? {
    get { figure.map { TimeLook.figureMark + $0.text } ?? kind }
    set {
      figure = newValue.flatMap { text in
        text.hasPrefix(TimeLook.figureMark) ? FigureName(String(text.dropFirst(TimeLook.figureMark.count))) : nil
      }
      kind = figure == nil ? newValue : nil
    }
  }

  private static let figureMark = "figure:"
}

extension BucketUnit {
  /// The units that can be chosen, smaller ones first.
  public static let choice: [BucketUnit] = [.hour, .sixHours, .day, .week, .month, .year]

  /// The unit as it is typed: `day`, `6-hours`.
  public var typed: String { self == .sixHours ? "6-hours" : name }

  /// A unit of `choice` as it is typed; nil for any other text.
  public init?(typed: String) {
    guard let unit = BucketUnit.choice.first(where: { $0.typed == typed }) else { return nil }
    self = unit
  }
}
