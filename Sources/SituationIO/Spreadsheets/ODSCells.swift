/// Reads the cells of one sheet of an OpenDocument spreadsheet, one after the other.
struct ODSCells {
  /// The attributes of a cell's tag.
  private struct Head {
    var times = 1
    var rows = 1
    var columns = 1
    var type = Range<Int>?.none
    var value = Range<Int>?.none
    var style = Range<Int>?.none
    var isCovered = false
  }

  private var xml: TagScanner
  private let styles: ODSStyles
  private var row = 1
  private var column = 0
  private var isHidden = false
  private var times = 1

  /// A reader of the sheet whose element begins at a byte.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, styles: ODSStyles) {
    (xml, self.styles) = (TagScanner(bytes, at: offset), styles)
  }

  /// Reads all rows, or those before a fault, which the remarks then have.
  mutating func read(into rows: inout SheetRowWriter) {
    // The column for addresses has to be there from the first row on, in whatever row the first address is.
    if hasLinks { rows.expectLinks() }
    do throws(XMLFault) { try readRows(into: &rows) } catch { rows.remarks.fault = error.words }
  }

  /// True if some text has an address behind it.
  private var hasLinks: Bool {
    let wanted = Array("<text:a ".utf8)
    return xml.bytes.withContiguousStorageIfAvailable { bytes in
      var place = 0
      while place + wanted.count <= bytes.count {
        // The last byte of the tag's beginning is rare: most places are passed over at once.
        if bytes[place + 6] == wanted[6], bytes[place..<place + wanted.count].elementsEqual(wanted) { return true }
        place += 1
      }
      return false
    } ?? false
  }

  private mutating func readRows(into rows: inout SheetRowWriter) throws(XMLFault) {
    _ = try xml.next()
    var isInRow = false
    while !rows.isFull {
      switch try xml.next() {
      case .start where xml.isNamed("table-row"):
        beginRow(&rows)
        isInRow = !xml.isEmptyElement
        if xml.isEmptyElement { endRow(&rows) }
      case .start where xml.isNamed("table-cell") || xml.isNamed("covered-table-cell"):
        if isInRow { try readCell(into: &rows) } else { try xml.skipElement() }
      case .start:
        // Groups of rows and headers have rows in them; all else is none of the table.
        if !ODSCells.holdsRows(xml) { try xml.skipElement() }
      case .end where xml.isNamed("table-row"):
        if isInRow { endRow(&rows) }
        isInRow = false
      case .end where xml.isNamed("table"): return
      case .end, .text, .section: break
      case .fileEnd: throw .brokenOff(at: xml.offset)
      }
    }
  }

  private static func holdsRows(_ xml: TagScanner) -> Bool {
    xml.isNamed("table-row-group") || xml.isNamed("table-header-rows") || xml.isNamed("table-rows")
  }

  private mutating func beginRow(_ rows: inout SheetRowWriter) {
    times = number(xml.attribute("number-rows-repeated"))
    isHidden = xml.attribute("visibility").map { xml.equals($0, "collapse") || xml.equals($0, "filter") } ?? false
    column = 0
    rows.beginRow(row, isHidden: isHidden)
  }

  private mutating func endRow(_ rows: inout SheetRowWriter) {
    rows.endRow(times: times)
    row += times
  }

  /// The number of repetitions of a cell or a row, or of rows or columns that it spans; 1 where nothing is said.
  private func number(_ value: Range<Int>?) -> Int {
    value.flatMap { XLSXCells.integer(xml.bytes[$0]) }.map { max(1, min($0, 1 << 24)) } ?? 1
  }

  // MARK: Cells

  private mutating func readCell(into rows: inout SheetRowWriter) throws(XMLFault) {
    let head = head()
    rows.beginCell()
    var isNumber = true
    if !appendValue(head, into: &rows) {
      isNumber = false
      if !xml.isEmptyElement {
        try appendParagraphs(to: &rows.text).forEach { address in
          rows.link(row: row, column: column, address: address)
        }
      }
    } else {
      try xml.skipElement()
    }
    // What a merged cell covers is not shown.
    if head.isCovered { rows.dropCell() }
    if head.rows > 1 || head.columns > 1 {
      rows.merge(row: row, column: column, rows: head.rows, columns: head.columns)
    }
    rows.endCell(column: column, isNumber: isNumber)
    rows.repeatCell(head.times - 1, from: column)
    column = min(column + head.times, 1 << 24)
  }

  private func head() -> Head {
    var head = Head(isCovered: xml.isNamed("covered-table-cell"))
    var place = xml.attributes.lowerBound
    while let (name, value) = xml.nextAttribute(&place) {
      if xml.equals(name, "number-columns-repeated") {
        head.times = number(value)
      } else if xml.equals(name, "number-rows-spanned") {
        head.rows = number(value)
      } else if xml.equals(name, "number-columns-spanned") {
        head.columns = number(value)
      } else if xml.equals(name, "value-type") {
        // The first is that of OpenDocument; LibreOffice puts one of its own behind it.
        head.type = head.type ?? value
      } else if xml.equals(name, "style-name") {
        head.style = value
      } else if ["value", "date-value", "time-value", "boolean-value"].contains(where: { xml.equals(name, $0) }) {
        head.value = value
      }
    }
    return head
  }

  /// Appends the value that the tag of a cell has; false where its text is the value.
  private func appendValue(_ head: Head, into rows: inout SheetRowWriter) -> Bool {
    guard let type = head.type, let value = head.value else { return false }
    let text = xml.bytes.extracting(value)
    if xml.equals(type, "float") || xml.equals(type, "currency") {
      CellValue.append(text, .number, .y1900, into: &rows)
    } else if xml.equals(type, "percentage") {
      CellValue.append(text, .percent, .y1900, into: &rows)
    } else if xml.equals(type, "boolean") {
      rows.text += xml.equals(value, "true") ? "TRUE".utf8 : "FALSE".utf8
    } else if xml.equals(type, "date") {
      CellValue.append(odsDate: text, shown(head), into: &rows)
    } else if xml.equals(type, "time") {
      CellValue.append(duration: text, shown(head), into: &rows)
    } else {
      return false
    }
    return true
  }

  private func shown(_ head: Head) -> CellFormat.Shown? {
    head.style.flatMap { styles.shown[String(decoding: xml.bytes[$0], as: UTF8.self)] }
  }

  /// Appends the paragraphs of the cell that was entered, and leaves it. Annotations, drawings and tables in it are left out.
  ///
  /// - Returns: the addresses behind its texts.
  private mutating func appendParagraphs(to text: inout [UInt8]) throws(XMLFault) -> [String] {
    var addresses: [String] = []
    var (depth, paragraphs, isInParagraph) = (1, 0, false)
    while depth > 0 {
      switch try xml.next() {
      case .start:
        if xml.isNamed("annotation") || !isInParagraph && !xml.isNamed("p") && !xml.isNamed("h") {
          try xml.skipElement()
          continue
        }
        if xml.isNamed("p") || xml.isNamed("h"), !isInParagraph {
          if paragraphs > 0 { text.append(0x0A) }
          paragraphs += 1
          isInParagraph = !xml.isEmptyElement
        }
        if isInParagraph, xml.isNamed("a"), let address = xml.attribute("href") {
          var bytes: [UInt8] = []
          CellText.append(address, of: xml.bytes, hasEscapes: false, to: &bytes)
          addresses.append(String(decoding: bytes, as: UTF8.self))
        }
        appendBlank(to: &text)
        depth += xml.isEmptyElement ? 0 : 1
      case .end:
        depth -= 1
        if depth <= 1 { isInParagraph = false }
      case .text: if isInParagraph { appendPlain(xml.text, to: &text) }
      case .section: if isInParagraph { text += xml.bytes[xml.text] }
      case .fileEnd: throw .brokenOff(at: xml.offset)
      }
    }
    return addresses
  }

  /// Appends what an element for white space stands for.
  private func appendBlank(to text: inout [UInt8]) {
    if xml.isNamed("s") {
      let count = min(number(xml.attribute("c")), 1 << 10)
      text += [UInt8](repeating: 0x20, count: count)
    } else if xml.isNamed("tab") {
      text.append(0x09)
    } else if xml.isNamed("line-break") {
      text.append(0x0A)
    }
  }

  /// Appends a text in which white space is collapsed, as OpenDocument has it: other blanks are elements.
  private func appendPlain(_ range: Range<Int>, to text: inout [UInt8]) {
    var piece: [UInt8] = []
    CellText.append(range, of: xml.bytes, hasEscapes: false, to: &piece)
    for byte in piece {
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if !isBlank { text.append(byte) } else if text.last != 0x20 { text.append(0x20) }
    }
  }
}
