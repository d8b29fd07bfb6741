/// A pattern of slanting rows of signs over an area: sparse, and fixed to the world, so that it moves with it.
///
///     : :    rising            : :   falling: so that neighbours are told apart
///    : :                        : :
struct Hatch: Hashable {
  /// The sign of all that tells how far a place reaches, where lines are drawn in ASCII.
  static let sign: Character = ":"

  /// Columns from one sign to the next.
  let spacing: Int
  /// True if the rows of signs go down to the right.
  let isFalling: Bool
  /// The number of rows of the world of which one has signs.
  let everyRow: Int

  /// Glyph of a cell of the world, in the map's glyphs; nil between the signs.
  func glyph(column: Int, row: Int, _ glyphs: GlyphSet) -> Character? {
    guard Self.modulo(row, everyRow) == 0 else { return nil }
    guard Self.modulo(isFalling ? column - row : column + row, spacing) == 0 else { return nil }
    return glyphs.glyph(ofDots: isFalling ? 0b1010_0101 : 0b0101_1010) ?? Self.sign
  }

  private static func modulo(_ number: Int, _ divisor: Int) -> Int {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
