import TextCanvas

/// Beginnings whose rest does not come in time, and the rest that comes later.
extension InputDecoder {
  /// The beginning that was given up a moment ago.
  enum Late: Hashable {
    /// An Escape, which was decoded as the key.
    case escape
    /// The introducer of a control sequence, which was decoded as a key.
    case control
    /// A string, perhaps with the first byte of its terminator.
    case string(isBehindEscape: Bool)
    /// A paste, with the bytes that end it.
    case paste(terminator: [UInt8])
  }

  /// So many bytes at once are more than a person types.
  private static let bulk = 64

  /// Ends a string or a paste whose end has not come in time.
  mutating func giveUp() {
    switch state {
    case .none, .overlong: return
    case .string: late = .string(isBehindEscape: pending == [0x1B])
    case .paste(let paste):
      late = .paste(terminator: paste.terminator)
      add(.paste(paste.text(isWhole: false)))
    }
    pending = []
    state = .none
  }

  /// Goes on with a string or a paste that was given up, if the bytes that have come are its rest: they have its end, or they are too
  /// many at once to be typed. With time, nothing is late any more.
  mutating func resumeLate(patient: Bool) {
    guard let late, state == .none else { return }
    if pending.isEmpty {
      if !patient { self.late = nil }
      return
    }
    let isBulk = pending.count >= Self.bulk && pending[0] != 0x1B
    switch late {
    case .escape, .control: return
    case .string(let isBehindEscape):
      if let length = ControlString.lateEnd(in: pending[...], isBehindEscape: isBehindEscape) {
        pending.removeFirst(length)
      } else if isBulk {
        state = .string(ControlString())
      }
    case .paste(let terminator):
      if isBulk || pending.indices.contains(where: { pending[$0...].starts(with: terminator) }) {
        state = .paste(PasteCollector(terminator: terminator, isCut: true))
      }
    }
    self.late = nil
  }
}
