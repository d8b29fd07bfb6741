import SituationModel

/// The reading of a file in one line for a person: `9 columns; time from `date`, place from `lat`/`lon`, title from `unit`; 2 columns
/// kept as text`.
struct ReadingWords {
  private let check: FileCheck

  /// The words for a file that was checked.
  init(_ check: FileCheck) { self.check = check }

  /// A line for the file, or one for each of several sheets that were read.
  var lines: [String] {
    let sheets = check.recognition.sheets
    if sheets.count < 2 { return [line(check.recognition.columns)] }
    return sheets.map { "sheet \(quoted($0.name)): \(line($0.columns))" }
  }

  private func line(_ columns: [Recognition.Column]) -> String {
    let noun = isTable ? "column" : "field"
    let count = columns.isEmpty ? "no fields of its own" : counted(columns.count, noun)
    var words = count + "; " + roles(columns).joined(separator: ", ")
    let areas = check.recognition.isPlacing ? columns.filter { $0.area != nil && $0.meanings == [.other] } : []
    let kept = columns.count { $0.meanings.contains(.other) || $0.meanings.contains(.fallbackTitle) } - areas.count
    if !areas.isEmpty { words += ", places within " + areas.map { "`\($0.name)`" }.joined(separator: ", ") }
    let unread = columns.count { $0.meanings == [.none] }
    if kept > 0 { words += "; \(counted(kept, noun)) kept as text" }
    if let matching = check.recognition.matching { words += "; \(matching.words)" }
    if unread > 0 { words += "; \(counted(unread, noun)) not read" }
    return words
  }

  /// The meanings that were found, each with the columns that have it, or the part of the format that says it.
  private func roles(_ columns: [Recognition.Column]) -> [String] {
    func names(_ meanings: [ColumnMeaning], _ separator: String) -> String? {
      let found = columns.filter { !Set($0.meanings).isDisjoint(with: meanings) }.map { "`\($0.name)`" }
      if found.isEmpty { return nil }
      return found.prefix(4).joined(separator: separator) + (found.count > 4 ? " and \(found.count - 4) more" : "")
    }
    let own =
      isTable || check.recognition.format == .json || check.recognition.format == .jsonLines
      ? nil : NativeParts(check.recognition.format)
    var parts: [String] = []
    for role in ReadingWords.roles {
      let separator = role.meanings.contains(.lat) ? "/" : ", "
      // The name that a format has goes over a text that stands for it.
      let isOver = role.meanings.contains(.title) && own?.title != nil && names([.title], separator) == nil
      if !isOver, let found = names(role.meanings, separator) {
        parts.append("\(role.words) from \(found)")
      } else if role.meanings.contains(.time) {
        parts.append(check.dated > 0 ? own.map { "time from \($0.time)" } ?? "no time" : "no time")
      } else if role.meanings.contains(.lat) {
        let hasPlaces = columns.contains { $0.meanings.contains(.place) }
        let isNamed = own == nil || check.placed == 0
        if !isNamed, let own { parts.append("place from \(own.place)") }
        if isNamed, !hasPlaces { parts.append("no place") }
      } else if role.meanings.contains(.title), let title = own?.title {
        parts.append("title from \(title)")
      }
    }
    return parts
  }

  private var isTable: Bool {
    check.recognition.separator != nil || !check.recognition.sheets.isEmpty
  }

  private static let roles: [(words: String, meanings: [ColumnMeaning])] = [
    ("time", [.time, .start, .end, .year, .month, .day, .clock, .zone, .hour, .minute]),
    ("place", [.lat, .lon, .geometry]), ("place name", [.place]), ("destination", [.destination, .destinationLat]),
    ("title", [.title, .fallbackTitle]), ("kind", [.kind]), ("who", [.actor]), ("source", [.source, .link, .sources]),
    ("figures", [.figure]),
  ]
}

/// The parts of a format, beside the fields of a record, that say when and where it was and what it is called.
private struct NativeParts {
  let time: String
  let place: String
  let title: String?

  init?(_ format: FileFormat) {
    switch format {
    case .geoJSON, .geoJSONSequence:
      (time, place, title) = ("the members of the features", "`geometry`", nil)
    case .timeMap: (time, place, title) = ("`date`, `time`", "`latitude`/`longitude`", "`description`")
    case .kml: (time, place, title) = ("`TimeStamp`/`TimeSpan`", "`coordinates`", "`name`")
    case .gpx: (time, place, title) = ("`time`", "`lat`/`lon`", "`name`")
    case .cursorOnTarget: (time, place, title) = ("`start`/`stale`", "`point`", "`callsign`")
    case .json, .jsonLines, .ownTable, .table, .acled, .ucdp, .gdelt, .geoConfirmed, .gtd, .firms, .timelineJS, .emdat,
      .geoPackage, .shapefile, .flatGeobuf, .mapInfo, .gml, .geoRSS, .fileGDB, .xlsx, .ods:
      return nil
    }
  }
}
