import SituationModel

/// Takes features as they are, for maps.
struct FeatureList: FeatureSink {
  /// The title of the collection, by its `title` or `name`.
  private(set) var title: String?
  private(set) var features: [Feature] = []

  var count: Int { features.count }

  mutating func member(_ name: String, _ document: inout JSONDocument) throws(Fault) {
    switch name {
    case "title", "name": title = try document.text(name) ?? title
    default: try document.json.skip()
    }
  }

  mutating func feature(_ document: inout JSONDocument) throws(Fault) {
    let start = document.json.mark()
    var shape: Shape?
    var properties: [String: PropertyValue] = [:]
    var type: String?
    var seen = Set<String>()
    try document.json.beginObject()
    while let key = try document.nextKey(&seen) {
      switch key {
      case "type": type = try document.json.text()
      case "geometry": shape = try document.geometry(key)
      case "properties": properties = try self.properties(&document)
      default: try document.json.skip()
      }
    }
    guard let type else { throw Fault(offset: start.offset, problem: .missing("type")) }
    guard type == "Feature" else { throw Fault(offset: start.offset, problem: .notFeature(type)) }
    features.append(Feature(shape: shape, properties: properties))
  }

  mutating func geometry(_ document: inout JSONDocument) throws(Fault) {
    features.append(Feature(shape: try GeometryReader.read(&document.json, &document.notes), properties: [:]))
  }

  private func properties(_ document: inout JSONDocument) throws(Fault) -> [String: PropertyValue] {
    let properties = try document.attempt("properties") { document throws(Fault) in
      try document.json.members(&document.notes)
    }
    return properties ?? [:]
  }
}
