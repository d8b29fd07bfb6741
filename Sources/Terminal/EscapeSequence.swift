/// A sequence that a terminal sends for a key or for the mouse, taken apart.
enum EscapeSequence: Hashable {
  /// `ESC [`, numbers, and a last byte; `prefix` is `<`, `=`, `>` or `?` if one stands before the numbers, else 0.
  case control(prefix: UInt8, numbers: [Int], final: UInt8)
  /// `ESC O`, numbers as some terminals send them for modifiers, and a last byte.
  case single(numbers: [Int], final: UInt8)
  /// `ESC [ [` and a byte: function keys of the Linux console.
  case console(UInt8)
  /// `ESC [ M` and three bytes: the older mouse report. Numbers and places, each with 32 added.
  case oldMouse(UInt8, UInt8, UInt8)
}

extension EscapeSequence {
  /// What reading a sequence from bytes comes to.
  enum Reading: Hashable {
    /// A sequence of so many bytes.
    case sequence(EscapeSequence, length: Int)
    /// So many bytes that make no sense.
    case garbage(length: Int)
    /// The beginning of a sequence.
    case incomplete
  }

  /// No key's sequence comes near this; what goes on and on is not one.
  private static let longest = 64

  /// Reads a sequence from bytes that begin with `ESC [` or `ESC O`.
  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    let body = bytes.dropFirst(2)
    let isControl = bytes[bytes.startIndex + 1] == UInt8(ascii: "[")
    if isControl && body.first == UInt8(ascii: "M") { return readOldMouse(body) }
    if isControl && body.first == UInt8(ascii: "[") {
      guard body.count > 1 else { return .incomplete }
      return .sequence(.console(body[body.startIndex + 1]), length: 4)
    }
    for at in body.indices {
      let length = at - bytes.startIndex + 1
      switch body[at] {
      case 0x20..<0x40 where isControl && length < longest: continue
      case UInt8(ascii: "0")...UInt8(ascii: ";") where length < longest: continue
      case 0x40..<0x7F:
        return .sequence(parsed(body[body.startIndex..<at], final: body[at], isControl: isControl), length: length)
      // A space and others that an application keypad sends.
      case 0x20..<0x40 where length == 3: return .sequence(.single(numbers: [], final: body[at]), length: length)
      // Not part of it: what came so far is lost, and this byte begins anew.
      default: return .garbage(length: length - 1)
      }
    }
    return .incomplete
  }

  private static func readOldMouse(_ body: ArraySlice<UInt8>) -> Reading {
    guard body.count >= 4 else { return .incomplete }
    let report = Array(body.dropFirst().prefix(3))
    return .sequence(.oldMouse(report[0], report[1], report[2]), length: 6)
  }

  private static func parsed(_ parameters: ArraySlice<UInt8>, final: UInt8, isControl: Bool) -> EscapeSequence {
    let prefix = parameters.first.flatMap { (0x3C..<0x40).contains($0) ? $0 : nil }
    let numbers = self.numbers(prefix == nil ? parameters : parameters.dropFirst())
    return isControl
      ? .control(prefix: prefix ?? 0, numbers: numbers, final: final)
      : .single(numbers: numbers, final: final)
  }

  /// The numbers between semicolons; 0 for one left out. Of those with parts after a colon, the first part.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    if parameters.isEmpty { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      part.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { value, byte in
        let digit = Int(byte) - 0x30
        return (0...9).contains(digit) ? min(value * 10 + digit, 1_000_000) : value
      }
    }
  }
}
