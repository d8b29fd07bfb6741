/// A character of several bytes of UTF-8, as Unicode 15 has them (table 3-7).
struct UTF8Character {
  /// How many bytes it has.
  let length: Int
  /// True if it is a common letter or sign, that can't act on a terminal.
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
      // Latin, Greek, Cyrillic, Hebrew and Arabic letters, those of Persian and its neighbours too; not the controls of C2, nor
      // marks that combine.
      isPlain =
        switch first {
        case 0xC3...0xC9, 0xCF...0xD1, 0xDA: true
        // Some places between the letters of Greek are free.
        case 0xCE: next(1) >= 0x84 && ![0x8B, 0x8D, 0xA2].contains(next(1))
        case 0xD7: (0x90...0xAA).contains(next(1))
        case 0xD8: next(1) >= 0xA1
        case 0xD9: next(1) <= 0x8A || (0xA0...0xAF).contains(next(1)) || next(1) > 0xB0
        case 0xDB: next(1) < 0x96
        default: false
        }
      length = 2
    case 0xE0...0xEF:
      guard isTail(1), isTail(2), !(first == 0xE0 && next(1) < 0xA0), !(first == 0xED && next(1) > 0x9F) else {
        return nil
      }
      // Dashes and quotes; kana, ideographs and the syllables of Korean.
      isPlain =
        switch first {
        case 0xE2: next(1) == 0x80 && (0x93...0x9E).contains(next(2))
        case 0xE3:
          next(1) == 0x83 || next(1) == 0x81 && next(2) > 0x80
            || next(1) == 0x82 && (next(2) < 0x95 || next(2) > 0x9F)
        case 0xE4...0xE9, 0xEB...0xEC: true
        case 0xEA: next(1) >= 0xB0
        case 0xED: next(1) < 0x9E
        default: false
        }
      length = 3
    case 0xF0...0xF4:
      guard isTail(1), isTail(2), isTail(3), !(first == 0xF0 && next(1) < 0x90), !(first == 0xF4 && next(1) > 0x8F)
      else { return nil }
      // Pictures and faces, but for the tones of skin.
      isPlain =
        first == 0xF0 && next(1) == 0x9F && (0x8C...0x98).contains(next(2)) && !(next(2) == 0x8F && next(3) >= 0xBB)
      length = 4
    default: return nil
    }
  }
}
