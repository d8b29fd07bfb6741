#if PostgreSQL
  import SituationModel

  /// Texts as the server keeps them: without zero bytes, which PostgreSQL has no place for, and folded ones with separators.
  ///
  /// What stands for them are noncharacters of Unicode, which no text of a file has by right. The record of an event is JSON and
  /// has its texts as they were.
  enum KeptText {
    /// Around each folded text of a field.
    private static let separator: [UInt8] = [0xF4, 0x8F, 0xBF, 0xBE]
    /// Instead of U+0000, and of U+0001 in ids, behind which a mark says its place.
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

    /// Texts of one field, each between separators; nothing for none.
    static func folded(_ texts: [String]) -> [UInt8] {
      let all = texts.map { bytes(withoutSeparator(FoldedText.bytes(of: $0))) }.filter { !$0.isEmpty }
      return all.isEmpty ? [] : all.reduce(separator) { $0 + $1 + separator }
    }

    /// What a field has in it where one of its texts has a needle in it, or is the same.
    static func wanted(_ needle: Needle, _ rule: FilterTerm.TextRule) -> String {
      let bytes = bytes(withoutSeparator(needle.folded))
      return switch rule {
      case .contains: String(decoding: bytes, as: UTF8.self)
      case .equals: String(decoding: separator + bytes + separator, as: UTF8.self)
      }
    }

    /// A text has no separator of its own: it becomes a sign that says nothing (U+FFFD).
    private static func withoutSeparator(_ bytes: [UInt8]) -> [UInt8] {
      guard bytes.contains(0xF4) else { return bytes }
      let text = String(decoding: bytes, as: UTF8.self)
      return text.unicodeScalars.flatMap { scalar in
        Array(String(Character(scalar.value == 0x10_FFFE ? "\u{FFFD}" : scalar)).utf8)
      }
    }
  }
#endif
