import SituationModel

/// Numbers as tables have them.
enum TableNumber {
  /// A number of at most 15 digits with a point and nothing else, which is said exactly; nil for any other.
  static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    // A sign, fifteen digits and a point.
    guard text.count > 0, text.count <= 17 else { return nil }
    if let number = degrees(text) { return number }
    let isNegative = text[0] == UInt8(ascii: "-")
    var (value, place, point) = (0, isNegative ? 1 : 0, text.count)
    let start = place
    while place < text.count {
      let digit = text[place] &- 0x30
      if digit < 10 {
        value = value &* 10 &+ Int(digit)
      } else if text[place] == UInt8(ascii: "."), point == text.count {
        point = place
      } else {
        return nil
      }
      place &+= 1
    }
    let hasPoint = point < text.count
    let digits = text.count - start - (hasPoint ? 1 : 0)
    guard digits > 0, digits <= 15 else { return nil }
    let number = Double(value) / powers[hasPoint ? text.count - point - 1 : 0]
    return isNegative ? -number : number
  }

  /// A number of up to seven digits, a point and up to eight more, of eight bytes at least, as degrees are mostly written: its digits are
  /// taken at once, since where the point stands and how many follow can't be foreseen. Nil for any other.
  @inline(__always)
  private static func degrees(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let base = UnsafeRawPointer(text.baseAddress), let first = text.first else { return nil }
    let start = first == UInt8(ascii: "-") ? 1 : 0
    guard text.count >= start + 8 else { return nil }
    func word(_ place: Int) -> UInt64 {
      base.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian ^ 0x3030_3030_3030_3030
    }
    let head = word(start)
    // The lowest byte that is a point is found by the borrow of a subtraction (Mycroft).
    let points = head ^ 0x1E1E_1E1E_1E1E_1E1E
    let found = (points &- 0x0101_0101_0101_0101) & ~points & 0x8080_8080_8080_8080
    let whole = found.trailingZeroBitCount >> 3
    let fraction = text.count - start - whole - 1
    guard 1...7 ~= whole, 1...8 ~= fraction else { return nil }
    // What stands before the digits is shifted out, so that zeros lead them.
    let left = head << UInt64(64 - 8 * whole)
    let right = word(text.count - 8) & (UInt64.max << UInt64(64 - 8 * fraction))
    guard areDigits(left), areDigits(right) else { return nil }
    let value = number(left) &* wholePowers[fraction] &+ number(right)
    let number = Double(value) / powers[fraction]
    return start == 1 ? -number : number
  }

  /// True if each byte is less than ten.
  @inline(__always)
  private static func areDigits(_ digits: UInt64) -> Bool {
    ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0
  }

  /// The number of eight digits, the first of which is in the lowest byte: pairs become numbers to 99, and so on.
  @inline(__always)
  private static func number(_ digits: UInt64) -> UInt64 {
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
  }

  private static let wholePowers: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The number that a text says, with a point or a comma before its fraction; nil where it says none that is finite.
  static func number(_ text: String) -> Double? {
    var text = text
    if text.utf8.first == UInt8(ascii: "'") { text.removeFirst() }
    if text.utf8.first == 0xE2 { text = text.replacing("\u{2212}", with: "-") }
    if text.contains(","), !text.contains(".") { text = String(text.map { $0 == "," ? "." : $0 }) }
    // `Double` also takes hexadecimal digits and words.
    guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// True if a text stands for a value that is not there.
  static func isMissing(_ text: String) -> Bool { MissingValue.isMissing(text) }

  /// The words for what is not there, to be compared at once.
  private static let missing = MissingValue.words.map { SmallWord($0) }

  /// True if the bytes of a text may stand for one that is not there.
  static func mayBeMissing(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    guard text.count <= 7 else { return false }
    switch first {
    case 0x6E, 0x4E, 0x2D, 0x3F, 0x23, 0x75, 0x55:
      var word = SmallWord()
      for byte in text { word.append(byte) }
      return missing.contains(word)
    default: return false
    }
  }
}
