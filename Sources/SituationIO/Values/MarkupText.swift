/// Text with the marks of HTML in it, as descriptions have it, made plain.
enum MarkupText {
  /// The web addresses of a text's links, or of its pictures, each once. Linear in the text.
  ///
  /// - Parameter name: the attribute that has them: `href`, or `src`.
  static func links(_ text: String, in name: String = "href") -> [String] {
    var found: [String] = []
    let bytes = Array(text.utf8)
    for index in bytes.indices where isTag(bytes, at: index) {
      let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      guard let address = attribute(name, in: bytes[index..<end]), WebAddress.fits(address),
        !found.contains(address)
      else { continue }
      found.append(address)
    }
    if found.isEmpty, name == "href", WebAddress.fits(text.trimmed) { found = [text.trimmed] }
    return found
  }

  /// The value of an attribute of a tag; nil where it has none.
  private static func attribute(_ name: String, in tag: ArraySlice<UInt8>) -> String? {
    let wanted = Array("\(name)=".utf8)
    let small = tag.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    guard small.count > wanted.count,
      let place = (1..<small.count - wanted.count).first(where: { place in
        small[place - 1] <= 0x20 && small[place..<place + wanted.count].elementsEqual(wanted)
      })
    else { return nil }
    let rest = tag[(tag.startIndex + place + wanted.count)...]
    guard let mark = rest.first else { return nil }
    let isQuoted = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    let value = isQuoted ? rest.dropFirst().prefix { $0 != mark } : rest.prefix { $0 > 0x20 }
    return String(decoding: value, as: UTF8.self).replacing("&amp;", with: "&")
  }

  /// The text without tags, scripts and styles: each paragraph, row or item is a line, blanks are one each. What has no tag in
  /// it stays as it is. Linear in the text.
  static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(where: { isTag(bytes, at: $0) }) else { return text }
    var lines: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      if isTag(bytes, at: index) {
        index = passTag(bytes, from: index, &lines)
      } else {
        index = passCharacter(bytes, from: index, &lines)
      }
    }
    return lines.map { line in
      String(decoding: line.last == 0x20 ? line.dropLast() : line[...], as: UTF8.self)
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// True if a tag begins here: `<` alone is a character.
  private static func isTag(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || (0x61...0x7A).contains(next | 0x20)
  }

  /// Goes behind a tag, and behind what a script or a style holds.
  private static func passTag(_ bytes: [UInt8], from start: Int, _ lines: inout [[UInt8]]) -> Int {
    let first = start + (bytes[start + 1] == UInt8(ascii: "/") ? 2 : 1)
    var nameEnd = first
    while nameEnd < bytes.count, (0x61...0x7A).contains(bytes[nameEnd] | 0x20) || (0x30...0x39).contains(bytes[nameEnd])
    {
      nameEnd += 1
    }
    let name = String(decoding: bytes[first..<nameEnd], as: UTF8.self).lowercased()
    let end = bytes[nameEnd...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
    switch name {
    case "br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr":
      if lines.last?.isEmpty == false { lines.append([]) }
    case "td", "th": append(0x20, &lines)
    case "script", "style":
      guard first == start + 1 else { break }
      let close = Array("</\(name)".utf8)
      var index = end + 1
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "<"),
          bytes[index...].prefix(close.count).map({ $0 | 0x20 }) == close.map({ $0 | 0x20 })
        {
          return index
        }
        index += 1
      }
      return bytes.count
    default: break
    }
    return end + 1
  }

  private static func passCharacter(_ bytes: [UInt8], from index: Int, _ lines: inout [[UInt8]]) -> Int {
    if bytes[index] == UInt8(ascii: "&"),
      let end = bytes[(index + 1)...].prefix(10).firstIndex(of: UInt8(ascii: ";"))
    {
      let reference = bytes[(index + 1)..<end]
      if reference.elementsEqual("nbsp".utf8) {
        append(0x20, &lines)
        return end + 1
      }
      let name = String(decoding: reference, as: UTF8.self)
      if let character = CharacterReference.character(reference) ?? HTMLNames.character(name) {
        for byte in String(character).utf8 { append(byte, &lines) }
        return end + 1
      }
    }
    append(bytes[index] <= 0x20 ? 0x20 : bytes[index], &lines)
    return index + 1
  }

  private static func append(_ byte: UInt8, _ lines: inout [[UInt8]]) {
    let last = lines.count - 1
    if byte == 0x20, lines[last].last ?? 0x20 == 0x20 { return }
    lines[last].append(byte)
  }
}
