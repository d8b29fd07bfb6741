import TestKit
import Testing

@testable import SituationIO

@Suite("Cells of spreadsheets")
struct CellTests {
  @Test(
    "a number keeps its digits, whatever the binary fraction is",
    arguments: [
      ("36.229999999999997", "36.23"), ("0.1", "0.1"), ("0.30000000000000004", "0.30000000000000004"),
      ("1.0", "1"), ("-0.0", "0"), ("1E3", "1000"), ("1e-07", "0.0000001"),
      ("12345678901234567890", "12345678901234567890"),
      ("1.2345678901234567E+19", "12345678901234567000"), ("-7", "-7"), ("007", "7"), ("100", "100"), ("0", "0"),
      ("1.50", "1.5"), ("1e300", "1E300"), ("-2.5e-30", "-2.5E-30"), ("3.", "3"), (".5", "0.5"),
    ])
  func numbers(written: String, told: String) {
    #expect(value(written, .number) == told)
  }

  @Test(
    "what is no number stays as it is written", arguments: ["NaN", "INF", "0x10", "1e999", "", "-", "1,5", "1.2.3"])
  func noNumbers(written: String) {
    #expect(value(written, .number) == written)
  }

  @Test("a percentage is a hundred times its number, digit by digit")
  func percentages() {
    #expect(value("0.07", .percent) == "7%" && value("0.070000000000000007", .percent) == "7%")
    #expect(value("1.125", .percent) == "112.5%" && value("0", .percent) == "0%")
    #expect(value("17", .padded(5)) == "00017" && value("-17", .padded(5)) == "-00017")
  }

  @Test(
    "a number format says which parts of a date are shown",
    arguments: [
      ("yyyy\\-mm\\-dd", "2024-12-08"), ("dd/mm/yyyy hh:mm", "2024-12-08 14:30"),
      ("d.m.yy h:mm:ss", "2024-12-08 14:30:05"),
      ("mmm-yy", "2024-12"), ("yyyy", "2024"), ("h:mm AM/PM", "14:30"), ("[h]:mm", "1095230:30"),
      ("mm:ss.0", "14:30:05.000"),
      ("[$-409]d mmmm yyyy;@", "2024-12-08"), ("\"day\" 0.0", "45634.60422453704"), ("General", "45634.60422453704"),
      ("[Red]0.0", "45634.60422453704"), ("0.00E+00", "45634.60422453704"), ("dddd", "2024-12-08"),
      ("_-* #,##0", "45634.60422453704"),
    ])
  func formats(code: String, told: String) {
    #expect(value("45634.60422453704", CellFormat(code: code)) == told)
  }

  @Test("both systems of dates, and the day that never was")
  func epochs() {
    let day = CellFormat(code: "yyyy-mm-dd")
    #expect(value("60", day) == "1900-02-29" && value("0", day) == "1900-01-00" && value("1", day) == "1900-01-01")
    #expect(value("61", day) == "1900-03-01" && value("2958466", day) == "2958466" && value("-1", day) == "-1")
    #expect(value("0", day, .y1904) == "1904-01-01" && value("2957003", day, .y1904) == "9999-12-31")
    #expect(value("45634.999999999", CellFormat(code: "yyyy-mm-dd hh:mm")) == "2024-12-09 00:00")
  }

  @Test("escapes of XLSX are characters, and halves of pairs are not")
  func escapes() {
    func text(_ xml: String, _ hasEscapes: Bool = true) -> String {
      let bytes = Array(xml.utf8)
      var text: [UInt8] = []
      bytes.withUnsafeBufferPointer { CellText.append(0..<$0.count, of: $0, hasEscapes: hasEscapes, to: &text) }
      return String(decoding: text, as: UTF8.self)
    }
    #expect(text("a_x000A_b_x005F_x000A_") == "a\nb_x000A_")
    #expect(text("_xD800_ _x00_ _xZZZZ_ _x0041") == "_xD800_ _x00_ _xZZZZ_ _x0041")
    #expect(text("a_x0041_", false) == "a_x0041_")
    #expect(text("&lt;&#x41;&amp;amp;&unknown;\r\n\r") == "<A&amp;&unknown;\n\n")
  }

  @Test("names of cells")
  func references() {
    func place(_ name: String) -> String? {
      Array(name.utf8).withUnsafeBufferPointer { CellReference.place($0) }.map { "\($0.column) \($0.row)" }
    }
    #expect(place("A1") == "0 1" && place("XFD1048576") == "16383 1048576" && place("$B$7") == "1 7")
    for odd in ["", "A", "1", "A0", "A1B", "AAAAAAAAA1", "A9999999999", "é1", String(repeating: "Z", count: 40) + "1"] {
      #expect(place(odd) == nil, "\(odd)")
    }
    for column in [0, 25, 26, 701, 702, 16_383] {
      #expect(place(CellReference.name(column: column) + "3") == "\(column) 3")
    }
  }

  @Test("a cell of ODS has its paragraphs, blanks and line breaks, and no annotation; what is covered is not read")
  func paragraphs() throws {
    let rows = """
      <table:table-row><table:table-cell><text:p>date</text:p></table:table-cell><table:table-cell><text:p>title</text:p>\
      </table:table-cell><table:table-cell><text:p>more</text:p></table:table-cell></table:table-row>
      <table:table-row><table:table-cell table:style-name="d" office:value-type="date" office:date-value="2024-12-08T14:30:05">\
      <text:p>8 Dec</text:p></table:table-cell><table:table-cell><office:annotation><text:p>Note</text:p></office:annotation>\
      <text:p>One<text:line-break/>two<text:s text:c="2"/><text:a>three</text:a></text:p><text:p/><text:p>four</text:p>\
      </table:table-cell><table:covered-table-cell><text:p>covered</text:p></table:covered-table-cell></table:table-row>
      """
    let styles = """
      <number:date-style style:name="n"><number:year/><number:month/><number:day/></number:date-style>\
      <style:style style:name="d" style:data-style-name="n"/>
      """
    let read = try readSituation(bytes: Spreadsheets.ods(rows, styles: styles), file: "f")
    #expect(read.events.events.map(\.title) == ["One\ntwo  three\n\nfour"])
    #expect(read.events.events.map(\.summary) == [""])
    #expect(read.events[0].when?.edtf == "2024-12-08")
    #expect(read.notes.contains { $0.contains("has a time of day that its number format does not show") })
  }

  private func value(_ written: String, _ format: CellFormat, _ epoch: SerialDate.Epoch = .y1900) -> String {
    var rows = SheetRowWriter(sheetColumn: nil, room: 1_000, limits: Limits())
    Array(written.utf8).withUnsafeBufferPointer { CellValue.append($0, format, epoch, into: &rows) }
    return String(decoding: rows.text, as: UTF8.self)
  }
}
