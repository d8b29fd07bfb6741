/// The single values that stand beside a list of records in its object: `{"date": "2024-12-13", "country": "Syria", "events": […]}`.
///
/// One that says when, where or by whom all of it was is a field of each record that has none such, under its own name. The others are told.
struct BesideRecords {
  /// The fields of each record.
  private(set) var fields: [RecordField] = []
  private var others: [String] = []

  /// Nothing beside the records.
  init() {}

  init(_ found: JSONRecordFinder.Found) {
    let known = Set(found.members.map(ColumnNames.known))
    for field in found.beside {
      let name = ColumnNames.fold(field.name)
      if let meaning = BesideRecords.meanings.first(where: { $0.contains(name) }) {
        let isDate = BesideRecords.meanings[0].contains(name)
        if meaning.isDisjoint(with: known), !isDate || field.text.utf8.count > 6 && DateReading.isDate(field.text) {
          fields.append(field)
          continue
        }
        others.append(field.name)
      } else if !BesideRecords.technical.contains(name) {
        others.append(field.name)
      }
    }
  }

  /// A sentence about the values that are not read; nil where there are none.
  var remark: String? {
    guard !others.isEmpty else { return nil }
    let names = others.prefix(6).map(quoted).joined(separator: ", ") + (others.count > 6 ? ", …" : "")
    return "beside the records stand values that are not read: \(names)"
  }

  /// Names of values that say the same of all records, by what they say.
  private static let meanings: [Set<String>] = [
    names(of: .time).union(["date", "day"]), names(of: .place), Set(FieldNames.areas), names(of: .source),
  ]

  private static func names(of meaning: ColumnMeaning) -> Set<String> {
    let single = FieldNames.single.filter { $0.meaning == meaning }.flatMap(\.names)
    let several = FieldNames.several.filter { $0.meaning == meaning }.flatMap(\.names)
    return Set(single + several)
  }

  /// Names of values that are about the answer of a service and not about events, folded.
  private static let technical: Set<String> = [
    "type", "name", "title", "status", "success", "ok", "code", "message", "error", "version", "apiversion", "count",
    "total",
    "totalcount", "totalrecords", "page", "pages", "totalpages", "pagesize", "perpage", "limit", "offset", "next",
    "previous",
    "prev", "took", "timedout", "href", "kind", "etag", "nextpagetoken", "license", "objectidfieldname",
    "globalidfieldname",
    "displayfieldname", "geometrytype", "hasz", "hasm", "exceededtransferlimit", "time",
  ]
}
