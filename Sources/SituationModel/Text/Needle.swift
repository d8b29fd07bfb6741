/// A text to be found in others, whatever its case and accents: `homs` is in `Ḥomṣ`, `حسياء` in `حَسياء`.
public struct Needle: Hashable, Sendable {
  /// As it was typed; never empty.
  public let text: String
  /// As it is compared: the UTF-8 of its folded form (`FoldedText`).
  public let folded: [UInt8]
  let isASCII: Bool

  /// A text to look for; nil when nothing of it counts, as in an empty one.
  public init?(_ text: String) {
    folded = FoldedText.bytes(of: text)
    guard !folded.isEmpty else { return nil }
    self.text = text
    isASCII = folded.allSatisfy { $0 < 0x80 }
  }

  /// True if the needle stands somewhere in a text. Copies nothing of an ASCII text.
  public func isFound(in other: String) -> Bool { compare(with: other, Self.contains) }

  /// True if a text equals the needle from end to end.
  public func isWhole(of other: String) -> Bool { compare(with: other, Self.equals) }

  private typealias Comparison = (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool

  private func compare(with other: String, _ comparison: Comparison) -> Bool {
    folded.withUnsafeBufferPointer { needle in
      var other = other
      let answer: Bool? = other.withUTF8 { bytes in
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        return isASCII && comparison(needle, bytes)
      }
      return answer ?? FoldedText.bytes(of: other).withUnsafeBufferPointer { comparison(needle, $0) }
    }
  }

  private static func contains(_ needle: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard needle.count <= bytes.count else { return false }
    for start in 0...(bytes.count - needle.count) where FoldedText.small(bytes[start]) == needle[0] {
      var length = 1
      while length < needle.count, FoldedText.small(bytes[start + length]) == needle[length] { length += 1 }
      if length == needle.count { return true }
    }
    return false
  }

  private static func equals(_ needle: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    needle.count == bytes.count && zip(needle, bytes).allSatisfy { $0 == FoldedText.small($1) }
  }
}

/// A text as it is compared: in small letters, without accents, with plain quotes and hyphens, and with one form of each Arabic letter.
///
/// Servers hold folded texts: whoever folds another character raises `Schema.version`, and folds it in their tables.
public enum FoldedText {
  /// The UTF-8 of the folded text. Linear in its length.
  public static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(small(UInt8(truncatingIfNeeded: scalar.value)))
      } else {
        add(scalar, to: &bytes)
      }
    }
    return bytes
  }

  /// An ASCII letter made small; any other byte as it is.
  static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private static func add(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    // Accents of Latin, Greek and Cyrillic letters, points of Hebrew, short vowels and the stretching of Arabic.
    case "\u{300}"..."\u{36F}", "\u{591}"..."\u{5C7}", "\u{64B}"..."\u{65F}", "\u{670}", "\u{640}": break
    // Alef in all its forms; alef maqsura, the yeh of Persian and Urdu, yeh with hamza.
    case "\u{622}", "\u{623}", "\u{625}", "\u{671}": bytes += "\u{627}".utf8
    case "\u{649}", "\u{6CC}", "\u{626}": bytes += "\u{64A}".utf8
    // Teh marbuta, and the forms of heh in Persian and Urdu.
    case "\u{629}", "\u{6BE}", "\u{6C0}"..."\u{6C3}", "\u{6D5}": bytes += "\u{647}".utf8
    // The kaf of Persian and Urdu, and a wide one; waw with hamza.
    case "\u{6A9}", "\u{6AA}": bytes += "\u{643}".utf8
    case "\u{624}": bytes += "\u{648}".utf8
    case "\u{2018}"..."\u{201B}", "\u{2BB}"..."\u{2BF}": bytes.append(UInt8(ascii: "'"))
    case "\u{201C}"..."\u{201F}": bytes.append(UInt8(ascii: "\""))
    case "\u{2010}"..."\u{2015}": bytes.append(UInt8(ascii: "-"))
    case "\u{A0}", "\u{202F}": bytes.append(UInt8(ascii: " "))
    case "\u{C0}"..."\u{24F}", "\u{370}"..."\u{52F}", "\u{1E00}"..."\u{1FFF}":
      for small in scalar.properties.lowercaseMapping.unicodeScalars { bytes += plain(small).utf8 }
    // Most scripts have no small letters: nothing is looked up or made into a string for theirs.
    case _ where scalar.properties.changesWhenLowercased: bytes += scalar.properties.lowercaseMapping.utf8
    default: if let encoded = Unicode.UTF8.encode(scalar) { bytes += encoded }
    }
  }

  /// The letter that a small one with an accent goes back to.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\u{300}"..."\u{36F}": return ""
    case "й": return "и"
    case "ё": return "е"
    case "ї": return "і"
    case "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": break
    default: return String(Character(scalar))
    }
    // By its name in Unicode: LATIN SMALL LETTER E WITH ACUTE.
    let start = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(start) else { return String(Character(scalar)) }
    let letter = name.dropFirst(start.count).prefix { $0 != " " }
    return switch letter {
    case "SHARP": "ss"
    case "DOTLESS": "i"
    case "ETH": "d"
    case "THORN": "th"
    case "AE", "OE": letter.lowercased()
    default: letter.count == 1 ? letter.lowercased() : String(Character(scalar))
    }
  }
}
