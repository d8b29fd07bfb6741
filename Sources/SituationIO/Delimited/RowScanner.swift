import CByteMasks

/// Steps over the rows of a table in memory, and says where the fields of each stand. Linear in the bytes.
///
/// 64 bytes are looked at in one go for all that may end a field, as the tables that it is for have millions of rows.
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

  /// 64 bytes with some that are no printable ASCII.
  struct Unprintable {
    /// Where they stand.
    let start: Int
    /// A bit for each byte, the lowest for the first.
    let mask: UInt64
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
  var fields: UnsafeBufferPointer<Field> { buffer.elements }
  private let buffer = RowBuffer<Field>()
  /// The fault of the row; its first line alone was stepped over then.
  private(set) var problem: Problem?
  /// The bytes of the row that are no printable ASCII, beside tabs, separators and ends of lines, until the next step.
  var unprintables: UnsafeBufferPointer<Unprintable> { unprintableBuffer.elements }
  private let unprintableBuffer = RowBuffer<Unprintable>()
  /// True if the row has a fault, or may have ends of lines or separators within its fields that are no printable ASCII.
  private(set) var isIrregular = false
  /// True if the row has bytes that are no printable ASCII, beside tabs and the end of the row.
  var isSuspect: Bool { isIrregular || !unprintables.isEmpty }
  /// True if a line end closed the row, and not the end of the bytes.
  private(set) var isEnded = false
  /// Bytes that may still be looked through for the ends of quotes that never close, so that a hostile file costs no
  /// square of its size.
  private var patience = 64 << 20
  /// Where the 64 bytes begin that were looked at last.
  private var block = 0
  /// The masks of these; those of others begin with the row.
  private var masks = bm_masks()
  /// All bits where the separator is suspect within quotes; else none.
  private let suspectSeparators: UInt64

  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0, dialect: Dialect, limits: Limits) {
    (self.bytes, self.offset, self.dialect, self.limits) = (bytes, offset, dialect, limits)
    suspectSeparators = dialect.separator &- 0x20 < 0x5F || dialect.separator == 0x09 ? 0 : .max
    look(at: offset)
  }

  /// Goes to the beginning of a row.
  mutating func move(to offset: Int) {
    self.offset = offset
    look(at: offset)
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
    unprintableBuffer.removeAll()
    (problem, isIrregular, isEnded) = (nil, false, false)
    var lines = false
    if !(0..<64 ~= offset &- block) { look(at: offset) }
    masks.others &= UInt64.max << UInt64(truncatingIfNeeded: offset &- block)
    while !field(&lines) {}
    // Bytes behind the end of the row belong to the next row, which tells of them.
    let others = masks.others & ~(UInt64.max << UInt64(truncatingIfNeeded: offset &- block))
    if others != 0 { unprintableBuffer.append(Unprintable(start: block, mask: others)) }
    if problem != nil { isIrregular = true }
    if problem == nil, offset - start > limits.lineBytes { problem = .longLine }
    if problem != nil || lines && columns > 0 && fields.count != columns { giveUpQuote() }
    return true
  }

  // MARK: Fields

  /// Steps over a field and what ends it; true when that is the end of the row.
  @inline(__always)
  private mutating func field(_ spansLines: inout Bool) -> Bool {
    if dialect.hasQuotes, offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return quoted(&spansLines) }
    return plain()
  }

  /// Steps over a field without quotes.
  @inline(__always)
  private mutating func plain() -> Bool {
    var field = Field(start: offset, end: offset)
    while true {
      repeat {
        let ahead = (masks.separators | masks.lines) >> UInt64(truncatingIfNeeded: offset &- block)
        if ahead != 0 {
          offset &+= ahead.trailingZeroBitCount
          break
        }
      } while lookOn()
      field.end = offset
      if offset >= bytes.count { return close(field, isLast: true) }
      if bytes[offset] == dialect.separator {
        offset &+= 1
        return close(field, isLast: false)
      }
      if endsRow() { return close(field, isLast: true) }
      // A carriage return that ends no row.
      isIrregular = true
      offset &+= 1
    }
  }

  /// Steps over a field in quotes.
  private mutating func quoted(_ spansLines: inout Bool) -> Bool {
    offset += 1
    var field = Field(start: offset, end: offset)
    let limit = min(bytes.count, offset + limits.textBytes + 1)
    while true {
      guard passText(before: limit, &spansLines) else {
        offset = limit
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

  /// Steps to the next quote; false where there is none before a limit.
  @inline(__always)
  private mutating func passText(before limit: Int, _ spansLines: inout Bool) -> Bool {
    var (lines, separators): (UInt64, UInt64) = (0, 0)
    var isFound = false
    repeat {
      let behind = UInt64(truncatingIfNeeded: offset &- block)
      let quotes = masks.quotes >> behind
      // All bits below the first quote; without one, all.
      let before = (quotes & (0 &- quotes)) &- 1
      lines |= masks.lines >> behind & before
      separators |= masks.separators >> behind & before
      if quotes != 0 {
        offset &+= quotes.trailingZeroBitCount
        isFound = offset < limit
        break
      }
    } while offset < limit && lookOn()
    if lines != 0 { spansLines = true }
    // A carriage return may be among the ends of lines.
    if lines | separators & suspectSeparators != 0 { isIrregular = true }
    return isFound
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

  // MARK: 64 bytes at once

  /// Looks at the 64 bytes from a place on.
  @inline(__always)
  private mutating func look(at place: Int) {
    block = place
    guard place < bytes.count, let base = bytes.baseAddress else {
      masks = bm_masks()
      return
    }
    masks = bm_look(base + place, bytes.count - place, dialect.separator)
  }

  /// Looks at the next 64 bytes, and steps to them; to the end and false where there are none.
  @inline(__always)
  private mutating func lookOn() -> Bool {
    guard block + 64 < bytes.count else {
      offset = bytes.count
      return false
    }
    if masks.others != 0 { unprintableBuffer.append(Unprintable(start: block, mask: masks.others)) }
    look(at: block + 64)
    // Two quotes may have been stepped over of which the second is the first of these.
    offset = max(offset, block)
    return true
  }
}
