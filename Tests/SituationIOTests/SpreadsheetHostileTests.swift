import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Hostile spreadsheets")
struct SpreadsheetHostileTests {
  @Test(
    "cut off at any byte, a spreadsheet opens with some of its events or is refused",
    arguments: ["phonetic.xlsx", "odfpy-types.ods"])
  func truncation(name: String) throws {
    let bytes = try Spreadsheets.bytes(name)
    let rows = try Spreadsheets.expected(name).count
    var opened = 0
    for length in 0..<bytes.count {
      do throws(ReadError) {
        let cut = try readSituation(bytes: Array(bytes[..<length]), file: "f")
        opened += 1
        #expect(cut.rejections.contains { $0.isWhole }, "cut at \(length)")
        #expect(cut.events.count <= rows, "cut at \(length)")
      } catch {
        #expect([65, 66].contains(error.exitCode), "cut at \(length)")
        #expect(!error.message.contains("JSON") || length < 4, "cut at \(length): \(error.message)")
      }
    }
    #expect(opened > 0)
  }

  @Test("the sheet cut off at any byte has the rows before the cut")
  func cutSheet() throws {
    let rows = (1...4).map { row in
      "<row r=\"\(row + 1)\"><c r=\"A\(row + 1)\"><v>\(45_000 + row)</v></c>"
        + "<c r=\"B\(row + 1)\" t=\"inlineStr\"><is><t>Event &amp; \(row)</t></is></c></row>"
    }
    let head = "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>date</t></is></c>"
    let sheet = head + "<c t=\"inlineStr\"><is><t>title</t></is></c></row>" + rows.joined() + "</sheetData>"
    var most = 0
    for length in 0...sheet.utf8.count {
      let cut = String(decoding: sheet.utf8.prefix(length), as: UTF8.self)
      let bytes = Spreadsheets.zip([("xl/worksheets/sheet1.xml", "<worksheet>" + cut)])
      guard let read = try? readSituation(bytes: bytes, file: "f") else { continue }
      #expect(read.events.count >= most, "cut at \(length)")
      most = read.events.count
      #expect(read.events.events.allSatisfy { $0.title.hasPrefix("Event & ") || $0.title == "(no title)" })
    }
    #expect(most == 4)
  }

  @Test("however a spreadsheet is damaged, it opens or is refused", arguments: Spreadsheets.names)
  func damage(name: String) throws {
    let bytes = try Spreadsheets.bytes(name)
    var generator = SeededGenerator(seed: UInt64(bytes.count))
    for _ in 0..<40 {
      var damaged = bytes
      mutate(&damaged, using: &generator)
      guard let read = try? readSituation(bytes: damaged, file: "f") else { continue }
      #expect(Set(read.events.events.map(\.id)).count == read.events.count)
      #expect(read.rejections.allSatisfy { $0.line >= 1 })
    }
  }

  @Test("huge dimensions, columns and repetitions cost what the cells cost")
  func dimensions() throws {
    let far = Spreadsheets.workbook(
      sheet: """
        <dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>date</t></is></c>\
        <c r="B1" t="inlineStr"><is><t>title</t></is></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>\
        2024-12-08</t></is></c><c r="XFD1048576"><v>1</v></c><c r="ZZZZZZZZ9"><v>1</v></c></row></sheetData>\
        <mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A2:A999999999"/></mergeCells>
        """)
    let read = try readSituation(bytes: far, file: "f")
    #expect(read.events.count == 1)
    #expect(read.notes.contains { $0.hasSuffix("the first of them XFE1048576") }, "\(read.notes)")

    let repeated = Spreadsheets.ods(
      """
      <table:table-row><table:table-cell><text:p>date</text:p></table:table-cell><table:table-cell><text:p>title</text:p>\
      </table:table-cell><table:table-cell table:number-columns-repeated="999999999"/></table:table-row>\
      <table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999"/>\
      </table:table-row><table:table-row><table:table-cell><text:p>2024-12-08</text:p></table:table-cell><table:table-cell \
      table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell></table:table-row>
      """)
    let ods = try readSituation(bytes: repeated, file: "f")
    #expect(ods.events.events.map(\.title) == ["x"])
  }

  @Test("what swells beyond the limits is refused in one line")
  func bombs() throws {
    let text = String(repeating: "x", count: 400_000)
    let cells = String(repeating: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", count: 20_000)
    let shared = Spreadsheets.workbook(sheet: "<sheetData>\(cells)</sheetData>", texts: "<si><t>\(text)</t></si>")
    let error = #expect(throws: ReadError.self) { try readSituation(bytes: shared, file: "f") }
    #expect(error?.message == "f: unpacks to more than 250 times its size (limit \"unpackedRatio\")")
    let row = "<table:table-row table:number-rows-repeated=\"9999999\"><table:table-cell><text:p>\(text)</text:p>"
    let repeated = Spreadsheets.ods(row + "</table:table-cell></table:table-row>")
    let second = #expect(throws: ReadError.self) { try readSituation(bytes: repeated, file: "f") }
    #expect(second?.message == error?.message)
    // Many sheets that are one part.
    let text8 = String(repeating: "x", count: 90_000)
    let listed = (0..<60).map { "<sheet name=\"\($0)\" r:id=\"a\"/>" }.joined()
    let twice = "<sheetData>\(String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 40))</sheetData>"
    let many = Spreadsheets.workbook(sheet: twice, texts: "<si><t>\(text8)</t></si>", sheets: listed)
    let fourth = #expect(throws: ReadError.self) { try readSituation(bytes: many, file: "f") }
    #expect(fourth?.message == error?.message)
    let wide = String(repeating: " ", count: 8 << 20)
    let packed = try Packer.zip([("xl/worksheets/sheet1.xml", wide)], method: 8, flags: 0)
    let third = #expect(throws: ReadError.self) { try readSituation(bytes: packed, file: "f") }
    #expect(third?.message == error?.message)
  }

  @Test("missing parts, wrong relationships and circles of them are a message, or read in part")
  func relationships() throws {
    let sheet = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>date</t></is></c></row></sheetData></worksheet>"
    func workbook(_ target: String, _ more: [(String, String)] = []) -> [UInt8] {
      Spreadsheets.zip(
        [
          ("xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>"),
          (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"\(target)\"/></Relationships>"
          ),
        ] + more)
    }
    for target in ["nowhere.xml", "workbook.xml", "../../../../etc/passwd", "/xl/workbook.xml", "", "..", "a&#0;b"] {
      let error = #expect(throws: ReadError.self) { try readSituation(bytes: workbook(target), file: "f") }
      #expect(error?.message == "f:1: no sheet has cells (sheets: \"S\")", "\(target)")
    }
    #expect(try readSituation(bytes: workbook("../s.xml", [("s.xml", sheet)]), file: "f").events.count == 0)
    #expect(try readSituation(bytes: workbook("/S.XML", [("s.xml", sheet)]), file: "f").events.count == 0)
    let empty = #expect(throws: ReadError.self) {
      try readSituation(bytes: Spreadsheets.zip([("xl/x", "")]), file: "f")
    }
    #expect(empty?.message == "f:1: is an Excel workbook without a sheet that can be read")
    let typed = #expect(throws: ReadError.self) {
      try readSituation(bytes: workbook("s.xml", [("xl/s.xml", "<!DOCTYPE x []><worksheet/>")]), file: "f")
    }
    #expect(typed?.message == "f:1: its sheet declares a document type, which is not read")
  }

  @Test("cells that point to no text or style are empty or plain, and that is told")
  func pointers() throws {
    let sheet = """
      <sheetData><row><c t="inlineStr"><is><t>date</t></is></c><c t="inlineStr"><is><t>title</t></is></c></row>\
      <row><c s="999999999999999999999"><v>2024</v></c><c t="s"><v>-1</v></c></row>\
      <row><c s="-5"><v>2025</v></c><c t="s"><v>7</v></c></row></sheetData>
      """
    let read = try readSituation(bytes: Spreadsheets.workbook(sheet: sheet), file: "f")
    #expect(read.events.events.map { $0.when?.edtf } == ["2024", "2025"])
    #expect(read.notes == ["sheet \"S\": 2 cells have texts that are not in the file"])
  }
}

extension Spreadsheets {
  /// An OpenDocument spreadsheet of one sheet with some rows.
  static func ods(_ rows: String, styles: String = "") -> [UInt8] {
    zip([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("META-INF/manifest.xml", "<manifest/>"),
      (
        "content.xml",
        "<office:document-content><office:automatic-styles>\(styles)</office:automatic-styles><office:body>"
          + "<office:spreadsheet><table:table table:name=\"S\">\(rows)</table:table></office:spreadsheet></office:body>"
          + "</office:document-content>"
      ),
    ])
  }
}
