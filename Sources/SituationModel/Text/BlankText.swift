extension String {
  /// True if nothing of the text is seen: it has only white space of Unicode, and characters without a width or a sign.
  public var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }

  /// The text; nil if it is blank.
  public var unlessBlank: String? { isBlank ? nil : self }

  /// True if the first character of a text is blank. Looks at no more than that, so it is quick for a text that is still bytes.
  public static func beginsBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    if first < 0x80 { return first <= 0x20 }
    return String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first?.isBlank ?? true
  }

  /// The text without the white space at its ends.
  public var withoutBlankEnds: String {
    var rest = unicodeScalars[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}

extension Unicode.Scalar {
  /// True for white space, and for a character that shows nothing: a joiner, a mark of direction, a variation selector, a filler.
  fileprivate var isBlank: Bool {
    if isASCII { return value == 0x20 || (0x09...0x0D).contains(value) }
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint || value == 0x2800
  }
}
