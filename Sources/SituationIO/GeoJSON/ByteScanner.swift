import Glibc
import SituationModel

/// Steps over JSON in memory without making anything of it, and stops at all that is not plain.
///
/// Every step says whether it was made; after one that was not, the scanner is of no use any more.
struct ByteScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: Limits
  /// How many bytes lie behind.
  private(set) var offset: Int
  /// True if a text so far may have characters that could act on a terminal.
  private(set) var isSuspect = false
  /// True if the last text had escapes.
  private(set) var hadEscape = false

  /// A scanner before a byte.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, limits: Limits) {
    (self.bytes, self.offset, self.limits) = (bytes, offset, limits)
  }

  // MARK: Structure

  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] <= 0x20,
      bytes[offset] == 0x20 || bytes[offset] == 0x0A || bytes[offset] == 0x0D || bytes[offset] == 0x09
    { offset += 1 }
  }

  /// True if a text lies ahead.
  var isAtText: Bool {
    mutating get {
      skipSpaces()
      return current == UInt8(ascii: "\"")
    }
  }

  /// Steps over one sign, and spaces before it.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard current == UInt8(truncatingIfNeeded: sign.value) else { return false }
    offset += 1
    return true
  }

  /// Steps over `null`, if it lies ahead.
  mutating func null() -> Bool {
    skipSpaces()
    guard current == UInt8(ascii: "n"), rest(startsWith: "null") else { return false }
    offset += 4
    return true
  }

  private func rest(startsWith word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      offset + word.count <= bytes.count && word.indices.allSatisfy { bytes[offset + $0] == word[$0] }
    }
  }

  /// Steps over an object; each member's value is stepped over by the caller, who gets where its name stands.
  mutating func object(_ member: (inout ByteScanner, Range<Int>) -> Bool) -> Bool {
    guard take("{") else { return false }
    if take("}") { return true }
    repeat {
      skipSpaces()
      guard let key = text(), !hadEscape, take(":"), member(&self, key) else { return false }
    } while take(",")
    return take("}")
  }

  /// Steps over a list, whose elements are stepped over by the caller.
  mutating func list(_ element: (inout ByteScanner) -> Bool) -> Bool {
    guard take("[") else { return false }
    if take("]") { return true }
    repeat {
      guard element(&self) else { return false }
    } while take(",")
    return take("]")
  }

  // MARK: Texts

  /// True if the text that lies ahead begins with its end, an escape, or a character that is not seen.
  var beginsBlank: Bool {
    let start = offset + 1
    guard start < bytes.count, bytes[start] != UInt8(ascii: "\""), bytes[start] != UInt8(ascii: "\\") else {
      return true
    }
    return String.beginsBlank(UnsafeBufferPointer(rebasing: bytes[start..<min(start + 4, bytes.count)]))
  }

  /// Steps over a text; returns where it stands between its quotes.
  mutating func text() -> Range<Int>? {
    guard take("\"") else { return nil }
    let start = offset
    hadEscape = false
    while offset < bytes.count {
      passPlain()
      guard offset < bytes.count else { return nil }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        let range = start..<offset
        offset += 1
        return range.count <= limits.textBytes ? range : nil
      }
      if byte == UInt8(ascii: "\\") {
        guard escape() else { return nil }
      } else if byte >= 0x80 {
        guard wide(byte) else { return nil }
      } else if byte < 0x20 {
        return nil
      } else {
        if byte == 0x7F { isSuspect = true }
        offset += 1
      }
    }
    return nil
  }

  /// Steps over printable ASCII, eight bytes at once, to what ends a text, begins an escape or is something else.
  @inline(__always)
  private mutating func passPlain() {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    while offset + 8 <= bytes.count {
      let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      // The high bit of each byte that is below 0x20, a quote, a backslash, or from 0x7F on. Only the first is sure: it may
      // have borrowed from those behind it.
      let control = word &- (ones &* 0x20)
      let quote = (word ^ (ones &* 0x22)) &- ones
      let slash = (word ^ (ones &* 0x5C)) &- ones
      let found = (control | quote | slash | word | (word &+ ones)) & (ones &* 0x80)
      if found != 0 {
        offset += found.trailingZeroBitCount / 8
        return
      }
      offset += 8
    }
  }

  /// Steps over an escape; one of four digits is left to the reader where it is half of a character.
  private mutating func escape() -> Bool {
    (hadEscape, isSuspect) = (true, true)
    guard offset + 1 < bytes.count else { return false }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 2
      return true
    default: return false
    }
  }

  /// Steps over a character of several bytes; all but common letters and signs are suspect.
  private mutating func wide(_ first: UInt8) -> Bool {
    let character = UTF8Character(bytes, at: offset)
    guard let character else { return false }
    if !character.isPlain { isSuspect = true }
    offset += character.length
    return true
  }

  /// The bytes of a range, to be compared.
  func word(_ range: Range<Int>) -> Word { Word(bytes: bytes.extracting(range)) }

  /// Bytes that stand for a word of ASCII; no text is made of them.
  struct Word {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    /// True if it is a word.
    @inline(__always)
    static func ~= (pattern: StaticString, word: Word) -> Bool {
      guard let base = word.bytes.baseAddress, word.bytes.count == pattern.utf8CodeUnitCount else { return false }
      return memcmp(base, pattern.utf8Start, pattern.utf8CodeUnitCount) == 0
    }
  }

  /// The word of a range, with small letters in place of capitals of ASCII; a longer text is empty. Nil where some other
  /// letter may have a small one of ASCII, as the sign of the kelvin has.
  func smallLetters(_ range: Range<Int>) -> String? {
    if range.count > 15 { return range.contains { bytes[$0] == 0xE2 } ? nil : "" }
    var letters: [UInt8] = []
    for byte in bytes[range] {
      if byte == 0xE2 { return nil }
      letters.append(byte &- 0x41 < 26 ? byte + 32 : byte)
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Steps over a text that has to be a certain one.
  mutating func text(is wanted: StaticString) -> Bool { text().map { !hadEscape && wanted ~= word($0) } ?? false }

  /// Steps over a text of a few characters.
  mutating func shortText() -> String? {
    guard let range = text(), !hadEscape, !range.isEmpty, range.count <= 15 else { return nil }
    return String(decoding: word(range).bytes, as: UTF8.self)
  }

  /// Steps over a word in small letters of ASCII.
  mutating func plainWord() -> String? {
    guard let word = shortText(), word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    return word
  }

  // MARK: Numbers and dates

  /// Steps over a number that can be said exactly: at most 15 digits, without an exponent.
  mutating func number() -> Double? {
    skipSpaces()
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var (digits, places, value) = (0, 0, 0)
    let start = offset
    var hasPoint = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte &- 0x30 < 10 {
        digits += 1
        if hasPoint { places += 1 }
        if digits > 15 { return nil }
        value = value * 10 + Int(byte - 0x30)
      } else if byte == UInt8(ascii: "."), !hasPoint, digits > 0 {
        hasPoint = true
      } else {
        break
      }
      offset += 1
    }
    // JSON has no number that begins with a nought too many, or ends with a point.
    if digits == 0 || hasPoint && places == 0 || bytes[start] == 0x30 && digits - places > 1 { return nil }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") { return nil }
    let number = Double(value) / ByteScanner.powers[places]
    return isNegative ? -number : number
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Steps over a text that is a date.
  mutating func date() -> DateInterval? {
    guard let range = text(), !hadEscape, range.count <= 64 else { return nil }
    if let day = day(range) { return DateInterval(unit: .day, at: Instant(day)) }
    return try? DateInterval(edtf: String(decoding: bytes.extracting(range), as: UTF8.self))
  }

  /// The day that ten signs say, as `2024-12-13`.
  private func day(_ range: Range<Int>) -> CivilDate? {
    guard range.count == 10, bytes[range.lowerBound + 4] == 0x2D, bytes[range.lowerBound + 7] == 0x2D else {
      return nil
    }
    func number(_ places: Range<Int>) -> Int? {
      var value = 0
      for place in places {
        let digit = bytes[range.lowerBound + place] &- 0x30
        if digit > 9 { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
