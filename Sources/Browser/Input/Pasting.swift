import TextCanvas

/// Pasted text: it is typed into a prompt, and does nothing elsewhere.
extension BrowserState {
  /// Takes a paste. It never submits a prompt or answers a question.
  mutating func paste(_ text: PastedText) {
    dialogue.notice = nil
    dialogue.leader = nil
    if dialogue.question != nil { return }
    let line = text.text.onOneLine
    let plain = line.withoutControls
    let dropped = line.unicodeScalars.count - plain.unicodeScalars.count
    if dialogue.prompt == nil, panes.overlay?.content == .form, panes.placing == nil {
      let room = pasteIntoForm(plain)
      dialogue.message = Self.remark(text, on: plain, room: room, dropped: dropped)
      return
    }
    guard dialogue.prompt != nil else {
      dialogue.message =
        "pasted text does nothing here: \(environment.keys.shown(.search)) searches, \(environment.keys.shown(.go)) goes to a place, "
        + "\(environment.keys.shown(.filter)) filters"
      return
    }
    dialogue.message = nil
    let room = dialogue.prompt.map { max(0, $0.longest - $0.text.count) } ?? 0
    dialogue.prompt?.line.insert(plain.prefix(room))
    dialogue.prompt?.remark = Self.remark(text, on: plain, room: room, dropped: dropped)
    lookUp()
  }

  /// A remark on what was left out of a paste; nil if nothing was.
  private static func remark(_ text: PastedText, on plain: String, room: Int, dropped: Int) -> String? {
    if text.isCut || plain.count > room { return "the paste was cut after \(min(room, plain.count)) characters" }
    return dropped == 0 ? nil : "without \(dropped) control character\(dropped == 1 ? "" : "s")"
  }
}

extension String {
  /// The text with blanks for line ends and tabs. Line ends behind the last line are left out: a name doesn't end with a blank.
  fileprivate var onOneLine: String {
    // CR and LF together are one character.
    let last = lastIndex { !$0.isNewline }.map(index(after:)) ?? startIndex
    return String(self[..<last].map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// The text without control characters.
  fileprivate var withoutControls: String {
    var plain = UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isControl { plain.append(scalar) }
    return String(plain)
  }
}

extension Unicode.Scalar {
  /// True for a control character of C0 or C1, and DEL.
  fileprivate var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}
