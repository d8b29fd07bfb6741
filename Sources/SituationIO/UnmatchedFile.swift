import SituationModel

/// A file that was read, before the names of its places are looked up.
struct UnmatchedFile {
  let format: FileFormat
  let situation: Situation
  /// The columns, where it is a table.
  let table: Table?
  /// The sheets, where it is a spreadsheet.
  let workbook: WorkbookSituation?
  /// The meaning of the fields, where it is no table.
  let fields: FieldInterpretation?

  /// Reads unpacked bytes.
  init(
    _ bytes: Bytes, file: String, path: String? = nil, columns: ColumnMap, databases: (any SheetSource)?,
    progress: ReadingProgress? = nil, limits: Limits
  ) throws(ReadError) {
    if let files = try UnmatchedFile.vectorFiles(bytes, file: file, path: path, limits: limits),
      let first = files.first
    {
      let read = try SheetSituation(files, file: file, map: columns, source: databases, limits: limits)
      (format, fields, situation) = (first.format, read.fields, read.situation)
      (table, workbook) = (nil, nil)
      progress?.add(bytes.count)
      return
    }
    if let read = try WorkbookSituation(bytes, file: file, map: columns, progress: progress, limits: limits) {
      (format, situation, workbook) = (read.format, read.situation, read)
      (table, fields) = (nil, nil)
      return
    }
    if let sheet = columns.sheet {
      throw .notUnderstood(file: file, line: 1, reason: "is no spreadsheet, and has no sheet \(quoted(sheet))")
    }
    if let read = try Table.situation(
      bytes, file: file, map: columns, progress: progress, limits: limits)
    {
      (format, situation, table) = (read.table.layout.format, read.situation, read.table)
      (workbook, fields) = (nil, nil)
      return
    }
    (table, workbook) = (nil, nil)
    format = FileFormat(sniffing: bytes, file: file)
    (situation, fields) = try UnmatchedFile.read(
      bytes, format, file: file, columns: columns, progress: progress, limits: limits)
    let names = fields?.interpretation.names ?? []
    for choice in columns.choices where fields?.interpretation.hasColumn(choice.column) != true {
      let known = names.isEmpty ? "it has no fields" : "fields: " + names.prefix(12).map(quoted).joined(separator: ", ")
      throw .notUnderstood(file: file, line: 1, reason: "has no field \(quoted(choice.column)) (\(known))")
    }
  }

  /// The files of formats that GDAL opens; nil where bytes are of another.
  private static func vectorFiles(
    _ bytes: Bytes, file: String, path: String?, limits: Limits
  ) throws(ReadError) -> [VectorFile]? {
    if VectorArchive.fits(bytes, limits) { return try VectorArchive.files(in: bytes, name: file, limits: limits) }
    return try VectorFile(bytes, path: path, limits: limits).map { [$0] }
  }

  /// Reads bytes of a format that is no table.
  private static func read(
    _ bytes: Bytes, _ format: FileFormat, file: String, columns: ColumnMap, progress: ReadingProgress?, limits: Limits
  ) throws(ReadError) -> (Situation, FieldInterpretation?) {
    var document = JSONDocument(bytes, file: file, limits: limits)
    document.progress = progress
    document.numbersRecords = true
    switch format {
    case .geoJSON, .geoJSONSequence: return try features(document, format, file: file, columns: columns)
    case .timeMap: return try TimeMap.situation(&document, map: columns)
    case .json where JSONColumns.fits(bytes): return try JSONRecords.situation(columns: &document, map: columns)
    case .json: return try JSONRecords.situation(&document, map: columns)
    case .jsonLines where !JSONRecords.fitsLines(bytes):
      return try JSONRecords.situation(texts: &document, areLines: false, map: columns)
    case .jsonLines: return try JSONRecords.situation(texts: &document, areLines: true, map: columns)
    case .kml: return try KML.situation(bytes, file: file, map: columns, limits: limits)
    case .gpx: return try GPX.situation(bytes, file: file, map: columns, limits: limits)
    case .cursorOnTarget: return try CursorOnTarget.situation(bytes, file: file, map: columns, limits: limits)
    case .ownTable, .table, .acled, .ucdp, .gdelt, .geoConfirmed, .gtd, .firms, .timelineJS, .emdat, .geoPackage,
      .shapefile, .flatGeobuf, .mapInfo, .gml, .geoRSS, .fileGDB, .xlsx, .ods:
      throw .notUnderstood(file: file, line: 1, reason: "is no table")
    }
  }

  /// Reads GeoJSON; again, where its end names the system of the coordinates.
  private static func features(
    _ fresh: JSONDocument, _ format: FileFormat, file: String, columns: ColumnMap
  ) throws(ReadError) -> (Situation, FieldInterpretation?) {
    var fresh = fresh
    fresh.json.takesNonFinite = true
    fresh.mappedNames = Set(columns.choices.map { $0.column.lowercased() })
    var document = fresh
    var draft = SituationDraft(document, format, map: columns)
    if format == .geoJSON { try draft.read(&document) } else { try GeoJSONSequence.read(&draft, &document) }
    if let system = document.lateCoordinates {
      document = fresh
      document.coordinates = system
      draft = SituationDraft(document, format, map: columns)
      try draft.read(&document)
    }
    return (draft.situation(&document, file: file), draft.interpretation)
  }
}
