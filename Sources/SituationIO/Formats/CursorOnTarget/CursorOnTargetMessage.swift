import SituationModel

/// One `event` element of Cursor on Target, in its own words.
struct CursorOnTargetMessage {
  let uid: String?
  /// When it was sent.
  let time: String?
  /// The things that it names.
  private(set) var linked: [String] = []
  private let type: String
  private let start: String?
  private let stale: String?
  private var callsign: String?
  private var remarks: [String] = []
  private var place: [String: Double] = [:]
  /// The attributes and details that have no member of their own.
  private(set) var fields: [RecordField] = []

  /// Reads the element that was entered last.
  init(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    (uid, type) = (element["uid"], element["type"] ?? "")
    let time = element["time"].map { TimeText.edtf($0) }
    self.time = time
    start = element["start"].map { TimeText.edtf($0) } ?? time
    stale = element["stale"].map { TimeText.edtf($0) }
    let known: Set<String> = ["version", "uid", "time", "start", "stale"]
    for attribute in element.attributes where !known.contains(attribute.name) && !attribute.name.hasPrefix("xmlns") {
      // A kind that is the whole type needs no line more.
      if attribute.name == "type", kind == type { continue }
      add("\(attribute.name)", attribute.value)
    }
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "point":
        for (name, value) in child.attributes { place[name] = Double(value) }
        for attribute in child.attributes where !["lat", "lon", "ce"].contains(attribute.name) {
          // 9999999 stands for what is not known.
          if Double(attribute.value) != 9_999_999 { add("point.\(attribute.name)", attribute.value) }
        }
        try document.xml.skip()
      case "detail": while let part = try document.xml.nextChild() { try detail(part, &document) }
      default: fields += try document.fields(of: child, as: child.name)
      }
    }
  }

  private mutating func add(_ name: String, _ text: String) {
    if !text.isEmpty { fields.append(RecordField(name: name, text: text)) }
  }

  private mutating func detail(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    if element.name == "link", let uid = element["uid"] { linked.append(uid) }
    if element.name == "contact", callsign == nil { callsign = element["callsign"] }
    for field in try document.fields(of: element, as: element.name) {
      switch field.name {
      case "remarks": remarks.append(field.text)
      case "contact.callsign" where field.text == callsign: break
      default: fields.append(field)
      }
    }
  }

  /// True if it deletes the things that it names.
  var isDeletion: Bool { type == "t-x-d-d" }

  /// The event that it tells of; `end` is when it was deleted.
  func draft(until end: String?, _ notes: inout RecordNotes) -> EventDraft {
    var draft = EventDraft()
    draft.title = callsign ?? uid
    draft.summary = remarks.isEmpty ? nil : remarks.joined(separator: "\n")
    draft.kind = kind
    draft.actors = [affiliation].compactMap { $0 }
    draft.published = time
    if let start {
      let last = end ?? stale
      let span = last == nil || last == start ? start : "\(start)/\(last ?? "..")"
      draft.when = span
      if let last, (try? DateInterval(edtf: span)) == nil, (try? DateInterval(edtf: start)) != nil {
        notes.unread("\"stale\" is no time after \(quoted(start)): \(quoted(last))", field: "stale", value: last)
        draft.when = start
      }
    }
    takePlace(&draft.place, &notes)
    return draft
  }

  private func takePlace(_ draft: inout PlaceDraft, _ notes: inout RecordNotes) {
    guard let latitude = place["lat"], let longitude = place["lon"] else {
      return notes.add("has no point", field: "point")
    }
    let (precision, radius) = Codebook.cursorOnTarget(circularError: place["ce"])
    // 0, 0 with no error known is what senders write that know no place.
    if latitude == 0, longitude == 0, precision == .unknown {
      return notes.unread("the point 0, 0 of unknown error is no place", field: "point", value: "0, 0")
    }
    guard let point = Coordinate(checkedLatitude: latitude, longitude: longitude) else {
      return notes.unread(
        "has a position off the globe: longitude \(longitude), latitude \(latitude)", field: "point",
        value: "\(latitude), \(longitude)")
    }
    draft.shape = .points([point])
    draft.precision = precision.rawValue
    draft.radius = radius
  }

  // MARK: The type

  private var atoms: [Substring] { type.split(separator: "-") }

  /// Who it is, where the type is one of things (`a-…`).
  private var affiliation: String? {
    guard atoms.first == "a", atoms.count > 1 else { return nil }
    return switch atoms[1] {
    case "f": "friend"
    case "a": "assumed friend"
    case "n": "neutral"
    case "s": "suspect"
    case "h": "hostile"
    case "j": "joker"
    case "k": "faker"
    case "p": "pending"
    case "u", "o", "x": "unknown"
    default: nil
    }
  }

  /// The kind: where a thing moves, or else the type as it stands.
  private var kind: String? {
    guard atoms.first == "a", atoms.count > 2 else { return type.isEmpty ? nil : type }
    return switch atoms[2] {
    case "P": "space"
    case "A": "air"
    case "G": "ground"
    case "S": "sea"
    case "U": "subsurface"
    case "F": "special operations"
    default: type
    }
  }
}
