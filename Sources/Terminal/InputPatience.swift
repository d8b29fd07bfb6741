/// The things that the input's last bytes may be the beginning of.
package enum Waiting: Hashable {
  case nothing
  /// An Escape, which may be the key or begin a sequence.
  case escape
  /// Escape and a letter that begins sequences: nearly always a sequence, rarely Alt with the letter.
  case introducer
  /// A part of a sequence or of a character, which is no key by itself.
  case sequence
  /// A string without its end.
  case string
  /// A paste without its end.
  case paste
  /// Nothing; but an Escape was decoded as the key, and the rest of a sequence may be late.
  case lateSequence
  /// Nothing; but a string or a paste was given up, and its end may be late.
  case lateEnd
}

/// The time for which the rest of a beginning is waited for.
///
/// A value that is told the time, as the decoder has no clock.
struct InputPatience {
  /// The time that an Escape may stay alone before it is the key and not the beginning of a sequence.
  let escapeDelay: Duration
  /// The moment at which the waiting is over; nil while nothing is waited for, or for as long as it takes.
  private(set) var deadline: MonotonicTime?
  /// The moment at which a string is over that goes on and on.
  private var stringEnd: MonotonicTime?

  /// Patience that begins with nothing to wait for.
  init(escapeDelay: Duration) { self.escapeDelay = escapeDelay }

  /// Few people press Alt with a letter that begins sequences, so such a beginning has more time than an Escape.
  static let introducerTime = Duration.milliseconds(500)
  /// The time without a byte after which a string or a paste is given up.
  static let quietTime = Duration.seconds(1)
  /// The time after which a string is given up even if bytes come: they may be typed.
  static let stringTime = Duration.seconds(5)

  /// True if the time is over.
  /// - Parameter hasRead: True if bytes came in the meantime: then what they say counts, and not the time.
  func isOver(at now: MonotonicTime, hasRead: Bool) -> Bool {
    if let stringEnd, now >= stringEnd { return true }
    return !hasRead && deadline.map { now >= $0 } ?? false
  }

  /// Sets the deadline for what is waited for now.
  /// - Parameter hasChanged: True if bytes came, or if the time was over and something was decoded for that.
  mutating func wait(for waiting: Waiting, from now: MonotonicTime, hasChanged: Bool) {
    if waiting != .string {
      stringEnd = nil
    } else if stringEnd == nil {
      stringEnd = now + Self.stringTime
    }
    guard hasChanged else { return }
    let moment = duration(for: waiting).map { now + $0 }
    deadline = [moment, stringEnd].compactMap { $0 }.min()
  }

  private func duration(for waiting: Waiting) -> Duration? {
    switch waiting {
    // The other half of what is no key by itself is waited for however long that takes, and needs no alarm.
    case .nothing, .sequence: nil
    case .escape: escapeDelay
    case .introducer, .lateSequence: max(Self.introducerTime, escapeDelay)
    case .string, .paste: max(Self.quietTime, escapeDelay)
    case .lateEnd: Self.stringTime
    }
  }
}
