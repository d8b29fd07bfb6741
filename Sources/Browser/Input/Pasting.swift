import TextCanvas

/// Pasted text: it is typed into a prompt, and does nothing elsewhere.
extension BrowserState {
  /// Takes a paste. It never submits a prompt or answers a question.
  mutating func paste(_ text: PastedText) {
    dialogue.notice = nil
    if dialogue.question != nil { return }
    guard dialogue.prompt != nil else {
      dialogue.message =
        "pasted text does nothing here: \(environment.keys.shown(.search)) searches, \(environment.keys.shown(.go)) goes to a place, "
        + "\(environment.keys.shown(.filter)) filters"
      return
    }
    dialogue.message = nil
    let line = text.text.onOneLine
    let plain = line.withoutControls
    let room = dialogue.prompt.map { max(0, $0.longest - $0.text.count) } ?? 0
    dialogue.prompt?.line.insert(plain.prefix(room))
    let dropped = line.unicodeScalars.count - plain.unicodeScalars.count
    if text.isCut || plain.count > room {
      dialogue.prompt?.remark = "the paste was cut after \(min(room, plain.count)) characters"
    } else {
      dialogue.prompt?.remark = dropped == 0 ? nil : "without \(dropped) control character\(dropped == 1 ? "" : "s")"
    }
    lookUp()
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
