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
  private var remarks: String?
  private var place: [String: Double] = [:]
  /// The details that have no member of their own.
  private(set) var fields: [RecordField] = []

  /// Reads the element that was entered last.
  init(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    (uid, type) = (element["uid"], element["type"] ?? "")
    let time = element["time"].map { TimeText.edtf($0) }
    self.time = time
    start = element["start"].map { TimeText.edtf($0) } ?? time
    stale = element["stale"].map { TimeText.edtf($0) }
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "point":
        for (name, value) in child.attributes { place[name] = Double(value) }
        try document.xml.skip()
      case "detail": while let part = try document.xml.nextChild() { try detail(part, &document) }
      default: try document.xml.skip()
      }
    }
  }

  private mutating func detail(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    switch element.name {
    case "contact": callsign = element["callsign"]
    case "link": if let uid = element["uid"] { linked.append(uid) }
    case "remarks":
      remarks = try document.text()
      return
    default: break
    }
    for attribute in element.attributes where !attribute.value.isEmpty {
      if element.name == "contact" && attribute.name == "callsign" { continue }
      fields.append(RecordField(name: "\(element.name).\(attribute.name)", text: attribute.value))
    }
    fields += try document.fields(in: element.name)
  }

  /// Whether it deletes the things that it names.
  var isDeletion: Bool { type == "t-x-d-d" }

  /// The event that it tells of; `end` is when it was deleted.
  func draft(until end: String?, _ notes: inout RecordNotes) -> EventDraft {
    var draft = EventDraft()
    draft.title = callsign ?? uid
    draft.summary = remarks
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

  /// What it is: where a thing moves, or else the type as it stands.
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
