import TestKit
import Testing

@testable import SituationIO

@Suite("The page on formats")
struct FormatsPageTests {
  /// The table of the names that are known, as the page has it.
  private static var table: String {
    func sorted(_ names: Set<String>) -> [String] {
      names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }
    let hidden: [ColumnMeaning] = [.sources, .links, .members]
    let rows =
      FieldNames.single.map { ($0.meaning, $0.names) } + FieldNames.several.map { ($0.meaning, sorted($0.names)) }
      + [(.zone, FieldNames.zones)]
    return "| meaning | names |\n|---|---|\n"
      + rows.filter { !hidden.contains($0.0) }.map { "| `\($0.0.rawValue)` | \($0.1.joined(separator: ", ")) |\n" }
      .joined()
  }

  private func page() throws -> String {
    String(decoding: try FileBytes.read(path: Fixtures.data("manual/formats.md"), limits: Limits()), as: UTF8.self)
  }

  @Test("it has the names that the code knows")
  func names() throws {
    #expect(try page().contains(Self.table), "put this into Data/manual/formats.md:\n\(Self.table)")
  }

  @Test("it has a line for each limit, and each meaning, known table and tag")
  func words() throws {
    let page = try page()
    for meaning in ColumnMeaning.mappable { #expect(page.contains("`\(meaning.rawValue)`"), "\(meaning)") }
    for format in FileFormat.allCases { #expect(page.contains("`\(format.rawValue)`"), "\(format)") }
    for limit in ["depth", "textBytes", "shapePoints", "lineBytes", "fields", "fileBytes", "streamBytes"] {
      #expect(page.contains("`\(limit)`"), "\(limit)")
    }
  }
}
