import TextCanvas

/// A count at the map's foot of events that have no point on it: those of a whole country, or without a place.
///
///     all of Syria 2    no place 4
public struct Chip: Hashable, Sendable {
  /// The caller's number for it.
  public var id: Int
  /// Short name of its events: `all of Syria`.
  public var words: String
  /// The number of events.
  public var count: Int
  /// True if the selected event is among them.
  public var isSelected: Bool

  /// A chip.
  public init(id: Int, words: String, count: Int, isSelected: Bool = false) {
    self.id = id
    self.words = words
    self.count = count
    self.isSelected = isSelected
  }

  var text: String { "\(words) \(count)" }
}

/// Chips in the lowest row of the map that has room, the first ones first.
struct ChipPainter {
  let chips: [Chip]

  /// Draws the chips, and adds what was drawn to the hits. Chips for which there is no room in one row go to the next.
  func paint(_ sheet: inout MapSheet, _ hits: inout [MapDrawing.Hit]) {
    let last = sheet.size.rows - 1
    let rows = [last, last - 1, last - 2, 0].filter { $0 >= 0 }
    for chip in chips where chip.count > 0 {
      // On the narrowest maps the number alone, with its sign, is better than nothing.
      for text in [chip.text, "[-\(chip.count)]"] {
        let width = displayWidth(of: text)
        guard width + 2 <= sheet.size.columns, let cell = room(for: width, rows, sheet) else { continue }
        // A blank on both sides keeps lines and names apart from it.
        for column in [cell.column - 1, cell.column + width] { sheet.write(" ", column: column, row: cell.row, .plain) }
        sheet.write(
          text, column: cell.column, row: cell.row, .emphasis, chip.isSelected ? [.reverse, .bold] : .bold)
        let rect = Rect(column: cell.column, row: cell.row, columns: width, rows: 1)
        hits.append(MapDrawing.Hit(marks: [chip.id], rect: rect, isBeyondEdge: true))
        break
      }
    }
  }

  /// The first cells from the left with room for a text and a space on both sides.
  private func room(for width: Int, _ rows: [Int], _ sheet: MapSheet) -> Position? {
    for row in rows {
      for column in 0...max(0, sheet.size.columns - width - 2)
      where sheet.isFree(column: column, row: row, count: width + 2) {
        return Position(column: column + 1, row: row)
      }
    }
    return nil
  }
}
