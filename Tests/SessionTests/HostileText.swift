import Glibc

/// Text that would act on a terminal if it reached one, and files that have it wherever a file can have text.
enum HostileText {
  /// Every control character, and sequences of all kinds. The parameters are such as no program of ours ever sends.
  static let payload: String = {
    var text = ""
    for value in Array(UInt32(1)..<0x20) + Array(0x7F..<0xA0) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text + sequences.joined(separator: "x") + "\u{202E}\u{2066}\u{200F}\u{200B}\u{FEFF}\u{E0041}\u{AD}"
      + "Z" + String(repeating: "\u{351}", count: 30)
  }()

  /// Sequences that set a title, a clipboard, a link, colours, modes and the screen, with ESC and with C1.
  private static let sequences = [
    "\u{1B}]0;owned\u{7}", "\u{1B}]52;c;b3duZWQ=\u{7}", "\u{1B}]8;;http://owned/\u{1B}\\",
    "\u{1B}]4;1;rgb:00/ff/00\u{7}",
    "\u{1B}Ptmux;\u{1B}\u{1B}]0;owned\u{7}\u{1B}\\", "\u{1B}[38;5;203;9m", "\u{1B}[?2031h", "\u{1B}[?1049l",
    "\u{1B}[?25h",
    "\u{1B}[13;13r", "\u{1B}[2J", "\u{1B}[6n", "\u{1B}c", "\u{1B}(0", "\u{1B}#8", "\u{1B}kowned\u{1B}\\",
    "\u{1B}_owned\u{1B}\\",
    "\u{9D}0;owned\u{9C}", "\u{9B}?2031h", "\u{90}owned\u{9C}",
  ]

  /// A GeoJSON file of the profile with the text in every member, and a record that is rejected for each reason that quotes.
  static func geoJSON() -> String {
    func json(_ text: String) -> String {
      "\""
        + text.unicodeScalars.map {
          $0.isASCII && $0.value >= 0x20 && $0 != "\\" && $0 != "\"" ? String($0) : escape($0)
        }
        .joined() + "\""
    }
    let bad = json(payload)
    let place = "{\"name\":\(bad),\"precision\":\"locality\"}"
    let source = "{\"who\":\(bad),\"via\":\(bad),\"link\":\(bad),\"note\":\(bad),\"grade\":\(bad),\"published\":\(bad)}"
    func feature(_ id: String, _ longitude: Int, _ more: String) -> String {
      """
      {"type":"Feature","id":\(id),"geometry":{"type":"Point","coordinates":[\(longitude),35]},"properties":{"title":\(bad),\
      "kind":\(bad),"when":"2024-12-1\(longitude % 5)","place":\(place),"destination":\(place),"actors":[\(bad),\(bad)],\
      "summary":\(bad),"sources":[\(source)],"links":[{"relation":"follows","target":\(bad)}],"standing":\(bad)\(more)}}
      """
    }
    return """
      {"type":"FeatureCollection","profile":"sitmap-situation-1","title":\(bad),"summary":\(bad),"background":[\(bad)],\
      "attribution":\(bad),"features":[
      \(feature(bad, 36, "")),
      \(feature("\"plain\"", 37, "")),
      \(feature(bad, 38, ",\"published\":\(bad)")),
      {"type":\(bad)}, {"type":"Feature","geometry":{"type":\(bad)},"properties":{"title":"A"}}
      ]}
      """
  }

  /// A table with the text in the names of its columns and in its fields, and bytes that are no text.
  static func table() -> [UInt8] {
    let field = "\"" + payload.unicodeScalars.filter { $0 != "\"" }.map(String.init).joined() + "\""
    var bytes = Array("title,latitude,longitude,date,kind,\(field),note\n".utf8)
    for row in 0..<4 {
      bytes += Array("\(field),35.\(row),36.\(row),2024-12-1\(row),\(field),\(field),".utf8)
      bytes += Array(0x80...0x9F) + [0x1B, 0x5D, 0x30, 0x3B, 0x6F, 0x77, 0x6E, 0x65, 0x64, 0x07, 0x0A]
    }
    return bytes + Array("\(field),none,none,\(field)\n".utf8)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}

/// A folder for the files of one test, which is gone with it. Its name acts on a terminal, too, where that is wanted.
final class ScratchFolder {
  let path: String

  init() throws {
    var name = Array("/tmp/sitmap-test-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw SessionError.system("mkdtemp", errno: errno) }
    path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit { _ = try? output(of: ["/bin/rm", "-rf", path]) }

  /// Writes a file; returns its path.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw SessionError.system("open", errno: errno) }
    defer { close(file) }
    let bytes = Array(bytes)
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw SessionError.system("write", errno: errno) }
    return "\(path)/\(name)"
  }
}
