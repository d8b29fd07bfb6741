/// The play: a window that moves by itself.
struct Play: Hashable, Sendable {
  /// True while the window moves.
  var isOn = false
  /// True if the play begins again at the end.
  var loops = false
  /// The power of two of the speed: -2 for a quarter, 6 for sixty-four times.
  var power = 0

  /// The allowed powers.
  static let powers = -2...6

  /// The speed in words: `0.25x`, `64x`.
  var words: String { power < 0 ? "0.\(power == -1 ? "5" : "25")x" : "\(1 << power)x" }

  /// The milliseconds between two ticks. A step takes 600 at the speed of one, and ticks are at least a frame or two apart.
  var interval: Int { power > 3 ? 75 : power < 0 ? 600 << -power : 600 >> power }
  /// The number of steps in a tick.
  var steps: Int { power > 3 ? 1 << (power - 3) : 1 }
}
