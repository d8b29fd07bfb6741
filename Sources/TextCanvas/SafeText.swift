/// Text from a file, made fit for one line of a terminal.
///
/// What could move the cursor, change the order of letters, hide among them or mean something else to each font becomes
/// a visible mark of plain ASCII: `^[` for a control character of ASCII, `<202E>` for any other. So the reader sees that
/// something was there, and nothing in a file can act on the terminal. Safe text stays as it is, so making it safe again
/// changes nothing.
///
///     SafeText("red \u{1B}[31m").text == "red ^[[31m"
///     SafeText("a\u{202E}b").marks == 1
public struct SafeText: Hashable, Sendable {
  /// The text: one line, no control and no format characters.
  public let text: String
  /// How many characters became marks.
  public let marks: Int

  /// Makes a text safe; line breaks and tabs become spaces. Linear in its length.
  public init(_ raw: some StringProtocol) {
    if printableASCIICount(raw.utf8) != nil {
      text = String(raw)
      marks = 0
      return
    }
    var marker = CharacterMarker()
    for scalar in raw.unicodeScalars { marker.take(scalar) }
    marker.finish()
    text = marker.text
    marks = marker.marks
  }
}

/// Text from a file, made fit for several lines of a terminal.
public struct SafeParagraphs: Hashable, Sendable {
  /// The lines as the file breaks them, each as safe as a `SafeText`; at least one.
  public let lines: [String]
  /// How many characters became marks.
  public let marks: Int

  /// Makes a text safe; it is broken at line feeds, with or without a carriage return. Linear in its length.
  public init(_ raw: some StringProtocol) {
    let scalars = Array(raw.unicodeScalars)
    let parts = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    var marks = 0
    for (index, part) in parts.enumerated() {
      let line = index < parts.count - 1 && part.last == "\r" ? part.dropLast() : part
      var view = String.UnicodeScalarView()
      view.append(contentsOf: line)
      let safe = SafeText(String(view))
      lines.append(safe.text)
      marks += safe.marks
    }
    self.lines = lines
    self.marks = marks
  }
}
