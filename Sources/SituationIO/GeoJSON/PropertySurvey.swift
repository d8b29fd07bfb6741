import SituationModel

/// Which properties the first features of a file have, and what they are taken to mean.
struct PropertySurvey: FeatureSink {
  private(set) var count = 0
  private var names: [String] = []
  private var examples: [String: String] = [:]

  /// How much of a file is looked at, and how long an example is.
  private static let (head, longest) = (1 << 20, 200)

  /// What stands in the first features. Looks at the head of the file alone, of which the last feature may be cut off.
  static func columns(_ bytes: Bytes, _ format: FileFormat, limits: Limits) -> [Recognition.Column] {
    var survey = PropertySurvey()
    var document = JSONDocument(bytes.first(head), file: "", limits: limits)
    if format == .geoJSONSequence {
      try? GeoJSONSequence.read(&survey, &document)
    } else {
      try? survey.read(&document)
    }
    return survey.columns
  }

  private var columns: [Recognition.Column] {
    names.map { name in
      Recognition.Column(name: name, meanings: [meaning(of: name)], example: examples[name])
    }
  }

  /// What `EventReader` and `TimeMembers` take a property for.
  private func meaning(of name: String) -> ColumnMeaning {
    switch name {
    case "title": .title
    case "name": names.contains("title") ? .none : .title
    case "summary": .summary
    case "description": names.contains("summary") ? .none : .summary
    case "kind": .kind
    case "when": .time
    case "datetime", "date", "time", "times", "timestamp": names.contains("when") ? .none : .time
    case "start", "start_datetime": names.contains("when") ? .none : .start
    case "end", "end_datetime": names.contains("when") ? .none : .end
    case "id", "published", "place", "destination", "standing", "sources", "links":
      ColumnMeaning(rawValue: name) ?? .none
    case "actors": .actor
    default: .none
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
      let value = try document.json.value(&document.notes)
      if !names.contains(name) { names.append(name) }
      if examples[name] == nil, value != .null, value != .text("") {
        examples[name] = String((value.text ?? value.json).prefix(PropertySurvey.longest))
      }
    }
  }

  mutating func geometry(_ document: inout JSONDocument) throws(Fault) {
    count += 1
    try document.json.skip()
  }

  mutating func member(_ name: String, _ document: inout JSONDocument) throws(Fault) { try document.json.skip() }
}
