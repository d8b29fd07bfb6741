import SituationModel

/// Values whose absence can be borne.
extension JSONDocument {
  /// So many bytes of a value that could not be read stay with the event: of a long geometry, its beginning.
  private static let longestKept = 4_096

  /// Reads a value; where it can't be read, or is `null`, the result is nil, and of what can't be read a note says why.
  /// Throws only what makes the whole record unreadable.
  mutating func attempt<Value>(
    _ name: String, _ read: (inout JSONDocument) throws(Fault) -> Value?
  ) throws(Fault) -> Value? {
    if try json.takesNull() { return nil }
    let start = json.mark()
    do throws(Fault) { return try read(&self) } catch {
      json.rewind(to: start)
      try json.skip()
      let text = String(
        decoding: json.cursor.bytes[start.offset..<json.offset].prefix(JSONDocument.longestKept), as: UTF8.self)
      notes.unread("\(quoted(name)) \(error.words(from: start.offset))", field: name, value: text)
      return nil
    }
  }

  /// The name of the next member; nil at the end of the object. A name that was seen before is noted.
  mutating func nextKey(_ seen: inout Set<String>) throws(Fault) -> String? {
    guard let key = try json.nextKey() else { return nil }
    if !seen.insert(key).inserted { notes.addDuplicate(key) }
    return key
  }

  /// A text; an empty one is none.
  mutating func text(_ name: String) throws(Fault) -> String? {
    let text = try attempt(name) { document throws(Fault) in try document.json.text() }
    return text == "" ? nil : text
  }

  /// The shape of a geometry.
  mutating func geometry(_ name: String) throws(Fault) -> Shape? {
    if case .unknown = coordinates {
      try json.skip()
      return nil
    }
    return try attempt(name) { document throws(Fault) in
      try GeometryReader.read(&document.json, &document.notes, in: document.coordinates)
    }
  }

  /// Keeps the member ahead, which has no meaning here, with the event as text.
  mutating func keepMember(_ name: String) throws(Fault) {
    var fields: [RecordField] = []
    try json.fields(of: name, into: &fields)
    for field in fields { notes.keep(field.name, field.text) }
  }

  /// The texts of a list.
  mutating func texts(_ name: String) throws(Fault) -> [String] {
    try elements(name) { document throws(Fault) in try document.text(name) }
  }

  /// The values of the objects of a list.
  mutating func objects<Value>(
    _ name: String, _ read: (inout JSONDocument) throws(Fault) -> Value
  ) throws(Fault) -> [Value] {
    try elements(name) { document throws(Fault) in try document.attempt(name, read) }
  }

  private mutating func elements<Value>(
    _ name: String, _ read: (inout JSONDocument) throws(Fault) -> Value?
  ) throws(Fault) -> [Value] {
    let elements: [Value]? = try attempt(name) { document throws(Fault) in
      var elements: [Value] = []
      try document.json.beginList()
      while try document.json.nextElement() {
        if let element = try read(&document) { elements.append(element) }
      }
      return elements
    }
    return elements ?? []
  }
}
