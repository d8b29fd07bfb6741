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
      case "placed": origin = try document.text(key)
      case "province": province = try document.text(key)
      case "radius_m":
        radius = try document.attempt(key) { document throws(Fault) in try document.json.number() }
      case "geometry":
        // The feature's own geometry goes first, wherever it stands.
        let stated = try document.geometry(key)
        shape = shape ?? stated
      default: try document.keepMember("place.\(key)")
      }
    }
  }
}

extension SourceDraft {
  /// Reads the object ahead.
  init(_ document: inout JSONDocument) throws(Fault) {
    dataFile = document.file
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
      case "says": says = try document.text(key)
      case "disputes":
        disputes = try document.attempt(key) { document throws(Fault) in try document.json.flag() }
      case "figures": figures = try document.figures(key)
      case "copy": copy = try document.text(key)
      case "sha256": digest = try document.text(key)
      default: try document.keepMember("source.\(key)")
      }
    }
  }
}

extension JSONDocument {
  /// The figures of an object: each a number, or an object with `low`, `best` and `high`.
  fileprivate mutating func figures(_ name: String) throws(Fault) -> [Figure] {
    let figures: [Figure]? = try attempt(name) { document throws(Fault) in
      var figures: [Figure] = []
      var seen = Set<String>()
      var places: [String: Int] = [:]
      try document.json.beginObject()
      while let what = try document.nextKey(&seen) {
        guard let figure = try document.figure(what) else { continue }
        if let place = places[what] {
          figures[place] = figure
        } else {
          places[what] = figures.count
          figures.append(figure)
        }
      }
      return figures
    }
    return figures ?? []
  }

  private mutating func figure(_ what: String) throws(Fault) -> Figure? {
    try attempt(what) { document throws(Fault) in
      let start = document.json.mark()
      if try document.json.kind() == .number { return Figure(what, best: try document.json.number()) }
      var (low, best, high): (Double?, Double?, Double?)
      var seen = Set<String>()
      try document.json.beginObject()
      while let key = try document.nextKey(&seen) {
        switch key {
        case "low": low = try document.bound(key)
        case "best": best = try document.bound(key)
        case "high": high = try document.bound(key)
        default: try document.json.skip()
        }
      }
      let figure = Figure(what, low: low, best: best, high: high)
      if figure == nil {
        let text = String(decoding: document.json.cursor.bytes[start.offset..<document.json.offset], as: UTF8.self)
        document.notes.unread(
          "\(quoted(what)) has no numbers that rise from \"low\" to \"high\"", field: what, value: text)
      }
      return figure
    }
  }

  private mutating func bound(_ name: String) throws(Fault) -> Double? {
    try attempt(name) { document throws(Fault) in try document.json.number() }
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
      default: try document.keepMember("link.\(key)")
      }
    }
  }
}
