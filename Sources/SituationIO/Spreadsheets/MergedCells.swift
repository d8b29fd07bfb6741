/// Ranges of cells that are shown as their first cell.
struct MergedCells {
  struct Size: Hashable {
    let rows: Int
    let columns: Int
  }

  /// The ranges by their first cell.
  private var sizes: [Int: Size] = [:]
  /// Texts that hold for rows below theirs, by column.
  private var held: [Int: (last: Int, text: [UInt8], isNumber: Bool)] = [:]

  private static func key(_ row: Int, _ column: Int) -> Int { row << 15 | column }

  /// Adds a range.
  mutating func add(row: Int, column: Int, rows: Int, columns: Int) {
    guard rows > 1 || columns > 1, (0..<1 << 15).contains(column), (0...1 << 40).contains(row) else { return }
    sizes[MergedCells.key(row, column)] = Size(rows: rows, columns: columns)
  }

  /// The number of columns that a cell takes.
  func width(row: Int, column: Int) -> Int {
    sizes.isEmpty ? 1 : sizes[MergedCells.key(row, column)]?.columns ?? 1
  }

  /// Gives the cells of a row the texts of ranges of one column that began above it: a date beside several rows holds for each.
  mutating func fill(row: Int, _ cells: inout [SheetRowWriter.Cell], _ text: inout [UInt8]) {
    if sizes.isEmpty { return }
    let own = Set(cells.map(\.column))
    for (column, value) in held {
      if value.last < row || own.contains(column) {
        held[column] = nil
      } else {
        let start = text.count
        text += value.text
        cells.append(.init(column: column, start: start, end: text.count, isNumber: value.isNumber))
      }
    }
    for cell in cells where own.contains(cell.column) {
      if let size = sizes[MergedCells.key(row, cell.column)], size.columns == 1, size.rows > 1 {
        held[cell.column] = (row + min(size.rows, 1 << 40) - 1, Array(text[cell.start..<cell.end]), cell.isNumber)
      }
    }
    if !cells.isEmpty { cells.sort { $0.column < $1.column } }
  }
}

/// Names of cells, as `AB12`.
enum CellReference {
  /// The letters of a column, counted from 0.
  static func name(column: Int) -> String {
    var (letters, rest) = ("", column)
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// The column, from 0, and the row, from 1, of a name; nil for what is none.
  @inline(__always)
  static func place(_ name: UnsafeBufferPointer<UInt8>) -> (column: Int, row: Int)? {
    var (column, row, index) = (0, 0, 0)
    while index < name.count, name[index] == UInt8(ascii: "$") { index += 1 }
    let letters = index
    while index < name.count, case let letter = name[index] & 0xDF &- 65, letter < 26, name[index] >= 65 {
      // Excel has three letters at most.
      if index - letters == 7 { return nil }
      column = column * 26 + Int(letter) + 1
      index += 1
    }
    guard index > letters else { return nil }
    while index < name.count, name[index] == UInt8(ascii: "$") { index += 1 }
    let digits = index
    while index < name.count, name[index] &- 0x30 < 10 {
      row = row * 10 + Int(name[index] &- 0x30)
      index += 1
      if index - digits > 9 { return nil }
    }
    guard index == name.count, index > digits, row > 0 else { return nil }
    return (column - 1, row)
  }
}
