import SituationModel

/// Rows of texts and numbers with names above them, for other programs.
public struct RowTable: Sendable {
  /// The content of one cell.
  public enum Cell: Hashable, Sendable {
    case none
    case text(String)
    case number(Double)

    init(_ text: String?) { self = text.map(Cell.text) ?? .none }
    init(_ number: Double?) { self = number.map(Cell.number) ?? .none }

    var value: PropertyValue {
      switch self {
      case .none: .null
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      }
    }
  }

  /// The names of the columns.
  public let names: [String]
  /// The rows, each with as many cells as there are names.
  public var rows: [[Cell]] = []

  /// A table without rows.
  public init(names: [String]) { self.names = names }

  /// The table as CSV (RFC 4180). A text that a spreadsheet would take for a formula has an apostrophe in front.
  func csv(safe: (String) -> String) -> String {
    let lines = rows.map { row in
      row.map { cell in
        switch cell {
        case .none: ""
        case .text(let text): RowTable.quoted(FormulaText.disarmed(safe(text)))
        case .number(let number): Int(exactly: number).map(String.init) ?? number.description
        }
      }.joined(separator: ",")
    }
    return ([names.joined(separator: ",")] + lines).map { $0 + "\r\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return text }
    return "\"" + text.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }

  /// The rows as JSON: an array with an object each, on a line of its own. Cells without a value are left out.
  var json: String {
    let objects = rows.map { row in
      PropertyValue.json(zip(names, row).compactMap { $1 == .none ? nil : (key: $0, value: $1.value) })
    }
    return "[\n" + objects.joined(separator: ",\n") + (objects.isEmpty ? "" : "\n") + "]\n"
  }

  /// The table as a workbook of XLSX with one sheet.
  var workbook: [UInt8] {
    var zip = ZipWriter()
    var output = OutputBytes()
    output.append(WorkbookParts.declaration + "<worksheet xmlns=\"\(WorkbookParts.main)\"><sheetData>\n")
    var head = SheetRow(1)
    for name in names { head.add(.text(name), style: .head) }
    output.append(head.xml)
    for (number, row) in rows.prefix(WorkbookWriter.Limit().rows - 1).enumerated() {
      var line = SheetRow(number + 2)
      for cell in row {
        switch cell {
        case .none: line.add(.none)
        case .text(let text): line.add(.text(text))
        case .number(let number): line.add(.number(number))
        }
      }
      output.append(line.xml)
    }
    output.append("</sheetData></worksheet>")
    let bytes =
      WorkbookParts.begin(&zip) + zip.begin(WorkbookParts.path(ofSheet: 1)) + zip.add(output.bytes) + zip.end()
    return bytes + WorkbookParts.end(&zip, sheets: 1)
  }
}
