import SituationModel
import TextCanvas

/// How long before the window an event was over, counted in lengths of the window.
enum Age: Int, Comparable, Sendable {
  /// In the window, or not known to be over before it.
  case current
  /// Over not more than one length before.
  case past
  /// Over earlier.
  case old

  /// Whether the left one is the younger.
  static func < (left: Age, right: Age) -> Bool { left.rawValue < right.rawValue }

  /// What stands on the map in place of a letter, that no sign is told by its colour alone.
  var letter: Character? {
    switch self {
    case .current: nil
    case .past: "$"
    case .old: "#"
    }
  }
}

extension BrowserState {
  /// The age of the event of a row; `current` while nothing fades.
  func age(of row: Int) -> Age {
    guard view.timeLook.fades, view.timeLook.isCumulative, let end = dataset.events.date(of: row)?.end else {
      return .current
    }
    let window = view.window
    if end > window.start { return .current }
    return end > window.start.advanced(by: -window.seconds) ? .past : .old
  }
}
