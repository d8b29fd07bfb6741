import TextCanvas

/// A terminal's report of the mouse, as the bytes have it.
package struct MouseReport: Hashable {
  /// The acts of the mouse that matter here.
  enum Kind: Hashable {
    case press, motion, release, wheelUp, wheelDown, rightPress
  }

  let kind: Kind
  let position: Position

  /// A report by its button number and its place, counted from 1; nil for other buttons.
  ///
  /// The number's bits: 1 and 2 the button, of which 3 is "none"; 4, 8 and 16 Shift, Alt and Control; 32 motion; 64 the
  /// wheel.
  /// - Parameter released: Whether the report says so by its last byte, as the newer form does.
  init?(code: Int, column: Int, row: Int, released: Bool) {
    let button = code & 3
    switch code & ~0b11111 {
    case 64 where button == 0: kind = .wheelUp
    case 64 where button == 1: kind = .wheelDown
    case 32 where button == 0: kind = .motion
    case 0 where button == 0: kind = released ? .release : .press
    case 0 where button == 2 && !released: kind = .rightPress
    // The older form does not say which button came up.
    case 0 where button == 3: kind = .release
    default: return nil
    }
    position = Position(column: Self.place(column), row: Self.place(row))
  }

  /// A place counted from 0. No terminal is larger than the limit, whatever a report says.
  private static func place(_ number: Int) -> Int { min(max(0, number - 1), 9_999) }
}
