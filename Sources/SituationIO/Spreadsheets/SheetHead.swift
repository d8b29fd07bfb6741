/// The first rows of a sheet, which tell where its table stands: which row has the names, and which columns belong to it.
struct SheetHead {
  /// A row that is held.
  struct Row {
    let number: Int
    let cells: [SheetRowWriter.Cell]
    let text: [UInt8]
    /// The number of columns that each cell takes.
    let widths: [Int]

    /// True if its only cell is merged over several columns: a heading or a remark, and no record.
    var isBanner: Bool { cells.count == 1 && widths[0] > 1 }

    func text(_ cell: SheetRowWriter.Cell) -> String { String(decoding: text[cell.start..<cell.end], as: UTF8.self) }
  }

  /// A table that was found.
  struct Found {
    /// The columns of the sheet that belong to it.
    let columns: Range<Int>
    /// The names of the columns; empty where a column has none.
    let names: [String]
    /// The number of the row with the names.
    let number: Int
    /// The first row behind the names, counted in the held rows.
    let firstRow: Int
    /// The texts above the names.
    let titles: [String]
  }

  /// The names are looked for in so many rows.
  private static let searched = 25

  private(set) var rows: [Row] = []
  /// Bytes of the texts that are held.
  private(set) var bytes = 0

  /// The number of rows that are held.
  var count: Int { rows.count }

  /// Holds a row.
  mutating func take(_ number: Int, _ cells: [SheetRowWriter.Cell], _ text: [UInt8], _ merges: MergedCells) {
    rows.append(
      Row(
        number: number, cells: cells, text: text,
        widths: cells.map { merges.width(row: number, column: $0.column) }))
    bytes += text.count
  }

  /// The table; nil where there are no rows.
  func table() -> Found? {
    guard !rows.isEmpty else { return nil }
    let top = headerRow
    let header = rows[top]
    let isDouble = hasNamesBelow(top)
    let names = names(top, isDouble: isDouble)
    let firstRow = top + (isDouble ? 2 : 1)
    let known = Array(names.keys) + (tagRow.map { rows[$0].cells.map(\.column) } ?? [])
    guard let low = known.min(), let high = known.max() else { return nil }
    let columns = widened(low..<high + 1, from: firstRow)
    return Found(
      columns: columns, names: columns.map { names[$0] ?? "" }, number: header.number, firstRow: firstRow,
      titles: rows[..<top].flatMap { row in row.cells.map { row.text($0).replacing("\n", with: " ") } })
  }

  /// The row with the names: that above the tags of HXL, or the first that has most of the columns.
  private var headerRow: Int {
    if let tags = tagRow {
      return tags > 0 && rows[tags - 1].cells.count * 10 >= rows[tags].cells.count * 6 ? tags - 1 : tags
    }
    // A single row may be wider than the table, by a remark far beside it.
    let counts = rows.map(\.cells.count).sorted()
    let most = counts.dropLast().last ?? counts.last ?? 0
    return rows.prefix(SheetHead.searched).firstIndex { $0.cells.count > 1 && $0.cells.count * 10 >= most * 6 } ?? 0
  }

  /// The row with tags of HXL; nil where there is none.
  private var tagRow: Int? {
    rows.prefix(SheetHead.searched).firstIndex { row in HXL.areTags(row.cells.map { row.text($0) }) }
  }

  /// True if the row of names has a name over several columns, and the row below has a name for each of these.
  private func hasNamesBelow(_ top: Int) -> Bool {
    guard top + 1 < rows.count else { return false }
    let (header, below) = (rows[top], rows[top + 1])
    let wide = zip(header.cells, header.widths).filter { $1 > 1 }
    guard !wide.isEmpty, below.number == header.number + 1 else { return false }
    let texts = Set(below.cells.lazy.filter { !$0.isNumber }.map(\.column))
    return wide.allSatisfy { cell, width in
      (cell.column..<cell.column + min(width, 1 << 15)).allSatisfy(texts.contains)
    } && below.cells.allSatisfy { !$0.isNumber }
  }

  /// The names by column. Of two rows the lower one counts; where it has one name twice, with the name over it in front.
  private func names(_ top: Int, isDouble: Bool) -> [Int: String] {
    func clean(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let header = rows[top]
    var names: [Int: String] = [:]
    for cell in header.cells { names[cell.column] = clean(header.text(cell)) }
    guard isDouble else { return names }
    let below = rows[top + 1]
    let texts = below.cells.map { clean(below.text($0)) }
    for (cell, text) in zip(below.cells, texts) {
      let isRepeated = texts.count { $0 == text } > 1
      let over = header.cells.indices.last { index in
        let first = header.cells[index].column
        return first <= cell.column && cell.column - first < header.widths[index]
      }
      let group = over.map { clean(header.text(header.cells[$0])) }
      names[cell.column] = isRepeated ? [group, text].compactMap { $0 }.joined(separator: " ") : text
    }
    return names
  }

  /// Columns with the ones beside them that have no name, but values in at least every tenth row.
  private func widened(_ columns: Range<Int>, from firstRow: Int) -> Range<Int> {
    var counts: [Int: Int] = [:]
    let records = rows.dropFirst(firstRow)
    for row in records { for cell in row.cells { counts[cell.column, default: 0] += 1 } }
    let least = max(1, records.count / 10)
    var (low, high) = (columns.lowerBound, columns.upperBound)
    while low > 0, counts[low - 1, default: 0] >= least { low -= 1 }
    while counts[high, default: 0] >= least { high += 1 }
    return low..<high
  }
}
