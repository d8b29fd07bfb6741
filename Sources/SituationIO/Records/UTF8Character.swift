/// A character of several bytes of UTF-8, as Unicode 15 has them (table 3-7).
struct UTF8Character {
  /// How many bytes it has.
  let length: Int
  /// Whether it is a common letter or sign, that can't act on a terminal.
  let isPlain: Bool

  /// The character at a byte from 0x80 on; nil where it is none.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    func next(_ place: Int) -> UInt8 { offset + place < bytes.count ? bytes[offset + place] : 0 }
    func isTail(_ place: Int) -> Bool { next(place) & 0xC0 == 0x80 }
    let first = bytes[offset]
    switch first {
    case 0xC2...0xDF:
      guard isTail(1) else { return nil }
      // Latin, Greek, Cyrillic and Arabic letters; not the controls of C2, nor marks that combine.
      isPlain =
        (0xC3...0xC9).contains(first) || (0xCE...0xD1).contains(first)
        || (0xD8...0xD9).contains(first) && !(first == 0xD8 && next(1) < 0xA1) && !(first == 0xD9 && next(1) > 0x8A)
      length = 2
    case 0xE0...0xEF:
      guard isTail(1), isTail(2), !(first == 0xE0 && next(1) < 0xA0), !(first == 0xED && next(1) > 0x9F) else {
        return nil
      }
      let isSign = first == 0xE2 && next(1) == 0x80 && (0x93...0x9E).contains(next(2))
      isPlain = isSign || (0xE4...0xE9).contains(first)
      length = 3
    case 0xF0...0xF4:
      guard isTail(1), isTail(2), isTail(3), !(first == 0xF0 && next(1) < 0x90), !(first == 0xF4 && next(1) > 0x8F)
      else { return nil }
      isPlain = false
      length = 4
    default: return nil
    }
  }
}
