import SituationModel

/// Takes features as events, and the members beside them as what is to be known of the whole.
struct SituationDraft: FeatureSink {
  /// The profile that this reader knows.
  static let profile = "sitmap-situation-1"

  private var events: [Event] = []
  private var title: String?
  private var summary = ""
  private var background: [String] = []
  private var attribution = ""
  private var view: GeoBounds?
  private var countries: Set<String> = []
  /// The features so far, rejected ones too.
  private var position = 0
  private var ids = Set<String>()
  /// Where each event with links begins.
  private var linked: [(offset: Int, event: Int)] = []

  var count: Int { events.count }

  // MARK: Events

  mutating func feature(_ document: inout JSONDocument) throws(Fault) {
    position += 1
    let start = document.json.mark()
    let reader = try EventReader(&document)
    add(reader.draft, id: reader.id, at: start.offset, &document.notes)
  }

  mutating func geometry(_ document: inout JSONDocument) throws(Fault) {
    position += 1
    let start = document.json.mark()
    var draft = EventDraft()
    draft.place.shape = try GeometryReader.read(&document.json, &document.notes)
    add(draft, id: nil, at: start.offset, &document.notes)
  }

  private mutating func add(_ draft: EventDraft, id given: String?, at offset: Int, _ notes: inout RecordNotes) {
    let id = EventID.free(given, position: position, taken: ids, &notes)
    let event = draft.event(id: id, &notes)
    ids.insert(id)
    if !event.links.isEmpty { linked.append((offset, events.count)) }
    events.append(event)
  }

  // MARK: The whole

  mutating func member(_ name: String, _ document: inout JSONDocument) throws(Fault) {
    switch name {
    case "title", "name": title = try document.text(name) ?? title
    case "summary": summary = try document.text(name) ?? ""
    case "background": background = try document.texts(name)
    case "attribution": attribution = try document.text(name) ?? ""
    case "view":
      view = try document.attempt(name) { document throws(Fault) in try GeoBounds(&document) }
    case "countries": countries = Set(try document.texts(name).map { $0.uppercased() })
    case "profile":
      if let profile = try document.text(name), profile != SituationDraft.profile {
        document.notes.add("the profile \(quoted(profile)) is read as \(quoted(SituationDraft.profile))")
      }
    default: try document.json.skip()
    }
  }

  /// The situation, when all is read. `file` names one that has no title.
  func situation(_ document: inout JSONDocument, file: String) -> Situation {
    for (offset, index) in linked {
      for link in events[index].links where !ids.contains(link.target) {
        document.reject("links to \(quoted(link.target)), which is not in the file", at: offset, isWhole: false)
      }
    }
    return Situation(
      title: title ?? file.split(separator: "/").last.map(String.init) ?? file, summary: summary,
      background: background, attribution: attribution, view: view, countries: countries,
      events: EventTable(events), rejections: document.rejections.sorted { $0.line < $1.line })
  }
}

extension GeoBounds {
  /// Reads a list of four degrees, as `bbox` orders them: west, south, east, north; an east that is less than the west
  /// lies beyond the antimeridian.
  fileprivate init?(_ document: inout JSONDocument) throws(Fault) {
    var degrees: [Double] = []
    try document.json.beginList()
    while try document.json.nextElement() { degrees.append(try document.json.number()) }
    guard degrees.count == 4,
      let first = Coordinate(checkedLatitude: degrees[1], longitude: degrees[0]),
      let last = Coordinate(checkedLatitude: degrees[3], longitude: degrees[2]),
      first.latitude < last.latitude, first.longitude != last.longitude
    else {
      document.notes.add("\"view\" is not four degrees: west, south, east, north")
      return nil
    }
    self.init(south: first.latitude, west: first.longitude, north: last.latitude, east: last.longitude)
  }
}
