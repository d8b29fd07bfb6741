/// Options of a screen: the treatment of its terminal.
public struct ScreenOptions: Hashable, Sendable {
  /// True if the terminal is asked to report the mouse; else it selects text with it, as in the shell.
  public var usesMouse = true
  /// The time in milliseconds that an Escape may stay alone before it is the key and not the beginning of a sequence.
  public var escapeDelay = ScreenOptions.usualEscapeDelay

  /// The delay where nothing is said: short for a person, long for a line that isn't slow.
  public static let usualEscapeDelay = 50
  /// The delays that can be asked for, in milliseconds.
  public static let escapeDelays = 0...10_000

  /// The limits of the delay, in words.
  public static var escapeDelayWords: String { "\(escapeDelays.lowerBound) to \(escapeDelays.upperBound)" }

  /// A screen with the mouse and the usual delay.
  public init() {}
}
