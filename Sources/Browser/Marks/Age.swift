import SituationModel
import TextCanvas

/// The time from the end of an event to the window, in lengths of the window.
enum Age: Int, Comparable, Sendable {
  /// The event is in the window, or not known to have ended before it.
  case current
  /// The event ended at most one length before the window.
  case past
  /// The event ended earlier.
  case old

  /// True if the left age is the younger one.
  static func < (left: Age, right: Age) -> Bool { left.rawValue < right.rawValue }

  /// The character in place of the mark's letter, so that no sign depends on its colour alone; nil for a current event.
  var letter: Character? {
    switch self {
    case .current: nil
    case .past: "$"
    case .old: "#"
    }
  }
}
