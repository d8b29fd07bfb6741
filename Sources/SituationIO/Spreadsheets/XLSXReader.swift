/// Reads the sheets of Office Open XML (ECMA-376, part 1, 18).
struct XLSXReader {
  /// A sheet, as the workbook lists it.
  private struct Listed {
    let name: String
    let isHidden: Bool
    /// The part with its cells; nil where it is missing or is no sheet with cells.
    let path: String?
  }

  /// A relationship of the workbook to another part.
  private struct Relation {
    let id: String
    let type: String
    let path: String
  }

  private var listed: [Listed] = []
  private var epoch = SerialDate.Epoch.y1900
  private var relations: [Relation] = []
  private var styles: [CellFormat] = []
  private var texts = SharedTexts()

  /// The sheets that are wanted; see `Workbook.sheets`.
  static func sheets(
    _ workbook: inout Workbook, _ wanted: String?, _ progress: ReadingProgress?
  ) throws(ReadError) -> [WorkbookSheet] {
    var reader = XLSXReader()
    try reader.readWorkbook(&workbook)
    var chosen = reader.listed
    if let wanted {
      chosen = [chosen[try workbook.place(of: wanted, among: chosen.map(\.name))]]
    }
    try reader.readShared(&workbook)
    var sheets: [WorkbookSheet] = []
    for sheet in chosen {
      if progress?.isStopped == true { break }
      sheets.append(try reader.read(sheet, &workbook, isOnly: chosen.count == 1))
    }
    return sheets
  }

  private func read(
    _ sheet: Listed, _ workbook: inout Workbook, isOnly: Bool
  ) throws(ReadError) -> WorkbookSheet {
    var rows = workbook.rowWriter(sheetColumn: isOnly ? nil : sheet.name)
    guard let path = sheet.path, let part = try workbook.part(path) else {
      return WorkbookSheet(name: sheet.name, isHidden: sheet.isHidden, rows: nil, remarks: rows.remarks)
    }
    let addresses = try addresses(beside: path, &workbook)
    part.bytes.withUnsafeBufferPointer { bytes in
      var cells = XLSXCells(bytes, epoch: epoch, styles: styles, addresses: addresses)
      cells.read(into: &rows, texts)
    }
    rows.remarks.fault = part.fault ?? rows.remarks.fault
    let read = try workbook.finish(&rows)
    return WorkbookSheet(name: sheet.name, isHidden: sheet.isHidden, rows: read, remarks: rows.remarks)
  }

  // MARK: The workbook

  private mutating func readWorkbook(_ workbook: inout Workbook) throws(ReadError) {
    let root = try relations(beside: "", &workbook).first { $0.type.hasSuffix("/officeDocument") }?.path
    let path = root ?? "xl/workbook.xml"
    relations = try relations(beside: path, &workbook)
    if let part = try workbook.part(path) {
      var xml = XMLReader(Bytes(part.bytes), limits: workbook.limits)
      // What breaks off may have said enough before.
      try? readList(&xml)
    }
    if listed.isEmpty {
      // Without the list, as in a file that is cut off, the usual names of parts have to do.
      for number in 1...64 {
        let path = "xl/worksheets/sheet\(number).xml"
        if workbook.has(path) { listed.append(Listed(name: "Sheet\(number)", isHidden: false, path: path)) }
      }
    }
    if listed.isEmpty { throw workbook.failure("is an Excel workbook without a sheet that can be read") }
  }

  private mutating func readList(_ xml: inout XMLReader) throws(XMLFault) {
    guard try xml.nextChild() != nil else { return }
    while let child = try xml.nextChild() {
      switch child.name {
      case "workbookPr":
        if child["date1904"] == "1" || child["date1904"] == "true" { epoch = .y1904 }
        try xml.skip()
      case "sheets":
        while let sheet = try xml.nextChild() {
          let relation = relations.first { $0.id == sheet["id"] }
          let hasCells = relation?.type.hasSuffix("/worksheet") ?? false
          listed.append(
            Listed(
              name: sheet["name"] ?? "sheet \(listed.count + 1)",
              isHidden: sheet["state"].map { $0 != "visible" } ?? false, path: hasCells ? relation?.path : nil))
          try xml.skip()
        }
      default: try xml.skip()
      }
    }
  }

  /// The relationships of a part, whose targets are paths from the folder of the part on.
  private func relations(beside path: String, _ workbook: inout Workbook) throws(ReadError) -> [Relation] {
    let folders = path.split(separator: "/").dropLast().map(String.init)
    return try targets(beside: path, &workbook).filter { !$0.isExternal }.map {
      Relation(id: $0.id, type: $0.type, path: XLSXReader.path($0.target, from: folders))
    }
  }

  /// The addresses of the web that a part points to, by the ids of their relationships.
  private func addresses(beside path: String, _ workbook: inout Workbook) throws(ReadError) -> [String: String] {
    let found = try targets(beside: path, &workbook).filter { $0.isExternal && $0.type.hasSuffix("/hyperlink") }
    return Dictionary(found.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
  }

  /// The target of a relationship, as it is written.
  private struct Target {
    let id: String
    let type: String
    let target: String
    let isExternal: Bool
  }

  private func targets(beside path: String, _ workbook: inout Workbook) throws(ReadError) -> [Target] {
    let folders = path.split(separator: "/").dropLast().map(String.init)
    let name = path.split(separator: "/").last ?? ""
    guard let part = try workbook.part((folders + ["_rels", "\(name).rels"]).joined(separator: "/")) else { return [] }
    var xml = XMLReader(Bytes(part.bytes), limits: workbook.limits)
    var targets: [Target] = []
    func read() throws(XMLFault) {
      guard try xml.nextChild() != nil else { return }
      while let child = try xml.nextChild() {
        if let id = child["Id"], let target = child["Target"] {
          targets.append(
            Target(id: id, type: child["Type"] ?? "", target: target, isExternal: child["TargetMode"] == "External"))
        }
        try xml.skip()
      }
    }
    try? read()
    return targets
  }

  /// The path of a part from the top of the archive on.
  private static func path(_ target: String, from folders: [String]) -> String {
    var parts = target.hasPrefix("/") ? [] : folders
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  // MARK: What sheets share

  private mutating func readShared(_ workbook: inout Workbook) throws(ReadError) {
    func path(_ type: String, _ usual: String) -> String {
      relations.first { $0.type.hasSuffix(type) }?.path ?? usual
    }
    if let part = try workbook.part(path("/styles", "xl/styles.xml")) {
      styles = XLSXStyles.formats(Bytes(part.bytes), limits: workbook.limits)
    }
    if let part = try workbook.part(path("/sharedStrings", "xl/sharedStrings.xml")) {
      texts = part.bytes.withUnsafeBufferPointer { SharedTexts($0) }
    }
  }
}

/// The number formats of a workbook's styles.
enum XLSXStyles {
  /// The formats in the order of `cellXfs`, to which cells point. What can't be read shows numbers as they are.
  static func formats(_ bytes: Bytes, limits: Limits) -> [CellFormat] {
    var xml = XMLReader(bytes, limits: limits)
    var (codes, numbers) = ([Int: CellFormat](), [Int]())
    func read() throws(XMLFault) {
      guard try xml.nextChild() != nil else { return }
      while let child = try xml.nextChild() {
        guard child.name == "numFmts" || child.name == "cellXfs" else {
          try xml.skip()
          continue
        }
        while let format = try xml.nextChild() {
          let number = format["numFmtId"].flatMap { Int($0) } ?? 0
          if child.name == "cellXfs" {
            numbers.append(number)
          } else if let code = format["formatCode"] {
            codes[number] = CellFormat(code: code)
          }
          try xml.skip()
        }
      }
    }
    try? read()
    return numbers.map { codes[$0] ?? CellFormat(builtIn: $0) ?? .number }
  }
}
