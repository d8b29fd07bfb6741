/// A table of names and values in the description of a Placemark, as programs write all fields of a record there.
struct MarkupTable {
  /// The rows of two cells.
  private(set) var fields: [RecordField] = []
  /// The markup before and behind the table.
  let rest: String

  /// The table in some markup; nil where it has none with two such rows.
  init?(_ text: String) {
    // Older programs write elements in capitals.
    let markup = ["TABLE", "TR", "TD", "TH"].reduce(text) { text, name in
      text.replacing("<\(name)", with: "<\(name.lowercased())").replacing("</\(name)", with: "</\(name.lowercased())")
    }
    guard let start = markup.firstRange(of: "<table"), let end = markup.ranges(of: "</table>").last,
      start.upperBound < end.lowerBound
    else { return nil }
    rest = markup[..<start.lowerBound] + " " + markup[end.upperBound...]
    var rows = markup[start.upperBound..<end.lowerBound]
    while let close = rows.firstRange(of: "</tr>") {
      // A row within another one counts: the outer one is a frame.
      if let open = rows[..<close.lowerBound].ranges(of: "<tr").last {
        add(rows[open.upperBound..<close.lowerBound])
      }
      rows = rows[close.upperBound...]
    }
    if fields.count < 2 { return nil }
  }

  private mutating func add(_ row: Substring) {
    let cells = row.split(separator: "<t").dropFirst().filter { $0.hasPrefix("d") || $0.hasPrefix("h") }
      .map { MarkupText.plain("<t\($0)").trimmed }
    guard cells.count == 2, !cells[0].isEmpty, cells[0].utf8.count <= 100, !cells[0].contains("\n") else { return }
    if !cells[1].isEmpty { fields.append(RecordField(name: cells[0].trimmedColon, text: cells[1])) }
  }
}

extension String {
  fileprivate var trimmedColon: String { hasSuffix(":") ? String(dropLast()).trimmed : self }
}
