import TextCanvas

/// What safe text promises: nothing in it acts on a terminal, making it safe again changes nothing, and a row of cells can have
/// it, whatever its width.
struct TextPromise {
  func fault(in bytes: [UInt8]) -> String? {
    let raw = String(decoding: bytes, as: UTF8.self)
    let safe = SafeText(raw)
    if let odd = safe.text.unicodeScalars.first(where: acts) { return "U+\(String(odd.value, radix: 16)) is left" }
    if SafeText(safe.text).text != safe.text || SafeText(safe.text).marks != 0 { return "safe text changes" }
    let paragraphs = SafeParagraphs(raw)
    for line in paragraphs.lines where line.unicodeScalars.contains(where: acts) { return "a line is not safe" }
    var grid = CellGrid(size: Size(columns: 40, rows: 3))
    grid.write(safe.text, column: 37, row: 0)
    grid.write(safe.text, column: -3, row: 1)
    return displayWidth(of: safe.text) >= 0 ? nil : "a width below 0"
  }

  /// Whether a code point moves the cursor, turns letters around or hides.
  private func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
