/// Texts with the digits of ASCII, plain blanks and hyphens, and no marks that can't be seen.
enum PlainText {
  /// A text whose digits of any script are those of ASCII: `١٣` is 13. Blanks of any width are one sort, minus signs are hyphens, and
  /// marks of direction are left out.
  static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: break
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: plain.append(" ")
      case 0x2010, 0x2011, 0x2212, 0xFF0D: plain.append("-")
      case 0x060C, 0xFF0C: plain.append(",")
      case 0x066B, 0xFF0E: plain.append(".")
      case 0x066C: plain.append("'")
      case 0xFF1A: plain.append(":")
      case 0xFF0F: plain.append("/")
      default:
        if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue, value >= 0,
          value < 10,
          let digit = Unicode.Scalar(UInt32(0x30 + Int(value)))
        {
          plain.append(digit)
        } else {
          plain.append(scalar)
        }
      }
    }
    return String(plain)
  }

  /// The pattern of a text: `0` for each digit, `a` for each letter, and all else as it is.
  static func pattern(_ text: String) -> String {
    String(text.map { $0.isASCII && $0.isNumber ? "0" : $0.isLetter ? "a" : $0 })
  }
}
