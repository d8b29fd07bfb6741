/// Texts that are read from right to left, kept from mixing with what stands beside them.
///
/// A grid holds the letters of each text in the order in which they are read. Terminals, editors and browsers that know
/// both directions turn them round on the screen; and what stands between two such texts on a row, they would turn round
/// with them, so that two names on a map change places. A mark of direction (U+200E, no column wide) before and after
/// each of them prevents that: the Unicode Bidirectional Algorithm (UAX #9, rule N1) turns what is between two texts only
/// if both its sides are right-to-left.
enum RightToLeft {
  /// Left-to-right mark: has no glyph and no width, and counts as a letter that is read from the left.
  static let mark: Unicode.Scalar = "\u{200E}"

  /// True if a glyph belongs to a script that is written from right to left: Unicode's blocks for Hebrew, Arabic
  /// and their neighbours.
  static func contains(_ glyph: Character) -> Bool {
    guard let value = glyph.unicodeScalars.first?.value, value >= 0x590 else { return false }
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
    default: return false
    }
  }

  /// True if a glyph may stand in a right-to-left text without ending it: anything but a letter of another direction.
  fileprivate static func isNeutral(_ glyph: Character) -> Bool { !glyph.isLetter }
}

extension CellGrid {
  /// The columns of the texts in a row that are read from right to left, from the left of the screen.
  ///
  /// A text begins and ends with such a letter or a digit, and is of one ink: what is of another is another text. A name on
  /// the map may lie on several grounds.
  /// Linear in the columns.
  public func rightToLeftTexts(inRow row: Int) -> [Range<Int>] {
    let cells = self.row(row)
    guard cells.contains(where: { RightToLeft.contains($0.glyph) }) else { return [] }
    var texts: [Range<Int>] = []
    var current: (columns: Range<Int>, ink: Ink)?
    for (column, cell) in zip(0..., cells) {
      if let text = current {
        let isSameText = cell.style.ink == text.ink
        if isSameText && (RightToLeft.contains(cell.glyph) || cell.glyph.isNumber) {
          current?.columns = text.columns.lowerBound..<column + 1
          continue
        }
        if isSameText && RightToLeft.isNeutral(cell.glyph) { continue }
        texts.append(text.columns)
        current = nil
      }
      if RightToLeft.contains(cell.glyph) { current = (column..<column + 1, cell.style.ink) }
    }
    return texts + (current.map { [$0.columns] } ?? [])
  }
}

/// Says where marks of direction go while the glyphs of a row are walked from the left.
public struct DirectionMarks {
  /// The mark.
  public static let mark = RightToLeft.mark

  private var texts: ArraySlice<Range<Int>>

  /// The marks of one row.
  public init(_ grid: CellGrid, row: Int) { texts = grid.rightToLeftTexts(inRow: row)[...] }

  /// True if a mark stands before the glyph of a column.
  public func isBefore(column: Int) -> Bool { texts.first?.lowerBound == column }

  /// True if a mark stands behind the glyph that ends before a column. Call it once for each glyph.
  public mutating func takeAfter(column: Int) -> Bool {
    guard texts.first?.upperBound == column else { return false }
    texts.removeFirst()
    return true
  }
}
