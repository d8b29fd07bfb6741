import SituationModel

/// Reads JSON of plain objects, as interfaces of the web give them: a list of objects, an object that wraps one (`data`, `events`, …), or
/// an object a line. Each is a record; objects within it are fields such as `a.b`. Lists in place of objects are the rows of a table.
struct JSONRecords {
  private var collector: EventCollector
  /// The records that are lists, as the rows of a table.
  private var rows = JSONRows()
  private var schema = EsriSchema()

  /// Reads a list, or what wraps one. Throws where there is no record before the bytes stop being JSON.
  static func situation(
    _ document: inout JSONDocument, map: ColumnMap
  ) throws(ReadError) -> (situation: Situation, interpretation: FieldInterpretation?) {
    var reader = JSONRecords(&document, map)
    do throws(Fault) {
      let isList = try document.json.kind() == .list
      var form = JSONRecordFinder.Form.list
      var lists: [(name: String, start: JSONReader.Mark)] = []
      var beside = BesideRecords()
      if !isList, let found = JSONRecordFinder.find(&document.json) {
        (form, lists) = (found.form, found.lists)
        reader.rows.given = found.names
        reader.tellLists(found.others)
        beside = BesideRecords(found)
        if let remark = beside.remark { reader.collector.remark(remark, line: 1) }
        (document.coordinates, reader.schema) = (found.system, found.schema)
        document.json.rewind(to: found.start)
      }
      switch form {
      case .list where !lists.isEmpty:
        for list in lists {
          document.json.rewind(to: list.start)
          try document.json.beginList()
          let name = RecordField(name: "list", text: list.name)
          while try reader.next(&document) { try reader.element(&document, [name] + beside.fields) }
        }
      case .list where JSONRecordFinder.group(&document.json) != nil:
        try reader.groups(&document, member: JSONRecordFinder.group(&document.json) ?? "", beside.fields)
      case .list:
        try document.json.beginList()
        while try reader.next(&document) { try reader.element(&document, beside.fields) }
      case .members:
        try document.json.beginObject()
        while let key = try document.json.nextKey() {
          let name = RecordField(name: "key", text: key)
          try document.record { document throws(Fault) in try reader.record(&document, with: [name]) }
        }
      }
      if isList { try document.json.endOfFile() }
    } catch {
      let reason = "the file \(error.words(from: 0))"
      guard reader.collector.position > 0 else { throw document.error(reason, at: error.offset) }
      document.reject("what follows can't be read: \(reason)", at: error.offset)
    }
    return try reader.end(&document)
  }

  /// Reads objects that stand behind one another, one a line or over several. What is broken is rejected, and reading goes on at the next
  /// line, or at the next one that begins an object.
  static func situation(
    texts document: inout JSONDocument, areLines: Bool, map: ColumnMap
  ) throws(ReadError) -> (situation: Situation, interpretation: FieldInterpretation?) {
    var reader = JSONRecords(&document, map)
    let bytes = document.json.cursor.bytes
    var offset = document.json.offset
    if areLines, bytes[min(offset, bytes.count)...].starts(with: "{\"change\":\"".utf8) {
      throw document.error("is a log of changes and no file of events: sitmap --case FILE opens it", at: 0)
    }
    while let start = next(in: bytes, behind: offset), document.progress?.isStopped != true {
      let end = areLines ? document.json.cursor.first(0x0A, from: start) : bytes.count
      document.json.begin(at: start..<end)
      do throws(Fault) {
        try document.record { document throws(Fault) in
          try reader.record(&document)
          if areLines { try document.json.endOfFile() }
        }
        offset = areLines ? end : max(document.json.offset, start + 1)
      } catch {
        _ = document.notes.take()
        document.reject("the record \(error.words(from: start))", at: start)
        offset = areLines ? end : line(behind: max(error.offset, start), in: bytes, document)
      }
    }
    return try reader.end(&document)
  }

  private init(_ document: inout JSONDocument, _ map: ColumnMap) {
    document.json.takesNonFinite = true
    collector = EventCollector(file: document.file, map: map, limits: document.json.limits)
  }

  /// The beginning of the next line that begins an object.
  private static func line(behind offset: Int, in bytes: Bytes, _ document: JSONDocument) -> Int {
    var place = offset
    while place < bytes.count {
      let end = document.json.cursor.first(0x0A, from: place)
      if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "{") { return end + 1 }
      place = end + 1
    }
    return bytes.count
  }

  /// Reads the element of a list, or goes on behind it where it is no JSON.
  ///
  /// - Parameter others: fields of what it lies in, as the name of its list.
  private mutating func element(_ document: inout JSONDocument, _ others: [RecordField] = []) throws(Fault) {
    let start = document.json.mark()
    do throws(Fault) {
      try document.record { document throws(Fault) in try record(&document, with: others) }
    } catch {
      guard resume(&document, behind: error, from: start) else { throw error }
    }
  }

  /// Reads a list of groups: each record has the other members of its group, as `group.date`.
  ///
  /// - Parameter others: fields of what all groups lie in.
  private mutating func groups(
    _ document: inout JSONDocument, member: String, _ others: [RecordField]
  ) throws(Fault) {
    try document.json.beginList()
    while try next(&document) {
      var (fields, list) = ([RecordField](), JSONReader.Mark?.none)
      guard try document.json.kind() == .object else {
        try element(&document)
        continue
      }
      try document.json.beginObject()
      while let key = try document.json.nextKey() {
        if key == member, try document.json.kind() == .list {
          list = document.json.mark()
          try document.json.skip()
        } else {
          try document.json.fields(of: "group.\(key)", into: &fields)
        }
      }
      let end = document.json.mark()
      guard let list else { continue }
      document.json.rewind(to: list)
      try document.json.beginList()
      while try next(&document) { try element(&document, fields + others) }
      document.json.rewind(to: end)
    }
  }

  /// Tells of lists of objects beside the records, of which nothing is read.
  private mutating func tellLists(_ names: [String]) {
    let known: Set<String> = [
      "links", "errors", "warnings", "columns", "fields", "schema", "facets", "headers", "messages",
    ]
    for name in names where !known.contains(name.lowercased()) {
      collector.remark(
        "the list \(quoted(name)) beside the records is not read: its objects have other members", line: 1)
    }
  }

  private func next(_ document: inout JSONDocument) throws(Fault) -> Bool {
    if document.progress?.isStopped == true { return false }
    return try document.json.nextElement()
  }

  /// Goes on behind a record that is no JSON, at the next object that begins a line; false where there is none.
  private mutating func resume(_ document: inout JSONDocument, behind fault: Fault, from start: JSONReader.Mark) -> Bool
  {
    let bytes = document.json.cursor.bytes
    var place = max(fault.offset, start.offset + 1)
    while place < bytes.count {
      let line = document.json.cursor.first(0x0A, from: place)
      guard line < bytes.count else { return false }
      if let first = bytes[line...].prefix(64).firstIndex(where: { $0 > 0x20 }), bytes[first] == UInt8(ascii: "{") {
        document.reject("the record \(fault.words(from: start.offset)): reading goes on at the next", at: start.offset)
        document.json.resume(at: first, as: start)
        _ = document.notes.take()
        return true
      }
      place = line + 1
    }
    return false
  }

  /// Reads the columns of an object of lists or of objects: each index is a record.
  static func situation(
    columns document: inout JSONDocument, map: ColumnMap
  ) throws(ReadError) -> (situation: Situation, interpretation: FieldInterpretation?) {
    var reader = JSONRecords(&document, map)
    do throws(Fault) {
      let columns = try JSONColumns(&document.json)
      for row in 0..<columns.count {
        reader.collector.add(EventDraft(), id: nil, fields: columns.fields(of: row), line: 1, &document.notes)
      }
    } catch {
      throw document.error("the file \(error.words(from: 0))", at: error.offset)
    }
    return try reader.end(&document)
  }

  /// Reads an object, or a list as the row of a table.
  ///
  /// - Parameter others: fields of what it lies in: its name in an object, that of its list, the members of its group.
  private mutating func record(_ document: inout JSONDocument, with others: [RecordField] = []) throws(Fault) {
    let start = document.json.mark()
    if try document.json.kind() == .list {
      return try rows.read(&document.json, line: document.line(at: start.offset))
    }
    guard try document.json.kind() == .object else {
      throw Fault(offset: start.offset, problem: .wrongType(wanted: .object, found: try document.json.kind()))
    }
    var fields = others
    var seen = Set<String>()
    try document.json.beginObject()
    while let key = try document.nextKey(&seen) {
      let isRepeated = fields.contains { $0.name == key } && !document.notes.isEmpty
      let start = fields.count
      try document.json.fields(of: key, into: &fields)
      // The last one of a name counts: the one before it stays as text.
      if isRepeated, fields.count == start + 1 { fields.insert(fields.removeLast(), at: 0) }
    }
    JSONRecords.takeValues(of: &fields)
    schema.apply(to: &fields)
    EsriFields.place(&fields, in: document.coordinates, &document.notes)
    document.tellNonFinite(fields)
    if document.json.repairs > 0 { document.notes.add("has text that is no Unicode: such places show as \"\u{FFFD}\"") }
    document.json.repairs = 0
    collector.add(
      EventDraft(), id: nil, fields: fields, line: document.line(at: start.offset), &document.notes)
  }

  /// Puts the values of SPARQL's answers, objects with a type and a value, in place of their members.
  private static func takeValues(of fields: inout [RecordField]) {
    let kinds: Set<String> = ["uri", "literal", "typed-literal", "bnode"]
    let typed = fields.filter { $0.name.hasSuffix(".type") && kinds.contains($0.text) }.map { $0.name.dropLast(5) }
    guard !typed.isEmpty else { return }
    for name in typed where fields.contains(where: { $0.name == name + ".value" }) {
      fields.removeAll {
        [".type", ".datatype", ".xml:lang"].contains($0.name.dropFirst(name.count)) && $0.name.hasPrefix(name)
      }
      for index in fields.indices where fields[index].name == name + ".value" {
        fields[index] = RecordField(name: String(name), text: fields[index].text)
      }
    }
  }

  /// The situation of all records. Throws where no field tells where or when anything was: those are no events.
  private mutating func end(_ document: inout JSONDocument) throws(ReadError) -> (Situation, FieldInterpretation?) {
    for rejection in document.rejections { collector.add(rejection) }
    rows.records { fields, line, notes in collector.add(EventDraft(), id: nil, fields: fields, line: line, &notes) }
    let fields = collector.interpretation
    guard fields?.interpretation.hasEvents != false else {
      let names = (fields?.interpretation.names ?? []).prefix(12).map(quoted).joined(separator: ", ")
      throw document.error(
        "has objects in which no field tells where or when anything was: say so with --map lat=...,lon=...,time=... (fields: "
          + "\(names))", at: 0)
    }
    return (collector.situation(numbersRecords: true), fields)
  }
}

extension JSONDocument {
  /// Says of fields that have `NaN` or an infinite number that this is no JSON. They stay with the event as text.
  mutating func tellNonFinite(_ fields: [RecordField]) {
    for field in fields where ["NaN", "Infinity", "-Infinity"].contains(field.text) {
      notes.unread(
        "\(quoted(field.name)) is \(field.text), which is no number of JSON", field: field.name, value: field.text)
    }
  }
}
