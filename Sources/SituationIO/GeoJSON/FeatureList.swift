import SituationModel

/// Takes features as they are, for maps.
struct FeatureList: FeatureSink {
  private(set) var features: [Feature] = []

  var count: Int { features.count }

  mutating func member(_ name: String, _ document: inout JSONDocument) throws(Fault) {
    try document.json.skip()
  }

  mutating func feature(_ document: inout JSONDocument) throws(Fault) {
    let start = document.json.mark()
    var shape: Shape?
    var properties: [String: PropertyValue] = [:]
    var type: String?
    try document.json.beginObject()
    while let key = try document.json.nextKey() {
      switch key {
      case "type": type = try document.json.text()
      case "geometry": shape = try document.attempt(key, GeometryReader.read)
      case "properties":
        properties =
          try document.attempt(key) { json, notes throws(Fault) in try json.members(&notes) } ?? [:]
      default: try document.json.skip()
      }
    }
    guard let type else { throw Fault(offset: start.offset, problem: .missing("type")) }
    guard type == "Feature" else { throw Fault(offset: start.offset, problem: .notFeature(type)) }
    features.append(Feature(shape: shape, properties: properties))
  }
}
