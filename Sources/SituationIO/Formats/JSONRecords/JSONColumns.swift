/// JSON by columns, as libraries for tables write it: `{"date":["2024-12-13",…],"lat":[34.5,…]}`, or with the numbers of the rows as names,
/// `{"date":{"0":"2024-12-13",…},…}`, or the names beside the rows, `{"columns":["date",…],"data":[["2024-12-13",…],…]}`.
struct JSONColumns {
  private var names: [String] = []
  private var columns: [[String]] = []
  /// The rows, where they stand as such.
  private var rows: [[String]] = []

  /// The number of records.
  var count: Int { rows.isEmpty ? columns.first?.count ?? 0 : rows.count }

  /// The fields of a record.
  func fields(of row: Int) -> [RecordField] {
    let texts = rows.isEmpty ? columns.map { $0[row] } : rows[row]
    return zip(names, texts).map { RecordField(name: $0, text: $1) }
  }

  /// True if bytes are such an object: at least two columns of one length.
  static func fits(_ bytes: Bytes) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = bytes[start...].prefix(1 << 10).first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") else {
      return false
    }
    var document = JSONDocument(bytes, file: "", limits: Limits())
    document.json.takesNonFinite = true
    return (try? JSONColumns(&document.json)) != nil
  }

  /// Reads all columns. Throws where the object has anything else.
  init(_ json: inout JSONReader) throws(Fault) {
    try json.beginObject()
    while let key = try json.nextKey() {
      let start = json.offset
      switch try json.kind() {
      case .list where key == "data" && names == ["columns"]: try readRows(&json)
      case .list:
        names.append(key)
        columns.append(try JSONColumns.list(&json))
      case .object:
        var (texts, place) = ([String](), 0)
        try json.beginObject()
        while let index = try json.nextKey() {
          guard index == String(place) else { throw JSONColumns.other(at: start) }
          texts.append(try JSONColumns.scalar(&json))
          place += 1
        }
        names.append(key)
        columns.append(texts)
      case .text where key == "type", .text where key == "title": try json.skip()
      default: throw JSONColumns.other(at: start)
      }
    }
    if !rows.isEmpty {
      names = columns.first ?? []
      guard rows.allSatisfy({ $0.count == names.count }) else { throw JSONColumns.other(at: 0) }
      columns = []
      return
    }
    guard names.count > 1, let count = columns.first?.count, count > 0, columns.allSatisfy({ $0.count == count }) else {
      throw JSONColumns.other(at: 0)
    }
  }

  private mutating func readRows(_ json: inout JSONReader) throws(Fault) {
    try json.beginList()
    while try json.nextElement() { rows.append(try JSONColumns.list(&json)) }
  }

  private static func list(_ json: inout JSONReader) throws(Fault) -> [String] {
    var texts: [String] = []
    try json.beginList()
    while try json.nextElement() { texts.append(try scalar(&json)) }
    return texts
  }

  private static func scalar(_ json: inout JSONReader) throws(Fault) -> String {
    let start = json.offset
    switch try json.kind() {
    case .list, .object: throw other(at: start)
    default: break
    }
    var fields: [RecordField] = []
    try json.fields(of: "", into: &fields)
    return fields.first?.text ?? ""
  }

  private static func other(at offset: Int) -> Fault {
    Fault(offset: offset, problem: .wrongType(wanted: .list, found: .object))
  }
}
