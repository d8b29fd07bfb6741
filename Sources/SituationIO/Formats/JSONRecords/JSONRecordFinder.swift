/// Finds the records within an object of JSON: a list of objects, which may lie within further objects, or objects that are its members.
enum JSONRecordFinder {
  /// The form of the records.
  enum Form {
    /// The elements of a list.
    case list
    /// The members of an object, each with its key.
    case members
  }

  /// The records that were found.
  struct Found {
    let start: JSONReader.Mark
    let form: Form
    /// The lists of records, each with its name, where several beside one another have the same; of one list alone nothing.
    var lists: [(name: String, start: JSONReader.Mark)] = []
    /// The names of other lists of objects beside them, which are not read.
    var others: [String] = []
    /// The texts, numbers and flags beside the records.
    var beside: [RecordField] = []
    /// The names of the members of the first record.
    var members: Set<String> = []
    /// The names of the columns, where they stand beside rows that are lists.
    var names: [String] = []
    /// The system of the coordinates, where a member beside the records says it, as Esri's services do.
    var system = CoordinateSystem.degrees
    /// The fields of the records, which such services describe there too.
    var schema = EsriSchema()
  }

  /// The names of the members that usually hold the records, in small letters.
  private static let wrappers: Set<String> = [
    "data", "events", "results", "items", "features", "records", "rows", "value", "hits", "incidents", "reports",
    "entries", "elements", "payload", "observations", "posts", "messages", "docs", "nodes", "alerts", "sightings",
    "list",
    "response", "result", "content", "objects", "d", "bindings", "venues",
  ]
  private static let deepest = 4

  /// The records in the object ahead; nil where it has none, and where it is GeoJSON. The reader stands anywhere then.
  ///
  /// A list of a known name counts before others, and of those the longest. An object of objects counts where there is no list.
  static func find(_ json: inout JSONReader) -> Found? {
    let start = json.mark()
    guard let kind = try? json.kind(), kind == .object else { return nil }
    var beside = Beside()
    if let known = (try? list(&json, depth: 0, &beside)) ?? nil {
      var found = Found(
        start: known, form: .list, names: beside.names, system: beside.system, schema: beside.schema)
      addLists(to: &found, in: beside.parent ?? start, &json)
      return found
    }
    if beside.isGeoJSON { return nil }
    json.rewind(to: start)
    var best: Longest?
    look(for: &best, &json, depth: 0)
    if let best {
      var found = Found(start: best.start, form: .list, names: beside.names, system: beside.system)
      addLists(to: &found, in: best.parent, &json)
      return found
    }
    json.rewind(to: start)
    return ((try? areMembers(&json)) ?? false) ? Found(start: start, form: .members) : nil
  }

  /// The longest list, and the object that it is a member of.
  private struct Longest {
    let parent: JSONReader.Mark
    let start: JSONReader.Mark
    let length: Int
  }

  /// The name of the member with the records, where the objects of the list ahead are groups of them: `{"date": …, "events": [{…}]}`. Nil
  /// where they are records. Looks ahead and comes back.
  static func group(_ json: inout JSONReader) -> String? {
    let start = json.mark()
    defer { json.rewind(to: start) }
    return (try? groupMember(&json)) ?? nil
  }

  private static func groupMember(_ json: inout JSONReader) throws(Fault) -> String? {
    try json.beginList()
    guard try json.nextElement(), try json.kind() == .object else { return nil }
    var found: String?
    try json.beginObject()
    while let key = try json.nextKey() {
      let mark = json.mark()
      if try json.kind() == .list, wrappers.contains(key.lowercased()), try isPlain(&json) {
        if found != nil { return nil }
        found = key
      }
      json.rewind(to: mark)
      // An object with a place of its own is a record, and no group.
      let parts = ColumnNames.parts(key)
      if try json.kind() == .number, parts.contains(where: { FieldNames.latitudes.contains($0) }) { return nil }
      try json.skip()
    }
    return found
  }

  /// Finds the lists beside that of the records: those whose first object has the same members belong to the records. And the single
  /// values beside it.
  private static func addLists(to found: inout Found, in parent: JSONReader.Mark, _ json: inout JSONReader) {
    json.rewind(to: found.start)
    guard let members = try? firstMembers(&json), !members.isEmpty else { return }
    found.members = members
    json.rewind(to: parent)
    guard (try? json.beginObject()) != nil else { return }
    var lists: [(name: String, start: JSONReader.Mark)] = []
    while let key = (try? json.nextKey()) ?? nil {
      let mark = json.mark()
      let isList = (try? json.kind()) == .list && ((try? isPlain(&json)) ?? false)
      json.rewind(to: mark)
      if isList, let others = try? firstMembers(&json), !others.isEmpty {
        let isAlike = members.intersection(others).count * 2 >= members.union(others).count
        if isAlike { lists.append((key, mark)) } else { found.others.append(key) }
      }
      json.rewind(to: mark)
      switch try? json.kind() {
      case .text, .number, .flag: try? json.fields(of: key, into: &found.beside)
      case .object: found.others += listNames(within: key, &json)
      case .list, .null, nil: break
      }
      json.rewind(to: mark)
      if (try? json.skip()) == nil { break }
    }
    if lists.count > 1 { found.lists = lists }
  }

  /// The names of lists of objects within the object ahead.
  private static func listNames(within name: String, _ json: inout JSONReader) -> [String] {
    var names: [String] = []
    guard (try? json.beginObject()) != nil else { return [] }
    while let key = (try? json.nextKey()) ?? nil {
      let mark = json.mark()
      if (try? json.kind()) == .list, (try? firstMembers(&json))?.isEmpty == false { names.append("\(name).\(key)") }
      json.rewind(to: mark)
      if (try? json.skip()) == nil { break }
    }
    return names
  }

  /// The names of the members of the first object in the list ahead.
  private static func firstMembers(_ json: inout JSONReader) throws(Fault) -> Set<String> {
    var names = Set<String>()
    try json.beginList()
    guard try json.nextElement(), try json.kind() == .object else { return [] }
    try json.beginObject()
    while let key = try json.nextKey() {
      names.insert(key)
      try json.skip()
    }
    return names
  }

  /// The members beside the records that tell how they are read.
  private struct Beside {
    /// The object that the list of records is a member of.
    var parent: JSONReader.Mark?
    var names: [String] = []
    var system = CoordinateSystem.degrees
    var schema = EsriSchema()
    var isGeoJSON = false
  }

  /// The place of the list of a known name in the object ahead; nil where it has none.
  private static func list(
    _ json: inout JSONReader, depth: Int, _ beside: inout Beside
  ) throws(Fault) -> JSONReader.Mark? {
    guard depth < deepest, try json.kind() == .object else { return nil }
    let parent = json.mark()
    try json.beginObject()
    while let key = try json.nextKey() {
      let mark = json.mark()
      let name = key.lowercased()
      switch try json.kind() {
      case .text where key == "type":
        if GeoJSONTypes.all.contains(try json.text()) {
          beside.isGeoJSON = beside.isGeoJSON || depth == 0
          return nil
        }
        continue
      case .list where wrappers.contains(name):
        if try isPlain(&json) {
          beside.parent = parent
          return mark
        }
      case .list where ["columns", "fields", "headers", "header"].contains(name):
        beside.names = (try? names(&json)) ?? []
        json.rewind(to: mark)
        beside.schema = (try? EsriSchema(&json)) ?? EsriSchema()
      case .object where name == "spatialreference": beside.system = try system(&json)
      case .object where wrappers.contains(name) || ["meta", "metadata", "view", "schema"].contains(name):
        if let found = try list(&json, depth: depth + 1, &beside) { return found }
      case .list, .object, .text, .number, .flag, .null: break
      }
      json.rewind(to: mark)
      try json.skip()
    }
    return nil
  }

  /// The longest list of plain objects in the object ahead. Where the bytes end within one, that is it.
  private static func look(
    for best: inout Longest?, _ json: inout JSONReader, depth: Int
  ) {
    let parent = json.mark()
    guard depth < deepest, (try? json.beginObject()) != nil else { return }
    while let key = (try? json.nextKey()) ?? nil {
      let mark = json.mark()
      guard let kind = try? json.kind() else { return }
      if key == "type", kind == .text, let type = try? json.text(), GeoJSONTypes.all.contains(type) { return }
      json.rewind(to: mark)
      if kind == .object { look(for: &best, &json, depth: depth + 1) }
      let isList = kind == .list && ((try? isPlain(&json)) ?? false)
      json.rewind(to: mark)
      let isWhole = (try? json.skip()) != nil
      let length = isWhole ? json.offset - mark.offset : Int.max
      if isList, length > best?.length ?? 0 {
        best = Longest(parent: parent, start: mark, length: length)
      }
      if !isWhole { return }
    }
  }

  /// True if the object ahead has two members or more, and all are objects, none of GeoJSON.
  private static func areMembers(_ json: inout JSONReader) throws(Fault) -> Bool {
    var count = 0
    try json.beginObject()
    while let key = try json.nextKey() {
      guard try json.kind() == .object, !GeoJSONTypes.contents.contains(key) else { return false }
      count += 1
      // Many members are enough, where the bytes end within one.
      if (try? json.skip()) == nil { return count > 2 }
    }
    return count > 1
  }

  /// The names in a list of texts, or of objects that have names.
  private static func names(_ json: inout JSONReader) throws(Fault) -> [String] {
    var names: [String] = []
    try json.beginList()
    while try json.nextElement() {
      var fields: [RecordField] = []
      try json.fields(of: "", into: &fields)
      let name = ["", ".name", ".label", ".fieldName"].lazy.compactMap { key in fields.first { $0.name == key } }.first
      names.append(name?.text ?? "")
    }
    return names.contains("") ? [] : names
  }

  /// The system that Esri's numbers mean.
  private static func system(_ json: inout JSONReader) throws(Fault) -> CoordinateSystem {
    var fields: [RecordField] = []
    try json.fields(of: "", into: &fields)
    let named = [".latestWkid", ".wkid", ".wkt"].lazy.compactMap { key in fields.first { $0.name == key } }.first
    return named.map { CoordinateSystem(named: $0.text) } ?? .degrees
  }

  /// True if the list ahead begins with an object that is none of GeoJSON: a type alone may be a kind of events.
  static func isPlain(_ json: inout JSONReader) throws(Fault) -> Bool {
    try json.beginList()
    guard try json.nextElement() else { return false }
    if try json.kind() == .list { return try isRow(&json) }
    guard try json.kind() == .object else { return false }
    var (hasType, hasContent) = (false, false)
    try json.beginObject()
    while let key = try json.nextKey() {
      if key == "type", try json.kind() == .text {
        hasType = GeoJSONTypes.all.contains(try json.text())
      } else {
        if GeoJSONTypes.contents.contains(key) { hasContent = true }
        try json.skip()
      }
    }
    return !hasType || !hasContent
  }

  /// True if the list ahead is the row of a table: it has texts, and neither objects nor lists.
  private static func isRow(_ json: inout JSONReader) throws(Fault) -> Bool {
    var hasTexts = false
    try json.beginList()
    while try json.nextElement() {
      switch try json.kind() {
      case .object, .list: return false
      case .text: hasTexts = true
      case .null, .number, .flag: break
      }
      try json.skip()
    }
    return hasTexts
  }
}
