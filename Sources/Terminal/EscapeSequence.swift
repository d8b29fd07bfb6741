/// A sequence that a terminal sends for a key, for the mouse or as a reply, taken apart.
enum EscapeSequence: Hashable {
  /// `ESC [`, parameters, intermediate bytes and a last byte (ECMA-48, CSI).
  case control(ControlSequence)
  /// `ESC O`, numbers as some terminals send them for modifiers, and a last byte (SS3).
  case single(numbers: [Int], final: UInt8)
  /// `ESC [ [` and a byte: function keys of the Linux console.
  case console(UInt8)
  /// `ESC [ M` and three bytes: the older mouse report. Button, column and row, each with 32 added.
  case oldMouse(UInt8, UInt8, UInt8)
}

/// The parts of a control sequence.
struct ControlSequence: Hashable {
  /// `<`, `=`, `>` or `?` if one stands before the parameters, else 0. No key has one.
  var prefix: UInt8 = 0
  /// The parameters between semicolons, each with its parts between colons; nil for a part that is left out.
  var parameters: [[Int?]] = []
  /// Bytes from 0x20 to 0x2F before the last byte. No key has one.
  var intermediates: [UInt8] = []
  /// The last byte, which says what the sequence is about.
  var final: UInt8

  /// The first part of each parameter; 0 for one that is left out.
  var numbers: [Int] { parameters.map { ($0.first ?? nil) ?? 0 } }
}

extension EscapeSequence {
  /// The result of reading a sequence from the bytes behind its introducer.
  enum Reading: Hashable {
    /// A sequence of so many bytes.
    case sequence(EscapeSequence, length: Int)
    /// So many bytes that make no sense; the byte behind them begins anew.
    case garbage(length: Int)
    /// More bytes than any sequence has, and still no last byte.
    case overlong(length: Int)
    /// The beginning of a sequence.
    case incomplete
  }

  /// Longer than any key or reply; a key with text that a person composes comes nearest.
  private static let longest = 256

  /// Reads a control sequence from the bytes behind `ESC [`.
  static func readControl(_ body: ArraySlice<UInt8>) -> Reading {
    switch body.first {
    case UInt8(ascii: "M"): return readOldMouse(body)
    case UInt8(ascii: "["):
      guard body.count > 1 else { return .incomplete }
      let key = body[body.startIndex + 1]
      return key == 0x1B ? .garbage(length: 1) : .sequence(.console(key), length: 2)
    default: break
    }
    var intermediates = body.endIndex
    for at in body.indices {
      let length = at - body.startIndex + 1
      switch body[at] {
      case 0x40..<0x7F:
        let first = min(intermediates, at)
        var parsed = parsedParameters(body[body.startIndex..<first], final: body[at])
        parsed.intermediates = Array(body[first..<at])
        return .sequence(.control(parsed), length: length)
      case 0x20..<0x40 where length == longest: return .overlong(length: length)
      case 0x20..<0x30: intermediates = min(intermediates, at)
      case 0x30..<0x40: continue
      // CAN and SUB end a sequence that is not to be heeded.
      case 0x18, 0x1A: return .garbage(length: length)
      default: return .garbage(length: length - 1)
      }
    }
    return .incomplete
  }

  /// Reads a sequence from the bytes behind `ESC O`.
  static func readSingle(_ body: ArraySlice<UInt8>) -> Reading {
    for at in body.indices {
      let length = at - body.startIndex + 1
      switch body[at] {
      case UInt8(ascii: "0")...UInt8(ascii: ";") where length < 16: continue
      case 0x40..<0x7F:
        let numbers = parsedParameters(body[body.startIndex..<at], final: body[at]).numbers
        return .sequence(.single(numbers: numbers, final: body[at]), length: length)
      // A space and others that an application keypad sends.
      case 0x20..<0x30 where length == 1: return .sequence(.single(numbers: [], final: body[at]), length: length)
      case 0x18, 0x1A: return .garbage(length: length)
      default: return .garbage(length: length - 1)
      }
    }
    return .incomplete
  }

  private static func readOldMouse(_ body: ArraySlice<UInt8>) -> Reading {
    let report = Array(body.dropFirst().prefix(3))
    // No report has an Escape in it: this one was cut off.
    if let end = report.firstIndex(of: 0x1B) { return .garbage(length: 1 + end) }
    guard report.count == 3 else { return .incomplete }
    return .sequence(.oldMouse(report[0], report[1], report[2]), length: 4)
  }

  private static func parsedParameters(_ bytes: ArraySlice<UInt8>, final: UInt8) -> ControlSequence {
    var sequence = ControlSequence(final: final)
    var rest = bytes
    if let first = rest.first, (0x3C..<0x40).contains(first) {
      sequence.prefix = first
      rest = rest.dropFirst()
    }
    if rest.isEmpty { return sequence }
    sequence.parameters = rest.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { parameter in
      parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(number)
    }
    return sequence
  }

  /// A number in digits, at most 10,000,000; nil where there is none.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(nil) { value, byte in
      let digit = Int(byte) - 0x30
      return (0...9).contains(digit) ? min((value ?? 0) * 10 + digit, 10_000_000) : value
    }
  }
}
