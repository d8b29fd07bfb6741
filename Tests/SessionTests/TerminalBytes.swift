/// What a program wrote to a terminal, looked at as a terminal would.
struct TerminalBytes {
  /// What only data can have brought: a sequence that the program never sends, or a character that acts or hides.
  let leaks: [String]

  /// - Parameter isScreen: Whether the program draws, and may send what curses needs; else no sequence is right at all.
  init(_ bytes: [UInt8], isScreen: Bool) {
    var leaks: [String] = []
    let text = String(decoding: bytes, as: UTF8.self)
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x1B:
        let sequence = TerminalBytes.sequence(&rest)
        if !isScreen || !TerminalBytes.isOurs(sequence) { leaks.append("ESC \(sequence)") }
      case 0x08, 0x0E, 0x0F:
        // A step back, and letters of another set, as curses draws.
        if !isScreen { leaks.append("U+\(String(scalar.value, radix: 16))") }
      case 0x09, 0x0A, 0x0D: break
      case 0..<0x20, 0x7F...0x9F, 0x200B, 0xAD, 0xFEFF, 0xE0000...0xE0FFF:
        leaks.append("U+\(String(scalar.value, radix: 16))")
      case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
        // Marks of direction of our own are isolates and marks around right-to-left texts; the file has an override.
        if scalar.value == 0x202E || !isScreen { leaks.append("U+\(String(scalar.value, radix: 16))") }
      default: break
      }
    }
    self.leaks = leaks
  }

  /// What stands behind an escape, as far as it belongs to it.
  private static func sequence(_ rest: inout Substring.UnicodeScalarView) -> String {
    guard let kind = rest.popFirst() else { return "" }
    var text = String.UnicodeScalarView([kind])
    switch kind {
    case "[":
      while let next = rest.popFirst() {
        text.append(next)
        if (0x40...0x7E).contains(next.value) { break }
      }
    case "(", ")", "#": if let next = rest.popFirst() { text.append(next) }
    default: break
    }
    return String(text)
  }

  /// Whether it is what curses sends for a terminal of xterm's kind, or what `Screen` does.
  private static func isOurs(_ sequence: String) -> Bool {
    if ["(B", ")0", "=", ">", "7", "8", "M"].contains(sequence) { return true }
    guard sequence.first == "[", let last = sequence.last else { return false }
    let parameters = sequence.dropFirst().dropLast()
    switch last {
    case "h", "l":
      return ["4", "?1", "?7", "?12", "?12;25", "?25", "?1000", "?1002", "?1006", "?1049", "?2004"].contains(parameters)
    case "m": return !parameters.contains("203;9")
    case "r": return parameters != "13;13"
    case "A", "B", "C", "D", "G", "H", "J", "K", "L", "M", "P", "S", "T", "X", "@", "b", "d", "t": return true
    default: return false
    }
  }
}
