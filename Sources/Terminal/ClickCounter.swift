import TextCanvas

/// Turns reports of the mouse into what a person did: which presses make a double click, and which motions a drag.
struct ClickCounter {
  /// Two presses further apart in time are two single clicks.
  static let doubleClickTime = Duration.milliseconds(400)

  private var lastPress: (position: Position, time: MonotonicTime)?
  /// The place where the button went down that is still down.
  private var pressPosition: Position?
  private var isDragging = false

  /// The act of the mouse that a report means at the time it was read; nil for buttons and moves that have no meaning here.
  mutating func mouse(_ report: MouseReport, at time: MonotonicTime) -> Mouse? {
    switch report.kind {
    case .wheelUp: return Mouse(.wheelUp, at: report.position)
    case .wheelDown: return Mouse(.wheelDown, at: report.position)
    case .rightPress: return Mouse(.menu, at: report.position)
    case .press:
      (pressPosition, isDragging) = (report.position, false)
      return Mouse(.press(clicks: clicks(at: report.position, time)), at: report.position)
    case .motion:
      guard let pressPosition else { return nil }
      // A hand trembles: what stays this near is a click.
      isDragging = isDragging || !report.position.isNear(pressPosition)
      return isDragging ? Mouse(.drag, at: report.position) : nil
    case .release:
      defer { pressPosition = nil }
      return pressPosition.map { Mouse(.release, at: isDragging ? report.position : $0) }
    }
  }

  /// The count of a press: 1, or 2 for a double click. A hand trembles, so the neighbouring cells count as the same.
  private mutating func clicks(at position: Position, _ time: MonotonicTime) -> Int {
    if let last = lastPress, time - last.time <= Self.doubleClickTime,
      last.position.isNear(position)
    {
      lastPress = nil
      return 2
    }
    lastPress = (position, time)
    return 1
  }
}

extension Position {
  /// True for the same cell and its neighbours.
  fileprivate func isNear(_ other: Position) -> Bool { abs(column - other.column) <= 1 && abs(row - other.row) <= 1 }
}
