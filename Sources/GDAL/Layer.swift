#if GDAL
  import CGDAL
  import SituationIO

  /// One layer of a data set, on its way to a sheet.
  struct Layer {
    private let handle: OGRLayerH
    private let dataset: Dataset
    private var call: sitmap_gdal { dataset.library.call }
    let name: String
    private let fields: [FieldText]
    /// The name of the column that numbers the records; empty where the format numbers them itself.
    private let numberColumn: String

    init(_ handle: OGRLayerH, of dataset: Dataset) {
      (self.handle, self.dataset) = (handle, dataset)
      let call = dataset.library.call
      name = call.OGR_L_GetName(handle).map { String(cString: $0) } ?? ""
      numberColumn = call.OGR_L_GetFIDColumn(handle).map { String(cString: $0) } ?? ""
      let table = call.OGR_L_GetLayerDefn(handle)
      fields = (0..<max(0, call.OGR_FD_GetFieldCount(table))).compactMap { index in
        call.OGR_FD_GetFieldDefn(table, index).map { FieldText($0, index, dataset.library) }
      }
    }

    /// So many records that can't be read are told one by one.
    private static let mostFaults = 20

    /// The layer as a table.
    func sheet(_ messages: Messages, _ files: MemoryFiles, limits: Limits) -> Sheet {
      let geometry = LayerGeometry(handle, dataset.library, limits: limits)
      // The number of a record says nothing of its event where it has an id beside it.
      let hasNumber = !numberColumn.isEmpty && !fields.contains { $0.name.lowercased() == "id" }
      let columns = (hasNumber ? [numberColumn] : []) + fields.map(\.name)
      var remarks = geometry.remarks
      if let words = messages.words(without: files) { remarks.append("GDAL says: \(words)") }
      let stored = dataset.isSQLite ? StoredTexts(table: name, number: numberColumn, fields, dataset) : nil
      _ = messages.words(without: files)
      var sheet = Sheet(
        name: name, columns: columns, hasGeometry: geometry.exists, rows: [], remarks: remarks)
      var longTexts = 0
      call.OGR_L_ResetReading(handle)
      while let feature = call.OGR_L_GetNextFeature(handle) {
        defer { call.OGR_F_Destroy(feature) }
        let number = call.OGR_F_GetFID(feature)
        var row = Sheet.Row(texts: hasNumber ? ["\(number)"] : [])
        for field in fields {
          let text = stored?[number, field.index] ?? field.text(of: feature)
          let isLong = text.utf8.count > limits.textBytes
          longTexts += isLong ? 1 : 0
          row.texts.append(isLong ? "" : text)
        }
        switch geometry.form(of: feature) {
        case .none: break
        case .placed(let bytes): row.geometry = bytes
        case .unplaced(let text): row.unplaced = text
        case .fault(let reason, let text):
          row.unread = [Sheet.Unread("record \(number) \(reason)", column: "geometry", value: text)]
        }
        sheet.rows.append(row)
        if let words = messages.words(without: files), sheet.faults.count < Layer.mostFaults {
          sheet.faults.append("record \(number): \(words)")
        }
      }
      // Where it could not go on, it says so.
      if let words = messages.words(without: files) {
        sheet.losses.append("reading ends behind \(sheet.rows.count) records: \(words)")
      }
      if longTexts > 0 {
        sheet.faults.append(
          "\(longTexts) texts of more than \(limits.textBytes) bytes are left out (limit \"textBytes\")")
      }
      let binary = fields.filter(\.isBinary).map { "\"\($0.name)\"" }
      if !binary.isEmpty {
        sheet.remarks.append("of bytes in \(binary.joined(separator: ", ")) only the number is read")
      }
      return sheet
    }
  }

  /// Values of a database of SQLite that have another type than their columns: SQLite keeps them as they were written, GDAL would
  /// make a number or nothing of them.
  struct StoredTexts {
    private var texts: [Int64: [Int32: String]] = [:]

    /// Asks the database for them, column by column.
    init(table: String, number: String, _ fields: [FieldText], _ dataset: Dataset) {
      let key = number.isEmpty ? "rowid" : StoredTexts.quoted(number)
      for field in fields {
        guard let condition = field.storedOtherwise(StoredTexts.quoted(field.name)) else { continue }
        let column = StoredTexts.quoted(field.name)
        let question =
          "SELECT CAST(\(key) AS TEXT), CAST(\(column) AS TEXT) FROM \(StoredTexts.quoted(table)) WHERE \(condition)"
        for row in dataset.rows(question, columns: 2) {
          guard let number = row[0].flatMap({ Int64($0) }), let text = row[1] else { continue }
          texts[number, default: [:]][field.index] = text
        }
      }
    }

    subscript(number: Int64, field: Int32) -> String? { texts.isEmpty ? nil : texts[number]?[field] }

    static func quoted(_ name: String) -> String {
      "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
  }
#endif
