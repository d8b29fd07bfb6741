/// Why a text was not put into the clipboard.
public enum ClipboardError: Error, CustomStringConvertible {
  /// It has more bytes than terminals take.
  case tooLong(bytes: Int)

  /// In words.
  public var description: String {
    switch self {
    case .tooLong(let bytes): "it has \(bytes) bytes, and a clipboard by OSC 52 takes \(Clipboard.limit)"
    }
  }
}

/// The clipboard of the terminal, which may be that of a far machine: it is set by a sequence (OSC 52 of xterm), and a
/// terminal that does not let programs do so passes it over in silence.
enum Clipboard {
  /// The most bytes of a text: in base64 they are the 100,000 that xterm takes, tmux and others with it.
  static let limit = 74_994

  /// The sequence that sets it to a text.
  static func sequence(for text: String) throws(ClipboardError) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count <= limit else { throw .tooLong(bytes: bytes.count) }
    return "\u{1B}]52;c;\(base64(bytes))\u{07}"
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      var four: [Character] = []
      for _ in 0..<4 {
        four.insert(letters[bits & 63], at: 0)
        bits >>= 6
      }
      text += String(four.prefix(group.count + 1)) + String(repeating: "=", count: 3 - group.count)
    }
    return text
  }
}

extension Screen {
  /// Asks the terminal to put a text into its clipboard. Whether it does, nobody is told.
  ///
  /// - Throws: when the text is longer than terminals take.
  public func copy(_ text: String) throws(ClipboardError) {
    send(try Clipboard.sequence(for: text))
  }
}
