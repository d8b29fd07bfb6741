/// The kind of the outermost value of a GeoJSON text.
enum GeoJSONRoot {
  case collection, feature, geometries, geometry
  /// A list whose first element is one of these.
  case list
  /// An object of another kind, as an interface of the web gives it, with features in one of its members.
  case wrapper

  /// The kind that a `type` says; nil where it is none of GeoJSON.
  init?(type: String) {
    switch type {
    case "FeatureCollection": self = .collection
    case "Feature": self = .feature
    case "GeometryCollection": self = .geometries
    case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon": self = .geometry
    default: return nil
    }
  }
}

extension Fault {
  /// True if the bytes are JSON, so that the value can be stepped over.
  var isSkippable: Bool {
    switch problem {
    case .endOfFile, .expected, .controlCharacter, .badEscape, .badNumber, .bytesAfterEnd: false
    case .wrongType, .numberOutOfRange, .notFinite, .tooDeep, .textTooLong, .tooManyPoints, .lineTooLong,
      .tooManyFields,
      .offGlobe,
      .shortPosition, .shortLine, .shortRing, .unknownGeometry, .missing, .notFeature:
      true
    }
  }
}

extension JSONDocument {
  /// The kind of the file, by its first `type`.
  ///
  /// Looks ahead and comes back. Throws where the file is empty, no JSON object, or of another type.
  mutating func root() throws(ReadError) -> GeoJSONRoot {
    let start = json.mark()
    if json.cursor.isAtEnd { throw error("is empty", at: 0) }
    if json.cursor.current == UInt8(ascii: "<") {
      let name = XMLDocument.rootName(json.cursor.bytes).map { ": its outermost element is \(quoted($0))" } ?? ""
      throw error("is XML of no format that is read\(name)", at: 0)
    }
    if json.cursor.current != UInt8(ascii: "{"), json.cursor.current != UInt8(ascii: "["), !json.cursor.isUTF16 {
      throw error(
        "is of no known format: no JSON, no XML, and no table, since its lines have no separator in common", at: 0)
    }
    if json.cursor.isUTF16 { throw error("the file is UTF-16, not UTF-8", at: 0) }
    do throws(Fault) { return try lookForRoot() } catch {
      throw self.error("the file \(error.words(from: start.offset))", at: error.offset)
    }
  }

  /// The kind of the value ahead. Looks ahead and comes back.
  mutating func lookForRoot() throws(Fault) -> GeoJSONRoot {
    let start = json.mark()
    defer { json.rewind(to: start) }
    if try json.kind() == .list {
      if try holdsFeatures(orGeometries: true) { return .list }
      throw Fault(offset: start.offset, problem: .wrongType(wanted: .object, found: .list))
    }
    var other: Fault?
    try json.beginObject()
    while let name = try json.nextKey() {
      if name == "features", other == nil, try json.kind() != .object { return .collection }
      guard name == "type", try json.kind() == .text else {
        try json.skipAnyDepth()
        continue
      }
      let place = json.offset
      let type = try json.text()
      if let root = GeoJSONRoot(type: type) { return root }
      other = Fault(offset: place, problem: .notFeature(type))
      if GeoJSONTypes.all.contains(type) { break }
    }
    json.rewind(to: start)
    let isTopology = other?.problem == .notFeature("Topology")
    if !isTopology, try holdsFeatures() { return .wrapper }
    if let other { throw other }
    return .collection
  }

  /// The depth to which features are looked for.
  private static let deepestWrapper = 4

  /// True if the value ahead is a feature or a collection of them, or holds one: in its first element, or in a member. Looks ahead and
  /// comes back. Linear in the bytes of the value.
  ///
  /// - Parameter orGeometries: True if a geometry of its own counts too: in an object that wraps it, that would lose the rest.
  mutating func holdsFeatures(orGeometries: Bool = false, depth: Int = 0) throws(Fault) -> Bool {
    guard depth < JSONDocument.deepestWrapper else { return false }
    let start = json.mark()
    defer { json.rewind(to: start) }
    switch try json.kind() {
    case .null, .text, .number, .flag: return false
    case .list:
      try json.beginList()
      guard try json.nextElement() else { return false }
      return try holdsFeatures(orGeometries: orGeometries, depth: depth + 1)
    case .object:
      try json.beginObject()
      var root: GeoJSONRoot?
      while root == nil, let name = try json.nextKey() {
        if name == "type", try json.kind() == .text {
          let type = try json.text()
          if GeoJSONTypes.all.contains(type), GeoJSONRoot(type: type) == nil { return false }
          root = GeoJSONRoot(type: type)
        } else {
          try json.skipAnyDepth()
        }
      }
      switch root {
      case .collection, .feature: return true
      case .geometry, .geometries: return orGeometries
      case .list, .wrapper, nil: break
      }
      json.rewind(to: start)
      try json.beginObject()
      while try json.nextKey() != nil {
        if try holdsFeatures(depth: depth + 1) { return true }
        try json.skipAnyDepth()
      }
      return false
    }
  }

  /// True if another text begins behind the one that was read, which is then looked at.
  mutating func beginsNextText() -> Bool {
    json.cursor.skipSpaces()
    guard !json.cursor.isAtEnd, json.cursor.current == UInt8(ascii: "{") else { return false }
    json.begin(at: json.offset..<json.cursor.bytes.count)
    return true
  }
}
