import SituationModel

/// Events as CSV: RFC 4180, the first row with the names of the columns.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` or a tab for a formula. Such a text gets an apostrophe in
/// front, and so does one that begins so behind apostrophes of its own: to read it back, take one apostrophe away where
/// one of these signs follows the apostrophes. Numbers are no texts, and stay as they are.
struct CSVTable {
  /// The table, each row ended by a carriage return and a line feed.
  let text: String

  private static let names = [
    "id", "title", "kind", "when", "published", "certainly_in_window", "place", "precision", "radius_m", "latitude",
    "longitude",
    "destination", "standing", "grade", "actors", "summary", "sources", "links",
  ]

  init(_ entries: [Listing.Entry], safe: (String) -> String) {
    let hasFiles = entries.contains { $0.event.file != nil }
    let hasOrigins = entries.contains { $0.event.place.origin == .name }
    let figures = Set(entries.lazy.flatMap { $0.event.figures.keys }).sorted()
    let names =
      CSVTable.names + (hasFiles ? ["file"] : []) + (hasOrigins ? ["placed"] : [])
      + figures.flatMap { name in ["low", "best", "high"].map { "\(name.text)_\($0)" } }
    var rows = [names.joined(separator: ",")]
    for entry in entries {
      let place = entry.event.place
      let origin = hasOrigins ? [Cell(place.shape == nil ? nil : place.origin.rawValue)] : []
      let stated = figures.isEmpty ? [:] : entry.event.figures
      let numbers = figures.flatMap { name in
        [Cell(stated[name]?.low), Cell(stated[name]?.best), Cell(stated[name]?.high)]
      }
      let cells = (CSVTable.cells(of: entry) + origin + numbers).map { cell in
        switch cell {
        case .text(let text): CSVTable.quoted(FormulaText.disarmed(safe(text)))
        case .number(let number): Int(exactly: number).map(String.init) ?? number.description
        case .none: ""
        }
      }
      rows.append(cells.joined(separator: ","))
    }
    text = rows.map { $0 + "\r\n" }.joined()
  }

  private enum Cell {
    case text(String)
    case number(Double)
    case none

    init(_ text: String?) { self = text.map(Cell.text) ?? .none }
    init(_ number: Double?) { self = number.map(Cell.number) ?? .none }
  }

  /// The cells of a row; coordinates only where the place is a spot, since an area or a line has none.
  private static func cells(of entry: Listing.Entry) -> [Cell] {
    let event = entry.event
    var spot: Coordinate?
    if case .points(let points) = event.place.shape, points.count == 1 { spot = points.first }
    let links = event.links.map { "\($0.relation.rawValue) \($0.target)" }
    return [
      Cell(event.id), Cell(event.title), Cell(event.kindName), Cell(event.when?.edtf),
      Cell(event.published?.edtf), Cell(entry.isCertain ? "yes" : "no"),
      Cell(event.place.name), Cell(event.place.precision.rawValue), Cell(event.place.radius), Cell(spot?.latitude),
      Cell(spot?.longitude), Cell(event.destination?.name), Cell(event.standing?.rawValue), Cell(event.gradeWords),
      Cell(event.actors.joined(separator: "; ")), Cell(event.summary), Cell(TableCells.words(for: event.sources)),
      Cell(links.joined(separator: "; ")),
    ] + (event.file.map { [Cell($0.name)] } ?? [])
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    return "\"" + text.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }
}
