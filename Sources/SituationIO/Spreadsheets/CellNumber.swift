/// A decimal number as its digits, for writing what a cell of a spreadsheet holds: `1.2`, never `1.2000000000000002`.
///
/// Spreadsheets keep numbers as binary fractions and write them with 17 digits. The shortest digits that mean the same fraction
/// are those that a person once typed. Integers are kept digit by digit, however long they are.
struct CellNumber {
  private let isNegative: Bool
  /// Digits, the first of which is not 0; empty for zero.
  private let digits: [UInt8]
  /// The number of digits before the point; may be below 0 or beyond the digits.
  private let point: Int

  /// The number that a text says, as XML Schema writes numbers; nil for none that is finite.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    if let exact = CellNumber(exactly: text) {
      self = exact
      return
    }
    // Words and hexadecimal digits, which `Double` takes, are no numbers here.
    guard text.allSatisfy({ $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }),
      let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite
    else { return nil }
    let shortest = Array(number.description.utf8)
    guard let exact = shortest.withUnsafeBufferPointer({ CellNumber(parsing: $0) }) else { return nil }
    self = exact
  }

  /// A number whose digits are taken as they stand: an integer, or one of at most 15 digits, which a binary fraction can hold.
  private init?(exactly text: UnsafeBufferPointer<UInt8>) {
    let isInteger = text.dropFirst(text.first == UInt8(ascii: "-") ? 1 : 0).allSatisfy { $0 &- 0x30 < 10 }
    guard isInteger || text.count <= 16 && !text.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    self.init(parsing: text)
  }

  private init?(parsing text: UnsafeBufferPointer<UInt8>) {
    var (digits, point, exponent) = ([UInt8](), Int?.none, 0)
    var rest = text[...]
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.isEmpty { return nil }
    while let byte = rest.popFirst() {
      if byte &- 0x30 < 10 {
        digits.append(byte)
      } else if byte == UInt8(ascii: "."), point == nil {
        point = digits.count
      } else if byte | 0x20 == UInt8(ascii: "e"), let number = Int(String(decoding: rest, as: UTF8.self)) {
        exponent = number
        break
      } else {
        return nil
      }
    }
    if digits.isEmpty { return nil }
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    // Zeros behind a point say nothing; those of an integer do.
    let places = (point ?? digits.count) + exponent
    while digits.count > max(leading, places), digits.last == UInt8(ascii: "0") { digits.removeLast() }
    isNegative = sign == UInt8(ascii: "-") && digits.count > leading
    self.digits = Array(digits.dropFirst(leading))
    self.point = digits.count == leading ? 0 : places - leading
  }

  private init(isNegative: Bool, digits: [UInt8], point: Int) {
    (self.isNegative, self.digits, self.point) = (isNegative, digits, point)
  }

  /// The number times a hundred.
  var hundredfold: CellNumber {
    CellNumber(isNegative: isNegative, digits: digits, point: digits.isEmpty ? 0 : point + 2)
  }

  /// The decimal digits: without a point where it is an integer, with an exponent only beyond 21 digits.
  ///
  /// - Parameter width: Zeros are put in front of an integer up to so many digits, as by a number format such as `00000`.
  func append(to text: inout [UInt8], width: Int = 0) {
    let zero = UInt8(ascii: "0")
    if isNegative { text.append(UInt8(ascii: "-")) }
    if digits.isEmpty {
      text += [UInt8](repeating: zero, count: max(1, width))
    } else if point > 21 || point < -20 {
      text.append(digits[0])
      if digits.count > 1 { text.append(UInt8(ascii: ".")) }
      text += digits.dropFirst()
      text += "E\(point - 1)".utf8
    } else if point <= 0 {
      text += [zero, UInt8(ascii: ".")]
      text += [UInt8](repeating: zero, count: -point)
      text += digits
    } else if point >= digits.count {
      text += [UInt8](repeating: zero, count: max(0, width - point))
      text += digits
      text += [UInt8](repeating: zero, count: point - digits.count)
    } else {
      text += digits[..<point]
      text.append(UInt8(ascii: "."))
      text += digits[point...]
    }
  }

  /// True if digits can be copied as they stand: at most 15, with no zero at the end of a fraction, or an integer of any length.
  @inline(__always)
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var (digits, hasPoint) = (0, false)
    let start = text.first == UInt8(ascii: "-") ? 1 : 0
    // Zeros in front, a zero with a sign, and a point without digits go the long way.
    guard start < text.count, text[start] &- 0x31 < 9 || start == 0 && text.count == 1 && text[0] == UInt8(ascii: "0")
    else { return false }
    for byte in text[start...] {
      if byte &- 0x30 < 10 {
        digits += 1
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        return false
      }
    }
    return !hasPoint || digits <= 15 && text[text.count - 1] &- 0x31 < 9
  }
}
