import SituationModel

// The way of the data: a file's bytes (`FileBytes`), unpacked where they are packed (`Packed/`), tell their format
// (`FileFormat`). Those of GeoJSON are read step by step (`JSON/`) as features (`GeoJSON/`), each of which becomes a `Feature` of a map (`FeatureList`) or, by way of a draft in the file's own words (`Records/`), an
// `Event` of a situation (`SituationDraft`). What is wrong with a part of a record becomes a note (`RecordNotes`) and
// then, as what is wrong with a whole one, a `Rejection` with its line; what is wrong with the whole file is a
// `ReadError`. `Limits` says how much is taken.

/// Reads a situation: a file of any format that `Data/FORMATS.md` has, gzip or not. Linear in its bytes.
///
/// - Parameters:
///   - path: The file, or `-` for standard input; a pipe is read to its end.
///   - columns: What the person says of a table's columns.
/// - Returns: The situation with all that could be read, and what could not as its `rejections`, by line.
/// - Throws: `ReadError` where the file can't be opened, or is of no format before its first record ends.
public func readSituation(
  path: String, columns: ColumnMap = ColumnMap(), limits: Limits = Limits()
) throws(ReadError) -> Situation {
  try readSituation(
    bytes: FileBytes(path: path, limits: limits).bytes, file: StandardInput.name(of: path), columns: columns,
    limits: limits)
}

/// Reads a situation from the bytes of a file of any format; `file` is what messages call it.
public func readSituation(
  bytes: [UInt8], file: String, columns: ColumnMap = ColumnMap(), limits: Limits = Limits()
) throws(ReadError) -> Situation {
  let unpacked = try Unpacked(bytes, file: file, limits: limits)
  let situation = try readSituation(unpacked: unpacked.bytes, file: file, columns: columns, limits: limits)
  return unpacked.rejections.isEmpty ? situation : situation.rejecting(unpacked.rejections)
}

private func readSituation(
  unpacked bytes: [UInt8], file: String, columns: ColumnMap, limits: Limits
) throws(ReadError) -> Situation {
  if let read = try Table.situation(bytes, file: file, map: columns, limits: limits) { return read.situation }
  switch FileFormat(sniffing: bytes, file: file) {
  case .geoJSON:
    var document = JSONDocument(bytes, file: file, limits: limits)
    var draft = SituationDraft(document)
    try draft.read(&document)
    return draft.situation(&document, file: file)
  case .geoJSONSequence:
    var document = JSONDocument(bytes, file: file, limits: limits)
    var draft = SituationDraft(document)
    try GeoJSONSequence.read(&draft, &document)
    return draft.situation(&document, file: file)
  case .timeMap:
    var document = JSONDocument(bytes, file: file, limits: limits)
    return try TimeMap.situation(&document)
  case .kml: return try KML.situation(bytes, file: file, limits: limits)
  case .gpx: return try GPX.situation(bytes, file: file, limits: limits)
  case .cursorOnTarget: return try CursorOnTarget.situation(bytes, file: file, limits: limits)
  case .ownTable, .table, .acled, .ucdp, .gdelt, .geoConfirmed:
    throw .notUnderstood(file: file, line: 1, reason: "is no table")
  }
}

/// Reads the features of a GeoJSON file, as they are, for a map.
///
/// Takes a FeatureCollection or a single Feature. Linear in the bytes.
/// - Parameter path: The file; a pipe is read to its end.
/// - Returns: The features in the order of the file, and what could not be read.
/// - Throws: `ReadError` where the file can't be opened, or is no GeoJSON before its first feature ends.
public func readFeatures(
  path: String, limits: Limits = Limits()
) throws(ReadError) -> (features: [Feature], rejections: [Rejection]) {
  try readFeatures(
    bytes: FileBytes(path: path, limits: limits).bytes, file: StandardInput.name(of: path), limits: limits)
}

/// Reads a layer of a map: the features of a GeoJSON file, and what the file calls them.
///
/// As `readFeatures`, and with the collection's `title` or `name`; without one, the file's own name.
public func readLayer(
  path: String, limits: Limits = Limits()
) throws(ReadError) -> (name: String, features: [Feature], rejections: [Rejection]) {
  let file = StandardInput.name(of: path)
  let unpacked = try Unpacked(FileBytes(path: path, limits: limits).bytes, file: file, limits: limits)
  var document = JSONDocument(unpacked.bytes, file: file, limits: limits)
  var list = FeatureList()
  try list.read(&document)
  let name = list.title.flatMap { $0.isEmpty ? nil : $0 } ?? file.split(separator: "/").last.map(String.init) ?? file
  return (name, list.features, document.rejections + unpacked.rejections)
}

/// Reads the features of GeoJSON in memory; `file` is what messages call it.
public func readFeatures(
  bytes: [UInt8], file: String, limits: Limits = Limits()
) throws(ReadError) -> (features: [Feature], rejections: [Rejection]) {
  let unpacked = try Unpacked(bytes, file: file, limits: limits)
  var document = JSONDocument(unpacked.bytes, file: file, limits: limits)
  var list = FeatureList()
  try list.read(&document)
  return (list.features, document.rejections + unpacked.rejections)
}
