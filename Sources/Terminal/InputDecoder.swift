import TextCanvas

/// Turns the bytes that a terminal sends into keys and mouse reports.
///
/// A value without a clock or a file: bytes go in by `feed`, what they mean comes out of `take`, and what is not complete
/// stays inside. ncurses has a decoder too, but it throws half a UTF-8 character away when the rest comes later, and waits
/// inside a read to tell Escape from a sequence.
struct InputDecoder {
  /// One thing that the bytes say.
  enum Item: Hashable {
    case key(Key)
    case mouse(MouseReport)
  }

  /// What the terminal database says of this terminal's keys: whole sequences.
  private let known: [[UInt8]: Key]
  private let knownLengths: [Int]
  private var pending: [UInt8] = []
  private var items: [Item] = []
  private var text = String.UnicodeScalarView()

  /// A decoder that knows some sequences beside the usual ones.
  init(known: [[UInt8]: Key] = [:]) {
    self.known = known
    knownLengths = Set(known.keys.map(\.count)).sorted(by: >)
  }

  /// Whether bytes are left that may be a key by themselves: an Escape, if nothing follows it soon.
  var isUndecided: Bool { !pending.isEmpty }

  /// Adds bytes as they were read.
  mutating func feed(_ bytes: some Sequence<UInt8>) { pending.append(contentsOf: bytes) }

  /// Takes everything that is complete.
  /// - Parameter patient: Whether an Escape may still be the beginning of a sequence; else it is the key.
  mutating func take(patient: Bool) -> [Item] {
    var at = pending.startIndex
    while at < pending.endIndex {
      let length = step(pending[at...], patient: patient)
      if length == 0 { break }
      at += length
    }
    pending.removeFirst(at)
    endText()
    defer { items = [] }
    return items
  }

  /// Decodes one thing; returns how many bytes it took, 0 when it isn't complete.
  private mutating func step(_ bytes: ArraySlice<UInt8>, patient: Bool) -> Int {
    guard let first = bytes.first else { return 0 }
    if first == 0x1B { return stepEscape(bytes, patient: patient) }
    if first < 0x20 || first == 0x7F {
      add(.key(Self.key(for: Unicode.Scalar(first))))
      return 1
    }
    return stepCharacter(bytes, patient: patient) { $0.text.append($1) }
  }

  /// Decodes what begins with Escape: a sequence, a key with Alt, or the key itself.
  private mutating func stepEscape(_ bytes: ArraySlice<UInt8>, patient: Bool) -> Int {
    if let (key, length) = knownKey(bytes) {
      add(.key(key))
      return length
    }
    let rest = bytes.dropFirst()
    guard let second = rest.first else {
      if !patient { add(.key(Key(.escape))) }
      return patient ? 0 : 1
    }
    switch second {
    case 0x1B: return stepSecondEscape(bytes, patient: patient)
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      // Nobody types that fast, but the letter may be meant with Alt.
      if rest.count > 1 || patient { return stepSequence(bytes) }
    default: break
    }
    if second < 0x20 || second == 0x7F {
      add(.key(Self.key(for: Unicode.Scalar(second)).with(.alt)))
      return 2
    }
    let length = stepCharacter(rest, patient: patient) { $0.add(.key(Self.key(for: $1).with(.alt))) }
    return length == 0 ? 0 : length + 1
  }

  /// The longest of the known sequences that the bytes begin with.
  private func knownKey(_ bytes: ArraySlice<UInt8>) -> (Key, length: Int)? {
    for length in knownLengths where length <= bytes.count {
      if let key = known[Array(bytes.prefix(length))] { return (key, length) }
    }
    return nil
  }

  /// Decodes two Escapes: Alt with a key that has a sequence, or the key twice.
  private mutating func stepSecondEscape(_ bytes: ArraySlice<UInt8>, patient: Bool) -> Int {
    let rest = bytes.dropFirst()
    if rest.count == 1 && patient { return 0 }
    if rest.count > 1, case .sequence(let sequence, let length) = EscapeSequence.read(rest), let key = sequence.key,
      [UInt8(ascii: "["), UInt8(ascii: "O")].contains(rest[rest.startIndex + 1])
    {
      add(.key(key.with(.alt)))
      return length + 1
    }
    add(.key(Key(.escape)))
    return 1
  }

  private mutating func stepSequence(_ bytes: ArraySlice<UInt8>) -> Int {
    switch EscapeSequence.read(bytes) {
    case .incomplete: return 0
    case .garbage(let length): return length
    case .sequence(let sequence, let length):
      if let report = sequence.mouse {
        add(.mouse(report))
      } else if let key = sequence.key {
        add(.key(key))
      }
      return length
    }
  }

  /// Decodes a character of UTF-8; bytes that are none are passed over.
  private mutating func stepCharacter(
    _ bytes: ArraySlice<UInt8>, patient: Bool, _ found: (inout InputDecoder, Unicode.Scalar) -> Void
  ) -> Int {
    guard let first = bytes.first else { return 0 }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    let whole = bytes.prefix(length)
    if whole.count < length && whole.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) { return 0 }
    var codec = UTF8()
    var iterator = whole.makeIterator()
    guard case .scalarValue(let scalar) = codec.decode(&iterator) else { return 1 }
    found(&self, scalar)
    return length
  }

  /// Characters wait for those that combine with them.
  private mutating func endText() {
    for character in String(text) { items.append(.key(Key(.character(character)))) }
    text = String.UnicodeScalarView()
  }

  private mutating func add(_ item: Item) {
    endText()
    items.append(item)
  }

  /// The key that a single character stands for, control characters included.
  static func key(for scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x00: Key(.character(" "), .control)
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x1B: Key(.escape)
    case 0x08, 0x7F: Key(.backspace)
    case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60))), .control)
    case 0x1C...0x1F: Key(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40))), .control)
    default: Key(.character(Character(scalar)))
    }
  }
}

extension EscapeSequence {
  /// What it says of the mouse, if that is what it is about.
  fileprivate var mouse: MouseReport? {
    switch self {
    case .oldMouse(let button, let column, let row):
      MouseReport(code: Int(button) - 32, column: Int(column) - 32, row: Int(row) - 32, released: false)
    case .control(prefix: UInt8(ascii: "<"), let numbers, let final) where numbers.count == 3:
      MouseReport(code: numbers[0], column: numbers[1], row: numbers[2], released: final == UInt8(ascii: "m"))
    default: nil
    }
  }
}

extension Key {
  fileprivate func with(_ modifier: Modifiers) -> Key { Key(code, modifiers.union(modifier)) }
}
