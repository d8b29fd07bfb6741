/// A window that moves by itself.
struct Play: Hashable, Sendable {
  /// True if it moves.
  var isOn = false
  /// True if it begins again at the end.
  var loops = false
  /// The power of two of its speed: -2 for a quarter, 6 for sixty-four times.
  var power = 0

  /// The powers that there are.
  static let powers = -2...6

  /// Its speed in words: `0.25x`, `64x`.
  var words: String { power < 0 ? "0.\(power == -1 ? "5" : "25")x" : "\(1 << power)x" }

  /// The milliseconds between two ticks: a step takes 600 at the speed of one, and no tick comes sooner than a frame or two.
  var interval: Int { power > 3 ? 75 : power < 0 ? 600 << -power : 600 >> power }
  /// How many steps a tick makes.
  var steps: Int { power > 3 ? 1 << (power - 3) : 1 }
}
