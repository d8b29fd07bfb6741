/// Reads JSON (RFC 8259) from bytes one step at a time: no tree is built, and nothing is read twice.
///
/// It is our own because Foundation's readers were 20 to 70 times slower on a million events, build the whole tree in
/// memory, and can't tell the line of a record.
///
/// The caller's code has the form of the data. The methods for one kind of value stand in files of their own: texts,
/// numbers, whole values, and passing over.
///
/// ```
/// try json.beginObject()
/// while let key = try json.nextKey() {
///   switch key {
///   case "title": title = try json.text()
///   default: try json.skip()
///   }
/// }
/// ```
///
/// Every method throws a `Fault`, and leaves the reader amid what it could not read; `rewind` goes back.
struct JSONReader {
  var cursor: ByteCursor
  let limits: Limits
  /// How many texts had bytes or escapes that are no Unicode, each of which reads as U+FFFD; who has told of them sets
  /// it back.
  var repairs = 0
  /// True if `NaN`, `Infinity` and `-Infinity` are taken for numbers, as many programs write them, though JSON has none.
  var takesNonFinite = false
  /// How many lists and objects are open.
  private(set) var depth = 0
  /// True if a comma has to come before the next element.
  private var isAfterValue = false

  /// A reader before the first byte. A byte order mark is passed over.
  init(_ bytes: Bytes, limits: Limits) {
    cursor = ByteCursor(bytes)
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.move(to: 3) }
  }

  /// How many bytes lie behind.
  var offset: Int { cursor.offset }

  // MARK: Places to come back to

  /// A place between two steps.
  struct Mark {
    let offset: Int
    fileprivate let depth: Int
    fileprivate let isAfterValue: Bool
  }

  /// The place before the next step, white space passed over.
  mutating func mark() -> Mark {
    cursor.skipSpaces()
    return Mark(offset: offset, depth: depth, isAfterValue: isAfterValue)
  }

  /// Goes back to a place.
  mutating func rewind(to mark: Mark) {
    cursor.move(to: mark.offset)
    depth = mark.depth
    isAfterValue = mark.isAfterValue
  }

  /// Goes on at a later place, at the depth of another, where the next element of its list may stand.
  mutating func resume(at offset: Int, as mark: Mark) {
    cursor.move(to: offset)
    depth = mark.depth
    isAfterValue = false
  }

  /// Begins anew with a part of the bytes, which is a text of its own.
  mutating func begin(at range: Range<Int>) {
    cursor.look(at: range)
    depth = 0
    isAfterValue = false
  }

  /// Steps over the value ahead, which ends at a place that the caller knows.
  mutating func pass(to end: Int) {
    cursor.pass(to: end)
    endValue()
  }

  // MARK: Structure

  /// The kind of the value ahead.
  @inline(__always) mutating func kind() throws(Fault) -> JSONKind {
    cursor.skipSpaces()
    switch cursor.current {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .list
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "N"), UInt8(ascii: "I"):
      if takesNonFinite { return .number }
      throw expected("a value")
    default: throw expected("a value")
    }
  }

  /// Throws unless the value ahead is of a kind.
  @inline(__always) mutating func want(_ wanted: JSONKind) throws(Fault) {
    let found = try kind()
    if found != wanted { throw fault(.wrongType(wanted: wanted, found: found)) }
  }

  /// Steps into an object.
  mutating func beginObject() throws(Fault) {
    try want(.object)
    try begin()
  }

  /// Steps into a list.
  @inline(__always) mutating func beginList() throws(Fault) {
    try want(.list)
    try begin()
  }

  @inline(__always) private mutating func begin() throws(Fault) {
    if depth >= limits.depth { throw fault(.tooDeep(limit: limits.depth)) }
    beginUnlimited()
  }

  /// Steps into a list or object however deep it lies.
  @inline(__always) mutating func beginUnlimited() {
    cursor.advance()
    depth += 1
    isAfterValue = false
  }

  /// Goes to the next element of a list; at the end of the list, leaves it and says false.
  @inline(__always) mutating func nextElement() throws(Fault) -> Bool {
    cursor.skipSpaces()
    if cursor.take(UInt8(ascii: "]")) { return end() }
    if isAfterValue {
      guard cursor.take(UInt8(ascii: ",")) else { throw expected("a comma or \"]\"") }
      isAfterValue = false
    }
    return true
  }

  /// Goes to the name of an object's next member; at the end of the object, leaves it and says false.
  mutating func nextMember() throws(Fault) -> Bool {
    cursor.skipSpaces()
    if cursor.take(UInt8(ascii: "}")) { return end() }
    if isAfterValue {
      guard cursor.take(UInt8(ascii: ",")) else { throw expected("a comma or \"}\"") }
      cursor.skipSpaces()
    }
    guard cursor.current == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
    return true
  }

  /// The name of the next member, whose value is next; nil at the end of the object, which is left.
  mutating func nextKey() throws(Fault) -> String? {
    guard try nextMember() else { return nil }
    let key = try text()
    try colon()
    return key
  }

  /// Steps over the colon between a name and its value.
  mutating func colon() throws(Fault) {
    cursor.skipSpaces()
    guard cursor.take(UInt8(ascii: ":")) else { throw expected("a colon") }
    isAfterValue = false
  }

  @inline(__always) private mutating func end() -> Bool {
    depth -= 1
    isAfterValue = true
    return false
  }

  /// Says that a value was read to its end.
  @inline(__always) mutating func endValue() { isAfterValue = true }

  /// Throws if anything but white space is left.
  mutating func endOfFile() throws(Fault) {
    cursor.skipSpaces()
    if !cursor.isAtEnd { throw fault(.bytesAfterEnd) }
  }

  // MARK: Faults

  /// A fault at the place reached.
  func fault(_ problem: Fault.Problem) -> Fault { Fault(offset: offset, problem: problem) }

  /// The fault that something else is ahead.
  func expected(_ wanted: String) -> Fault {
    fault(cursor.isAtEnd ? .endOfFile : .expected(wanted, found: cursor.current))
  }
}
