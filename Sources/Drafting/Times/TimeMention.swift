import SituationModel

/// A time that a sentence names.
struct TimeMention: Sendable {
  /// The meaning of the words.
  enum Meaning: Sendable {
    /// An interval.
    case interval(DateInterval)
    /// The day of what was told before, moved by some days.
    case relative(days: Int)
    /// Some time before publication.
    case past
    /// A time to come.
    case future
    /// A time that can't be counted from a day that nobody stated.
    case unknown
  }

  /// The tokens of the words.
  let tokens: Range<Int>
  let meaning: Meaning
  /// The way from the words to the meaning.
  let reason: String
  /// Other readings.
  var alternatives: [(interval: DateInterval, reason: String)] = []
}
