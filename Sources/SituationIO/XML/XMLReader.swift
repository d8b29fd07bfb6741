/// Reads XML from bytes one step at a time: elements, attributes and texts, and no more of the language than files of
/// events need.
///
/// There are no document types: a file that declares one is refused, so nothing in a file can name another file or grow
/// by being expanded. References are those of characters and the five that XML itself has; any other stays as it is
/// written. Names lose their prefix. Well-formedness is seen to as far as it decides where an element ends.
///
/// Who has stepped into an element goes on to its end in one of three ways:
///
/// ```
/// while let child = try xml.nextChild() {
///   switch child.name {
///   case "name": name = try xml.text()
///   case "Folder": try readFolder(&xml)   // which calls nextChild until it is nil
///   default: try xml.skip()
///   }
/// }
/// ```
struct XMLReader {
  private(set) var cursor: ByteCursor
  let limits: Limits
  /// How many texts had bytes or references that are no characters; who has told of them sets it back.
  var repairs = 0
  /// The names of the elements that are open, as the file has them.
  private var open: [Slice<Bytes>] = []
  /// True if the element that was entered last has no content at all.
  private var isEmptyElement = false

  /// A reader before the first byte. A byte order mark is passed over.
  init(_ bytes: Bytes, limits: Limits) {
    cursor = ByteCursor(bytes)
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.move(to: 3) }
  }

  /// How many bytes lie behind.
  var offset: Int { cursor.offset }

  /// How many elements are open.
  var depth: Int { open.count }

  // MARK: Elements

  /// Steps into the next element within the one that is open, and past all texts before it; at the end of the open one,
  /// leaves it and is nil. With none open, the next outermost one, or nil at the end of the file.
  mutating func nextChild() throws(XMLFault) -> XMLElement? {
    if leaveEmpty() { return nil }
    while true {
      switch try nextMarkup() {
      case .text: try pass(to: UInt8(ascii: "<"))
      case .section: try pass(over: "]]>")
      case .start:
        if open.count >= limits.depth {
          throw XMLFault(
            offset: offset, words: "nests more than \(limits.depth) levels deep (limit \"depth\")", isLimit: true)
        }
        return try enter()
      case .end:
        try leave()
        return nil
      case .fileEnd:
        if open.isEmpty { return nil }
        throw .brokenOff(at: offset)
      }
    }
  }

  /// The text of the open element with that of the elements in it, the blanks at its ends left out; the element is left.
  mutating func text() throws(XMLFault) -> String {
    let start = offset
    var bytes: [UInt8] = []
    try passContent { reader, range, isSection in
      guard bytes.count <= reader.limits.textBytes else { return }
      if isSection { bytes += reader.cursor.bytes[range] } else { reader.resolve(range, into: &bytes) }
    }
    if bytes.count > limits.textBytes {
      throw XMLFault(
        offset: start, words: "has a text of more than \(limits.textBytes) bytes (limit \"textBytes\")", isLimit: true)
    }
    return decoded(bytes.trimmingBlanks)
  }

  /// Steps over what is left of the open element, and leaves it.
  mutating func skip() throws(XMLFault) { try passContent { _, _, _ in } }

  /// Steps over what is left of the elements that are open, down to some depth.
  mutating func skip(toDepth depth: Int) throws(XMLFault) {
    while open.count > depth { try skip() }
  }

  /// Goes on to the end of the open element, whatever nests in it, and hands on the ranges of its texts.
  private mutating func passContent(
    _ take: (inout XMLReader, Range<Int>, _ isSection: Bool) -> Void
  ) throws(XMLFault) {
    if leaveEmpty() { return }
    let depth = open.count
    while open.count >= depth {
      let start = offset
      switch try nextMarkup() {
      case .text:
        try pass(to: UInt8(ascii: "<"))
        take(&self, start..<offset, false)
      case .section:
        let first = offset
        try pass(over: "]]>")
        take(&self, first..<offset - 3, true)
      case .start:
        // What is passed over may nest deeper, but each level costs memory.
        if open.count >= limits.depth * 16_384 {
          throw XMLFault(offset: offset, words: "nests more than \(limits.depth) levels deep (limit \"depth\")")
        }
        _ = try enter()
        _ = leaveEmpty()
      case .end: try leave()
      case .fileEnd: throw .brokenOff(at: offset)
      }
    }
  }

  private mutating func leaveEmpty() -> Bool {
    guard isEmptyElement else { return false }
    isEmptyElement = false
    open.removeLast()
    return true
  }

  private mutating func leave() throws(XMLFault) {
    let start = offset
    cursor.advance()
    cursor.advance()
    let name = try self.name()
    cursor.skipSpaces()
    if cursor.isAtEnd { throw .brokenOff(at: offset) }
    guard let last = open.last, last.elementsEqual(name), cursor.take(UInt8(ascii: ">")) else {
      let wanted = open.last.map { "</\(String(decoding: $0, as: UTF8.self))>" } ?? "an element"
      throw XMLFault(offset: start, words: "is no XML: \(wanted) was expected")
    }
    open.removeLast()
  }

  // MARK: Markup

  private enum Markup { case text, section, start, end, fileEnd }

  /// The part of the text that lies ahead; comments and instructions are passed over, and of a section its beginning.
  private mutating func nextMarkup() throws(XMLFault) -> Markup {
    while true {
      if cursor.isAtEnd { return .fileEnd }
      guard cursor.current == UInt8(ascii: "<") else { return .text }
      if cursor.take("<!--") {
        try pass(over: "-->")
      } else if cursor.take("<?") {
        try pass(over: "?>")
      } else if cursor.take("<![CDATA[") {
        return .section
      } else {
        switch cursor.bytes[(offset + 1)...].first {
        case nil: throw .brokenOff(at: offset)
        case UInt8(ascii: "/"): return .end
        case UInt8(ascii: "!"):
          // The beginning of a comment or section may be all that is left.
          let rest = cursor.bytes[offset...]
          if "<!--".utf8.starts(with: rest) || "<![CDATA[".utf8.starts(with: rest) { throw .brokenOff(at: offset) }
          throw XMLFault(offset: offset, words: "declares a document type, which is not read")
        default: return .start
        }
      }
    }
  }

  /// Steps into the element that begins here.
  private mutating func enter() throws(XMLFault) -> XMLElement {
    let start = offset
    cursor.advance()
    let name = try self.name()
    var attributes: [(String, String)] = []
    while true {
      cursor.skipSpaces()
      if cursor.isAtEnd { throw .brokenOff(at: offset) }
      if cursor.take(UInt8(ascii: ">")) { break }
      if cursor.take(UInt8(ascii: "/")) {
        if cursor.isAtEnd { throw .brokenOff(at: offset) }
        guard cursor.take(UInt8(ascii: ">")) else { throw XMLFault(offset: offset, words: "is no XML: > was expected") }
        isEmptyElement = true
        break
      }
      if attributes.count >= limits.fields {
        throw XMLFault(offset: start, words: "has more than \(limits.fields) attributes (limit \"fields\")")
      }
      attributes.append(try attribute())
    }
    open.append(name)
    return XMLElement(name: XMLReader.local(name), offset: start, attributes: attributes)
  }

  private mutating func attribute() throws(XMLFault) -> (String, String) {
    let name = try self.name()
    cursor.skipSpaces()
    if cursor.isAtEnd { throw .brokenOff(at: offset) }
    guard cursor.take(UInt8(ascii: "=")) else { throw XMLFault(offset: offset, words: "is no XML: = was expected") }
    cursor.skipSpaces()
    let quote = cursor.current
    if cursor.isAtEnd { throw .brokenOff(at: offset) }
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw XMLFault(offset: offset, words: "is no XML: a value in quotes was expected")
    }
    cursor.advance()
    let first = offset
    try pass(to: quote)
    if offset - first > limits.textBytes {
      throw XMLFault(
        offset: first, words: "has an attribute of more than \(limits.textBytes) bytes (limit \"textBytes\")")
    }
    var value: [UInt8] = []
    resolve(first..<offset, into: &value)
    cursor.advance()
    return (XMLReader.local(name), decoded(value[...]))
  }

  /// The name ahead, with its prefix.
  private mutating func name() throws(XMLFault) -> Slice<Bytes> {
    let first = offset
    while !cursor.isAtEnd, cursor.current.isInName { cursor.advance() }
    if cursor.isAtEnd { throw .brokenOff(at: offset) }
    guard offset > first else { throw XMLFault(offset: offset, words: "is no XML: a name was expected") }
    return cursor.bytes[first..<offset]
  }

  private static func local(_ name: Slice<Bytes>) -> String {
    let colon = name.lastIndex(of: UInt8(ascii: ":"))
    return String(decoding: colon.map { name[($0 + 1)...] } ?? name, as: UTF8.self)
  }

  private mutating func pass(to byte: UInt8) throws(XMLFault) {
    while !cursor.isAtEnd, cursor.current != byte { cursor.advance() }
    if cursor.isAtEnd, byte != UInt8(ascii: "<") { throw .brokenOff(at: offset) }
  }

  private mutating func pass(over end: StaticString) throws(XMLFault) {
    while !cursor.take(end) {
      if cursor.isAtEnd { throw .brokenOff(at: offset) }
      cursor.advance()
    }
  }

  // MARK: Texts

  private mutating func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    repairs += 1
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts a text's bytes behind others, its references resolved.
  private mutating func resolve(_ range: Range<Int>, into text: inout [UInt8]) {
    var rest = cursor.bytes[range]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        text.append(byte)
        continue
      }
      if let character = CharacterReference.character(rest[..<end]) {
        text += String(character).utf8
        rest = rest[(end + 1)...]
      } else {
        repairs += 1
        text.append(byte)
      }
    }
  }
}

extension [UInt8] {
  fileprivate var trimmingBlanks: ArraySlice<UInt8> {
    var rest = self[...]
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }
}

extension UInt8 {
  /// True if it may stand in a name, as all beyond ASCII may.
  fileprivate var isInName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      true
    case UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }
}
