import TextCanvas

/// The keys that were held down beside a key, and the event of the key, as a sequence has them in a number.
///
/// The number is 1 and the sum of 1 Shift, 2 Alt, 4 Control, 8 Meta (xterm) or Super (kitty), 16 Hyper, 32 Meta, 64 Caps Lock and
/// 128 Num Lock. The locks are no matter: what they change is in the character. A part behind a colon is the event: 1 press,
/// 2 repeat, 3 release.
struct HeldKeys: Hashable {
  private let bits: Int
  /// True if the key came up.
  let isRelease: Bool

  /// The parts of a parameter; nothing is held down where they are left out.
  init(_ parts: [Int?]) {
    bits = max(0, ((parts.first ?? nil) ?? 1) - 1)
    isRelease = parts.dropFirst().first == 3
  }

  /// A number without an event.
  init(_ number: Int?) { self.init([number]) }

  /// Shift, Alt and Control, with Meta as Alt.
  var modifiers: Key.Modifiers {
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 8 | 32) != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// True if Super or Hyper is held down, in the kitty protocol: such a key is for the desktop.
  var isForDesktop: Bool { bits & (8 | 16) != 0 }
}
