import SituationModel

/// Numbers as tables have them.
enum TableNumber {
  /// A number of at most 15 digits with a point and nothing else, which is said exactly; nil for any other.
  static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var (value, digits, places, hasPoint) = (0, 0, 0, false)
    let isNegative = text.first == UInt8(ascii: "-")
    for byte in text.dropFirst(isNegative ? 1 : 0) {
      let digit = byte &- 0x30
      if digit < 10 {
        value = value &* 10 &+ Int(digit)
        digits += 1
        if hasPoint { places += 1 }
        if digits > 15 { return nil }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        return nil
      }
    }
    if digits == 0 { return nil }
    let number = Double(value) / powers[places]
    return isNegative ? -number : number
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The number that a text says, with a point or a comma before its fraction; nil where it says none that is finite.
  static func number(_ text: String) -> Double? {
    var text = text
    if text.utf8.first == UInt8(ascii: "'") { text.removeFirst() }
    if text.contains(","), !text.contains(".") { text = String(text.map { $0 == "," ? "." : $0 }) }
    // `Double` also takes hexadecimal digits and words.
    guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Degrees of latitude or longitude, also with a sign of degrees or a letter of N, S, E or W at an end; nil for none.
  static func degrees(_ text: String) -> Double? {
    if let number = number(text) { return number }
    var rest = text[...]
    var sign = 1.0
    func isLetter(_ letter: Character?) -> Bool { letter.map { "NSEWnsew".contains($0) } ?? false }
    if isLetter(rest.last) {
      if "SWsw".contains(rest.removeLast()) { sign = -1 }
    } else if isLetter(rest.first) {
      if "SWsw".contains(rest.removeFirst()) { sign = -1 }
    }
    while let last = rest.last, last == "°" || last == " " { rest.removeLast() }
    while rest.first == " " { rest.removeFirst() }
    guard let number = number(String(rest)), number >= 0 || sign > 0 else { return nil }
    return sign * number
  }

  /// Whether a text stands for a value that is not there.
  static func isMissing(_ text: String) -> Bool {
    text.utf8.count <= 7
      && ["", "na", "n/a", "nan", "null", "none", "-", "?", "nil", "#n/a", "unknown"].contains(text.lowercased())
  }

  /// Whether the bytes of a text may stand for one that is not there.
  static func mayBeMissing(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    guard text.count <= 7 else { return false }
    return switch first {
    case 0x6E, 0x4E, 0x2D, 0x3F, 0x23, 0x75, 0x55: true
    default: false
    }
  }
}
