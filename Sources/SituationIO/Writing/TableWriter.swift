import SituationModel

/// Writes the table of our own: the columns of `CSVTable` without its window, and behind them what brings each event back
/// the same (`TableCells`).
struct TableWriter: FileWriter {
  static let names = [
    "id", "title", "kind", "when", "published", "place", "precision", "radius_m", "latitude", "longitude",
    "destination",
    "standing", "grade", "actors", "summary", "sources", "links", "geometry", "sources_json", "members_json",
  ]

  /// The names of the columns: one more where some places were found by name.
  static func names(hasOrigins: Bool) -> [String] { hasOrigins ? names + ["placed"] : names }

  /// True if a row of HXL's tags stands under the names.
  var hasTags = false
  /// True if the last column says how places were found.
  var hasOrigins = false

  var unsaid: WholeMembers { .all }

  func begin(_ output: inout OutputBytes) {
    let names = TableWriter.names(hasOrigins: hasOrigins)
    output.append(names.joined(separator: ",") + "\r\n")
    if hasTags { output.append(names.map(HXL.tag(ofOwn:)).joined(separator: ",") + "\r\n") }
  }

  func end(_ output: inout OutputBytes) {}

  func append(_ event: Event, _ output: inout OutputBytes) {
    for (column, cell) in TableCells(event, isDisarmed: true, hasOrigins: hasOrigins).cells.enumerated() {
      if column > 0 { output.append(",") }
      switch cell {
      case .none: break
      case .text(let text): output.append(field: text)
      case .number(let number): output.append(number)
      case .date(let date): output.append(field: FormulaText.disarmed(date.edtf))
      }
    }
    output.append("\r\n")
  }
}
