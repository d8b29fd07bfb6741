import TextCanvas

/// Turns the bytes that a terminal sends into keys, mouse reports and pastes. Replies to questions are no input, and are left out.
///
/// A value without a clock or a file: bytes go in by `feed`, their meaning comes out of `take`, and what is not complete stays
/// inside. ncurses has a decoder too, but it throws half a UTF-8 character away when the rest comes later, and waits inside a read
/// to tell Escape from a sequence. The parts, by file: `Introducer` (beginnings), `SequenceDecoding`, `EscapeSequence` (bytes to numbers), `KeySequences` and
/// `ProtocolKeys` (numbers to keys), `ControlString` (replies), `PasteCollector`, `LateInput`, `CharacterDecoding`, and `InputPatience` (how long a
/// beginning is waited for).
package struct InputDecoder {
  /// One thing that the bytes say.
  package enum Item: Hashable {
    case key(Key)
    /// Escape right before a key: two keys, or the key with Alt.
    case escapeThenKey(Key)
    case mouse(MouseReport)
    case paste(PastedText)
  }

  /// The longer thing that is being read.
  enum State: Hashable {
    case none
    case string(ControlString)
    case paste(PasteCollector)
    /// A control sequence beyond any length, up to its last byte.
    case overlong
  }

  /// The keys of this terminal by their whole sequences, from the terminal database.
  private let known: [[UInt8]: Key]
  private let knownLengths: [Int]
  var pending: [UInt8] = []
  private var items: [Item] = []
  var text = String.UnicodeScalarView()
  var state = State.none
  var late: Late?
  /// True if the introducer at the head of `pending` came by itself.
  var isIntroducerAlone = false
  /// The kind of the last bytes that are not complete, which says how long the rest is to be waited for.
  package private(set) var waiting = Waiting.nothing

  /// A decoder that knows some sequences beside the usual ones.
  package init(known: [[UInt8]: Key] = [:]) {
    self.known = known
    knownLengths = Set(known.keys.map(\.count)).sorted(by: >)
  }

  /// The bytes that are kept inside.
  package var keptByteCount: Int { pending.count }

  /// Adds bytes as they were read.
  package mutating func feed(_ bytes: some Sequence<UInt8>) { pending.append(contentsOf: bytes) }

  /// Takes everything that is complete.
  /// - Parameter patient: False if the time of `waiting` is over: an Escape is the key then, and a string or a paste without an end
  ///   is given up.
  package mutating func take(patient: Bool) -> [Item] {
    resumeLate(patient: patient)
    waiting = .nothing
    var at = pending.startIndex
    while at < pending.endIndex {
      let length = step(pending[at...], patient: patient)
      if length == 0 { break }
      at += length
    }
    pending.removeFirst(at)
    if !patient { giveUp() }
    waitOn()
    endText()
    defer { items = [] }
    return items
  }

  /// Decodes one thing; returns how many bytes it took, 0 when it isn't complete.
  mutating func step(_ bytes: ArraySlice<UInt8>, patient: Bool) -> Int {
    switch state {
    case .none: break
    case .string(var string):
      let reading = string.read(bytes)
      state = reading.isOver ? .none : .string(string)
      // Another sequence that breaks a string off takes none of its bytes, and is decoded next.
      return reading.isOver && reading.length == 0 ? step(bytes, patient: patient) : reading.length
    case .paste(var paste):
      let (length, isOver) = paste.read(bytes)
      state = isOver ? .none : .paste(paste)
      if isOver { add(.paste(paste.text(isWhole: true))) }
      return length
    case .overlong: return stepOverlong(bytes)
    }
    let before = late
    late = nil
    let length = stepThing(bytes, patient: patient, after: before)
    if length == 0 { late = before } else { isIntroducerAlone = false }
    return length
  }

  private mutating func stepThing(_ bytes: ArraySlice<UInt8>, patient: Bool, after late: Late?) -> Int {
    guard let first = bytes.first else { return 0 }
    if first == 0x1B, let (key, length) = knownKey(bytes) {
      add(.key(key))
      return length
    }
    if let introducer = Introducer(bytes, after: late) {
      return stepIntroduced(introducer, bytes.dropFirst(introducer.length), patient: patient)
    }
    if first == 0x1B { return stepEscape(bytes, patient: patient) }
    if first < 0x20 || first == 0x7F {
      add(.key(Self.key(for: Unicode.Scalar(first))))
      return 1
    }
    return stepCharacter(bytes) { $0.text.append($1) }
  }

  /// The longest of the known sequences that the bytes begin with.
  func knownKey(_ bytes: ArraySlice<UInt8>) -> (Key, length: Int)? {
    for length in knownLengths where length <= bytes.count {
      if let key = known[Array(bytes.prefix(length))] { return (key, length) }
    }
    return nil
  }
}

// MARK: What is waited for, and what is found

extension InputDecoder {
  mutating func wait(_ waiting: Waiting) -> Int {
    self.waiting = waiting
    return 0
  }

  /// Says what is waited for, where no step has said it.
  private mutating func waitOn() {
    switch (state, late) {
    case (.string, _): waiting = .string
    case (.paste, _): waiting = .paste
    case (.overlong, _): waiting = .sequence
    case (.none, _) where !pending.isEmpty: if waiting == .nothing { waiting = .sequence }
    case (.none, .escape), (.none, .control): waiting = .lateSequence
    case (.none, .string), (.none, .paste): waiting = .lateEnd
    case (.none, nil): waiting = .nothing
    }
  }

  mutating func add(_ item: Item) {
    endText()
    items.append(item)
  }

  /// Characters wait for those that combine with them.
  private mutating func endText() {
    if text.isEmpty { return }
    for character in String(text) { items.append(.key(Key(.character(character)))) }
    text = String.UnicodeScalarView()
  }
}
