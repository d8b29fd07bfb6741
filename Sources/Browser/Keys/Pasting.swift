import TextCanvas

/// Pasted text: it is typed into a prompt, and does nothing elsewhere.
extension BrowserState {
  /// Takes a paste. It never submits a prompt or answers a question.
  mutating func paste(_ text: PastedText) {
    notice = nil
    if question != nil { return }
    guard prompt != nil else {
      message =
        "pasted text does nothing here: \(keys.shown(.search)) searches, \(keys.shown(.go)) goes to a place, "
        + "\(keys.shown(.filter)) filters"
      return
    }
    message = nil
    let line = text.text.asPromptText
    let room = prompt.map { max(0, $0.longest - $0.text.count) } ?? 0
    prompt?.text += line.prefix(room)
    let isCut = text.isCut || line.count > room
    prompt?.remark = isCut ? "the paste was cut after \(min(room, line.count)) characters" : nil
    lookUp()
  }
}

extension String {
  /// The text on one line: blanks for line ends and tabs, and no other control characters.
  fileprivate var asPromptText: String {
    var line = UnicodeScalarView()
    for scalar in replacingLineEnds.unicodeScalars where !scalar.isControl { line.append(scalar) }
    return String(line)
  }

  private var replacingLineEnds: String {
    // CR and LF together are one character.
    String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}

extension Unicode.Scalar {
  /// True for a control character of C0 or C1, and DEL.
  fileprivate var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}
