/// Reads the cells of one sheet of a workbook, one after the other (ECMA-376, 18.3.1).
struct XLSXCells {
  /// The attributes of a cell's tag.
  private struct Head {
    var column = 0
    var format = CellFormat.number
    var type = Type.number
  }

  /// The type of a cell's value (18.18.11).
  private enum `Type` { case number, shared, inline, text, boolean, error, date }

  private var xml: TagScanner
  private let epoch: SerialDate.Epoch
  private let styles: [CellFormat]
  private var row = 0
  private var nextColumn = 0

  private let addresses: [String: String]

  /// A reader of the part of a sheet.
  ///
  /// - Parameter addresses: the addresses that its cells may point to, by the ids of their relationships.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, epoch: SerialDate.Epoch, styles: [CellFormat], addresses: [String: String]
  ) {
    (xml, self.epoch, self.styles, self.addresses) = (TagScanner(bytes), epoch, styles, addresses)
  }

  /// Reads all rows, or those before a fault, which the remarks then have.
  mutating func read(into rows: inout SheetRowWriter, _ texts: SharedTexts) {
    readMerges(into: &rows)
    if !addresses.isEmpty { readLinks(into: &rows) }
    do throws(XMLFault) { try readRows(into: &rows, texts) } catch { rows.remarks.fault = error.words }
  }

  /// Merged cells are listed behind the rows, and are needed before.
  private func readMerges(into rows: inout SheetRowWriter) {
    guard let start = endOfRows else { return }
    var list = TagScanner(xml.bytes, at: start)
    while let token = try? list.next(), token != .fileEnd {
      guard token == .start, list.isNamed("mergeCell"), let range = list.attribute("ref") else { continue }
      let ends = xml.bytes[range].split(separator: UInt8(ascii: ":")).map { UnsafeBufferPointer(rebasing: $0) }
      guard ends.count == 2, let first = CellReference.place(ends[0]), let last = CellReference.place(ends[1]) else {
        continue
      }
      rows.merge(
        row: first.row, column: first.column, rows: last.row - first.row + 1, columns: last.column - first.column + 1)
    }
  }

  /// Hyperlinks are listed behind the rows, too.
  private func readLinks(into rows: inout SheetRowWriter) {
    guard let start = endOfRows else { return }
    rows.expectLinks()
    var list = TagScanner(xml.bytes, at: start)
    while let token = try? list.next(), token != .fileEnd {
      guard token == .start, list.isNamed("hyperlink"), let cell = list.attribute("ref"),
        let id = list.attribute("id"), let address = addresses[String(decoding: xml.bytes[id], as: UTF8.self)]
      else { continue }
      // A range of cells has its first one in front.
      let first = xml.bytes[cell].prefix { $0 != UInt8(ascii: ":") }
      guard let place = CellReference.place(UnsafeBufferPointer(rebasing: first)) else { continue }
      rows.link(row: place.row, column: place.column, address: address)
    }
  }

  /// The byte behind the rows; nil where they do not end.
  private var endOfRows: Int? {
    let wanted = Array("sheetData>".utf8)
    var place = xml.bytes.count - wanted.count
    while place >= 0 {
      if xml.bytes[place] == wanted[0], xml.bytes[place..<place + wanted.count].elementsEqual(wanted) {
        return place + wanted.count
      }
      place -= 1
    }
    return nil
  }

  // MARK: Rows

  private mutating func readRows(into rows: inout SheetRowWriter, _ texts: SharedTexts) throws(XMLFault) {
    var isInRow = false
    while !rows.isFull {
      switch try xml.next() {
      case .start where xml.isNamed("c"):
        if !isInRow { continue }
        let head = head()
        rows.beginCell()
        if !xml.isEmptyElement { try readCell(head, into: &rows, texts) }
        rows.endCell(column: head.column, isNumber: head.type == .number || head.type == .date)
      case .start where xml.isNamed("row"):
        if isInRow { rows.endRow() }
        beginRow(&rows)
        isInRow = !xml.isEmptyElement
      case .end where xml.isNamed("row"):
        if isInRow { rows.endRow() }
        isInRow = false
      case .start, .end, .text, .section: break
      case .fileEnd:
        if isInRow { throw .brokenOff(at: xml.offset) }
        return
      }
    }
  }

  private mutating func beginRow(_ rows: inout SheetRowWriter) {
    let given = xml.attribute("r").flatMap { XLSXCells.integer(xml.bytes[$0]) }
    row = given ?? row + 1
    nextColumn = 0
    let isHidden = xml.attribute("hidden").map { xml.equals($0, "1") || xml.equals($0, "true") } ?? false
    rows.beginRow(row, isHidden: isHidden)
  }

  /// The head of the cell whose tag came last; without a name it stands behind the cell before.
  private mutating func head() -> Head {
    var head = Head(column: nextColumn)
    var place = xml.attributes.lowerBound
    while let (name, value) = xml.nextAttribute(&place) {
      guard name.count == 1 else { continue }
      switch xml.bytes[name.lowerBound] {
      case UInt8(ascii: "r"):
        if let found = CellReference.place(xml.bytes.extracting(value)) {
          head.column = found.column
        }
      case UInt8(ascii: "s"):
        if let style = XLSXCells.integer(xml.bytes[value]), style < styles.count { head.format = styles[style] }
      case UInt8(ascii: "t"): head.type = type(value)
      default: break
      }
    }
    nextColumn = head.column + 1
    return head
  }

  private func type(_ value: Range<Int>) -> Type {
    guard let first = xml.bytes[value].first else { return .number }
    switch first {
    case UInt8(ascii: "s"): return value.count == 1 ? .shared : .text
    case UInt8(ascii: "i"): return .inline
    case UInt8(ascii: "b"): return .boolean
    case UInt8(ascii: "e"): return .error
    case UInt8(ascii: "d"): return .date
    default: return .number
    }
  }

  static func integer(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(digit &- 0x30)
    }
    return value
  }

  // MARK: Cells

  /// Reads the content of a cell up to its end. The value counts, and not the formula that gave it.
  private mutating func readCell(
    _ head: Head, into rows: inout SheetRowWriter, _ texts: SharedTexts
  ) throws(XMLFault) {
    var (hasFormula, hasValue) = (false, false)
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("v"):
        if xml.isEmptyElement { continue }
        switch try xml.next() {
        case .text, .section:
          hasValue = true
          append(xml.text, head, into: &rows, texts)
          try xml.skipElement()
        case .end: continue
        case .start: try xml.skipElement()
        case .fileEnd: throw .brokenOff(at: xml.offset)
        }
      case .start where xml.isNamed("is"):
        if !xml.isEmptyElement { try RichText.append(&xml, to: &rows.text) }
      case .start:
        if xml.isNamed("f") { hasFormula = true }
        try xml.skipElement()
      case .end:
        // A formula may have an empty text as its value, and says so.
        if hasFormula, !hasValue, head.type != .text { rows.remarks.formulasWithoutValue += 1 }
        return
      case .text, .section: break
      case .fileEnd: throw .brokenOff(at: xml.offset)
      }
    }
  }

  private func append(
    _ value: Range<Int>, _ head: Head, into rows: inout SheetRowWriter, _ texts: SharedTexts
  ) {
    let digits = xml.bytes.extracting(value)
    switch head.type {
    case .number: CellValue.append(digits, head.format, epoch, into: &rows)
    case .shared:
      let number = XLSXCells.integer(xml.bytes[value])
      if number.map({ texts.append($0, to: &rows.text) }) != true { rows.remarks.missingTexts += 1 }
    case .boolean:
      rows.text += digits.first == UInt8(ascii: "1") || digits.first == UInt8(ascii: "t") ? "TRUE".utf8 : "FALSE".utf8
    case .date: CellValue.append(isoDate: digits, head.format, into: &rows)
    case .inline, .text, .error: CellText.append(value, of: xml.bytes, hasEscapes: true, to: &rows.text)
    }
  }
}
