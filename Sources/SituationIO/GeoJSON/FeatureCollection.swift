/// A taker of the parts of a FeatureCollection as they are read.
protocol FeatureSink {
  /// How many features were taken so far.
  var count: Int { get }
  /// Reads one feature, which is next. Throws where it can't be taken as a whole.
  mutating func feature(_ document: inout JSONDocument) throws(Fault)
  /// Takes the feature that begins at a byte, which is next, where that can be done without reading it; else says false.
  mutating func takeAhead(_ document: inout JSONDocument, at start: Int) -> Bool
  /// Takes one geometry that belongs to no feature, and is next.
  mutating func geometry(_ document: inout JSONDocument) throws(Fault)
  /// Reads the value of a member beside `features`, which is next.
  mutating func member(_ name: String, _ document: inout JSONDocument) throws(Fault)
}

extension FeatureSink {
  mutating func takeAhead(_ document: inout JSONDocument, at start: Int) -> Bool { false }

  /// Reads a whole GeoJSON file: a FeatureCollection, a Feature, a geometry, a GeometryCollection, each of whose geometries is a
  /// record, a list of these, an object that wraps them, or several of these texts one behind the other.
  ///
  /// A file that is broken off behind its first record opens with what stands before; one rejection says where it
  /// breaks off. All else that is no GeoJSON is an error.
  mutating func read(_ document: inout JSONDocument) throws(ReadError) {
    let root = try document.root()
    let start = document.json.mark()
    do throws(Fault) {
      try read(root, &document)
      while document.beginsNextText() { try read(try document.lookForRoot(), &document) }
      try document.json.endOfFile()
    } catch {
      let reason = "the file \(error.words(from: start.offset))"
      guard count > 0 else { throw document.error(reason, at: error.offset) }
      document.reject("what follows can't be read: \(reason)", at: error.offset)
    }
  }

  /// Reads GeoJSON that is one text of a sequence, and ends where the bytes in sight do.
  mutating func readText(_ document: inout JSONDocument) throws(Fault) {
    try read(try document.lookForRoot(), &document)
    try document.json.endOfFile()
  }

  private mutating func read(_ root: GeoJSONRoot, _ document: inout JSONDocument) throws(Fault) {
    switch root {
    case .collection: try readCollection(&document)
    case .feature: try document.record { document throws(Fault) in try feature(&document) }
    case .geometry: try document.record { document throws(Fault) in try geometry(&document) }
    case .geometries: try readGeometries(&document)
    case .list: try readList(&document)
    case .wrapper: try readWrapper(&document)
    }
  }

  /// Reads a list of features, collections and geometries. An element that is none of these is rejected.
  private mutating func readList(_ document: inout JSONDocument) throws(Fault) {
    try document.json.beginList()
    while try document.json.nextElement() {
      let start = document.json.mark()
      do throws(Fault) {
        let root: GeoJSONRoot?
        do throws(Fault) { root = try document.lookForRoot() } catch {
          guard error.isSkippable else { throw error }
          root = nil
        }
        if let root {
          try read(root, &document)
        } else {
          // Reading it says what it is.
          try document.record { document throws(Fault) in try feature(&document) }
        }
      } catch {
        guard document.resume(behind: error, from: start) else { throw error }
      }
    }
  }

  /// Reads the members of an object that hold features; what it is called is the title of the whole.
  private mutating func readWrapper(_ document: inout JSONDocument) throws(Fault) {
    var seen = Set<String>()
    try document.json.beginObject()
    while let name = try document.nextKey(&seen) {
      if try document.holdsFeatures() {
        try read(try document.lookForRoot(), &document)
      } else if ["title", "name"].contains(name), try document.json.kind() == .text {
        try document.member(name) { document throws(Fault) in try member(name, &document) }
      } else {
        try document.json.skipAnyDepth()
      }
    }
  }

  private mutating func readGeometries(_ document: inout JSONDocument) throws(Fault) {
    let start = document.json.mark()
    var seen = Set<String>()
    try document.json.beginObject()
    while let name = try document.nextKey(&seen) {
      guard name == "geometries" else {
        try document.json.skipAnyDepth()
        continue
      }
      try document.json.beginList()
      while try document.json.nextElement() {
        try document.record { document throws(Fault) in try geometry(&document) }
      }
    }
    if !seen.contains("geometries") { throw Fault(offset: start.offset, problem: .missing("geometries")) }
  }

  /// Reads the system of the coordinates, which files of before RFC 7946 may name.
  private func readSystem(_ document: inout JSONDocument, isLate: Bool) throws(Fault) {
    let start = document.json.mark()
    let system = try document.coordinateSystem()
    guard system != document.coordinates else { return }
    if isLate {
      document.lateCoordinates = system
      return
    }
    document.coordinates = system
    if case .unknown(let name) = system {
      document.remark(
        "the coordinates are in \(quoted(name)), which sitmap does not know: nothing is placed", at: start.offset)
    }
  }

  private mutating func readCollection(_ document: inout JSONDocument) throws(Fault) {
    let start = document.json.mark()
    var seen = Set<String>()
    try document.json.beginObject()
    while let name = try document.nextKey(&seen) {
      if name == "features" {
        try document.json.beginList()
        while try document.json.nextElement() {
          let start = document.json.mark()
          do throws(Fault) {
            try document.record { document throws(Fault) in try feature(&document) }
          } catch {
            guard document.resume(behind: error, from: start) else { throw error }
          }
        }
      } else if name == "crs" {
        try readSystem(&document, isLate: seen.contains("features"))
      } else {
        try document.member(name) { document throws(Fault) in try member(name, &document) }
      }
    }
    if !seen.contains("features") { throw Fault(offset: start.offset, problem: .missing("features")) }
  }
}

extension JSONDocument {
  /// Goes on behind a feature that is no JSON, at the next that seems to begin; false where there is none.
  fileprivate mutating func resume(behind fault: Fault, from start: JSONReader.Mark) -> Bool {
    let place = max(fault.offset, start.offset + 1)
    let end = json.cursor.end
    guard place < end else { return false }
    let next = json.cursor.bytes.withUnsafeBufferPointer { FeatureChunk.guess($0, from: place, to: end) }
    guard next < end else { return false }
    _ = notes.take()
    reject("the record \(fault.words(from: start.offset)): reading goes on at the next", at: start.offset)
    json.resume(at: next, as: start)
    return true
  }
}
