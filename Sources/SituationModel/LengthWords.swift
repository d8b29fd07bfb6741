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
    var step = 1
    for factor in [2.0, 2.5, 2].cycled(27) where Double(step) < worth { step = Int(Double(step) * factor) }
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
}

extension Array {
  /// The elements again and again, so many in all.
  fileprivate func cycled(_ count: Int) -> [Element] { (0..<count).map { self[$0 % self.count] } }
}
