import TextCanvas

/// Keys of the protocols that tell all keys apart: kitty's (`CSI code:shifted:base ; modifiers:event ; text u`) and xterm's
/// modifyOtherKeys (`CSI 27 ; modifiers ; code ~`, or `CSI code ; modifiers u`).
///
/// The program asks for neither, but an earlier program may have left one on.
extension ControlSequence {
  /// The keys of a sequence that ends with `u`.
  var protocolKeys: [Key] {
    let codes = parameters.first ?? []
    guard !held.isForDesktop, let code = Self.scalar(codes.first ?? nil) else { return [] }
    if let special = Self.specialKey(code) { return [Key(special, held.modifiers)] }
    if let pad = Self.keypadCharacter(code) { return [Self.key(pad, held.modifiers)] }
    if Self.isFunctional(code) { return [] }
    let shifted = Self.scalar(codes.dropFirst().first ?? nil)
    let composed = text
    if !composed.isEmpty, !held.modifiers.contains(.control) {
      return composed.map { character in
        let isOfKey = [code, shifted].contains { $0?.properties.lowercaseMapping == character.lowercased() }
        // Alt may have helped to compose the character; then it is not held down beside it.
        return Self.key(character, held.modifiers.contains(.alt) && isOfKey ? .alt : [])
      }
    }
    return code.value == 0 ? [] : [key(code, shifted, base: Self.scalar(codes.dropFirst(2).first ?? nil))]
  }

  /// The keys of a sequence of modifyOtherKeys. Shift is in the character already.
  var otherKeys: [Key] {
    guard parameters[2].count == 1, let code = Self.scalar(parameters[2][0]), !Self.isFunctional(code) else {
      return []
    }
    if let special = Self.specialKey(code) { return [Key(special, held.modifiers)] }
    return [Self.key(held.modifiers.contains(.shift) ? Self.capital(code) : Character(code), held.modifiers)]
  }

  /// The key of a character's code, as a keyboard without Shift has it.
  private func key(_ code: Unicode.Scalar, _ shifted: Unicode.Scalar?, base: Unicode.Scalar?) -> Key {
    let modifiers = held.modifiers
    // On a keyboard of other letters, Control goes with the letter that a keyboard of Latin letters has there.
    if !modifiers.isDisjoint(with: [.control, .alt]), !code.isASCII, let base, base.isASCII {
      return Self.key(Character(base), modifiers)
    }
    guard modifiers.contains(.shift) else { return Self.key(Character(code), modifiers) }
    return Self.key(shifted.map(Character.init) ?? Self.shifted(code), modifiers)
  }

  /// The third parameter: the code points of the text that the key has typed, without control characters.
  private var text: String {
    var text = String.UnicodeScalarView()
    for scalar in (parameters.dropFirst(2).first ?? []).compactMap(Self.scalar)
    where !Self.isControl(scalar) && !Self.isFunctional(scalar) { text.append(scalar) }
    return String(text)
  }

  /// A key by its character: with Control a small letter, and never with Shift, which the character has in itself.
  private static func key(_ character: Character, _ modifiers: Key.Modifiers) -> Key {
    guard modifiers.contains(.control) else { return Key(.character(character), modifiers.subtracting(.shift)) }
    let small = character.lowercased()
    // As terminals always sent them: Ctrl-@ is Ctrl-Space, Ctrl-/ is Ctrl-_.
    let plain = ["@": " ", "/": "_"][small] ?? small
    return Key(.character(plain.count == 1 ? Character(plain) : character), modifiers.subtracting(.shift))
  }

  private static func scalar(_ code: Int?) -> Unicode.Scalar? {
    guard let scalar = code.flatMap({ Unicode.Scalar(UInt32(clamping: $0)) }) else { return nil }
    return (0x80..<0xA0).contains(scalar.value) ? nil : scalar
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || scalar.value == 0x7F }

  /// The character that Shift makes: the capital letter; else as on a keyboard of the United States, where nothing better is known.
  private static func shifted(_ code: Unicode.Scalar) -> Character {
    let plain = Array("`1234567890-=[]\\;',./"), held = Array("~!@#$%^&*()_+{}|:\"<>?")
    if let place = plain.firstIndex(of: Character(code)) { return held[place] }
    return capital(code)
  }

  private static func capital(_ code: Unicode.Scalar) -> Character {
    let capital = code.properties.uppercaseMapping
    return capital.count == 1 ? Character(capital) : Character(code)
  }
}

/// The codes of keys that have no character. kitty gives them numbers of a private area of Unicode.
extension ControlSequence {
  /// True if a code is of the private area: a key of the number pad, a lone modifier, a lock, a media key and others.
  fileprivate static func isFunctional(_ code: Unicode.Scalar) -> Bool { (0xE000..<0xF900).contains(code.value) }

  fileprivate static func specialKey(_ code: Unicode.Scalar) -> Key.Code? {
    switch code.value {
    case 0x08, 0x7F, 57_347: .backspace
    case 0x09, 57_346: .tab
    case 0x0A, 0x0D, 57_345, 57_414: .enter
    case 0x1B, 57_344: .escape
    case 57_348, 57_425: .insert
    case 57_349, 57_426: .delete
    case 57_350, 57_417: .left
    case 57_351, 57_418: .right
    case 57_352, 57_419: .up
    case 57_353, 57_420: .down
    case 57_354, 57_421: .pageUp
    case 57_355, 57_422: .pageDown
    case 57_356, 57_423: .home
    case 57_357, 57_424: .end
    // F1 to F35.
    case 57_364...57_398: .function(Int(code.value) - 57_363)
    default: nil
    }
  }

  /// The digits and signs of the number pad.
  fileprivate static func keypadCharacter(_ code: Unicode.Scalar) -> Character? {
    let characters = Array("0123456789./*-+")
    switch code.value {
    case 57_399...57_413: return characters[Int(code.value) - 57_399]
    case 57_415: return "="
    case 57_416: return ","
    default: return nil
    }
  }
}
