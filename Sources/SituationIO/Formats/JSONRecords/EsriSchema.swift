import SituationModel

/// The fields that Esri's services describe beside the records: which have dates, as milliseconds since 1970, what their codes mean, and what
/// people call them.
struct EsriSchema {
  /// A field.
  private struct Field {
    var alias: String?
    var isDate = false
    /// The words of its codes.
    var words: [String: String] = [:]
  }

  private var fields: [String: Field] = [:]

  /// A schema that knows no field.
  init() {}

  /// Reads the list ahead. Nothing is known where it is another one.
  init(_ json: inout JSONReader) throws(Fault) {
    try json.beginList()
    while try json.nextElement() {
      if try json.kind() == .object { try readField(&json) } else { try json.skip() }
    }
  }

  private mutating func readField(_ json: inout JSONReader) throws(Fault) {
    var (name, type, field) = ("", "", Field())
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "name" where try json.kind() == .text: name = try json.text()
      case "alias" where try json.kind() == .text: field.alias = try json.text()
      case "type" where try json.kind() == .text: type = try json.text()
      case "domain" where try json.kind() == .object: field.words = try EsriSchema.words(&json)
      default: try json.skip()
      }
    }
    guard type.hasPrefix("esriFieldType"), !name.isEmpty else { return }
    field.isDate = type == "esriFieldTypeDate"
    if field.alias == name || field.alias == "" { field.alias = nil }
    fields[name] = field
  }

  /// The words of the codes of a domain, by code.
  private static func words(_ json: inout JSONReader) throws(Fault) -> [String: String] {
    var members: [RecordField] = []
    try json.beginObject()
    while let key = try json.nextKey() {
      guard key == "codedValues", try json.kind() == .list else {
        try json.skip()
        continue
      }
      try json.beginList()
      while try json.nextElement() { try json.fields(of: "", into: &members) }
    }
    let (names, codes) = (members.filter { $0.name == ".name" }, members.filter { $0.name == ".code" })
    guard names.count == codes.count else { return [:] }
    return Dictionary(zip(codes.map(\.text), names.map(\.text)), uniquingKeysWith: { first, _ in first })
  }

  /// Puts dates in place of milliseconds, words in place of codes, and what people call a field in place of its name.
  func apply(to record: inout [RecordField]) {
    guard !fields.isEmpty else { return }
    for index in record.indices {
      var (name, text) = (record[index].name, record[index].text)
      let prefix = name.hasPrefix("attributes.") ? "attributes." : ""
      guard let field = fields[String(name.dropFirst(prefix.count))] else { continue }
      if field.isDate, let time = Double(text), let moment = EsriSchema.moment(time) { text = moment }
      text = field.words[text] ?? text
      if let alias = field.alias { name = alias }
      record[index] = RecordField(name: name, text: text)
    }
  }

  /// The moment of milliseconds since 1970 in UTC; nil beyond the years of a calendar.
  private static func moment(_ milliseconds: Double) -> String? {
    guard abs(milliseconds) < 2e14, milliseconds == milliseconds.rounded() else { return nil }
    let seconds = Int64((milliseconds / 1_000).rounded(.down))
    return DateInterval(unit: .second, at: Instant(seconds: seconds)).edtf
  }
}
