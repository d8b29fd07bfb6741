import TextCanvas

/// Turns reports of the mouse into what a person did: which presses make a double click, and what is a drag.
struct ClickCounter {
  /// Two presses further apart in time are two single clicks.
  static let doubleClickTime = Duration.milliseconds(400)

  private var lastPress: (position: Position, time: MonotonicTime)?
  private var isDown = false

  /// What a report means at the time it was read; nil for buttons and moves that have no meaning here.
  mutating func mouse(_ report: MouseReport, at time: MonotonicTime) -> Mouse? {
    switch report.kind {
    case .wheelUp: return Mouse(.wheelUp, at: report.position)
    case .wheelDown: return Mouse(.wheelDown, at: report.position)
    case .press:
      isDown = true
      return Mouse(.press(clicks: clicks(at: report.position, time)), at: report.position)
    case .motion: return isDown ? Mouse(.drag, at: report.position) : nil
    case .release:
      defer { isDown = false }
      return isDown ? Mouse(.release, at: report.position) : nil
    }
  }

  /// Whether a press is a first or a second one. A hand trembles, so the neighbouring cells count as the same.
  private mutating func clicks(at position: Position, _ time: MonotonicTime) -> Int {
    if let last = lastPress, time - last.time <= Self.doubleClickTime,
      abs(last.position.column - position.column) <= 1, abs(last.position.row - position.row) <= 1
    {
      lastPress = nil
      return 2
    }
    lastPress = (position, time)
    return 1
  }
}
