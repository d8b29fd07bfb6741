import TextCanvas

/// The keys that sequences stand for.
///
/// The forms of xterm, which nearly every terminal sends, with the additions of rxvt and the Linux console. Where a terminal differs,
/// its entry in the terminal database says so, and is looked at before this. Newer protocols are in `ProtocolKeys`.
extension EscapeSequence {
  /// The keys: one, or several where a key has composed a text; none for replies, releases and keys without a meaning here.
  var keys: [Key] {
    switch self {
    case .control(let sequence): sequence.keys
    case .oldMouse: []
    case .single(let numbers, let final):
      [
        ControlSequence.keypadKey(final) ?? ControlSequence.rxvtControlKey(final)
          ?? ControlSequence.letteredKey(final, HeldKeys(numbers.last).modifiers)
      ].compactMap { $0 }
    case .console(let final):
      (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) ? [Key(.function(Int(final) - 0x40))] : []
    }
  }

  /// The report of the mouse, if the sequence is one.
  var mouse: MouseReport? {
    switch self {
    case .oldMouse(let button, let column, let row):
      MouseReport(code: Int(button) - 32, column: Int(column) - 32, row: Int(row) - 32, released: false)
    case .control(let sequence): sequence.mouse
    case .single, .console: nil
    }
  }
}

extension ControlSequence {
  fileprivate var mouse: MouseReport? {
    let numbers = numbers
    guard prefix == UInt8(ascii: "<"), intermediates.isEmpty, numbers.count == 3, "Mm".utf8.contains(final) else {
      return nil
    }
    return MouseReport(code: numbers[0], column: numbers[1], row: numbers[2], released: final == UInt8(ascii: "m"))
  }

  fileprivate var keys: [Key] {
    guard prefix == 0, intermediates.isEmpty, !held.isRelease else { return [] }
    switch Unicode.Scalar(final) {
    case "u": return protocolKeys
    case "~" where numbers.first == 27 && numbers.count > 2: return otherKeys
    case "~": return [Self.numberedKey(numbers.first, held.modifiers)].compactMap { $0 }
    // rxvt says by the last byte what is held down.
    case "^": return [Self.numberedKey(numbers.first, .control)].compactMap { $0 }
    case "@": return [Self.numberedKey(numbers.first, [.shift, .control])].compactMap { $0 }
    default: return isLettered ? [Self.letteredKey(final, held.modifiers)].compactMap { $0 } : []
    }
  }

  /// The keys that are held down beside the key: the second parameter.
  var held: HeldKeys { HeldKeys(parameters.dropFirst().first ?? []) }

  /// True if a key that is told by its last byte can look so. A report of the cursor's place looks like F3: `ESC [ 12 ; 40 R`.
  private var isLettered: Bool {
    let numbers = numbers
    switch Unicode.Scalar(final) {
    case "a"..."d": return parameters.isEmpty
    case "R": return parameters.isEmpty || numbers.count == 2 && numbers[0] == 1 && (2...16).contains(numbers[1])
    default: return numbers.count < 3
    }
  }

  /// Keys told by their last byte.
  fileprivate static func letteredKey(_ final: UInt8, _ modifiers: Key.Modifiers) -> Key? {
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
  fileprivate static func rxvtControlKey(_ final: UInt8) -> Key? {
    switch Unicode.Scalar(final) {
    case "a": Key(.up, .control)
    case "b": Key(.down, .control)
    case "c": Key(.right, .control)
    case "d": Key(.left, .control)
    default: nil
    }
  }

  /// Keys told by their first number, with `~` behind it.
  private static func numberedKey(_ number: Int?, _ modifiers: Key.Modifiers) -> Key? {
    switch number {
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
    default: return nil
    }
  }

  /// The number pad, while the program has it in application mode: digits, signs and Enter.
  fileprivate static func keypadKey(_ final: UInt8) -> Key? {
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
