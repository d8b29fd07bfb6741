/// Numbers.
extension JSONReader {
  /// The number ahead, rounded to the nearest `Double`; one too large for that is a fault.
  ///
  /// With up to 15 digits and no exponent, which is all that maps need, both the digits and the power of ten are exact
  /// in a `Double`, and so their quotient is rounded once, as it should be. The rest goes to the standard library.
  @inline(__always) mutating func number() throws(Fault) -> Double {
    try want(.number)
    let first = offset
    let isNegative = cursor.take(UInt8(ascii: "-"))
    if takesNonFinite, passNonFinite() { throw Fault(offset: first, problem: .notFinite) }
    var digits = DigitRun()
    try integer(into: &digits)
    if cursor.take(UInt8(ascii: ".")) { try fraction(into: &digits) }
    if cursor.current | 0x20 == UInt8(ascii: "e") || digits.count > 15 { return try longNumber(from: first) }
    endValue()
    let value = Double(digits.value) / digits.scale
    return isNegative ? -value : value
  }

  /// Some digits as one whole number.
  private struct DigitRun {
    /// The digits, without a point; of more than 18, nothing useful.
    var value: UInt64 = 0
    /// How many they are.
    var count = 0
    /// Ten for each digit behind the point.
    var scale = 1.0

    @inline(__always) mutating func append(_ digit: UInt8) {
      value = value &* 10 &+ UInt64(digit & 0x0F)
      count += 1
    }
  }

  /// Steps over the digits before the point: no zero may lead others.
  @inline(__always) private mutating func integer(into digits: inout DigitRun) throws(Fault) {
    if cursor.take(UInt8(ascii: "0")) {
      digits.append(0)
      if cursor.current.isDigit { throw fault(.badNumber) }
      return
    }
    guard cursor.current.isDigit else { throw badNumber() }
    while cursor.current.isDigit {
      digits.append(cursor.current)
      cursor.advance()
    }
  }

  @inline(__always) private mutating func fraction(into digits: inout DigitRun) throws(Fault) {
    guard cursor.current.isDigit else { throw badNumber() }
    while cursor.current.isDigit {
      digits.append(cursor.current)
      digits.scale *= 10
      cursor.advance()
    }
  }

  /// Steps over what is left of a number and has the standard library round the whole.
  private mutating func longNumber(from first: Int) throws(Fault) -> Double {
    try passExponent()
    endValue()
    let text = String(decoding: cursor.bytes[first..<offset], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw Fault(offset: first, problem: .numberOutOfRange)
    }
    return value
  }

  private mutating func passExponent() throws(Fault) {
    guard cursor.take(UInt8(ascii: "e")) || cursor.take(UInt8(ascii: "E")) else { return }
    _ = cursor.take(UInt8(ascii: "+")) || cursor.take(UInt8(ascii: "-"))
    guard cursor.current.isDigit else { throw badNumber() }
    while cursor.current.isDigit { cursor.advance() }
  }

  /// Steps over the number ahead, whatever its size, and sees that it is well formed.
  mutating func passNumber() throws(Fault) {
    _ = cursor.take(UInt8(ascii: "-"))
    if takesNonFinite, passNonFinite() { return endValue() }
    var digits = DigitRun()
    try integer(into: &digits)
    if cursor.take(UInt8(ascii: ".")) { try fraction(into: &digits) }
    try passExponent()
    endValue()
  }

  /// Steps over a number that is none; false where another value is ahead.
  private mutating func passNonFinite() -> Bool { cursor.take("NaN") || cursor.take("Infinity") }

  /// The text ahead, or the number ahead as it is written, so that an id of many digits keeps them.
  mutating func textOrNumber() throws(Fault) -> String {
    guard try kind() == .number else { return try text() }
    let first = offset
    try passNumber()
    return String(decoding: cursor.bytes[first..<offset], as: UTF8.self)
  }

  private func badNumber() -> Fault { fault(cursor.isAtEnd ? .endOfFile : .badNumber) }
}

extension UInt8 {
  @inline(__always) fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
