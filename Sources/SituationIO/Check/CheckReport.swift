import SituationModel

/// The report on a file that was checked, as text or as JSON.
public struct CheckReport {
  private let check: FileCheck
  private let changes: ChangeListing?
  private let safe: (String) -> String

  /// - Parameters:
  ///   - check: what was found.
  ///   - changes: the changes that people made to the file; nil where there are none.
  ///   - safe: makes a text of the file fit for one line of a terminal; JSON needs none, since it has escapes.
  public init(_ check: FileCheck, changes: ChangeListing? = nil, safe: @escaping (String) -> String) {
    (self.check, self.changes, self.safe) = (check, changes, safe)
  }

  /// So many of each list are shown as text; JSON has all.
  private static let shown = 20

  /// Lines for a person: the file, what it is, what it has, what looks wrong.
  public var text: String {
    let lines = [safe(check.file)] + (recognition + counts + lists + (changes?.brief ?? [])).map { "  " + safe($0) }
    return lines.map { $0 + "\n" }.joined()
  }

  private var recognition: [String] {
    let known = check.recognition
    var words = [known.format.words, known.encoding]
    if let table = known.table { words.append("with the fields of \(table.words)") }
    if let separator = known.separator { words.append("\(separator) between fields") }
    if let packing = known.packing { words.append("unpacked from \(packing.rawValue)") }
    return ["format: " + words.joined(separator: ", ")]
      + ReadingWords(check).lines.map { "read as: \($0)" } + columns
  }

  /// The columns, of several sheets those of each under its name.
  private var columns: [String] {
    let known = check.recognition
    if known.sheets.count < 2 { return lines(for: known.columns, indent: "  ") }
    return known.sheets.flatMap {
      ["  sheet \(quoted($0.name)):"] + lines(for: $0.columns, indent: "    ")
    }
  }

  private func lines(for columns: [Recognition.Column], indent: String) -> [String] {
    let isPlacing = check.recognition.isPlacing
    let width = min(30, columns.map(\.name.count).max() ?? 0)
    return columns.map { column in
      let name = column.name + String(repeating: " ", count: max(0, width - column.name.count))
      let example = column.example.map { ", e.g. " + quoted($0) } ?? ", empty"
      return "\(indent)\(name)  \(column.words(isPlacing: isPlacing))\(example)"
    }
  }

  private var counts: [String] {
    let records = check.events + check.rejected
    let places = check.placePrecisions.map { "\($0.count) \($0.precision.rawValue)" }
    let times =
      check.timePrecisions.map { "\($0.count) to the \($0.precision.name)" }
      + [(check.intervals, "as an interval"), (check.approximate, "approximate"), (check.uncertain, "uncertain")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    var lines = [
      "records: \(records), events: \(check.events), rejected: \(check.rejected), repaired: \(check.repaired), "
        + "unread values: \(check.unread), notes: \(check.count(of: .note))",
      "placed: \(check.placed), no place: \(check.events - check.placed)" + CheckReport.list(places),
      "dated: \(check.dated), undated: \(check.events - check.dated)" + CheckReport.list(times),
    ]
    if let span = check.span { lines.append("time: \(span.edtf)") }
    if let extent = check.extent {
      lines.append(
        "space: latitude \(extent.south) to \(extent.north), longitude \(extent.west) to \(extent.wrappedEast)")
    }
    return lines
  }

  private static func list(_ parts: [String]) -> String {
    parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  private var lists: [String] {
    var lines = CheckReport.lines("ids that were used before", check.repeatedIDs) {
      "\($0.position): \(quoted($0.value ?? ""))"
    }
    lines += CheckReport.lines("same title, time and place", check.duplicates) { same in
      "\(same.ids.count) times \(quoted(same.title)), \(same.when?.edtf ?? "no date"): "
        + same.ids.prefix(8).joined(separator: ", ") + (same.ids.count > 8 ? ", ..." : "")
    }
    for reason in Suspicion.Reason.allCases {
      lines += CheckReport.lines(reason.words, check.suspicions.filter { $0.reason == reason }) {
        "\($0.id): \(quoted($0.title)), \($0.value)"
      }
    }
    lines += CheckReport.lines("remarks", check.notes) { $0 }
    return lines
      + Rejection.Weight.allCases.flatMap { weight in
        // Ids that were used before have a list of their own.
        CheckReport.lines(weight.words, check.problems.filter { $0.weight == weight && !EventID.isRepeated($0) }) {
          "\($0.position): \($0.reason)"
        }
      }
  }

  private static func lines<Thing>(_ heading: String, _ things: [Thing], _ line: (Thing) -> String) -> [String] {
    if things.isEmpty { return [] }
    let more = things.count > shown ? ["  ... and \(things.count - shown) more (--json has all)"] : []
    return ["\(heading): \(things.count)"] + things.prefix(shown).map { "  " + line($0) } + more
  }
}

// MARK: JSON

extension CheckReport {
  /// An object; `Data/manual/formats.md` has its members.
  public var json: String {
    let known = check.recognition
    var members: [(key: String, value: PropertyValue)] = [
      ("file", .text(check.file)), ("format", .text(known.format.rawValue)), ("encoding", .text(known.encoding)),
      ("packing", .orNull(known.packing?.rawValue)), ("separator", .orNull(known.separator)),
      ("table", .orNull(known.table?.rawValue)), ("read_as", .text(ReadingWords(check).lines.joined(separator: "\n"))),
      ("columns", .list(known.columns.map(\.value))), ("sheets", .list(known.sheets.map(\.value))),
      ("records", .count(check.events + check.rejected)), ("events", .count(check.events)),
      ("rejected", .count(check.rejected)), ("repaired", .count(check.repaired)), ("unread", .count(check.unread)),
      ("notes", .count(check.count(of: .note))), ("placed", .count(check.placed)),
      ("unplaced", .count(check.events - check.placed)), ("dated", .count(check.dated)),
      ("undated", .count(check.events - check.dated)),
    ]
    let places = check.placePrecisions.map { ($0.precision.rawValue, PropertyValue.count($0.count)) }
    let times = check.timePrecisions.map { ($0.precision.name, PropertyValue.count($0.count)) }
    members += [
      ("place_precision", .object(Dictionary(uniqueKeysWithValues: places))),
      ("time_precision", .object(Dictionary(uniqueKeysWithValues: times))),
      ("intervals", .count(check.intervals)), ("approximate", .count(check.approximate)),
      ("uncertain", .count(check.uncertain)), ("time", .orNull(check.span?.edtf)),
      (
        "bounds",
        check.extent.map { extent in
          .list([extent.west, extent.south, extent.wrappedEast, extent.north].map(PropertyValue.number))
        } ?? .null
      ),
      ("repeated_ids", .list(check.repeatedIDs.map { CheckReport.value($0, ["id": .orNull($0.value)]) })),
      ("duplicates", .list(check.duplicates.map(CheckReport.value))),
      ("suspicious", .list(check.suspicions.map(CheckReport.value))),
      ("remarks", .list(check.notes.map(PropertyValue.text))),
      ("problems", .list(check.problems.map(CheckReport.value))), ("changes", changes?.findings ?? .null),
    ]
    if let matching = known.matching { members.append(("placed_by_name", .count(matching.placed))) }
    return PropertyValue.json(members)
  }

  private static func value(_ problem: Rejection, _ members: [String: PropertyValue]) -> PropertyValue {
    var members = members.merging(["line": .count(problem.line)]) { first, _ in first }
    if let record = problem.record { members["record"] = .count(record) }
    return .object(members)
  }

  private static func value(_ problem: Rejection) -> PropertyValue {
    value(
      problem,
      [
        "rejected": .flag(problem.isWhole), "weight": .text(problem.weight.rawValue), "field": .orNull(problem.field),
        "value": .orNull(problem.value),
        "reason": .text(problem.reason),
      ])
  }

  private static func value(_ same: Duplicate) -> PropertyValue {
    .object([
      "title": .text(same.title), "when": .orNull(same.when?.edtf), "place": .orNull(same.place.name),
      "ids": .list(same.ids.map(PropertyValue.text)),
    ])
  }

  private static func value(_ suspicion: Suspicion) -> PropertyValue {
    .object([
      "id": .text(suspicion.id), "title": .text(suspicion.title), "reason": .text(suspicion.reason.rawValue),
      "value": .text(suspicion.value),
    ])
  }
}

extension PropertyValue {
  fileprivate static func count(_ count: Int) -> PropertyValue { .number(Double(count)) }
  fileprivate static func orNull(_ text: String?) -> PropertyValue { text.map(PropertyValue.text) ?? .null }
}

extension GeoBounds {
  /// Where it ends, from −180 to 180.
  fileprivate var wrappedEast: Double { east > 180 ? east - 360 : east }
}

extension Recognition.Column {
  /// The meanings that it was taken to have, in words.
  ///
  /// - Parameter isPlacing: True if records were placed by the names of their places.
  fileprivate func words(isPlacing: Bool) -> String {
    meanings.map { meaning in
      switch meaning {
      case .other:
        (isPlacing ? area : nil).map { "kept as text, and read as the \($0) of named places" } ?? "kept as text"
      case .fallbackTitle: "title and text"
      case .none: "not read"
      case .id, .title, .kind, .time, .clock, .zone, .start, .end, .year, .month, .day, .hour, .minute, .timePrecision,
        .published, .lat, .lon, .geometry, .place, .precision, .radius, .destination, .standing, .grade,
        .destinationLat, .destinationLon, .actor, .source, .link, .summary, .figure, .sources, .links, .members,
        .placed:
        meaning.rawValue
      }
    }.joined(separator: " and ")
  }

  fileprivate var value: PropertyValue {
    .object([
      "name": .text(name), "meanings": .list(meanings.map { .text($0.rawValue) }), "example": .orNull(example),
    ])
  }
}

extension Recognition.Sheet {
  fileprivate var value: PropertyValue {
    .object(["name": .text(name), "columns": .list(columns.map(\.value))])
  }
}

extension Rejection.Weight {
  /// The heading of a list of such findings.
  fileprivate var words: String {
    switch self {
    case .rejected: "rejected (not read)"
    case .repaired: "repaired (read after a change)"
    case .unread: "unread values (kept as text)"
    case .note: "notes"
    }
  }
}

extension FileFormat {
  /// The name.
  public var words: String {
    switch self {
    case .geoJSON: "GeoJSON"
    case .geoJSONSequence: "GeoJSON sequence"
    case .timeMap: "TimeMap"
    case .json: "JSON"
    case .jsonLines: "JSON lines"
    case .kml: "KML"
    case .gpx: "GPX"
    case .cursorOnTarget: "Cursor on Target"
    case .ownTable: "sitmap's own table"
    case .table: "table"
    case .acled: "ACLED"
    case .ucdp: "UCDP GED"
    case .gdelt: "GDELT events"
    case .geoConfirmed: "GeoConfirmed"
    case .gtd: "Global Terrorism Database"
    case .firms: "FIRMS active fires"
    case .timelineJS: "TimelineJS"
    case .emdat: "EM-DAT"
    case .geoPackage: "GeoPackage or SQLite"
    case .shapefile: "shapefile"
    case .flatGeobuf: "FlatGeobuf"
    case .mapInfo: "MapInfo"
    case .gml: "GML"
    case .geoRSS: "GeoRSS"
    case .fileGDB: "file geodatabase"
    case .xlsx: "Excel workbook (XLSX)"
    case .ods: "OpenDocument spreadsheet (ODS)"
    }
  }
}
