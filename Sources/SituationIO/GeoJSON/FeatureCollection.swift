/// What takes in the parts of a FeatureCollection as they are read.
protocol FeatureSink {
  /// How many features were taken so far.
  var count: Int { get }
  /// Reads one feature, which is next. Throws where it can't be taken as a whole.
  mutating func feature(_ document: inout JSONDocument) throws(Fault)
  /// Reads the value of a member beside `features`, which is next.
  mutating func member(_ name: String, _ document: inout JSONDocument) throws(Fault)
}

extension FeatureSink {
  /// Reads a whole GeoJSON file: a FeatureCollection, or a Feature alone.
  ///
  /// A file that is broken off behind its first feature opens with what stands before; one rejection says where it
  /// breaks off. All else that is no GeoJSON is an error.
  mutating func read(_ document: inout JSONDocument) throws(ReadError) {
    let isFeature = try document.rootIsFeature()
    let start = document.json.mark()
    do throws(Fault) {
      if isFeature {
        try take(&document)
      } else {
        try readCollection(&document)
      }
      try document.json.endOfFile()
    } catch {
      let reason = "the file \(error.words(from: start.offset))"
      guard count > 0 else { throw document.error(reason, at: error.offset) }
      document.reject("what follows can't be read: \(reason)", at: error.offset)
    }
  }

  private mutating func readCollection(_ document: inout JSONDocument) throws(Fault) {
    let start = document.json.mark()
    var seen = Set<String>()
    try document.json.beginObject()
    while let name = try document.nextKey(&seen) {
      if name == "features" {
        try document.json.beginList()
        while try document.json.nextElement() { try take(&document) }
      } else {
        try document.member(name) { document throws(Fault) in try member(name, &document) }
      }
    }
    if !seen.contains("features") { throw Fault(offset: start.offset, problem: .missing("features")) }
  }

  private mutating func take(_ document: inout JSONDocument) throws(Fault) {
    try document.record { document throws(Fault) in try feature(&document) }
  }
}

extension JSONDocument {
  /// Whether the file is one Feature and not a collection, by its first `type`.
  ///
  /// Looks ahead and comes back. Throws where the file is empty, no JSON object, or of another type.
  fileprivate mutating func rootIsFeature() throws(ReadError) -> Bool {
    let start = json.mark()
    defer { json.rewind(to: start) }
    if json.cursor.isAtEnd { throw error("is empty", at: 0) }
    if json.cursor.isUTF16 { throw error("the file is UTF-16, not UTF-8", at: 0) }
    do throws(Fault) {
      return try lookForFeature()
    } catch {
      throw self.error("the file \(error.words(from: start.offset))", at: error.offset)
    }
  }

  private mutating func lookForFeature() throws(Fault) -> Bool {
    try json.beginObject()
    while let name = try json.nextKey() {
      if name == "features" { return false }
      if name != "type" {
        try json.skipAnyDepth()
        continue
      }
      let place = json.offset
      let type = try json.text()
      guard type == "Feature" || type == "FeatureCollection" else {
        throw Fault(offset: place, problem: .notFeature(type))
      }
      return type == "Feature"
    }
    return false
  }
}
