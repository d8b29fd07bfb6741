import SituationModel

/// Reads one feature as an event: the members of the profile, and of other files those whose meaning is clear.
///
/// `Data/README.md` has the profile member by member.
struct EventReader {
  private(set) var draft = EventDraft()
  /// The feature's own id, or else that of its properties.
  private(set) var id: String?
  /// What stands for the title or the date in files that do not know the profile.
  private var foreign = Foreign()

  private struct Foreign {
    var id: String?
    var title: String?
    var summary: String?
  }
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
      case "when", "time": try times.readFeatureMember(key, &document)
      default: try document.json.skip()
      }
    }
    guard let type else { throw Fault(offset: start.offset, problem: .missing("type")) }
    guard type == "Feature" else { throw Fault(offset: start.offset, problem: .notFeature(type)) }
    useForeign()
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

  private mutating func property(_ key: String, _ document: inout JSONDocument) throws(Fault) {
    switch key {
    case "title": draft.title = try document.text(key)
    case "kind": draft.kind = try document.text(key)
    case "when":
      if try document.json.kind() == .object {
        try times.readFeatureMember(key, &document)
      } else {
        draft.when = try document.text(key)
      }
    case "published": draft.published = try document.text(key)
    case "place": try place(&document)
    case "destination":
      draft.destination = try document.attempt(key) { document throws(Fault) in
        var place = PlaceDraft()
        try place.readMembers(&document)
        return place
      }
    case "standing": draft.standing = try document.text(key)
    case "actors": draft.actors = try document.texts(key)
    case "summary": draft.summary = try document.text(key)
    case "sources":
      draft.sources = try document.objects(key) { document throws(Fault) in try SourceDraft(&document) }
    case "links":
      draft.links = try document.objects(key) { document throws(Fault) in try EventDraft.LinkDraft(&document) }
    default: try foreignProperty(key, &document)
    }
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

  // MARK: Files without the profile

  private mutating func foreignProperty(_ key: String, _ document: inout JSONDocument) throws(Fault) {
    switch key {
    case "id": foreign.id = try document.attempt(key) { document throws(Fault) in try document.json.textOrNumber() }
    case "name": foreign.title = try document.text(key)
    case "description": foreign.summary = try document.text(key)
    default: if try !times.readProperty(key, &document) { try document.json.skip() }
    }
  }

  /// Fills what the profile's own members left open.
  private mutating func useForeign() {
    id = id ?? foreign.id
    draft.title = draft.title ?? foreign.title
    draft.summary = draft.summary ?? foreign.summary
    draft.when = draft.when ?? times.edtf
  }
}
