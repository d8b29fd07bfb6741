import SituationModel

/// Looks through the features of a file for the fields that the profile does not have, before they are read: their meaning is told
/// by all of them.
struct FieldSurvey: FeatureSink {
  private(set) var count = 0
  private var table = FieldTable()

  /// So many bytes and features are looked at.
  private static let (head, most) = (64 << 20, 50_000)

  /// The meaning of the fields of a document's features. Reads the document from its beginning.
  static func interpretation(_ document: JSONDocument, _ format: FileFormat, _ map: ColumnMap) -> FieldInterpretation {
    var survey = FieldSurvey()
    let bytes = document.json.cursor.bytes
    var copy = JSONDocument(
      bytes.count > head ? bytes.first(head) : bytes, file: document.file, limits: document.json.limits)
    copy.json.takesNonFinite = document.json.takesNonFinite
    copy.mappedNames = document.mappedNames
    if format == .geoJSONSequence { try? GeoJSONSequence.read(&survey, &copy) } else { try? survey.read(&copy) }
    return survey.table.interpretation(map)
  }

  mutating func feature(_ document: inout JSONDocument) throws(Fault) {
    count += 1
    if count > FieldSurvey.most { return document.json.pass(to: document.json.cursor.end) }
    let reader = try EventReader(&document)
    if !reader.fields.isEmpty { table.add(reader.fields) }
    // What is wrong is told when it is read.
    _ = document.notes.take()
  }

  mutating func geometry(_ document: inout JSONDocument) throws(Fault) {
    count += 1
    try document.json.skip()
  }

  mutating func member(_ name: String, _ document: inout JSONDocument) throws(Fault) { try document.json.skip() }
}
