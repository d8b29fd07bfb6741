#if PostgreSQL
  import SituationModel

  /// Texts as the server keeps them: without zero bytes, which PostgreSQL can't store, and folded texts with separators.
  ///
  /// Noncharacters of Unicode, which no text of a file may have, replace the zero bytes and serve as separators. The record of an event
  /// is
  /// JSON and has its texts unchanged.
  enum KeptText {
    /// The separator before and after each folded text of a field.
    private static let separator: [UInt8] = [0xF4, 0x8F, 0xBF, 0xBE]
    /// The replacement for U+0000, and in ids also for U+0001, which separates an id from the place in a mark.
    private static let zero: [UInt8] = [0xF4, 0x8F, 0xBF, 0xBF]

    /// A text.
    static func bytes(_ text: some Sequence<UInt8>) -> [UInt8] {
      var bytes: [UInt8] = []
      for byte in text { if byte == 0 { bytes += zero } else { bytes.append(byte) } }
      return bytes
    }

    static func bytes(_ text: String) -> [UInt8] { bytes(text.utf8) }

    /// An id.
    static func id(_ text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      for byte in text.utf8 { if byte < 2 { bytes += zero } else { bytes.append(byte) } }
      return bytes
    }

    /// The folded texts of one field, each between separators; empty if there are none.
    static func folded(_ texts: [String]) -> [UInt8] {
      let all = texts.map { bytes(withoutSeparator(FoldedText.bytes(of: $0))) }.filter { !$0.isEmpty }
      return all.isEmpty ? [] : all.reduce(separator) { $0 + $1 + separator }
    }

    /// The text that a field contains if one of its texts contains a needle, or equals it.
    static func wanted(_ needle: Needle, _ rule: FilterTerm.TextRule) -> String {
      let bytes = bytes(withoutSeparator(needle.folded))
      return switch rule {
      case .contains: String(decoding: bytes, as: UTF8.self)
      case .equals: String(decoding: separator + bytes + separator, as: UTF8.self)
      }
    }

    /// Replaces a separator within a text by U+FFFD.
    private static func withoutSeparator(_ bytes: [UInt8]) -> [UInt8] {
      guard bytes.contains(0xF4) else { return bytes }
      let text = String(decoding: bytes, as: UTF8.self)
      return text.unicodeScalars.flatMap { scalar in
        Array(String(Character(scalar.value == 0x10_FFFE ? "\u{FFFD}" : scalar)).utf8)
      }
    }
  }
#endif
