/// The properties of a row's characters that matter for a screen.
struct RowCharacters: Equatable {
  /// True if the bytes are UTF-8.
  private(set) var isSound = true
  /// True if no character can become a mark on the screen. Line feeds and tabs become spaces there.
  private(set) var isPlain = true

  /// The characters of a row by all of its bytes.
  init(_ row: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while true {
      offset = ByteWords.firstUnprintable(in: row, from: offset)
      if offset == row.count { return }
      switch row[offset] {
      case 0x09, 0x0A: offset += 1
      case 0x0D:
        if offset + 1 == row.count || row[offset + 1] != 0x0A { isPlain = false }
        offset += 1
      default:
        guard take(row, at: &offset) else { return }
      }
    }
  }

  /// The characters of a row by those of its bytes that are no printable ASCII, where no others have to be looked at.
  init(
    _ unprintables: UnsafeBufferPointer<RowScanner.Unprintable>, in bytes: UnsafeBufferPointer<UInt8>
  ) {
    // A character of several bytes may go over from one block to the next.
    var offset = 0
    for part in unprintables {
      var mask = part.mask
      while mask != 0 {
        let place = part.start &+ mask.trailingZeroBitCount
        mask &= mask &- 1
        if place < offset { continue }
        offset = place
        guard take(bytes, at: &offset) else { return }
      }
    }
  }

  /// Steps over a character that is no printable ASCII; false where it is none.
  @inline(__always)
  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, at offset: inout Int) -> Bool {
    if bytes[offset] < 0x80 {
      isPlain = false
      offset += 1
      return true
    }
    guard let character = UTF8Character(bytes, at: offset) else {
      (isSound, isPlain) = (false, false)
      return false
    }
    if !character.isPlain { isPlain = false }
    offset += character.length
    return true
  }
}
