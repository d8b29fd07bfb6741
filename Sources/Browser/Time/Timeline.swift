import SituationModel

/// What is looked at in time, and how the timeline shows it.
struct Timeline: Hashable, Sendable {
  /// The stretch of time that is looked at.
  var window: TimeWindow
  /// How it is looked at.
  var look = TimeLook()
  /// The moment around which the axis stays laid while the mouse drags on it.
  var held: Instant?
  /// Where the window was last taken by a typed text.
  var lastJump: TimeJump?
  /// How the window moves by itself.
  var play = Play()

  /// The moment around which the axis is laid when not all of it fits: the middle of the window.
  var middle: Instant { held ?? window.start.advanced(by: window.seconds / 2) }

  /// Moving by itself.
  struct Play: Hashable, Sendable {
    /// Whether it does.
    var isOn = false
    /// Whether it begins again at the end.
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
}
