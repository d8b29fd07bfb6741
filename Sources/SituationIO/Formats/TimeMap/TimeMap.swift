import SituationModel

/// The events of TimeMap: a list of objects whose values are texts, the older form with `category`, the newer one with
/// `filters`. Dates are M/D/YYYY where they do not show another order.
struct TimeMap {
  private var collector: EventCollector

  /// True if bytes are such a list: its first objects have a description, a place and a date, and sources or filters.
  static func fits(_ bytes: Bytes) -> Bool {
    let head = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    let marks = head.utf8.lazy.filter { $0 > 0x20 }.prefix(2)
    guard marks.elementsEqual("[{".utf8) else { return false }
    let needed = ["\"latitude\"", "\"longitude\"", "\"location\"", "\"description\"", "\"date\""]
    return needed.allSatisfy(head.contains)
      && ["\"sources\"", "\"filters\"", "\"category\""].contains(where: head.contains)
  }

  /// Reads all events. Throws where there is none before the bytes stop being JSON.
  static func situation(
    _ document: inout JSONDocument, map: ColumnMap
  ) throws(ReadError) -> (situation: Situation, interpretation: FieldInterpretation?) {
    var reader = TimeMap(collector: EventCollector(file: document.file, map: map, limits: document.json.limits))
    reader.collector.dateOrder = .mdy
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
    for rejection in document.rejections { reader.collector.add(rejection) }
    return (reader.collector.situation(numbersRecords: true), reader.collector.interpretation)
  }

  private mutating func event(_ document: inout JSONDocument) throws(Fault) {
    let start = document.json.mark()
    var event = TimeMapEvent()
    var seen = Set<String>()
    try document.json.beginObject()
    while let key = try document.nextKey(&seen) { try event.read(key, &document) }
    collector.add(
      event.draft, id: nil, fields: event.fields, line: document.line(at: start.offset), &document.notes)
  }
}

/// The members of one event.
private struct TimeMapEvent {
  private(set) var draft = EventDraft()
  private(set) var fields: [RecordField] = []

  mutating func read(_ key: String, _ document: inout JSONDocument) throws(Fault) {
    switch key {
    case "sources":
      draft.sources = try document.objects(key) { document throws(Fault) in try SourceDraft(timeMap: &document) }
    case "filters": try filters(&document)
    case "category":
      var found: [RecordField] = []
      try document.json.fields(of: key, into: &found)
      draft.kind = found.first?.text.trimmed
      if draft.kind == "" { draft.kind = nil }
    default: try document.json.fields(of: key, into: &fields)
    }
  }

  /// Filters with a key and a value: the first is the kind, each is a line.
  private mutating func filters(_ document: inout JSONDocument) throws(Fault) {
    let found: [RecordField] = try document.objects("filters") { document throws(Fault) in
      var (name, value) = ("filter", "")
      try document.json.beginObject()
      while let key = try document.json.nextKey() {
        switch key {
        case "key": name = try document.word(key) ?? name
        case "value": value = try document.word(key) ?? ""
        default: try document.json.skip()
        }
      }
      return RecordField(name: name, text: value)
    }
    let filled = found.filter { !$0.text.isEmpty }
    draft.fallbackKind = filled.first?.text
    for field in filled { document.notes.keep(field.name, field.text) }
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
