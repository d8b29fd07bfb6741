import SituationModel

/// Reads one feature as an event: the members of the profile, and all others as fields, whose meaning is told by all features.
///
/// `Data/README.md` has the profile member by member.
struct EventReader {
  private(set) var draft = EventDraft()
  /// The member of a feature that says who changed which of its fields. It is for people, and is not read.
  static let provenance = "sitmap_changes"
  /// The feature's own id.
  private(set) var id: String?
  /// Members that the profile does not have, or has in another form.
  private(set) var fields: [RecordField] = []
  private var times = TimeMembers()

  /// Reads the feature ahead. Throws where it is no feature at all.
  init(_ document: inout JSONDocument) throws(Fault) {
    let start = document.json.mark()
    var type: String?
    var seen = Set<String>()
    try document.json.beginObject()
    while let key = try document.nextKey(&seen) {
      switch key {
      case "type": type = try document.json.text()
      case "id": id = try document.attempt(key) { document throws(Fault) in try document.json.textOrNumber() }
      case "geometry":
        if let shape = try document.geometry(key) { draft.place.shape = shape }
      case "properties": try properties(&document)
      case "when", "time":
        if try document.json.kind() == .object { try times.read(key, &document) } else { try field(key, &document) }
      case "bbox", EventReader.provenance: try document.json.skip()
      default: try field(key, &document)
      }
    }
    guard let type else { throw Fault(offset: start.offset, problem: .missing("type")) }
    guard type == "Feature" else { throw Fault(offset: start.offset, problem: .notFeature(type)) }
    draft.when = draft.when ?? times.edtf
    document.tellNonFinite(fields)
  }

  private mutating func properties(_ document: inout JSONDocument) throws(Fault) {
    if try document.json.takesNull() { return }
    guard try document.json.kind() == .object else {
      document.notes.add("\"properties\" is no object", field: "properties")
      return try document.json.skip()
    }
    var seen = Set<String>()
    try document.json.beginObject()
    while let key = try document.nextKey(&seen) { try property(key, &document) }
  }

  private mutating func field(_ key: String, _ document: inout JSONDocument) throws(Fault) {
    try document.json.fields(of: key, into: &fields)
  }

  private mutating func property(_ key: String, _ document: inout JSONDocument) throws(Fault) {
    if document.mappedNames.contains(key.lowercased()) { return try field(key, &document) }
    let kind = try document.json.kind()
    switch (key, kind) {
    case ("title", .text): draft.title = try document.text(key)
    case ("kind", .text): draft.kind = try document.text(key)
    case ("when", .text): draft.when = try date(key, &document) ?? draft.when
    case ("published", .text): draft.published = try date(key, &document) ?? draft.published
    case ("place", .text), ("place", .object): try place(&document)
    case ("destination", .object): try destination(&document)
    case ("standing", .text): draft.standing = try document.text(key)
    case ("actors", .list): draft.actors = try document.texts(key)
    case ("summary", .text): draft.summary = try document.text(key)
    case ("sources", .list): try sources(&document)
    case ("links", .list): try links(&document)
    case (_, .object) where TimeMembers.lists.contains(key): try times.read(key, &document)
    case (_, .list) where TimeMembers.lists.contains(key): try times.read(key, &document)
    default: try field(key, &document)
    }
  }

  /// A date in EDTF; one of another form is a field.
  private mutating func date(_ key: String, _ document: inout JSONDocument) throws(Fault) -> String? {
    guard let text = try document.text(key) else { return nil }
    if (try? DateInterval(edtf: text)) != nil { return text }
    fields.append(RecordField(name: key, text: text))
    return nil
  }

  /// The place has a name of its own or is a name; its geometry is the feature's.
  private mutating func place(_ document: inout JSONDocument) throws(Fault) {
    if try document.json.kind() == .text {
      draft.place.name = try document.text("place")
      return
    }
    var place = draft.place
    let isRead: Bool? = try document.attempt("place") { document throws(Fault) in
      try place.readMembers(&document)
      return true
    }
    if isRead == true { draft.place = place }
  }

  private mutating func destination(_ document: inout JSONDocument) throws(Fault) {
    draft.destination = try document.attempt("destination") { document throws(Fault) in
      var place = PlaceDraft()
      try place.readMembers(&document)
      return place
    }
  }

  /// The sources of the profile, which are objects; a list of anything else is a field.
  private mutating func sources(_ document: inout JSONDocument) throws(Fault) {
    guard try document.json.isListOfObjects(with: "who") else { return try field("sources", &document) }
    draft.sources = try document.objects("sources") { document throws(Fault) in try SourceDraft(&document) }
  }

  /// The links of the profile; those of interfaces of the web are a field.
  private mutating func links(_ document: inout JSONDocument) throws(Fault) {
    guard try document.json.isListOfObjects(with: "relation") else { return try field("links", &document) }
    draft.links = try document.objects("links") { document throws(Fault) in try EventDraft.LinkDraft(&document) }
  }
}

extension JSONReader {
  /// True if the list ahead is empty, or some object of it has a member of a name. Looks ahead and comes back.
  fileprivate mutating func isListOfObjects(with name: String) throws(Fault) -> Bool {
    let start = mark()
    defer { rewind(to: start) }
    try beginList()
    var isEmpty = true
    while try nextElement() {
      isEmpty = false
      guard try kind() == .object else {
        try skip()
        continue
      }
      var isFound = false
      try beginObject()
      while let key = try nextKey() {
        isFound = isFound || key == name
        try skip()
      }
      if isFound { return true }
    }
    return isEmpty
  }
}
