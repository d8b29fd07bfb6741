import SituationModel

/// Takes features as events, and the members beside them as what is to be known of the whole.
struct SituationDraft: FeatureSink {
  /// The profile that this reader knows.
  static let profile = "sitmap-situation-1"

  private var records = EventRecords()
  private var store: RecordedEvents
  /// The numbers of the places' names, by their bytes.
  private var names: [String: Int32] = [:]
  /// The numbers of the names and kinds of the chunk that was last taken from.
  private var chunkNames: (chunk: FeatureChunk?, numbers: [Int32], kinds: [UInt16]) = (nil, [], [])
  private var ahead = FeaturesAhead()
  private var title: String?
  private var summary = ""
  private var background: [String] = []
  private var attribution = ""
  private var view: GeoBounds?
  private var countries: Set<String> = []
  /// The features so far, rejected ones too.
  private var position = 0
  /// Where each event with links begins.
  private var linked: [(offset: Int, event: Event)] = []
  private let map: ColumnMap
  private let format: FileFormat
  /// The meaning of the fields that the profile does not have; nil until the first is met.
  private(set) var interpretation: FieldInterpretation?

  var count: Int { records.count }

  /// A draft of what stands in a document.
  init(_ document: JSONDocument, _ format: FileFormat, map: ColumnMap) {
    (self.format, self.map) = (format, map)
    let bytes = document.json.cursor.bytes
    store = RecordedEvents(bytes, file: document.file, limits: document.json.limits)
    // Events of a large file take some 300 bytes each; to grow step by step would touch twice the memory.
    let expected = bytes.count / 300
    records.reserve(expected)
    store.reserve(expected)
  }

  // MARK: Events

  mutating func feature(_ document: inout JSONDocument) throws(Fault) {
    if document.progress?.isStopped == true { return document.json.pass(to: document.json.cursor.end) }
    let start = document.json.mark()
    if takeAhead(&document, at: start.offset) { return }
    position += 1
    if position % 1_024 == 0 { document.progress?.reach(atLeast: start.offset) }
    let reader = try EventReader(&document)
    guard !reader.fields.isEmpty else { return add(reader.draft, id: reader.id, at: start.offset, &document.notes) }
    let meanings = interpretation ?? FieldSurvey.interpretation(document, format, map)
    interpretation = meanings
    let (draft, id) = meanings.draft(
      reader.draft, id: reader.id, reader.fields, file: document.file, limits: document.json.limits, &document.notes)
    add(draft, id: id, at: start.offset, &document.notes)
  }

  mutating func geometry(_ document: inout JSONDocument) throws(Fault) {
    position += 1
    let start = document.json.mark()
    var draft = EventDraft()
    draft.place.shape = try GeometryReader.read(&document.json, &document.notes, in: document.coordinates)
    add(draft, id: nil, at: start.offset, &document.notes)
  }

  /// Takes an event that was read whole.
  private mutating func add(_ draft: EventDraft, id given: String?, at offset: Int, _ notes: inout RecordNotes) {
    let id = EventID.free(given, position: position, &notes) { store.record(of: $0) != nil }
    let event = draft.event(id: id, &notes)
    if !event.links.isEmpty { linked.append((offset, event)) }
    store.keep(event, draft.place.clue, at: offset, position: position)
    records.append(event, name: event.place.name.map { number(of: $0) })
  }

  /// Takes the feature that begins at a byte as it stands, where it is a plain one.
  mutating func takeAhead(_ document: inout JSONDocument, at start: Int) -> Bool {
    guard document.coordinates == .degrees, document.mappedNames.isEmpty,
      let plain = ahead.feature(at: start, document)
    else { return false }
    let (chunk, index) = plain
    let position = position + 1
    let hash = chunk.hash(at: index) ?? IDTable.hash("#\(position)")
    let (bytes, limits) = (document.json.cursor.bytes, document.json.limits)
    let isTaken = store.take(idHash: hash, at: start, position: position) {
      chunk.id(at: index, in: bytes, limits) ?? "#\(position)"
    }
    guard isTaken else { return false }
    self.position = position
    if chunkNames.chunk !== chunk {
      chunkNames = (chunk, chunk.records.names.map { number(of: $0) }, records.codes(ofKinds: chunk.records.kinds))
    }
    let (name, kind) = (chunk.records.name(at: index), chunk.records.kind(at: index))
    records.append(
      chunk.records, at: index, name: name < 0 ? name : chunkNames.numbers[Int(name)],
      kind: chunkNames.kinds[Int(kind)])
    document.json.pass(to: chunk.end(at: index))
    return true
  }

  private mutating func number(of name: String) -> Int32 {
    if let number = names[name] { return number }
    let number = records.add(name: name)
    names[name] = number
    return number
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
    for (offset, event) in linked {
      for link in event.links where store.record(of: link.target) == nil {
        document.remark("links to \(quoted(link.target)), which is not in the file", at: offset)
      }
    }
    let remarks = (interpretation?.interpretation.remarks ?? []).map {
      Rejection(file: file, line: 1, reason: $0, weight: .note)
    }
    return Situation(
      title: title?.unlessBlank ?? file.split(separator: "/").last.map(String.init) ?? file, summary: summary,
      background: background, attribution: attribution, view: view, countries: countries,
      events: EventTable(records, from: store), rejections: remarks + document.rejections.sorted { $0.line < $1.line }
    ).deciding(interpretation?.interpretation.decisions ?? [])
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
      document.notes.add("\"view\" is not four degrees: west, south, east, north", field: "view")
      return nil
    }
    self.init(south: first.latitude, west: first.longitude, north: last.latitude, east: last.longitude)
  }
}
