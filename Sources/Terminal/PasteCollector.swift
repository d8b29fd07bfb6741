import TextCanvas

/// Collects what is pasted, between the sequences by which terminals mark its beginning and its end (mode 2004 of xterm).
struct PasteCollector: Hashable {
  /// The sequence at the end, in the form of the one at the beginning.
  let terminator: [UInt8]
  private var kept: [UInt8] = []
  private var isCut: Bool

  /// An empty paste.
  /// - Parameter form: The form of the sequence that began it.
  init(form: Introducer.Form) {
    self.init(terminator: (form == .eightBit ? [0x9B] : [0x1B, 0x5B]) + Array("201~".utf8), isCut: false)
  }

  /// An empty paste that ends with some bytes.
  /// - Parameter isCut: True if a part of it was given before.
  init(terminator: [UInt8], isCut: Bool) { (self.terminator, self.isCut) = (terminator, isCut) }

  /// Reads bytes of the paste; says how many, and true if its end was among them. The beginning of the end is left.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> (length: Int, isOver: Bool) {
    var at = bytes.startIndex
    while let next = bytes[at...].firstIndex(of: terminator[0]) {
      let rest = bytes[next...]
      if rest.starts(with: terminator) {
        keep(bytes[bytes.startIndex..<next])
        return (next - bytes.startIndex + terminator.count, true)
      }
      if rest.count < terminator.count, terminator.starts(with: rest) {
        keep(bytes[bytes.startIndex..<next])
        return (next - bytes.startIndex, false)
      }
      at = next + 1
    }
    keep(bytes)
    return (bytes.count, false)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = PastedText.limit - kept.count
    kept += bytes.prefix(room)
    if bytes.count > room { isCut = true }
  }

  /// The text. Bytes that are no UTF-8 are U+FFFD.
  /// - Parameter isWhole: True if its end has come.
  func text(isWhole: Bool) -> PastedText {
    var bytes = kept[...]
    // A character that was cut in two is left out.
    if kept.count == PastedText.limit, let last = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes[last] >= 0xC0 {
      bytes = bytes[..<last]
    }
    return PastedText(String(decoding: bytes, as: UTF8.self), isCut: isCut || !isWhole)
  }
}
