/// Breaks a text into lines of at most `width` columns, at spaces where there are some.
///
/// A word that is longer than a line is cut. Spaces at a break are dropped. An empty text is one empty line. Linear in
/// the text.
public func wrapped(_ text: String, width: Int) -> [String] {
  let width = max(1, width)
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(separator: " ") {
    var word = word
    var columns = displayWidth(of: word)
    if used > 0, used + 1 + columns > width {
      lines.append(line)
      (line, used) = ("", 0)
    }
    while columns > width {
      let head = prefix(of: word, columns: width)
      lines.append(String(head))
      word = word[head.endIndex...]
      columns = displayWidth(of: word)
    }
    line += used > 0 ? " " + word : String(word)
    used += (used > 0 ? 1 : 0) + columns
  }
  return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
}

/// As much of the beginning of a text as fits in so many columns; at least one character of a text that has one.
private func prefix(of text: Substring, columns: Int) -> Substring {
  var used = 0
  var end = text.startIndex
  for index in text.indices {
    used += displayWidth(of: text[index])
    if used > columns, end > text.startIndex { break }
    end = text.index(after: index)
  }
  return text[..<end]
}

/// A text cut to so many columns, with `~` as the sign of a cut.
public func clipped(_ text: String, to columns: Int) -> String {
  guard columns > 0 else { return "" }
  guard displayWidth(of: text) > columns else { return text }
  var used = 0
  var result = ""
  for glyph in text {
    let width = displayWidth(of: glyph)
    if used + width > columns - 1 { break }
    result.append(glyph)
    used += width
  }
  return result + "~"
}
