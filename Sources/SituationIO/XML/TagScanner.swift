import Glibc

/// Steps over the tags and texts of XML and says where each stands in the bytes, without making a text of any: for the large
/// parts of spreadsheets, where `XMLReader` would take many times as long.
///
/// Document types are refused, as by `XMLReader`. End tags are counted, not compared: of a file that is no sound XML the rest
/// may mean something else, but no byte is read twice or out of bounds.
struct TagScanner {
  /// A step.
  enum Token: Hashable {
    /// A start tag; `name` and `attributes` say which. An element without content has `isEmptyElement` and no end tag.
    case start
    /// An end tag; `name` says of which element.
    case end
    /// A text with references; `text` says where.
    case text
    /// A text without references (CDATA).
    case section
    /// The end of the bytes.
    case fileEnd
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// The bytes that lie behind.
  private(set) var offset: Int
  /// The name of the last tag, without its prefix.
  private(set) var name = 0..<0
  /// The attributes of the last start tag, as they are written.
  private(set) var attributes = 0..<0
  /// True if the last start tag ends its element, too.
  private(set) var isEmptyElement = false
  /// The last text.
  private(set) var text = 0..<0

  /// A scanner before a byte.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) { (self.bytes, self.offset) = (bytes, offset) }

  /// Takes the next step. Comments and instructions are passed over.
  mutating func next() throws(XMLFault) -> Token {
    while true {
      guard offset < bytes.count else { return .fileEnd }
      if bytes[offset] != UInt8(ascii: "<") {
        let end = find(UInt8(ascii: "<"), from: offset) ?? bytes.count
        (text, offset) = (offset..<end, end)
        return .text
      }
      guard offset + 1 < bytes.count else { throw .brokenOff(at: offset) }
      switch bytes[offset + 1] {
      case UInt8(ascii: "/"):
        let end = try self.end(of: UInt8(ascii: ">"), from: offset + 2)
        name = localName(from: offset + 2, to: end)
        offset = end + 1
        return .end
      case UInt8(ascii: "?"): try pass(over: "?>")
      case UInt8(ascii: "!"):
        if starts(with: "<!--") {
          try pass(over: "-->")
        } else if starts(with: "<![CDATA[") {
          let start = offset + 9
          try pass(over: "]]>")
          text = start..<max(start, offset - 3)
          return .section
        } else {
          throw XMLFault(offset: offset, words: "declares a document type, which is not read")
        }
      default:
        try enter()
        return .start
      }
    }
  }

  /// Steps over all that is left of the element whose start tag came last.
  mutating func skipElement() throws(XMLFault) {
    if isEmptyElement { return }
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .start: depth += isEmptyElement ? 0 : 1
      case .end: depth -= 1
      case .text, .section: break
      case .fileEnd: throw .brokenOff(at: offset)
      }
    }
  }

  /// True if the last tag has a name.
  @inline(__always)
  func isNamed(_ wanted: StaticString) -> Bool { equals(name, wanted) }

  /// True if some bytes are a text.
  @inline(__always)
  func equals(_ range: Range<Int>, _ wanted: StaticString) -> Bool {
    guard range.count == wanted.utf8CodeUnitCount else { return false }
    for index in 0..<range.count where bytes[range.lowerBound + index] != wanted.utf8Start[index] { return false }
    return true
  }

  /// The range of an attribute's value in the last start tag, references and all; nil where it has none of that name.
  ///
  /// - Parameter wanted: The name, without its prefix.
  func attribute(_ wanted: StaticString) -> Range<Int>? {
    var place = attributes.lowerBound
    while let found = nextAttribute(&place) {
      if equals(found.name, wanted) { return found.value }
    }
    return nil
  }

  /// The attribute ahead of a place within the last start tag, by its name without the prefix; nil behind the last one.
  @inline(__always)
  func nextAttribute(_ place: inout Int) -> (name: Range<Int>, value: Range<Int>)? {
    let end = attributes.upperBound
    while place < end, bytes[place] <= 0x20 || bytes[place] == UInt8(ascii: "/") { place += 1 }
    var start = place
    while place < end, bytes[place] != UInt8(ascii: "="), bytes[place] > 0x20 {
      if bytes[place] == UInt8(ascii: ":") { start = place + 1 }
      place += 1
    }
    let name = start..<max(start, place)
    while place < end, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "'") { place += 1 }
    guard place < end else { return nil }
    let quote = bytes[place]
    place += 1
    let first = place
    while place < end, bytes[place] != quote { place += 1 }
    guard place < end else { return nil }
    defer { place += 1 }
    return (name, first..<place)
  }

  // MARK: Pieces

  /// Steps over a start tag; a `>` within the quotes of an attribute does not end it.
  private mutating func enter() throws(XMLFault) {
    var place = offset + 1
    while place < bytes.count, bytes[place] > 0x20, bytes[place] != UInt8(ascii: ">"), bytes[place] != UInt8(ascii: "/")
    {
      place += 1
    }
    name = localName(from: offset + 1, to: place)
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
        place = try end(of: bytes[place], from: place + 1)
      }
      place += 1
    }
    guard place < bytes.count else { throw .brokenOff(at: offset) }
    isEmptyElement = bytes[place - 1] == UInt8(ascii: "/")
    attributes = start..<place
    offset = place + 1
  }

  private func localName(from start: Int, to end: Int) -> Range<Int> {
    var (first, last) = (start, end)
    while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
    for place in start..<last where bytes[place] == UInt8(ascii: ":") { first = place + 1 }
    return first..<last
  }

  private func starts(with wanted: StaticString) -> Bool {
    offset + wanted.utf8CodeUnitCount <= bytes.count && equals(offset..<offset + wanted.utf8CodeUnitCount, wanted)
  }

  private mutating func pass(over end: StaticString) throws(XMLFault) {
    var place = offset + 2
    while let found = find(end.utf8Start[0], from: place) {
      if found + end.utf8CodeUnitCount > bytes.count { break }
      if equals(found..<found + end.utf8CodeUnitCount, end) {
        offset = found + end.utf8CodeUnitCount
        return
      }
      place = found + 1
    }
    throw .brokenOff(at: offset)
  }

  private func end(of byte: UInt8, from start: Int) throws(XMLFault) -> Int {
    guard let end = find(byte, from: start) else { throw .brokenOff(at: offset) }
    return end
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: found)
  }
}
