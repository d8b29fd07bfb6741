/// The parts of a workbook beside its sheets, and how they are put into an archive.
enum WorkbookParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The styles of cells, by their numbers.
  enum Style: Int {
    case plain, head, day, minute, second
  }

  /// The archive up to the first sheet. The content of each sheet follows, as an entry.
  static func begin(_ zip: inout ZipWriter) -> [UInt8] {
    add(
      [
        ("[Content_Types].xml", contentTypes), ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
        ("xl/styles.xml", styles),
      ], to: &zip)
  }

  /// The path of a sheet in the archive, by its number from 1.
  static func path(ofSheet number: Int) -> String { "xl/worksheets/sheet\(number).xml" }

  /// The archive behind the last of some sheets.
  static func end(_ zip: inout ZipWriter, sheets: Int) -> [UInt8] {
    let numbers = 1...max(1, sheets)
    let names = numbers.map { number in
      "<sheet name=\"events\(number == 1 ? "" : " \(number)")\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
    }
    let workbook =
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(names.joined())</sheets></workbook>"
    let targets = numbers.map { ("worksheet", "worksheets/sheet\($0).xml") } + [("styles", "styles.xml")]
    return add([("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", relations(targets))], to: &zip)
      + zip.finish()
  }

  private static func add(_ parts: [(name: String, content: String)], to zip: inout ZipWriter) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, content) in parts {
      bytes += zip.begin(name)
      bytes += zip.add(Array((declaration + content).utf8))
      bytes += zip.end()
    }
    return bytes
  }

  /// Parts are sheets unless they are named: their number is not known before the last is written.
  private static let contentTypes = """
    <Types xmlns="\(package)/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="\(types).worksheet+xml"/>\
    <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>\
    <Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/></Types>
    """

  private static func relations(_ targets: [(type: String, path: String)]) -> String {
    let parts = targets.enumerated().map { index, target in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(target.type)\" Target=\"\(target.path)\"/>"
    }
    return "<Relationships xmlns=\"\(package)/relationships\">\(parts.joined())</Relationships>"
  }

  private static let styles = """
    <styleSheet xmlns="\(main)"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
    <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>\
    <numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """
}
