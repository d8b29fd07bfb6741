import SituationModel

/// The events of TimeMap: a list of objects whose values are texts, the older form with `category`, the newer one with
/// `filters`. Dates are M/D/YYYY.
struct TimeMap {
  private var collector: EventCollector

  /// Whether bytes are such a list: its first object has `latitude` and `longitude`.
  static func fits(_ bytes: Bytes) -> Bool {
    let head = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    let marks = head.utf8.filter { $0 > 0x20 }.prefix(2)
    guard marks.elementsEqual("[{".utf8) else { return false }
    return head.contains("\"latitude\"") && head.contains("\"longitude\"")
  }

  /// Reads all events. Throws where there is none before the bytes stop being JSON.
  static func situation(_ document: inout JSONDocument) throws(ReadError) -> Situation {
    var reader = TimeMap(collector: EventCollector(file: document.file))
    do throws(Fault) {
      try document.json.beginList()
      while try document.json.nextElement() {
        try document.record { document throws(Fault) in try reader.event(&document) }
      }
      try document.json.endOfFile()
    } catch {
      let reason = "the file \(error.words(from: 0))"
      guard reader.collector.position > 0 else { throw document.error(reason, at: error.offset) }
      document.reject("what follows can't be read: \(reason)", at: error.offset)
    }
    for rejection in document.rejections {
      reader.collector.reject(rejection.reason, line: rejection.line, isWhole: rejection.isWhole)
    }
    return reader.collector.situation()
  }

  private mutating func event(_ document: inout JSONDocument) throws(Fault) {
    let start = document.json.mark()
    var event = TimeMapEvent()
    var seen = Set<String>()
    try document.json.beginObject()
    while let key = try document.nextKey(&seen) { try event.read(key, &document) }
    collector.add(
      event.draft(&document.notes), id: event.id, line: document.line(at: start.offset), &document.notes)
  }
}

/// The members of one event.
private struct TimeMapEvent {
  var id: String?
  private var members: [String: String] = [:]
  private var filters: [String] = []
  private var sources: [SourceDraft] = []

  mutating func read(_ key: String, _ document: inout JSONDocument) throws(Fault) {
    switch key {
    case "id": id = try document.word(key)
    case "date", "time", "location", "description", "category", "type", "latitude", "longitude":
      members[key] = try document.word(key)
    case "sources":
      sources = try document.objects(key) { document throws(Fault) in try SourceDraft(timeMap: &document) }
    case "filters":
      filters = try document.objects(key) { document throws(Fault) in
        var value = ""
        try document.json.beginObject()
        while let key = try document.json.nextKey() {
          if key == "value" { value = try document.word(key) ?? "" } else { try document.json.skip() }
        }
        return value
      }
    default: try document.json.skip()
    }
  }

  func draft(_ notes: inout RecordNotes) -> EventDraft {
    var draft = EventDraft()
    draft.summary = members["description"]
    draft.title = members["description"].map(TimeMapEvent.title) ?? members["location"]
    draft.kind = members["category"] ?? members["type"] ?? filters.first { !$0.isEmpty }
    draft.when = members["date"].map { TimeText.edtf(monthFirst: $0, clock: members["time"]) }
    draft.place.name = members["location"]
    draft.sources = sources
    guard let latitude = members["latitude"], let longitude = members["longitude"] else { return draft }
    if let y = Double(latitude), let x = Double(longitude), let place = Coordinate(checkedLatitude: y, longitude: x) {
      draft.place.shape = .points([place])
    } else {
      notes.add(
        "has no place: latitude \(quoted(latitude)), longitude \(quoted(longitude))", field: "place",
        value: "\(latitude), \(longitude)")
    }
    return draft
  }

  /// The first line of a description, or as much of it as a list shows.
  private static func title(_ description: String) -> String {
    let line = description.split(whereSeparator: \.isNewline).first.map(String.init) ?? description
    guard line.count > 80 else { return line }
    let cut = line.prefix(77)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + "..."
  }
}

extension SourceDraft {
  /// The source ahead: its id alone, or an object.
  fileprivate init(timeMap document: inout JSONDocument) throws(Fault) {
    dataFile = document.file
    if try document.json.kind() == .text {
      who = try document.json.text()
      return
    }
    var (id, title): (String?, String?)
    try document.json.beginObject()
    while let key = try document.json.nextKey() {
      switch key {
      case "id": id = try document.word(key)
      case "title": title = try document.word(key)
      case "description": note = try document.word(key)
      case "url", "path": link = try document.word(key) ?? link
      case "paths": link = try document.texts(key).first ?? link
      case "date": published = try document.word(key).map { TimeText.edtf(monthFirst: $0, clock: nil) }
      default: try document.json.skip()
      }
    }
    who = title ?? id ?? link
  }
}

extension JSONDocument {
  /// A text, or a number as it is written; an empty one is none.
  fileprivate mutating func word(_ name: String) throws(Fault) -> String? {
    let word = try attempt(name) { document throws(Fault) in try document.json.textOrNumber() }
    return word == "" ? nil : word
  }
}
