import SituationModel

/// Events on their way into a file of another format, from which they are read again as they were.
public struct Conversion {
  /// A format that is written.
  public enum Format: String, CaseIterable, Sendable {
    case geojson, geojsonseq, csv, kml, xlsx

    /// True if it is a table, which may have a row of HXL's tags.
    public var isTable: Bool { self == .csv || self == .xlsx }

    /// The format that a file's name says by its ending; nil where it says none.
    public init?(path: String) {
      let name = path.split(separator: "/").last ?? ""
      switch name.split(separator: ".").dropFirst().last?.lowercased() {
      case "geojson", "json": self = .geojson
      case "geojsonl", "geojsons", "geojsonseq", "ndjson": self = .geojsonseq
      case "csv": self = .csv
      case "kml": self = .kml
      case "xlsx": self = .xlsx
      default: return nil
      }
    }
  }

  /// The remarks for the person when all is written.
  public enum Remark: Hashable, Sendable {
    /// The format has no place for some of what is known of the whole.
    case unsaid([String])
    /// So many forms are longer than a field that is read (`Limits.textBytes`).
    case longForms(Int)
    /// So many sources have copies, whose paths are from the folder of the file on.
    case copies(Int)
    /// The number of events that have a text of more than the 32,767 characters that Excel has in a cell; it cuts them.
    case longCells(Int)
  }

  let whole: Situation
  private let format: Format
  let hasTags: Bool
  /// The size of a sheet of a workbook: what goes beyond it stands in further sheets.
  var sheetLimit = WorkbookWriter.Limit()

  /// A conversion of a situation.
  ///
  /// - Parameter hasTags: True if a table gets a row of HXL's tags under the names of its columns.
  public init(_ whole: Situation, to format: Format, hasTags: Bool = false) {
    (self.whole, self.format, self.hasTags) = (whole, format, hasTags)
  }

  /// Writes all, piece by piece, on all processors. Linear in the events; holds some thousand of them at a time.
  public func write<Problem: Error>(_ send: ([UInt8]) throws(Problem) -> Void) throws(Problem) -> [Remark] {
    switch format {
    case .geojson: return try write(GeoJSONWriter(whole), send)
    case .geojsonseq: return try write(GeoJSONSequenceWriter(changes: whole.changes), send)
    case .csv: return try write(TableWriter(hasTags: hasTags, hasOrigins: whole.events.hasNamedPlaces), send)
    case .kml: return try write(KMLWriter(whole), send)
    case .xlsx: return try writeWorkbook(send)
    }
  }

  private func write<Problem: Error>(
    _ writer: some FileWriter, _ send: ([UInt8]) throws(Problem) -> Void
  ) throws(Problem) -> [Remark] {
    var output = OutputBytes()
    writer.begin(&output)
    try send(output.bytes)
    var (tally, row) = (Tally(), 0)
    while row < whole.events.count {
      let pieces = pieces(from: row, below: whole.events.count, writer)
      for piece in pieces {
        tally.add(piece)
        try send(piece.output.bytes)
        row = piece.rows.upperBound
      }
    }
    output.removeAll()
    writer.end(&output)
    try send(output.bytes)
    return remarks(tally, unsaid: writer.unsaid)
  }

  /// The next rows in their format, made on all processors.
  func pieces(from first: Int, below end: Int, _ writer: some FileWriter) -> [Piece] {
    let threads = end - first > Piece.most ? processors() : 1
    return inParallel(threads) { [whole, format] number in
      let start = min(end, first + number * Piece.most)
      return Piece(start..<min(end, start + Piece.most), of: whole.events, writer, format)
    }
  }

  /// The remarks for the person when all is written.
  func remarks(_ tally: Tally, unsaid: WholeMembers) -> [Remark] {
    whole.remarks(unsaid: unsaid, longForms: tally.longForms, copies: tally.copies)
      + (tally.longCells > 0 ? [.longCells(tally.longCells)] : [])
  }

  /// The numbers of events of which something is to be said.
  struct Tally {
    private(set) var (longForms, longCells, copies) = (0, 0, 0)

    mutating func add(_ piece: Piece) {
      longForms += piece.longForms
      longCells += piece.longCells
      copies += piece.copies
    }
  }
}

extension Situation {
  /// The remarks for the person when all is written.
  func remarks(unsaid: WholeMembers, longForms: Int, copies: Int) -> [Conversion.Remark] {
    let known: [(WholeMembers, String, Bool)] = [
      (.title, "title", !title.isEmpty), (.summary, "summary", !summary.isEmpty),
      (.background, "background", !background.isEmpty), (.attribution, "attribution", !attribution.isEmpty),
      (.view, "view", view != nil), (.countries, "countries", !countries.isEmpty),
    ]
    var names = known.filter { unsaid.contains($0.0) && $0.2 }.map(\.1)
    if !events.files.isEmpty { names.append("which file each event is from") }
    return (names.isEmpty ? [] : [.unsaid(names)]) + (longForms > 0 ? [.longForms(longForms)] : [])
      + (copies > 0 ? [.copies(copies)] : [])
  }
}

/// Some rows in a format.
struct Piece: Sendable {
  /// So many rows are written in one go.
  static let most = 2_000

  let rows: Range<Int>
  private(set) var output = OutputBytes()
  private(set) var longForms = 0
  private(set) var longCells = 0
  private(set) var copies = 0

  init(_ rows: Range<Int>, of events: EventTable, _ writer: some FileWriter, _ format: Conversion.Format) {
    self.rows = rows
    for row in rows {
      let event = events[row]
      look(at: event, format)
      if row > 0 { output.append(writer.separator) }
      let start = output.count
      writer.append(event, at: row, &output)
      // A long cell makes a long row.
      if format == .xlsx, output.count - start > 32_767, WorkbookWriter.hasLongCell(event) { longCells += 1 }
    }
  }

  /// Counts what is to be said to the person.
  private mutating func look(at event: Event, _ format: Conversion.Format) {
    copies += event.sources.count { $0.copy != nil }
    guard format == .csv || format == .kml || format == .xlsx, let shape = event.place.shape, !shape.isShort else {
      return
    }
    var form = OutputBytes()
    if format == .kml { form.append(kml: shape) } else { form.append(wkt: shape) }
    if form.count > Limits().textBytes { longForms += 1 }
  }
}

extension Shape {
  /// True if it is so short that its text is within every limit.
  fileprivate var isShort: Bool {
    let count =
      switch self {
      case .points(let points): points.count
      case .lines(let lines): lines.reduce(0) { $0 + $1.count }
      case .areas(let areas): areas.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.count } }
      }
    return count < 10_000
  }
}
