/// The columns that a character takes on a terminal: 0, 1 or 2, and more for some conjuncts of Indic scripts.
///
/// Counts what glibc's `wcwidth` counts, since that is what a terminal library places cells by: East Asian wide and
/// fullwidth characters and emoji are 2, combining marks, format and control characters 0, and ambiguous ones 1. What is
/// joined to an emoji (a skin tone, another emoji behind a joiner) adds nothing.
///
///     displayWidth(of: "a") == 1
///     displayWidth(of: "中") == 2
///     displayWidth(of: "e\u{301}") == 1
public func displayWidth(of character: Character) -> Int {
  if let byte = character.asciiValue { return byte >= 0x20 && byte < 0x7F ? 1 : 0 }
  var columns = 0
  for scalar in character.unicodeScalars {
    if columns > 0 && endsEmoji(scalar, in: character) { break }
    columns += displayWidth(of: scalar)
  }
  return columns
}

/// True if a code point and all behind it add no columns to the character: a skin tone, or a joiner after an emoji.
public func endsEmoji(_ scalar: Unicode.Scalar, in character: Character) -> Bool {
  if scalar.properties.isEmojiModifier { return true }
  // In scripts of India a joiner stands between letters that take their columns.
  return scalar == "\u{200D}" && character.unicodeScalars.first?.properties.isEmoji ?? false
}

/// The columns that a text takes on a terminal, as `CellGrid.write` lays it out. Linear in its length.
public func displayWidth(of text: some StringProtocol) -> Int {
  if let count = printableASCIICount(text.utf8) { return count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The columns that one code point takes on a terminal: 0, 1 or 2. Logarithmic in the size of the table of wide ones.
public func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
  // Boxes, blocks and braille: a map is made of them.
  if (0x2500...0x25FC).contains(value) || (0x2800...0x28FF).contains(value) { return 1 }
  if isWide(value) { return 2 }
  return isZeroWidth(scalar) ? 0 : 1
}

/// The parts of a character that a terminal keeps in cells of their own: each takes 1 or 2 columns.
///
/// Nearly always that is the character itself. A flag is two parts, and so is a letter with a spacing vowel sign.
func cellParts(of character: Character) -> [Character] {
  var parts: [Character] = []
  var part = String.UnicodeScalarView()
  for scalar in character.unicodeScalars {
    if displayWidth(of: scalar) > 0 && !part.isEmpty {
      parts.append(Character(String(part)))
      part = String.UnicodeScalarView()
    }
    part.append(scalar)
  }
  parts.append(Character(String(part)))
  return parts.filter { displayWidth(of: $0) > 0 }
}

/// How many bytes a text has, if all of them are printable ASCII.
@inline(__always)
func printableASCIICount(_ bytes: some Collection<UInt8>) -> Int? {
  // Nearly every text of nearly every file is of this kind, so they are passed over in one run of memory.
  let isPrintable = bytes.withContiguousStorageIfAvailable { buffer in
    buffer.allSatisfy { $0 &- 0x20 < 0x5F }
  }
  guard isPrintable ?? bytes.allSatisfy({ $0 &- 0x20 < 0x5F }) else { return nil }
  return bytes.count
}

/// True if a code point lies in one of the ranges of two columns.
private func isWide(_ value: UInt32) -> Bool {
  guard value >= 0x1100 else { return false }
  var low = 0
  var high = wideRanges.count / 2
  while low < high {
    let middle = (low + high) / 2
    if value > wideRanges[2 * middle + 1] { low = middle + 1 } else { high = middle }
  }
  return low < wideRanges.count / 2 && value >= wideRanges[2 * low]
}

/// True if a code point is drawn onto the one before it, or not at all.
private func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: true
  case .format, .lineSeparator, .paragraphSeparator: !isVisibleFormat(scalar.value)
  // Vowels and final consonants of decomposed Korean syllables.
  case .otherLetter: (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
  default: false
  }
}

/// True if a format character has a glyph: the number and verse signs of Arabic, Syriac and Kaithi.
private func isVisibleFormat(_ value: UInt32) -> Bool {
  switch value {
  case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
  default: false
  }
}
