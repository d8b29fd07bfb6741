/// The pairs of bytes of a text, if it may be Chinese, Japanese or Korean in an encoding with two bytes for a character.
///
/// In all of them a pair begins with a byte beyond ASCII. A text in another script has words of odd length, whose last byte then pairs with a
/// blank, which no encoding has.
struct EastAsianText {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// So much of a text is looked at.
  private static let headBytes = 1 << 16
  /// So many pairs are evidence enough.
  private static let leastPairs = 4

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = UnsafeBufferPointer(rebasing: bytes.prefix(EastAsianText.headBytes))
  }

  /// The encoding that all pairs fit and whose common characters most of them are; nil where there is none.
  var encoding: TextEncoding? {
    // Kana and the common signs, whose first bytes other encodings have for rare signs alone.
    if share(of: .shiftJIS, leads: 0x81...0x9F) ?? 0 > 0.7, lowTrails(hasHalfWidth: true) < 0.8 { return .shiftJIS }
    // Kana, which no other language has.
    if share(of: .eucJP, leads: 0xA4...0xA5) ?? 0 > 0.05 { return .eucJP }
    if share(of: .eucKR, leads: 0xB0...0xC8) ?? 0 > 0.9 { return .eucKR }
    // Signs of the first level: in GB2312 both bytes are beyond 0xA0, in Big5 a third of the second bytes is not. Behind a letter with an accent
    // nearly all are ASCII.
    let low = lowTrails(hasHalfWidth: false)
    if (0.1...0.7).contains(low), share(of: .big5, leads: 0xA4...0xC6) ?? 0 > 0.85 { return .big5 }
    return low < 0.2 && share(of: .gb18030, leads: 0xB0...0xD7) ?? 0 > 0.6 ? .gb18030 : nil
  }

  /// The part of the pairs whose first byte lies in a range; nil where not all bytes are of the encoding, or there are few pairs.
  private func share(of encoding: TextEncoding, leads common: ClosedRange<UInt8>) -> Double? {
    guard let converter = TextConverter(from: encoding) else { return nil }
    let isCut = bytes.count == EastAsianText.headBytes
    guard converter.utf8(bytes).faults <= (isCut ? 1 : 0) else { return nil }
    let leads = EastAsianText.leads(bytes, hasHalfWidth: encoding == .shiftJIS)
    guard leads.count >= EastAsianText.leastPairs else { return nil }
    return Double(leads.count { common.contains(bytes[$0]) }) / Double(leads.count)
  }

  /// The part of the pairs whose second byte is one of ASCII.
  private func lowTrails(hasHalfWidth: Bool) -> Double {
    let leads = EastAsianText.leads(bytes, hasHalfWidth: hasHalfWidth)
    return Double(leads.count { bytes[$0 + 1] < 0x80 }) / Double(max(1, leads.count))
  }

  /// Where pairs begin.
  private static func leads(_ bytes: UnsafeBufferPointer<UInt8>, hasHalfWidth: Bool) -> [Int] {
    var (leads, place): ([Int], Int) = ([], 0)
    while place + 1 < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 || hasHalfWidth && (0xA1...0xDF).contains(byte) {
        place += 1
      } else {
        leads.append(place)
        place += 2
      }
    }
    return leads
  }
}
