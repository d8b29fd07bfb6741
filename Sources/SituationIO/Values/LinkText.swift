/// A text with addresses of the web among its words: `BBC (https://...)`, `[report](https://...)`, `<a href="...">SANA</a>`.
struct LinkText: Hashable {
  /// The words; nil where there are none.
  let label: String?
  /// The address; nil for words alone.
  let link: String?

  /// The pieces of a text, in order; nil for a text without an address of the web. Linear in the text.
  static func pieces(_ text: String) -> [LinkText]? {
    guard text.contains("://") else { return nil }
    if text.lowercased().contains("<a ") { return anchors(text) }
    if text.contains("](") { return references(text) }
    if text.uppercased().hasPrefix("=HYPERLINK(") {
      let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
      if quoted.count > 1, quoted[1].contains("://") {
        return [LinkText(label: quoted.count > 3 ? words(quoted[3]) : nil, link: String(quoted[1]))]
      }
    }
    return plain(text[...])
  }

  /// Words and addresses that follow one another.
  private static func plain(_ text: Substring) -> [LinkText] {
    var pieces: [LinkText] = []
    var rest = text
    while let start = address(in: rest) {
      let end = rest[start...].firstIndex { $0.isWhitespace || "<>\"'[]{}|".contains($0) } ?? rest.endIndex
      var link = rest[start..<end]
      while let last = link.last, ",.:;".contains(last) || last == ")" && !link.contains("(") { link.removeLast() }
      // Commas and semicolons stand between addresses where another follows.
      for sign in [",http", ";http"] {
        if let next = link.firstRange(of: sign) { link = link[..<next.lowerBound] }
      }
      var before = rest[..<start].split(omittingEmptySubsequences: false) { ";|\n\r".contains($0) }
      let label = before.popLast().flatMap(words)
      pieces += before.compactMap(words).map { LinkText(label: $0, link: nil) }
      pieces.append(LinkText(label: label, link: String(link)))
      rest = rest[link.endIndex...]
    }
    guard let after = words(rest) else { return pieces }
    guard let last = pieces.popLast() else { return [LinkText(label: after, link: nil)] }
    // Words behind an address belong to it, if no others do.
    return pieces
      + (last.label == nil ? [LinkText(label: after, link: last.link)] : [last, LinkText(label: after, link: nil)])
  }

  private static func address(in text: Substring) -> Substring.Index? {
    ["http://", "https://"].compactMap { text.firstRange(of: $0)?.lowerBound }.min()
  }

  /// Anchors of HTML.
  private static func anchors(_ text: String) -> [LinkText] {
    var pieces: [LinkText] = []
    for part in text.split(separator: /<\/[aA]>/) {
      let link = MarkupText.links(part + "</a>").first
      let label = words(Substring(MarkupText.plain(String(part))))
      if link != nil || label != nil { pieces.append(LinkText(label: label, link: link)) }
    }
    return pieces
  }

  /// Links of Markdown.
  private static func references(_ text: String) -> [LinkText] {
    var pieces: [LinkText] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let middle = rest[open...].firstRange(of: "]("),
      let close = rest[middle.upperBound...].firstIndex(of: ")")
    {
      if let before = words(rest[..<open]) { pieces.append(LinkText(label: before, link: nil)) }
      let label = words(rest[rest.index(after: open)..<middle.lowerBound])
      pieces.append(LinkText(label: label, link: String(rest[middle.upperBound..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if let after = words(rest) { pieces.append(LinkText(label: after, link: nil)) }
    return pieces
  }

  /// A text without the signs that part it from others; nil where nothing is left.
  private static func words(_ text: Substring) -> String? {
    let signs: Set<Character> = [" ", "\t", "\n", "\r", ":", ",", ";", "|", "-", "\u{2013}", "(", "[", "<", "/"]
    var text = text.drop { signs.contains($0) || $0 == ")" || $0 == "]" || $0 == ">" }
    while let last = text.last, signs.contains(last) || last == ">" || last == "]" { text.removeLast() }
    if text.last == ")", !text.contains("(") { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
