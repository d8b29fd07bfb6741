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
      if let members = try members(of: name, depth: depth) {
        fields += members
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

  /// So many objects of a list become fields together.
  private static let mostObjects = 50

  /// The fields of the objects of the list ahead, those of one name together with semicolons between them, and `-` for an object that lacks
  /// it. Nil where no field is that of all objects, or where it has other things or long texts. The reader stands anywhere then.
  private mutating func members(of name: String, depth: Int) throws(Fault) -> [RecordField]? {
    guard depth < JSONReader.deepest else { return nil }
    var (names, objects) = ([String](), [[String: String]]())
    try beginList()
    while try nextElement() {
      guard try kind() == .object, objects.count < JSONReader.mostObjects else { return nil }
      var own: [RecordField] = []
      try fields(of: name, into: &own, depth: depth + 1)
      var object: [String: String] = [:]
      for field in own {
        guard !field.text.contains(";"), field.text.utf8.count < 200, !"[{".contains(field.text.first ?? "[") else {
          return nil
        }
        if object.updateValue(field.text, forKey: field.name) != nil { return nil }
        if !names.contains(field.name) { names.append(field.name) }
      }
      objects.append(object)
    }
    guard objects.count > 1, names.count < 100,
      names.contains(where: { name in objects.allSatisfy { $0[name] != nil } })
    else { return nil }
    return names.map { name in
      RecordField(name: name, text: objects.map { $0[name] ?? "-" }.joined(separator: "; "))
    }
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
