import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Spreadsheets")
struct SpreadsheetTests {
  @Test("cells are read as openpyxl and calamine read them", arguments: Spreadsheets.names)
  func cells(name: String) throws {
    var workbook = try #require(Workbook(Bytes(Spreadsheets.bytes(name)), file: name, limits: Limits()))
    let expected = try Spreadsheets.expected(name)
    let sheets = try workbook.sheets(nil, progress: nil)
    for sheet in sheets where sheet.rows != nil {
      let rows = try #require(sheet.rows)
      let wanted = expected.filter { $0.sheet == sheet.name }
      let read = Spreadsheets.texts(rows)
      for (number, texts) in zip(rows.numbers, read).dropFirst() {
        let row = try #require(wanted.first { $0.row == Int(number) }, "\(sheet.name) \(number)")
        // The name of the sheet stands behind its own cells.
        let own = rows.hasSheetColumn ? texts.dropLast() : texts[...]
        // Calamine reads an error of ODS as nothing.
        let told = own.filter { !$0.isEmpty && !(name.hasSuffix("ods") && $0 == "#N/A") }
        #expect(told == row.texts.filter { !$0.isEmpty }, "\(sheet.name) \(number)")
      }
      // Only what stands above the names, below them as their second row, or alone in a merged cell, is no row.
      let numbers = Set(rows.numbers.map(Int.init))
      let left = wanted.filter { !numbers.contains($0.row) }
      let first = try #require(rows.numbers.first)
      #expect(left.allSatisfy { $0.row <= Int(first) + 1 || $0.texts.count == 1 }, "\(sheet.name): \(left.map(\.row))")
    }
    #expect(Set(expected.map(\.sheet)) == Set(sheets.filter { $0.rows != nil }.map(\.name)))
  }

  @Test("a spreadsheet opens with its events and says what it leaves out", arguments: Spreadsheets.names)
  func opens(name: String) throws {
    let situation = try readSituation(bytes: Spreadsheets.bytes(name), file: name)
    #expect(Golden("sheets-\(name)").mismatch(describe(situation) + situation.notes.map { "\n\($0)" }.joined()) == nil)
  }

  @Test("XLSX and ODS of the same sheets have the same events")
  func formats() throws {
    for name in ["merged", "sheets", "hxl"] {
      let xlsx = try readSituation(bytes: Spreadsheets.bytes("openpyxl-\(name).xlsx"), file: "f")
      let ods = try readSituation(bytes: Spreadsheets.bytes("libreoffice-\(name).ods"), file: "f")
      #expect(Array(xlsx.events.events) == Array(ods.events.events), "\(name)")
    }
  }

  @Test("one sheet can be chosen by its name, and an unknown name is told with those that are there")
  func chosen() throws {
    let bytes = try Spreadsheets.bytes("openpyxl-sheets.xlsx")
    var map = ColumnMap()
    map.sheet = "convoys"
    let read = try readSituation(bytes: bytes, file: "f", columns: map)
    #expect(read.events.events.map(\.title) == ["Back again", "Trucks heading west"])
    #expect(read.notes.isEmpty)
    map.sheet = "Tanks"
    let error = #expect(throws: ReadError.self) { try readSituation(bytes: bytes, file: "f", columns: map) }
    #expect(
      error?.message
        == "f:1: has no sheet \"Tanks\" (sheets: \"Strikes\", \"Convoys\", \"Strikes 2023\", \"Places\", \"Nothing\")")
  }

  @Test("a rejection names the row of the sheet")
  func rows() throws {
    let situation = try readSituation(
      bytes: Spreadsheets.workbook(rows: [
        ["date", "title"], [], ["2024-12-08", "one\nof two lines"], [], ["13th of never", "two"],
      ]), file: "f")
    #expect(situation.rejections.map(\.line) == [5])
  }

  @Test("files of other kinds are refused with what to do")
  func refused() throws {
    func message(_ bytes: [UInt8]) -> String? {
      do throws(ReadError) {
        _ = try readSituation(bytes: bytes, file: "f")
        return nil
      } catch { return error.message }
    }
    let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    func compound(_ stream: String) -> [UInt8] {
      var bytes = magic + [UInt8](repeating: 0, count: 1_016)
      for (place, letter) in stream.utf8.enumerated() { bytes[640 + 2 * place] = letter }
      return bytes
    }
    #expect(message(compound("Workbook"))?.hasPrefix("f: is an old Excel workbook (.xls): save it as .xlsx") == true)
    #expect(message(compound("EncryptedPackage"))?.hasPrefix("f: is a spreadsheet with a password: save it") == true)
    #expect(message(magic)?.hasPrefix("f: is an old Office file") == true)
    let binary = Spreadsheets.zip([("xl/workbook.bin", "")])
    #expect(message(binary)?.hasPrefix("f:1: is a binary Excel workbook (.xlsb): save it as .xlsx") == true)
    let locked = Spreadsheets.zip([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      ("META-INF/manifest.xml", "<manifest:encryption-data/>"), ("content.xml", "x"),
    ])
    #expect(message(locked)?.hasPrefix("f:1: is a spreadsheet with a password") == true)
  }
}

/// The spreadsheets of the fixtures, and those that tests make.
enum Spreadsheets {
  static let names = [
    "openpyxl-types.xlsx", "openpyxl-1904.xlsx", "openpyxl-merged.xlsx", "openpyxl-formulas.xlsx",
    "openpyxl-sheets.xlsx",
    "openpyxl-hxl.xlsx", "xlsxwriter-values.xlsx", "xlsxwriter-inline.xlsx", "xlsxwriter-1904.xlsx",
    "xlsxwriter-early.xlsx", "phonetic.xlsx", "libreoffice-types.xlsx", "libreoffice-values.xlsx",
    "libreoffice-types.ods", "libreoffice-merged.ods", "libreoffice-sheets.ods", "libreoffice-hxl.ods",
    "odfpy-types.ods",
  ]

  static func bytes(_ name: String) throws -> [UInt8] { try Fixtures.bytes("Spreadsheets/\(name)") }

  /// A row that another program reads.
  struct Row {
    let sheet: String
    let row: Int
    let texts: [String]
  }

  /// The rows of a fixture that openpyxl and calamine read.
  static func expected(_ name: String) throws -> [Row] {
    let lines = String(decoding: try bytes(name + ".expected"), as: UTF8.self).split(separator: "\n")
    return lines.compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
      return fields.count > 1 ? Int(fields[1]).map { Row(sheet: fields[0], row: $0, texts: Array(fields[2...])) } : nil
    }
  }

  private static func unescaped(_ field: Substring) -> String {
    var (text, isEscape) = ("", false)
    for character in field {
      if isEscape {
        text.append(character == "n" ? "\n" : character == "t" ? "\t" : character == "r" ? "\r" : character)
      } else if character != "\\" {
        text.append(character)
      }
      isEscape = character == "\\" && !isEscape
    }
    return text
  }

  /// The texts of rows of a sheet as they stand there, blanks and all.
  static func texts(_ rows: SheetRows) -> [[String]] {
    rows.bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, dialect: Dialect(separator: UInt8(ascii: ",")), limits: Limits())
      var texts: [[String]] = []
      while scanner.next() {
        texts.append(
          scanner.fields.map { field in
            let text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
            return field.isEscaped ? text.replacing("\"\"", with: "\"") : text
          })
      }
      return texts
    }
  }

  /// An archive of entries that are not packed, with the directory at its end.
  static func zip(_ entries: [(name: String, content: String)]) -> [UInt8] {
    var zip = ZipWriter()
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += zip.begin(entry.name)
      bytes += zip.add(Array(entry.content.utf8))
      bytes += zip.end()
    }
    return bytes + zip.finish()
  }

  /// A workbook of one sheet with texts.
  static func workbook(rows: [[String]]) -> [UInt8] {
    let cells = rows.enumerated().map { number, texts in
      "<row r=\"\(number + 1)\">" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    return workbook(sheet: "<sheetData>\(cells.joined())</sheetData>")
  }

  /// A workbook of one sheet with some XML as its content.
  static func workbook(
    sheet: String, styles: String = "", texts: String = "",
    sheets: String = "<sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/>"
  ) -> [UInt8] {
    zip([
      ("[Content_Types].xml", "<Types/>"),
      ("xl/workbook.xml", "<workbook><sheets>\(sheets)</sheets></workbook>"),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ), ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"), ("xl/sharedStrings.xml", "<sst>\(texts)</sst>"),
      ("xl/worksheets/sheet1.xml", "<worksheet>\(sheet)</worksheet>"),
    ])
  }
}
