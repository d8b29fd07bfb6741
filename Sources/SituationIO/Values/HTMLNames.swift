/// Names of characters in HTML beside those of XML: letters of Latin-1 and the usual signs.
enum HTMLNames {
  /// The character of a name; nil for one that is not known.
  static func character(_ name: String) -> Character? { named[name] ?? accented(name) }

  private static let named: [String: Character] = [
    "nbsp": " ", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»", "bdquo": "„",
    "sbquo": "‚",
    "ndash": "–", "mdash": "—", "hellip": "…", "middot": "·", "bull": "•", "deg": "°", "copy": "©", "reg": "®",
    "trade": "™", "euro": "€",
    "pound": "£", "szlig": "ß", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "OElig": "Œ", "oslash": "ø", "Oslash": "Ø",
    "aring": "å",
    "Aring": "Å", "ccedil": "ç", "Ccedil": "Ç", "thorn": "þ", "eth": "ð", "iexcl": "¡", "iquest": "¿", "times": "×",
    "frac12": "½",
    "scaron": "š", "Scaron": "Š", "shy": "\u{AD}", "thinsp": " ", "ensp": " ", "emsp": " ", "prime": "′", "Prime": "″",
  ]

  /// `eacute`, `Ouml`: a letter and the name of its accent.
  private static func accented(_ name: String) -> Character? {
    guard let letter = name.first, letter.isASCII, letter.isLetter else { return nil }
    let marks = [
      "grave": "\u{300}", "acute": "\u{301}", "circ": "\u{302}", "tilde": "\u{303}", "uml": "\u{308}",
      "caron": "\u{30C}",
    ]
    guard let mark = marks[String(name.dropFirst())] else { return nil }
    // Two scalars that are one character; written as one where there is one.
    return Character(String(letter) + mark)
  }
}
