/// Steps over the rows of a table in memory, and says where the fields of each stand. Linear in the bytes.
///
/// Eight bytes are looked at in one go for what ends a field, as the tables that it is for have millions of rows.
struct RowScanner {
  /// A field of a row.
  struct Field {
    /// Where it stands, without quotes around it.
    var start: Int
    var end: Int
    /// True if it has doubled quotes, each of which is one.
    var isEscaped = false

    var count: Int { end - start }
  }

  /// The fields of one row after the other. A class, since an array would ask at each field whether it may be changed.
  private final class FieldBuffer {
    private var base = UnsafeMutablePointer<Field>.allocate(capacity: 64)
    private var capacity = 64
    private var count = 0

    deinit { base.deallocate() }

    var fields: UnsafeBufferPointer<Field> { UnsafeBufferPointer(start: base, count: count) }

    func removeAll() { count = 0 }

    @inline(__always)
    func append(_ field: Field) {
      if count == capacity { grow() }
      // Fields are plain numbers: nothing has to be undone for those that are written over.
      (base + count).initialize(to: field)
      count += 1
    }

    private func grow() {
      let larger = UnsafeMutablePointer<Field>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: base, count: count)
      base.deallocate()
      (base, capacity) = (larger, capacity * 2)
    }
  }

  /// The fault of a row.
  enum Problem: Hashable {
    /// A quote opens a field and none closes it.
    case unclosedQuote
    /// A field has more bytes than the limits allow.
    case longField
    /// The row has more fields than the limits allow.
    case manyFields
    /// The row has more bytes than the limits allow.
    case longLine
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let dialect: Dialect
  private let limits: Limits
  /// Where the row that was stepped over last begins.
  private(set) var start = 0
  /// How many bytes lie behind.
  private(set) var offset: Int
  /// The fields of the row, until the next step; those before the fault where it has one.
  var fields: UnsafeBufferPointer<Field> { buffer.fields }
  private let buffer = FieldBuffer()
  /// The fault of the row; its first line alone was stepped over then.
  private(set) var problem: Problem?
  /// True if the row has bytes that are no printable ASCII.
  private(set) var isSuspect = false
  /// True if a line end closed the row, and not the end of the bytes.
  private(set) var isEnded = false
  /// Bytes that may still be looked through for the ends of quotes that never close, so that a hostile file costs no
  /// square of its size.
  private var patience = 64 << 20

  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0, dialect: Dialect, limits: Limits) {
    (self.bytes, self.offset, self.dialect, self.limits) = (bytes, offset, dialect, limits)
  }

  /// True if all bytes lie behind.
  var isAtEnd: Bool { offset >= bytes.count }
  /// True if the row has nothing in it.
  var isBlank: Bool { problem == nil && fields.allSatisfy { $0.count == 0 } }

  /// Steps over a row that should have a number of fields; false at the end of the bytes.
  ///
  /// - Parameter columns: How many; a row of several lines that has another number is a quote that was not closed. 0 for any.
  mutating func next(columns: Int = 0) -> Bool {
    guard offset < bytes.count else { return false }
    start = offset
    buffer.removeAll()
    (problem, isSuspect, isEnded) = (nil, false, false)
    var lines = false
    while !field(&lines) {}
    if problem == nil, offset - start > limits.lineBytes { problem = .longLine }
    if problem != nil || lines && columns > 0 && fields.count != columns { giveUpQuote() }
    return true
  }

  // MARK: Fields

  /// Steps over a field and what ends it; true when that is the end of the row.
  private mutating func field(_ spansLines: inout Bool) -> Bool {
    if dialect.hasQuotes, offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return quoted(&spansLines) }
    return plain(Field(start: offset, end: offset))
  }

  /// Steps over what is left of a field without quotes.
  @inline(__always)
  private mutating func plain(_ begun: Field) -> Bool {
    var field = begun
    let separators = RowScanner.all(dialect.separator)
    while true {
      var mask: UInt64 = 0
      while offset + 8 <= bytes.count {
        let word = load(offset)
        mask = RowScanner.zeros(word ^ separators) | RowScanner.zeros(word & 0xE0E0_E0E0_E0E0_E0E0)
        note(word, before: mask)
        if mask != 0 { break }
        offset += 8
      }
      if mask != 0 {
        offset += mask.trailingZeroBitCount >> 3
      } else {
        while offset < bytes.count, bytes[offset] >= 0x20, bytes[offset] != dialect.separator {
          if bytes[offset] >= 0x7F { isSuspect = true }
          offset += 1
        }
      }
      field.end = offset
      if offset >= bytes.count { return close(field, isLast: true) }
      let byte = bytes[offset]
      if byte == dialect.separator {
        offset += 1
        return close(field, isLast: false)
      }
      if endsRow() { return close(field, isLast: true) }
      isSuspect = true
      offset += 1
    }
  }

  /// Steps over a field in quotes.
  private mutating func quoted(_ spansLines: inout Bool) -> Bool {
    offset += 1
    var field = Field(start: offset, end: offset)
    let quotes = RowScanner.all(UInt8(ascii: "\""))
    let limit = min(bytes.count, offset + limits.textBytes + 1)
    while true {
      passText(before: limit)
      var mask: UInt64 = 0
      while offset + 8 <= limit {
        let word = load(offset)
        mask = RowScanner.zeros(word ^ quotes)
        let controls = RowScanner.zeros(word & 0xE0E0_E0E0_E0E0_E0E0)
        note(word | (controls >> 7) &* 0xFF, before: mask)
        if controls != 0 { lookForLines(controls, before: mask, &spansLines) }
        if mask != 0 { break }
        offset += 8
      }
      if mask != 0 {
        offset += mask.trailingZeroBitCount >> 3
      } else {
        while offset < limit, bytes[offset] != UInt8(ascii: "\"") {
          if bytes[offset] < 0x20 || bytes[offset] >= 0x7F { isSuspect = true }
          if bytes[offset] == 0x0A || bytes[offset] == 0x0D { spansLines = true }
          offset += 1
        }
      }
      guard offset < limit else {
        problem = limit < bytes.count ? .longField : .unclosedQuote
        return true
      }
      field.end = offset
      offset += 1
      if offset >= bytes.count { return close(field, isLast: true) }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        field.isEscaped = true
        offset += 1
      } else if byte == dialect.separator {
        offset += 1
        return close(field, isLast: false)
      } else if endsRow() {
        return close(field, isLast: true)
      }
      // Any other sign behind it: the quote belongs to the text.
    }
  }

  /// Steps over printable ASCII without a quote, sixteen bytes at once; what is left of it is less than that.
  @inline(__always)
  private mutating func passText(before limit: Int) {
    let (ones, highs) = (RowScanner.all(1), RowScanner.all(0x80))
    let (quotes, upper) = (RowScanner.all(UInt8(ascii: "\"")), RowScanner.all(0xE0))
    /// Bits where a byte is none of that; where there are none, all bytes are.
    @inline(__always)
    func others(_ word: UInt64) -> UInt64 {
      let (quote, control) = (word ^ quotes, word & upper)
      // A byte that is zero borrows from its high bit (Mycroft); 0x7F carries into it.
      return ((quote &- ones) & ~quote | (control &- ones) & ~control | word | (word &+ ones)) & highs
    }
    while offset + 16 <= limit, others(load(offset)) | others(load(offset + 8)) == 0 { offset += 16 }
  }

  @inline(__always)
  private mutating func close(_ field: Field, isLast: Bool) -> Bool {
    if field.count > limits.textBytes {
      problem = .longField
      return true
    }
    if fields.count >= limits.fields {
      problem = .manyFields
      return true
    }
    buffer.append(field)
    return isLast
  }

  /// Steps over the end of a row, if it lies ahead.
  private mutating func endsRow() -> Bool {
    let byte = bytes[offset]
    if byte == 0x0A {
      offset += 1
    } else if byte == 0x0D, dialect.endsWithReturn {
      offset += 1
    } else if byte == 0x0D, offset + 1 == bytes.count || bytes[offset + 1] == 0x0A {
      offset = min(bytes.count, offset + 2)
    } else {
      return false
    }
    isEnded = true
    return true
  }

  /// Steps back to the end of the row's first line: what follows may be sound.
  private mutating func giveUpQuote() {
    if problem == nil { problem = .unclosedQuote }
    patience -= offset - start
    var end = start
    // Without patience the search for line ends goes on where the row ended.
    if patience < 0 { end = max(start, offset - 1) }
    while end < bytes.count, bytes[end] != 0x0A, !(dialect.endsWithReturn && bytes[end] == 0x0D) { end += 1 }
    offset = min(bytes.count, end + 1)
    isEnded = end < bytes.count
  }

  // MARK: Eight bytes at once

  @inline(__always)
  private func load(_ offset: Int) -> UInt64 {
    UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      .littleEndian
  }

  /// Takes note of bytes from 0x7F on, of those that stand before the first of a mask.
  @inline(__always)
  private mutating func note(_ word: UInt64, before mask: UInt64) {
    let sevenBits = word & 0x7F7F_7F7F_7F7F_7F7F
    let high = (word | (sevenBits &+ 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
    // The bits below the lowest of the mask; without one, all.
    if high & ((mask & (0 &- mask)) &- 1) != 0 { isSuspect = true }
  }

  private func lookForLines(_ controls: UInt64, before mask: UInt64, _ spansLines: inout Bool) {
    var left = controls
    while left != 0 {
      let bit = left.trailingZeroBitCount
      if mask != 0, bit > mask.trailingZeroBitCount { return }
      let byte = bytes[offset + bit >> 3]
      if byte == 0x0A || byte == 0x0D { spansLines = true }
      left &= left - 1
    }
  }

  private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is zero (Warren, Hacker's Delight, 6-1): exact, whatever the others are.
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | word | 0x7F7F_7F7F_7F7F_7F7F)
  }
}
