import TextCanvas

/// Which key a sequence stands for.
///
/// The forms of xterm, which nearly every terminal sends, with the additions of rxvt and the Linux console. What a
/// terminal does otherwise, its entry in the terminal database says, and that goes before this.
extension EscapeSequence {
  /// The key, or nil for sequences that are no key: they are passed over.
  var key: Key? {
    switch self {
    case .control(prefix: 0, let numbers, final: UInt8(ascii: "~")):
      Self.numberedKey(numbers)
    case .control(prefix: 0, let numbers, final: UInt8(ascii: "u")):
      Self.unicodeKey(numbers.first, numbers.dropFirst().first)
    case .control(prefix: 0, let numbers, let final):
      Self.letteredKey(final, Self.modifiers(numbers.dropFirst().first))
    case .control, .oldMouse: nil
    case .single(let numbers, let final):
      Self.keypadKey(final) ?? Self.rxvtControlKey(final) ?? Self.letteredKey(final, Self.modifiers(numbers.last))
    case .console(let final):
      (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) ? Key(.function(Int(final) - 0x40)) : nil
    }
  }

  /// What was held down: a sum of 1 Shift, 2 Alt, 4 Control and 8 Meta, with 1 added.
  private static func modifiers(_ number: Int?) -> Key.Modifiers {
    let bits = max(0, (number ?? 1) - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 10 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// Keys told by their last byte.
  private static func letteredKey(_ final: UInt8, _ modifiers: Key.Modifiers) -> Key? {
    switch Unicode.Scalar(final) {
    case "A": Key(.up, modifiers)
    case "B": Key(.down, modifiers)
    case "C": Key(.right, modifiers)
    case "D": Key(.left, modifiers)
    case "H": Key(.home, modifiers)
    case "F": Key(.end, modifiers)
    case "P": Key(.function(1), modifiers)
    case "Q": Key(.function(2), modifiers)
    case "R": Key(.function(3), modifiers)
    case "S": Key(.function(4), modifiers)
    case "Z": Key(.tab, modifiers.union(.shift))
    // rxvt, which has no number for what is held down.
    case "a": Key(.up, .shift)
    case "b": Key(.down, .shift)
    case "c": Key(.right, .shift)
    case "d": Key(.left, .shift)
    default: nil
    }
  }

  /// The arrows with Control, as rxvt sends them.
  private static func rxvtControlKey(_ final: UInt8) -> Key? {
    switch Unicode.Scalar(final) {
    case "a": Key(.up, .control)
    case "b": Key(.down, .control)
    case "c": Key(.right, .control)
    case "d": Key(.left, .control)
    default: nil
    }
  }

  /// Keys told by their first number, with `~` behind it.
  private static func numberedKey(_ numbers: [Int]) -> Key? {
    let modifiers = modifiers(numbers.dropFirst().first)
    switch numbers.first {
    case 1, 7: return Key(.home, modifiers)
    case 2: return Key(.insert, modifiers)
    case 3: return Key(.delete, modifiers)
    case 4, 8: return Key(.end, modifiers)
    case 5: return Key(.pageUp, modifiers)
    case 6: return Key(.pageDown, modifiers)
    // The numbers have gaps where the keys of a VT220 had them.
    case let number? where (11...15).contains(number): return Key(.function(number - 10), modifiers)
    case let number? where (17...21).contains(number): return Key(.function(number - 11), modifiers)
    case let number? where (23...26).contains(number): return Key(.function(number - 12), modifiers)
    case let number? where (28...29).contains(number): return Key(.function(number - 13), modifiers)
    case let number? where (31...34).contains(number): return Key(.function(number - 14), modifiers)
    // xterm with modifyOtherKeys.
    case 27: return unicodeKey(numbers.dropFirst(2).first, numbers.dropFirst().first)
    default: return nil
    }
  }

  /// Keys told by their character's number, as newer terminals can send all of them.
  private static func unicodeKey(_ number: Int?, _ modifierNumber: Int?) -> Key? {
    guard let number, let scalar = Unicode.Scalar(UInt32(clamping: number)) else { return nil }
    var key = InputDecoder.key(for: scalar)
    key.modifiers.formUnion(modifiers(modifierNumber))
    if case .character = key.code { key.modifiers.remove(.shift) }
    return key
  }

  /// The number pad, while the program has it in application mode: digits, signs and Enter.
  private static func keypadKey(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "M"): Key(.enter)
    case UInt8(ascii: "I"): Key(.tab)
    case UInt8(ascii: " "): Key(.character(" "))
    case UInt8(ascii: "X"): Key(.character("="))
    // `j` to `y` are `*` to `9`.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): Key(.character(Character(Unicode.Scalar(final - 0x40))))
    default: nil
    }
  }
}
