import TextCanvas

extension InputDecoder {
  /// Decodes an Escape that begins no sequence: the key itself, or with the key behind it.
  mutating func stepEscape(_ bytes: ArraySlice<UInt8>, patient: Bool) -> Int {
    let rest = bytes.dropFirst()
    guard let second = rest.first else {
      if patient { return wait(.escape) }
      add(.key(Key(.escape)))
      late = .escape
      return 1
    }
    if second == 0x1B || Introducer(rest) != nil { return stepSecondEscape(bytes, patient: patient) }
    // The end of a string without its beginning.
    if second == UInt8(ascii: "\\") { return 2 }
    if second < 0x20 || second == 0x7F {
      add(.escapeThenKey(Self.key(for: Unicode.Scalar(second))))
      return 2
    }
    let length = stepCharacter(rest) { $0.add(.escapeThenKey(Self.key(for: $1))) }
    return length == 0 ? 0 : length + 1
  }

  /// Decodes an Escape before another or before a sequence: the key with another key, or by itself.
  private mutating func stepSecondEscape(_ bytes: ArraySlice<UInt8>, patient: Bool) -> Int {
    let rest = bytes.dropFirst()
    if rest.count == 1 && patient { return wait(.escape) }
    if let (key, length) = knownKey(rest) {
      add(.escapeThenKey(key))
      return length + 1
    }
    if let introducer = Introducer(rest), introducer.kind != .string {
      switch read(introducer, rest.dropFirst(introducer.length)) {
      case .incomplete where patient: return wait(.introducer)
      case .sequence(let sequence, let length) where sequence.keys.count == 1:
        add(.escapeThenKey(sequence.keys[0]))
        return 1 + introducer.length + length
      case .incomplete, .sequence, .garbage, .overlong: break
      }
    }
    add(.key(Key(.escape)))
    return 1
  }

  /// Decodes a sequence or the beginning of a string.
  mutating func stepIntroduced(_ head: Introducer, _ body: ArraySlice<UInt8>, patient: Bool) -> Int {
    if body.isEmpty {
      if patient {
        isIntroducerAlone = true
        return wait(head.form == .rest ? .escape : .introducer)
      }
      addLetter(of: head)
      if head.form == .escape { late = Self.lateRest(of: head) }
      return head.length
    }
    if head.kind == .string { return stepString(head, body, patient: patient) }
    switch read(head, body) {
    case .incomplete where head.form == .rest && body.first == head.letter:
      addLetter(of: head)
      return head.length
    case .incomplete: return wait(.sequence)
    case .garbage(let length):
      if length == 0 { addLetter(of: head) }
      return max(1, head.length + length)
    case .overlong(let length):
      state = .overlong
      return head.length + length
    case .sequence(let sequence, _) where head.form == .rest && !sequence.isCertain:
      addLetter(of: head)
      return head.length
    case .sequence(let sequence, let length):
      add(sequence, form: head.form)
      return head.length + length
    }
  }

  /// The beginning whose rest may still come, when its introducer was decoded as keys.
  private static func lateRest(of head: Introducer) -> Late? {
    switch head.kind {
    case .control: .control
    case .string: .string(isBehindEscape: false)
    case .single: nil
    }
  }

  /// Begins a string, of which the introducer is taken.
  private mutating func stepString(_ head: Introducer, _ body: ArraySlice<UInt8>, patient: Bool) -> Int {
    let next = body[body.startIndex]
    let isBrokenOff = next == 0x1B && body.dropFirst().first != UInt8(ascii: "\\")
    if isBrokenOff && body.count == 1 && patient { return wait(.introducer) }
    // A person can press Alt with a letter and then another key, which comes by itself.
    let mayBeTyped = isIntroducerAlone && body.count == 1 || head.form == .rest
    if isBrokenOff || mayBeTyped && !head.isPlausible(next) {
      addLetter(of: head)
    } else {
      state = .string(ControlString())
    }
    return head.length
  }

  private func read(_ head: Introducer, _ body: ArraySlice<UInt8>) -> EscapeSequence.Reading {
    head.kind == .single ? EscapeSequence.readSingle(body) : EscapeSequence.readControl(body)
  }

  /// Passes over the rest of an overlong sequence, up to its last byte or to one that no sequence has.
  mutating func stepOverlong(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let end = bytes.firstIndex(where: { !(0x20..<0x40).contains($0) }) else { return bytes.count }
    state = .none
    let length = end - bytes.startIndex
    switch bytes[end] {
    case 0x40..<0x7F, 0x18, 0x1A: return length + 1
    default: return length > 0 ? length : step(bytes, patient: true)
    }
  }

  private mutating func add(_ sequence: EscapeSequence, form: Introducer.Form) {
    if let report = sequence.mouse {
      add(.mouse(report))
    } else if sequence.beginsPaste {
      state = .paste(PasteCollector(form: form))
    } else {
      for key in sequence.keys { add(.key(key)) }
    }
  }

  /// Adds the letter of an introducer that introduces nothing: it was typed.
  private mutating func addLetter(of head: Introducer) {
    let key = Key(.character(Character(Unicode.Scalar(head.letter))))
    switch head.form {
    case .escape: add(.escapeThenKey(key))
    case .rest: add(.key(key))
    case .eightBit, .none: break
    }
  }
}

extension EscapeSequence {
  /// True for a sequence that terminals send, even where its Escape is missing: `[A`, `[15~`, and not `[]`.
  fileprivate var isCertain: Bool {
    switch self {
    case .control(let sequence):
      !sequence.parameters.isEmpty || sequence.prefix != 0 || "ABCDHFZIO".utf8.contains(sequence.final)
    case .single(let numbers, let final): numbers.isEmpty && "ABCDHFPQRSM".utf8.contains(final)
    case .console: false
    case .oldMouse: true
    }
  }

  fileprivate var beginsPaste: Bool {
    if case .control(let sequence) = self, sequence == Self.pasteBeginning { return true }
    return false
  }

  private static let pasteBeginning = ControlSequence(parameters: [[200]], final: UInt8(ascii: "~"))
}
