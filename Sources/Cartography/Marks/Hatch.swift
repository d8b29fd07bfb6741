/// A pattern of slanting strokes over an area: sparse, and fixed to the world, so that it moves with it.
///
///     / /    rising            \ \   falling: so that neighbours are told apart
///    / /                        \ \
struct Hatch: Hashable {
  /// Columns from one stroke to the next.
  let spacing: Int
  /// Whether its strokes go down to the right.
  let isFalling: Bool
  /// Of how many rows of the world one has strokes.
  let everyRow: Int

  /// What it has in a cell of the world; nil between the strokes.
  func glyph(column: Int, row: Int) -> Character? {
    guard Self.modulo(row, everyRow) == 0 else { return nil }
    guard Self.modulo(isFalling ? column - row : column + row, spacing) == 0 else { return nil }
    return isFalling ? "\\" : "/"
  }

  private static func modulo(_ number: Int, _ divisor: Int) -> Int {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
