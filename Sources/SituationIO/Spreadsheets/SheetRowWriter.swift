/// Takes the cells of a sheet row by row and writes them as delimited text (`SheetRows`).
///
/// The first rows are held until they tell where the table stands (`SheetHead`); from then on each row is written at once.
struct SheetRowWriter {
  /// A cell of the row that is taken in: its text stands in `text`.
  struct Cell {
    let column: Int
    let start: Int
    let end: Int
    let isNumber: Bool
  }

  /// The number of rows that tell where the table stands.
  private static let headRows = 200

  /// The remarks on the sheet.
  var remarks = SheetRemarks()
  /// The texts of the row's cells, one behind the other. A reader appends to it between `beginCell` and `endCell`.
  var text: [UInt8] = []
  /// True if the limits allow no more: what follows is not taken.
  private(set) var isFull = false

  private let name: String?
  private let limits: Limits
  private let room: Int
  private var output: [UInt8] = []
  private var starts: [UInt32] = []
  private var numbers: [Int32] = []

  private var number = 0
  private var isHidden = false
  private var cells: [Cell] = []
  private var cellStart = 0
  private var merges = MergedCells()

  /// The addresses of the web behind cells, by row and column.
  private var links: [Int: [Int: String]] = [:]
  private var hasLinks = false

  private var head: SheetHead? = SheetHead()
  private var columns = 0..<0

  /// A writer of one sheet.
  ///
  /// - Parameters:
  ///   - name: The name of the sheet, where every row is to have it as a last column.
  ///   - room: Bytes that may be written.
  init(sheetColumn name: String?, room: Int, limits: Limits) {
    (self.name, self.room, self.limits) = (name, room, limits)
  }

  /// Says that a range of cells is shown as its first cell; before that cell is taken.
  mutating func merge(row: Int, column: Int, rows: Int, columns: Int) {
    merges.add(row: row, column: column, rows: rows, columns: columns)
  }

  /// Says that some cells may have addresses behind them, before the first row: they get a column of their own.
  mutating func expectLinks() { hasLinks = true }

  /// Adds the address behind a cell; one that is none of the web is left out.
  mutating func link(row: Int, column: Int, address: String) {
    guard hasLinks, WebAddress.fits(address), address.utf8.count <= limits.textBytes else { return }
    links[row, default: [:]][column] = address
  }

  // MARK: Cells

  /// Begins a row.
  ///
  /// - Parameter number: Its number in the sheet, from 1.
  mutating func beginRow(_ number: Int, isHidden: Bool) {
    (self.number, self.isHidden) = (number, isHidden)
    cells.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// Begins a cell, whose text is then appended to `text`.
  @inline(__always)
  mutating func beginCell() { cellStart = text.count }

  /// Ends a cell. An empty one is none.
  ///
  /// - Parameter column: Its column, from 0.
  @inline(__always)
  mutating func endCell(column: Int, isNumber: Bool) {
    if text.count == cellStart { return }
    if text.count - cellStart > limits.textBytes {
      text.removeSubrange(cellStart...)
      remarks.longTexts += 1
    } else if text.count > room {
      isFull = true
    } else if column >= limits.fields {
      text.removeSubrange(cellStart...)
      tellStray(column)
    } else {
      cells.append(Cell(column: column, start: cellStart, end: text.count, isNumber: isNumber))
    }
  }

  /// Drops the cell that was begun.
  mutating func dropCell() { text.removeSubrange(cellStart...) }

  /// Takes the cell that ended in a column once more in so many columns behind it; nothing where that cell was empty.
  mutating func repeatCell(_ count: Int, from column: Int) {
    guard count > 0, let last = cells.last, last.column == column else { return }
    for next in column + 1...column + min(count, limits.fields) where !isFull {
      beginCell()
      text += Array(text[last.start..<last.end])
      endCell(column: next, isNumber: last.isNumber)
    }
  }

  /// Ends a row, which the sheet has so many times.
  mutating func endRow(times: Int = 1) {
    if cells.isEmpty || isFull { return }
    merges.fill(row: number, &cells, &text)
    if zip(cells, cells.dropFirst()).contains(where: { $0.column >= $1.column }) { putInOrder() }
    let first = number
    for repetition in 0..<times where !isFull {
      number = first + repetition
      if isHidden { remarks.hiddenRows += 1 }
      takeRow()
    }
  }

  private mutating func takeRow() {
    guard var head else {
      let isBanner = cells.count == 1 && merges.width(row: number, column: cells[0].column) > 1
      return isBanner ? tellBanner(cells[0]) : write(cells, number)
    }
    self.head = nil
    head.take(number, cells, text, merges)
    self.head = head
    if head.count >= SheetRowWriter.headRows || head.bytes > room { settle() }
  }

  /// Puts cells in the order of their columns; of two in one column the later counts.
  private mutating func putInOrder() {
    var byColumn: [Int: Cell] = [:]
    for cell in cells { byColumn[cell.column] = cell }
    cells = byColumn.values.sorted { $0.column < $1.column }
  }

  // MARK: Rows

  /// The rows, when the sheet has ended; nil where none has a cell.
  mutating func finish() -> SheetRows? {
    settle()
    guard !starts.isEmpty else { return nil }
    defer { output = [] }
    return SheetRows(bytes: Bytes(output), starts: starts, numbers: numbers, hasSheetColumn: name != nil)
  }

  /// Finds the table by the rows so far, and writes them.
  private mutating func settle() {
    guard let head, let found = head.table() else { return }
    self.head = nil
    columns = found.columns
    remarks.titles = found.titles
    begin(found.number)
    for (index, name) in found.names.enumerated() { append(field: Array(name.utf8)[...], isFirst: index == 0) }
    if hasLinks { output += ",hyperlink".utf8 }
    if name != nil { output += ",sheet".utf8 }
    output.append(0x0A)
    for row in head.rows.dropFirst(found.firstRow) {
      text = row.text
      if row.isBanner { tellBanner(row.cells[0]) } else { write(row.cells, row.number) }
    }
  }

  private mutating func begin(_ number: Int) {
    starts.append(UInt32(truncatingIfNeeded: output.count))
    numbers.append(Int32(clamping: number))
  }

  /// Writes a row that has any cell in the table.
  private mutating func write(_ cells: [Cell], _ number: Int) {
    var (next, isBegun) = (columns.lowerBound, false)
    for cell in cells {
      guard columns.contains(cell.column) else {
        tellStray(cell.column, row: number)
        continue
      }
      if !isBegun { begin(number) }
      isBegun = true
      for _ in next..<cell.column { output.append(UInt8(ascii: ",")) }
      next = cell.column
      text.withUnsafeBufferPointer {
        SheetRowWriter.append($0.extracting(cell.start..<cell.end), to: &output)
      }
    }
    guard isBegun else { return }
    for _ in next..<columns.upperBound - 1 { output.append(UInt8(ascii: ",")) }
    if hasLinks { append(field: Array(addresses(behind: cells, number).utf8)[...], isFirst: false) }
    if let name { append(field: Array(name.utf8)[...], isFirst: false) }
    output.append(0x0A)
    if output.count > room { isFull = true }
  }

  /// The addresses behind the cells of a row, with blanks between them; those that a cell shows are left out.
  private func addresses(behind cells: [Cell], _ number: Int) -> String {
    guard let found = links[number] else { return "" }
    let shown = cells.map { String(decoding: text[$0.start..<$0.end], as: UTF8.self) }
    var unique: [String] = []
    for address in found.sorted(by: { $0.key < $1.key }).map(\.value)
    where !unique.contains(address) && !shown.contains(where: { $0.contains(address) }) { unique.append(address) }
    return unique.joined(separator: " ")
  }

  private mutating func append(field: ArraySlice<UInt8>, isFirst: Bool) {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    field.withUnsafeBufferPointer { SheetRowWriter.append($0, to: &output) }
  }

  /// Appends a field, in quotes where it needs them.
  private static func append(_ field: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let needsQuotes = field.contains { byte in byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D }
    guard needsQuotes else { return output.append(contentsOf: field) }
    output.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func tellBanner(_ cell: Cell) {
    remarks.banners.append(String(decoding: text[cell.start..<cell.end], as: UTF8.self))
  }

  private mutating func tellStray(_ column: Int, row: Int? = nil) {
    if remarks.strayCells == 0 { remarks.firstStray = CellReference.name(column: column) + "\(row ?? number)" }
    remarks.strayCells += 1
  }
}
