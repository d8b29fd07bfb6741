import SituationModel

// The way of the data: a file's bytes (`FileBytes`), unpacked where they are packed (`Packed/`), tell their format
// (`FileFormat`). Those of GeoJSON are read step by step (`JSON/`) as features (`GeoJSON/`), each of which becomes a `Feature` of a map (`FeatureList`) or, by way of a draft in the file's own words (`Records/`), an
// `Event` of a situation (`SituationDraft`). What is wrong with a part of a record becomes a note (`RecordNotes`) and
// then, as what is wrong with a whole one, a `Rejection` with its line; what is wrong with the whole file is a
// `ReadError`. `Limits` says how much is taken.

/// Reads a situation: a file of any format that `Data/manual/formats.md` has, gzip or not. Linear in its bytes.
///
/// - Parameters:
///   - path: The file, or `-` for standard input; a pipe is read to its end.
///   - columns: What the person says of a table's columns.
///   - databases: What opens databases; without it they are refused, with what to do.
///   - places: What finds the places that records name without coordinates; nil to leave them without a place.
///   - isGrowing: True if a last line without an end waits for it.
///   - head: How many bytes are read at most, of a file that is to be shown before it is read whole; nil for all.
///   - holding: The way in which a large file is held: copied, or where it is.
///   - progress: What is told how far it is.
///   - limits: What is read at most.
/// - Returns: The situation with all that could be read, and what could not as its `rejections`, by line.
/// - Throws: `ReadError` where the file can't be opened, or is of no format before its first record ends.
public func readSituation(
  path: String, columns: ColumnMap = ColumnMap(), databases: (any SheetSource)? = nil,
  places: (any PlaceLookup)? = nil, isGrowing: Bool = false, head: Int? = nil, holding: FileHolding = .copied,
  progress: ReadingProgress? = nil, limits: Limits = Limits()
) throws(ReadError) -> Situation {
  if let folder = try GeodatabaseFolder.file(at: path, limits: limits) {
    let read = try SheetSituation([folder], file: path, map: columns, source: databases, limits: limits)
    return read.situation.placed(by: columns.matchesPlaces ? places : nil, file: path).0
  }
  var bytes = try FileBytes.read(path: path, limits: limits, head: head, holding: holding)
  if let head, bytes.count >= head, ZipArchive.fits(bytes) || VectorFormat.of(bytes) != nil {
    // What is needed first stands at the end of an archive; a database is read whole.
    throw .notReadable(file: StandardInput.name(of: path), reason: "has no beginning that can be shown")
  }
  if isGrowing { bytes = WholeLines.of(bytes) }
  let situation = try readSituation(
    bytes: bytes, file: StandardInput.name(of: path), path: path, columns: columns, databases: databases,
    places: places,
    progress: progress, limits: limits)
  if bytes.isIntact { return situation }
  // It was changed meanwhile, and what was read may be a part of each.
  return try readSituation(
    path: path, columns: columns, databases: databases, places: places, isGrowing: isGrowing, head: head,
    progress: progress, limits: limits)
}

/// Reads a situation from the bytes of a file of any format; `file` is what messages call it, and `path` where it stands: a format of
/// several files has the others beside it.
public func readSituation(
  bytes: Bytes, file: String, path: String? = nil, columns: ColumnMap = ColumnMap(),
  databases: (any SheetSource)? = nil, places: (any PlaceLookup)? = nil, isGrowing: Bool = false,
  progress: ReadingProgress? = nil, limits: Limits = Limits()
) throws(ReadError) -> Situation {
  let unpacked = try Unpacked(text: isGrowing ? WholeLines.of(bytes) : bytes, file: file, limits: limits)
  progress?.begin(unpacked.bytes.count)
  return try RecognizedFile(
    unpacked.bytes, file: file, path: path, columns: columns, databases: databases, places: places, progress: progress,
    limits: limits
  ).situation(with: unpacked)
}

/// Reads a situation from a table that a database wrote as CSV (RFC 4180) in UTF-8, with the names of its columns in the first row.
///
/// What the columns mean is told by their names and values, or by the person, as in a file. Linear in the bytes.
///
/// - Parameters:
///   - bytes: the whole table.
///   - table: what messages call it. They count its rows from 1.
public func readSituation(
  exported bytes: Bytes, from table: String, columns: ColumnMap = ColumnMap(), places: (any PlaceLookup)? = nil,
  progress: ReadingProgress? = nil, limits: Limits = Limits()
) throws(ReadError) -> Situation {
  progress?.begin(bytes.count)
  let read = try Table.situation(exported: bytes, file: table, map: columns, progress: progress, limits: limits)
  return read.placed(by: columns.matchesPlaces ? places : nil, file: table).situation
}

/// As `readSituation`, and says what the file was recognised as, and how its columns were read.
public func inspectSituation(
  path: String, columns: ColumnMap = ColumnMap(), databases: (any SheetSource)? = nil,
  places: (any PlaceLookup)? = nil, limits: Limits = Limits()
) throws(ReadError) -> (situation: Situation, recognition: Recognition) {
  if let folder = try GeodatabaseFolder.file(at: path, limits: limits) {
    let read = try SheetSituation([folder], file: path, map: columns, source: databases, limits: limits)
    let (situation, matching) = read.situation.placed(by: columns.matchesPlaces ? places : nil, file: path)
    var recognition = Recognition(
      format: folder.format, encoding: "UTF-8", packing: nil, columns: read.fields?.columns ?? [])
    recognition.matching = matching
    return (situation, recognition)
  }
  return try inspectSituation(
    bytes: FileBytes.read(path: path, limits: limits), file: StandardInput.name(of: path), path: path, columns: columns,
    databases: databases, places: places, limits: limits)
}

/// As `readSituation`, and says what the bytes were recognised as, and how their columns were read.
public func inspectSituation(
  bytes: Bytes, file: String, path: String? = nil, columns: ColumnMap = ColumnMap(),
  databases: (any SheetSource)? = nil, places: (any PlaceLookup)? = nil, limits: Limits = Limits()
) throws(ReadError) -> (situation: Situation, recognition: Recognition) {
  let unpacked = try Unpacked(text: bytes, file: file, limits: limits)
  let read = try RecognizedFile(
    unpacked.bytes, file: file, path: path, columns: columns, databases: databases, places: places, limits: limits)
  return (read.situation(with: unpacked), read.recognition(of: unpacked))
}

/// A file that was read as what its bytes are.
private struct RecognizedFile {
  private let format: FileFormat
  private let situation: Situation
  /// The columns, where it is a table.
  private let table: Table?
  /// The sheets, where it is a spreadsheet.
  private let workbook: WorkbookSituation?
  /// The meaning of the fields, where it is no table.
  private let fields: FieldInterpretation?
  /// The numbers of the names that were looked up; nil where none were.
  private let matching: PlaceMatchCounts?
  private let limits: Limits

  /// Reads unpacked bytes, and looks up the places that have names alone.
  init(
    _ bytes: Bytes, file: String, path: String?, columns: ColumnMap, databases: (any SheetSource)?,
    places: (any PlaceLookup)?, progress: ReadingProgress? = nil, limits: Limits
  ) throws(ReadError) {
    let read = try UnmatchedFile(
      bytes, file: file, path: path, columns: columns, databases: databases, progress: progress, limits: limits)
    (format, table, workbook, fields) = (read.format, read.table, read.workbook, read.fields)
    self.limits = limits
    (situation, matching) = read.situation.placed(by: columns.matchesPlaces ? places : nil, file: file)
  }

  /// The situation, with what was wrong on the way to its bytes.
  func situation(with unpacked: Unpacked) -> Situation {
    unpacked.rejections.isEmpty ? situation : situation.rejecting(unpacked.rejections)
  }

  func recognition(of unpacked: Unpacked) -> Recognition {
    var recognition = unmatchedRecognition(of: unpacked)
    recognition.matching = matching
    return recognition
  }

  private func unmatchedRecognition(of unpacked: Unpacked) -> Recognition {
    if let workbook { return workbook.recognition(packing: unpacked.packing) }
    if let table { return table.recognition(as: format, packing: unpacked.packing) }
    let isGeoJSON = [.geoJSON, .geoJSONSequence].contains(format)
    let isXML = [.kml, .gpx, .cursorOnTarget].contains(format)
    return Recognition(
      format: format,
      encoding: unpacked.encoding?.rawValue
        ?? (isXML && XMLDocument.isLatin1(unpacked.bytes) ? "Latin-1" : "UTF-8"),
      packing: unpacked.packing, table: fields?.interpretation.format,
      columns: isGeoJSON
        ? PropertySurvey.columns(unpacked.bytes, format, fields, limits: limits) : fields?.columns ?? [])
  }
}

/// Reads the features of a GeoJSON file, as they are, for a map.
///
/// Takes a FeatureCollection or a single Feature. Linear in the bytes.
/// - Parameters:
///   - path: The file; a pipe is read to its end.
///   - limits: What is read at most.
/// - Returns: The features in the order of the file, and what could not be read.
/// - Throws: `ReadError` where the file can't be opened, or is no GeoJSON before its first feature ends.
public func readFeatures(
  path: String, limits: Limits = Limits()
) throws(ReadError) -> (features: [Feature], rejections: [Rejection]) {
  try readFeatures(
    bytes: FileBytes.read(path: path, limits: limits), file: StandardInput.name(of: path), limits: limits)
}

/// Reads a layer of a map: the features of a GeoJSON file, and what the file calls them.
///
/// As `readFeatures`, and with the collection's `title` or `name`; without one, the file's own name.
public func readLayer(
  path: String, limits: Limits = Limits()
) throws(ReadError) -> (name: String, features: [Feature], rejections: [Rejection]) {
  let file = StandardInput.name(of: path)
  let unpacked = try Unpacked(text: FileBytes.read(path: path, limits: limits), file: file, limits: limits)
  var document = JSONDocument(unpacked.bytes, file: file, limits: limits)
  var list = FeatureList()
  try list.read(&document)
  let name = list.title?.unlessBlank ?? file.split(separator: "/").last.map(String.init) ?? file
  return (name, list.features, document.rejections + unpacked.rejections)
}

/// Reads the features of GeoJSON in memory; `file` is what messages call it.
public func readFeatures(
  bytes: Bytes, file: String, limits: Limits = Limits()
) throws(ReadError) -> (features: [Feature], rejections: [Rejection]) {
  let unpacked = try Unpacked(text: bytes, file: file, limits: limits)
  var document = JSONDocument(unpacked.bytes, file: file, limits: limits)
  var list = FeatureList()
  try list.read(&document)
  return (list.features, document.rejections + unpacked.rejections)
}
