/// A length in words that say no more than it is worth.
public struct LengthWords: Hashable, Sendable {
  /// The length: `161 km`, `2.4 km`, `under 5 km`.
  public let text: String
  /// True if the length is less than its own precision, so that a direction would mean nothing.
  public let isNothing: Bool

  /// A length in metres that is known to so many metres: a multiple of 1, 2 or 5 with as many noughts as that needs.
  public init(_ meters: Double, worth: Double) {
    guard meters.isFinite, worth.isFinite, meters < 1e9 else {
      (text, isNothing) = ("?", true)
      return
    }
    let step = LengthWords.roundLength(atLeast: worth)
    let steps = Int((max(meters, 0) / Double(step)).rounded())
    isNothing = steps == 0
    let shown = isNothing ? step : steps * step
    let inKilometers = shown >= 1_000 || step >= 1_000
    let length =
      inKilometers
      ? decimal(Double(shown) / 1_000, step >= 1_000 ? 0 : step >= 100 ? 1 : 2) + " km"
      : "\(shown) m"
    text = isNothing ? "under \(length)" : length
  }

  /// The least of 1, 2 and 5 with any number of noughts that is at least so long; at most a thousand million.
  public static func roundLength(atLeast length: Double) -> Int {
    var round = 1
    for place in 0..<27 where Double(round) < length { round = place % 3 == 1 ? round / 2 * 5 : round * 2 }
    return round
  }
}
