import SituationModel

// The objects within an event. Each reads the object ahead, and notes what it can't read of it.

extension PlaceDraft {
  /// Takes the members of the object ahead.
  mutating func readMembers(_ document: inout JSONDocument) throws(Fault) {
    var seen = Set<String>()
    try document.json.beginObject()
    while let key = try document.nextKey(&seen) {
      switch key {
      case "name": name = try document.text(key)
      case "precision": precision = try document.text(key)
      case "radius_m":
        radius = try document.attempt(key) { document throws(Fault) in try document.json.number() }
      case "geometry":
        // The feature's own geometry goes first, wherever it stands.
        let stated = try document.geometry(key)
        shape = shape ?? stated
      default: try document.json.skip()
      }
    }
  }
}

extension SourceDraft {
  /// Reads the object ahead.
  init(_ document: inout JSONDocument) throws(Fault) {
    var seen = Set<String>()
    try document.json.beginObject()
    while let key = try document.nextKey(&seen) {
      switch key {
      case "who": who = try document.text(key)
      case "via": via = try document.text(key)
      case "published": published = try document.text(key)
      case "link": link = try document.text(key)
      case "grade": grade = try document.text(key)
      case "note": note = try document.text(key)
      default: try document.json.skip()
      }
    }
  }
}

extension EventDraft.LinkDraft {
  /// Reads the object ahead.
  init(_ document: inout JSONDocument) throws(Fault) {
    var seen = Set<String>()
    try document.json.beginObject()
    while let key = try document.nextKey(&seen) {
      switch key {
      case "relation": relation = try document.text(key)
      case "target": target = try document.text(key)
      default: try document.json.skip()
      }
    }
  }
}
