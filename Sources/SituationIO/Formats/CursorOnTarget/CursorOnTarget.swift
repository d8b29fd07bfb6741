import SituationModel

/// Reads Cursor on Target 2.0: each `event` is one, alone, within any element, or one after the other as a stream has them.
///
/// An event holds from `start` to `stale`. One of type `t-x-d-d` deletes others: what they held of the time after it is
/// cut, and it is no event itself.
struct CursorOnTarget {
  private var messages: [Entry] = []
  /// The last message of each thing.
  private var lasts: [String: Int] = [:]

  private struct Entry {
    let message: CursorOnTargetMessage
    let id: String?
    let line: Int
    var end: String?
    var notes: RecordNotes
  }

  /// True if bytes are Cursor on Target: the first element is an `event`, or one of `events`.
  static func fits(_ bytes: Bytes) -> Bool {
    guard let root = XMLDocument.rootName(bytes) else { return false }
    return root == "event" || root == "events"
  }

  /// Reads a file.
  static func situation(
    _ bytes: Bytes, file: String, map: ColumnMap, limits: Limits
  ) throws(ReadError) -> (situation: Situation, interpretation: FieldInterpretation?) {
    var document = XMLDocument(bytes, file: file, map: map, limits: limits)
    var reader = CursorOnTarget()
    var fault: XMLFault?
    do throws(XMLFault) { try reader.readElements(&document) } catch { fault = error }
    // What is deleted is known only now.
    for var entry in reader.messages {
      let draft = entry.message.draft(until: entry.end, &entry.notes)
      document.collector.add(
        draft, id: entry.id, fields: entry.message.fields, line: entry.line, &entry.notes)
    }
    try document.read { _ throws(XMLFault) in if let fault { throw fault } }
    return (document.collector.situation(), document.collector.interpretation)
  }

  private mutating func readElements(_ document: inout XMLDocument) throws(XMLFault) {
    while let element = try document.xml.nextChild() {
      guard element.name == "event" else {
        try readElements(&document)
        continue
      }
      let message = try document.attempt(element) { document throws(XMLFault) in
        try CursorOnTargetMessage(element, &document)
      }
      var notes = RecordNotes()
      notes.take(from: &document.notes)
      if let message { take(message, line: document.line(at: element.offset), notes) }
    }
  }

  private mutating func take(_ message: CursorOnTargetMessage, line: Int, _ notes: RecordNotes) {
    if message.isDeletion {
      for uid in message.linked {
        if let last = lasts[uid] { messages[last].end = message.time }
      }
      return
    }
    // The first message of a thing has the thing's id, later ones have their time behind it.
    let isFirst = message.uid.map { lasts[$0] == nil } ?? true
    let id = isFirst ? message.uid : message.uid.map { "\($0)@\(message.time ?? "")" }
    if let uid = message.uid { lasts[uid] = messages.count }
    messages.append(Entry(message: message, id: id, line: line, notes: notes))
  }
}
