import SituationModel

/// The properties of the first features of a file, with what they are taken to mean.
struct PropertySurvey: FeatureSink {
  private(set) var count = 0
  private var names: [String] = []
  private var examples: [String: String] = [:]

  /// How much of a file is looked at, and how long an example is.
  private static let (head, longest) = (1 << 20, 200)

  /// The properties of the first features. Looks at the head of the file alone, of which the last feature may be cut off.
  static func columns(
    _ bytes: Bytes, _ format: FileFormat, _ fields: FieldInterpretation?, limits: Limits
  ) -> [Recognition.Column] {
    var survey = PropertySurvey()
    var document = JSONDocument(bytes.first(head), file: "", limits: limits)
    document.json.takesNonFinite = true
    if format == .geoJSONSequence {
      try? GeoJSONSequence.read(&survey, &document)
    } else {
      try? survey.read(&document)
    }
    return survey.columns(fields)
  }

  private func columns(_ fields: FieldInterpretation?) -> [Recognition.Column] {
    names.map { name in
      Recognition.Column(
        name: name,
        meanings: meanings(of: name) ?? fields?.meanings(of: name) ?? fields?.innerMeanings(of: name) ?? [.other],
        example: examples[name])
    }
  }

  /// The meaning of a member of the profile; nil for another one.
  private func meanings(of name: String) -> [ColumnMeaning]? {
    switch name {
    case "title": [.title]
    case "summary": [.summary]
    case "kind": [.kind]
    case "when": [.time]
    case "actors": [.actor]
    case "place", "destination", "standing", "published": ColumnMeaning(rawValue: name).map { [$0] }
    case "sources", "links": ColumnMeaning(rawValue: name).map { [$0] }
    default: nil
    }
  }

  // MARK: Features

  mutating func feature(_ document: inout JSONDocument) throws(Fault) {
    count += 1
    try document.json.beginObject()
    while let key = try document.json.nextKey() {
      if key == "properties", try document.json.kind() == .object {
        try properties(&document)
      } else {
        try document.json.skip()
      }
    }
  }

  private mutating func properties(_ document: inout JSONDocument) throws(Fault) {
    try document.json.beginObject()
    while let name = try document.json.nextKey() {
      if !names.contains(name) { names.append(name) }
      let isText = try document.json.kind() == .text
      let text = isText ? try document.json.text() : try document.json.written()
      if examples[name] == nil, text != "null", !text.isEmpty {
        examples[name] = String(text.prefix(PropertySurvey.longest))
      }
    }
  }

  mutating func geometry(_ document: inout JSONDocument) throws(Fault) {
    count += 1
    try document.json.skip()
  }

  mutating func member(_ name: String, _ document: inout JSONDocument) throws(Fault) { try document.json.skip() }
}
