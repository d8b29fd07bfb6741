import SituationIO

/// What the interpretation of fields promises, in two formats: each byte that the fuzzer changes is part of a name or of a value, and none
/// is lost to the syntax of a format.
struct TablePromise {
  let limits: Limits

  /// The fault that a table has as rows of text or as objects. The first line has the names; a line feed ends a row, a bar a field.
  func fault(in bytes: [UInt8]) -> String? {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.prefix(40).map {
      $0.split(separator: "|", omittingEmptySubsequences: false).prefix(40).map(String.init)
    }
    let table = rows.map { $0.map(TablePromise.quoted).joined(separator: ",") + "\n" }.joined()
    if let fault = ReadingPromise(file: "f.csv", limits: limits).fault(in: Array(table.utf8)) { return "CSV: \(fault)" }
    guard let names = rows.first else { return nil }
    let objects = rows.dropFirst().map { row in
      "{\(zip(names, row).map { "\(TablePromise.json($0)):\(TablePromise.json($1))" }.joined(separator: ","))}"
    }
    let array = "[\(objects.joined(separator: ",\n"))]\n"
    return ReadingPromise(file: "f.json", limits: limits).fault(in: Array(array.utf8)).map { "JSON: \($0)" }
  }

  private static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  private static func json(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { json, scalar in
      switch scalar {
      case "\"", "\\": json += "\\\(scalar)"
      case "\0"..<" ": json += "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
      default: json.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
