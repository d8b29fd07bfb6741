/// The members of an object as fields of a record.
extension JSONReader {
  /// So deep objects become fields of their own, `a.b`; what lies deeper is one text.
  private static let deepest = 8

  /// The fields of the value ahead, which has a name: an object has one for each member; a list of texts and numbers is one with
  /// semicolons; a geometry and all else is one, as JSON. What is null is none.
  mutating func fields(of name: String, into fields: inout [RecordField], depth: Int = 0) throws(Fault) {
    switch try kind() {
    case .null: try null()
    case .text: add(try text(), name, &fields)
    case .number: add(try textOrNumber(), name, &fields)
    case .flag: add(try flag() ? "true" : "false", name, &fields)
    case .list:
      let start = mark()
      if let words = try words() { return add(words, name, &fields) }
      rewind(to: start)
      if let text = try runs() { return add(text, name, &fields) }
      rewind(to: start)
      if depth < JSONReader.deepest, try hasOneObject() {
        try beginList()
        while try nextElement() { try self.fields(of: name, into: &fields, depth: depth + 1) }
        return
      }
      if let members = try commonMembers() {
        for member in members { add(member.text, "\(name).\(member.name)", &fields) }
        return
      }
      rewind(to: start)
      add(try written(), name, &fields)
    case .object:
      let isWhole = depth >= JSONReader.deepest ? true : try isGeometry()
      if isWhole {
        let start = mark()
        add(try written(), name, &fields)
        if depth >= JSONReader.deepest { return }
        rewind(to: start)
        return try addMembers(besideGeometry: name, &fields)
      }
      try beginObject()
      while let key = try nextKey() { try self.fields(of: "\(name).\(key)", into: &fields, depth: depth + 1) }
    }
  }

  /// Adds the texts and numbers that an object has beside its geometry, as a date.
  private mutating func addMembers(besideGeometry name: String, _ fields: inout [RecordField]) throws(Fault) {
    try beginObject()
    while let key = try nextKey() {
      switch try kind() {
      case .text where key != "type", .number: add(try textOrNumber(), "\(name).\(key)", &fields)
      case .text, .flag, .null, .list, .object: try skip()
      }
    }
  }

  /// The members of the objects of the list ahead, those of one name together; nil where they have not all the same names, or other
  /// things than short texts and numbers. The reader stands anywhere then.
  private mutating func commonMembers() throws(Fault) -> [(name: String, text: String)]? {
    var (names, texts, count) = ([String](), [String: [String]](), 0)
    try beginList()
    while try nextElement() {
      guard try kind() == .object, count < 50 else { return nil }
      try beginObject()
      while let key = try nextKey() {
        let kind = try kind()
        guard kind == .text || kind == .number else { return nil }
        let text = try textOrNumber()
        guard !text.contains(";"), text.utf8.count < 200 else { return nil }
        if texts[key] == nil { names.append(key) }
        texts[key, default: []].append(text)
      }
      count += 1
      guard texts.values.allSatisfy({ $0.count == count }) else { return nil }
    }
    guard count > 1 else { return nil }
    return names.map { ($0, (texts[$0] ?? []).joined(separator: "; ")) }
  }

  private func add(_ text: String, _ name: String, _ fields: inout [RecordField]) {
    if !text.isEmpty { fields.append(RecordField(name: name, text: text)) }
  }

  /// The texts and numbers of the list ahead; nil where it has other things, or two numbers, which may be a place.
  private mutating func words() throws(Fault) -> String? {
    var words: [String] = []
    var areNumbers = true
    try beginList()
    while try nextElement() {
      let kind = try kind()
      guard kind == .text || kind == .number else { return nil }
      areNumbers = areNumbers && kind == .number
      words.append(try textOrNumber())
    }
    return areNumbers && words.count > 1 ? nil : words.joined(separator: "; ")
  }

  /// The text of the list ahead where it is one in parts, of which some have a form: `["in ", {"type": "bold", "text": "Homs"}]`. Nil for
  /// any other list.
  private mutating func runs() throws(Fault) -> String? {
    var (text, hasTexts) = ("", false)
    try beginList()
    while try nextElement() {
      switch try kind() {
      case .text:
        hasTexts = true
        text += try self.text()
      case .object:
        var (run, address): (String?, String?)
        try beginObject()
        while let key = try nextKey() {
          switch (key, try kind()) {
          case ("text", .text): run = try self.text()
          case ("href", .text): address = try self.text()
          default: try skip()
          }
        }
        guard let run else { return nil }
        text += address.map { $0 == run ? run : "\(run) (\($0))" } ?? run
      case .list, .number, .flag, .null: return nil
      }
    }
    return hasTexts ? text : nil
  }

  /// True if the list ahead is one object and nothing else. Looks ahead and comes back.
  private mutating func hasOneObject() throws(Fault) -> Bool {
    let start = mark()
    defer { rewind(to: start) }
    try beginList()
    guard try nextElement(), try kind() == .object else { return false }
    try skip()
    return try !nextElement()
  }

  /// True if the object ahead has a type and coordinates, or the parts of a form as Esri has them. Looks ahead and comes back.
  private mutating func isGeometry() throws(Fault) -> Bool {
    let start = mark()
    defer { rewind(to: start) }
    var seen = (type: false, coordinates: false)
    try beginObject()
    while let key = try nextKey() {
      if key == "type" { seen.type = true }
      if key == "coordinates" { seen.coordinates = true }
      if ["rings", "paths"].contains(key), try kind() == .list { return true }
      try skip()
    }
    return seen.type && seen.coordinates
  }

  /// The value ahead as it is written.
  mutating func written() throws(Fault) -> String {
    let start = mark()
    try skip()
    return String(decoding: cursor.bytes[start.offset..<offset], as: UTF8.self)
  }
}
