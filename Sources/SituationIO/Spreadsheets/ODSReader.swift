/// Reads the sheets of an OpenDocument spreadsheet (ISO/IEC 26300-1, 9), all of which are in one part, `content.xml`.
struct ODSReader {
  /// The names of the sheets, in order, with what is hidden.
  private struct Listed {
    let name: String
    let style: String
    /// The byte at which its element begins.
    let offset: Int
  }

  /// The sheets that are wanted; see `Workbook.sheets`.
  static func sheets(
    _ workbook: inout Workbook, _ wanted: String?, _ progress: ReadingProgress?
  ) throws(ReadError) -> [WorkbookSheet] {
    if let manifest = try workbook.part("META-INF/manifest.xml"),
      String(decoding: manifest.bytes, as: UTF8.self).contains("encryption-data")
    {
      throw workbook.failure("is a spreadsheet with a password: save it without one in a spreadsheet program")
    }
    guard let part = try workbook.part("content.xml") else {
      throw workbook.failure("is an OpenDocument spreadsheet without content that can be read")
    }
    // Formats that several sheets use stand in a part of their own.
    let styles = ODSStyles([try workbook.part("styles.xml")?.bytes ?? [], part.bytes])
    let listed = list(part.bytes)
    var chosen = Array(listed.indices)
    if let wanted { chosen = [try workbook.place(of: wanted, among: listed.map(\.name))] }
    if chosen.isEmpty { throw workbook.failure("is an OpenDocument spreadsheet without a sheet that can be read") }
    var sheets: [WorkbookSheet] = []
    for place in chosen {
      if progress?.isStopped == true { break }
      let sheet = listed[place]
      var rows = workbook.rowWriter(sheetColumn: chosen.count == 1 ? nil : sheet.name)
      part.bytes.withUnsafeBufferPointer { bytes in
        var cells = ODSCells(bytes, at: sheet.offset, styles: styles)
        cells.read(into: &rows)
      }
      if place == listed.count - 1, let fault = part.fault { rows.remarks.fault = fault }
      let read = try workbook.finish(&rows)
      sheets.append(
        WorkbookSheet(
          name: sheet.name, isHidden: styles.hiddenTables.contains(sheet.style), rows: read, remarks: rows.remarks))
    }
    return sheets
  }

  /// The sheets, as far as the part goes on.
  private static func list(_ part: [UInt8]) -> [Listed] {
    var listed: [Listed] = []
    part.withUnsafeBufferPointer { bytes in
      var xml = TagScanner(bytes)
      var depth = 0
      while true {
        let start = xml.offset
        guard let token = try? xml.next(), token != .fileEnd else { return }
        if token == .end { depth -= xml.isNamed("table") ? 1 : 0 }
        guard token == .start, xml.isNamed("table"), !xml.isEmptyElement else { continue }
        depth += 1
        // Tables within cells are none of the sheets.
        guard depth == 1 else { continue }
        func text(_ range: Range<Int>?) -> String {
          var text: [UInt8] = []
          if let range { CellText.append(range, of: bytes, hasEscapes: false, to: &text) }
          return String(decoding: text, as: UTF8.self)
        }
        let name = text(xml.attribute("name"))
        listed.append(
          Listed(
            name: name.isEmpty ? "sheet \(listed.count + 1)" : name, style: text(xml.attribute("style-name")),
            offset: start))
      }
    }
    return listed
  }
}

/// The styles of a spreadsheet, as far as they say how dates are shown and which sheets are hidden.
struct ODSStyles {
  /// The names of the styles of tables that are not displayed.
  private(set) var hiddenTables = Set<String>()
  /// The parts of a date that the styles of cells show.
  private(set) var shown: [String: CellFormat.Shown] = [:]

  /// The formats of dates by their names.
  private var formats: [String: CellFormat.Shown] = [:]

  /// The styles of parts; of each those before a fault where it has one.
  init(_ parts: [[UInt8]]) {
    for part in parts {
      part.withUnsafeBufferPointer { bytes in
        var xml = TagScanner(bytes)
        try? read(&xml)
      }
    }
  }

  private mutating func read(_ xml: inout TagScanner) throws(XMLFault) {
    var (format, style) = ("", "")
    while true {
      switch try xml.next() {
      case .start:
        func value(_ name: StaticString) -> String {
          xml.attribute(name).map { String(decoding: xml.bytes[$0], as: UTF8.self) } ?? ""
        }
        // The sheets follow the styles.
        if xml.isNamed("body") { return }
        if xml.isNamed("date-style") || xml.isNamed("time-style") {
          format = value("name")
          formats[format] = CellFormat.Shown(day: .none, clock: .none)
        } else if xml.isNamed("style") {
          style = value("name")
          shown[style] = formats[value("data-style-name")]
        } else if xml.isNamed("table-properties"), value("display") == "false" {
          hiddenTables.insert(style)
        } else {
          add(xml, to: &formats[format])
        }
      case .end:
        if xml.isNamed("date-style") || xml.isNamed("time-style") { format = "" }
      case .text, .section: break
      case .fileEnd: return
      }
    }
  }

  /// Adds what an element of a format shows.
  private func add(_ xml: TagScanner, to format: inout CellFormat.Shown?) {
    guard var shown = format else { return }
    if xml.isNamed("year"), shown.day == .none { shown.day = .year }
    if xml.isNamed("month"), shown.day != .day { shown.day = .month }
    if xml.isNamed("day") { shown.day = .day }
    if xml.isNamed("hours") || xml.isNamed("minutes"), shown.clock == .none { shown.clock = .minute }
    if xml.isNamed("seconds") {
      let places = xml.attribute("decimal-places").flatMap { XLSXCells.integer(xml.bytes[$0]) } ?? 0
      shown.clock = places > 0 ? .fraction : .second
    }
    format = shown
  }
}
