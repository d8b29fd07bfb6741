import SituationModel

/// Writes a sheet of a workbook (ECMA-376): the table of our own, with dates and numbers as cells of their types, a filter over
/// its names, and the names frozen above the rows.
struct WorkbookWriter: FileWriter {
  /// The size of a sheet.
  struct Limit {
    /// Rows, that of the names among them, as Excel has them.
    var rows = 1_048_576
    /// Bytes of its XML, so that an archive without large sizes has room for it.
    var bytes = 0xF000_0000
  }

  /// Characters of a cell, as Excel counts them.
  private static let mostCharacters = 32_767

  private let rows: Range<Int>
  private let hasTags: Bool
  private let hasOrigins: Bool

  /// A writer of one sheet.
  ///
  /// - Parameters:
  ///   - rows: The events that the sheet has, by their rows in the table.
  ///   - hasTags: True if a row of HXL's tags stands under the names.
  ///   - hasOrigins: True if the last column says how places were found.
  init(_ rows: Range<Int>, hasTags: Bool, hasOrigins: Bool) {
    (self.rows, self.hasTags, self.hasOrigins) = (rows, hasTags, hasOrigins)
  }

  private var names: [String] { TableWriter.names(hasOrigins: hasOrigins) }

  var unsaid: WholeMembers { .all }

  /// The number of rows above the events.
  static func headRows(hasTags: Bool) -> Int { hasTags ? 2 : 1 }

  private var headRows: Int { WorkbookWriter.headRows(hasTags: hasTags) }

  func begin(_ output: inout OutputBytes) {
    let last = CellReference.name(column: names.count - 1)
    output.append(WorkbookParts.declaration + "<worksheet xmlns=\"\(WorkbookParts.main)\">")
    output.append("<dimension ref=\"A1:\(last)\(rows.count + headRows)\"/><sheetViews><sheetView workbookViewId=\"0\">")
    output.append(
      "<pane ySplit=\"\(headRows)\" topLeftCell=\"A\(headRows + 1)\" activePane=\"bottomLeft\" state=\"frozen\"/>")
    output.append("</sheetView></sheetViews><cols>")
    for (index, name) in names.enumerated() {
      let width = ["title", "summary"].contains(name) ? 40 : ["when", "place", "sources"].contains(name) ? 20 : 12
      output.append("<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>")
    }
    output.append("</cols><sheetData>\n")
    var head = SheetRow(1)
    for name in names { head.add(.text(name), style: .head) }
    output.append(head.xml)
    guard hasTags else { return }
    var tags = SheetRow(2)
    for name in names { tags.add(.text(HXL.tag(ofOwn: name))) }
    output.append(tags.xml)
  }

  func append(_ event: Event, _ output: inout OutputBytes) { append(event, at: rows.lowerBound, &output) }

  func append(_ event: Event, at row: Int, _ output: inout OutputBytes) {
    var cells = SheetRow(row - rows.lowerBound + headRows + 1)
    TableCells(event, isDisarmed: false, hasOrigins: hasOrigins).cells.forEach { cells.add($0) }
    output.append(cells.xml)
  }

  /// True if an event has a text that is too long for a cell of Excel.
  static func hasLongCell(_ event: Event) -> Bool {
    TableCells(event, isDisarmed: false, hasOrigins: false).cells.contains { cell in
      if case .text(let text) = cell { text.utf16.count > mostCharacters } else { false }
    }
  }

  func end(_ output: inout OutputBytes) {
    let last = CellReference.name(column: names.count - 1)
    output.append("</sheetData><autoFilter ref=\"A\(headRows):\(last)\(rows.count + headRows)\"/></worksheet>")
  }
}

/// A row of a sheet that is written.
struct SheetRow {
  private var output = OutputBytes()
  private let number: Int
  private var column = 0

  init(_ number: Int) {
    self.number = number
    output.append("<row r=\"\(number)\">")
  }

  /// The row.
  var xml: OutputBytes {
    var output = output
    output.append("</row>\n")
    return output
  }

  /// Adds the next cell; an empty one is left out.
  mutating func add(_ cell: TableCells.Cell, style: WorkbookParts.Style = .plain) {
    let name = CellReference.name(column: column) + String(number)
    column += 1
    switch cell {
    case .none: break
    case .number(let value):
      output.append("<c r=\"\(name)\"><v>")
      output.append(value)
      output.append("</v></c>")
    case .date(let date):
      if let cell = WorkbookDate(date) {
        output.append("<c r=\"\(name)\" s=\"\(cell.style.rawValue)\"><v>")
        output.append(cell.serial)
        output.append("</v></c>")
      } else {
        add(text: date.edtf, name, .plain)
      }
    case .text(let text): add(text: text, name, style)
    }
  }

  private mutating func add(text: String, _ name: String, _ style: WorkbookParts.Style) {
    let format = style == .plain ? "" : " s=\"\(style.rawValue)\""
    output.append("<c r=\"\(name)\"\(format) t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    output.append(workbook: text)
    output.append("</t></is></c>")
  }
}

/// A date that a cell can hold: a day, a minute or a second after February 1900, which nothing says to be about.
private struct WorkbookDate {
  let serial: Double
  let style: WorkbookParts.Style

  /// The date of a cell; nil where a cell would say more or less than is known, as of a month, a span, or what is about.
  init?(_ date: DateInterval) {
    guard let start = date.start else { return nil }
    switch date.precision {
    case .day: style = .day
    case .minute: style = .minute
    case .second: style = .second
    case .hour, .month, .year: return nil
    }
    guard date == DateInterval(unit: date.precision, at: start) else { return nil }
    let days = start.seconds.dividedByFloor(86_400)
    guard (-25_508..<2_932_897).contains(days.quotient) else { return nil }
    serial = Double(days.quotient + 25_569) + Double(days.remainder) / 86_400
  }
}

extension Int64 {
  /// The quotient rounded down, and what is left, which is not below 0.
  fileprivate func dividedByFloor(_ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let rest = (self % divisor + divisor) % divisor
    return ((self - rest) / divisor, rest)
  }
}

extension OutputBytes {
  /// Appends a text as the content of an element of a workbook. What XML can't say, and what would be taken for an escape, is one.
  mutating func append(workbook text: String) {
    let bytes = Array(text.utf8)
    let needsEscapes = bytes.hasNoncharacter || bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x5F }
    guard needsEscapes else { return append(xml: text) }
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let isEscape =
        scalar == "_" && place + 6 < scalars.count && scalars[place + 1] == "x" && scalars[place + 6] == "_"
      let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value | 1 == 0xFFFF
      if isEscape || isControl {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        append("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_")
      } else {
        append(xml: String(Character(scalar)))
      }
    }
  }
}
