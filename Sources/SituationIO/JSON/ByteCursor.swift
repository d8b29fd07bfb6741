import Glibc

/// A place in a file's bytes that only moves where there are some.
struct ByteCursor {
  /// All bytes of the file.
  let bytes: Bytes
  /// How many of them lie behind, 0 … `bytes.count`.
  private(set) var offset = 0
  /// Where the bytes end that it sees; those behind it are for later.
  private(set) var end: Int

  /// A cursor before the first byte.
  init(_ bytes: Bytes) {
    self.bytes = bytes
    end = bytes.count
  }

  /// Goes to the first byte of a range, and sees it alone from then on.
  mutating func look(at range: Range<Int>) {
    end = min(max(0, range.upperBound), bytes.count)
    offset = min(max(0, range.lowerBound), end)
  }

  /// Where a byte stands first, of all bytes from one on; the end of all where it does not.
  func first(_ byte: UInt8, from offset: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, offset < bytes.count,
        let found = memchr(base + offset, Int32(byte), bytes.count - offset)
      else { return bytes.count }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// True if all bytes lie behind.
  @inline(__always) var isAtEnd: Bool { offset >= end }

  /// The byte ahead; 0 at the end, which JSON allows nowhere.
  @inline(__always) var current: UInt8 { offset < end ? bytes[offset] : 0 }

  /// Steps over the byte ahead, if there is one.
  @inline(__always) mutating func advance() { if offset < end { offset += 1 } }

  /// Steps over a byte if it is the one ahead.
  @inline(__always) mutating func take(_ byte: UInt8) -> Bool {
    guard offset < end, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Steps over a word if it lies ahead.
  mutating func take(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { wanted in
      guard bytes[offset..<end].starts(with: wanted) else { return false }
      offset += wanted.count
      return true
    }
  }

  /// Steps over what JSON takes as white space.
  @inline(__always) mutating func skipSpaces() {
    while offset < end, bytes[offset] <= 0x20, isSpace(bytes[offset]) { offset += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// True if the file begins like one of UTF-16: with its byte order mark, or with a character and a 0.
  var isUTF16: Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(2).contains(0)
  }

  /// Goes on to a place that is known.
  mutating func pass(to offset: Int) { move(to: offset) }

  /// Goes to a place where it was before.
  mutating func move(to offset: Int) { self.offset = min(max(0, offset), end) }
}
