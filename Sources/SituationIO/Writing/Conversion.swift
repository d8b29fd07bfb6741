import SituationModel

/// Events on their way into a file of another format, from which they are read again as they were.
public struct Conversion {
  /// A format that is written.
  public enum Format: String, CaseIterable, Sendable {
    case geojson, geojsonseq, csv, kml

    /// The format that a file's name says by its ending; nil where it says none.
    public init?(path: String) {
      let name = path.split(separator: "/").last ?? ""
      switch name.split(separator: ".").dropFirst().last?.lowercased() {
      case "geojson", "json": self = .geojson
      case "geojsonl", "geojsons", "geojsonseq", "ndjson": self = .geojsonseq
      case "csv": self = .csv
      case "kml": self = .kml
      default: return nil
      }
    }
  }

  /// What is to be said to the person when all is written.
  public enum Remark: Hashable, Sendable {
    /// The format has no place for some of what is known of the whole.
    case unsaid([String])
    /// So many forms are longer than a field that is read (`Limits.textBytes`).
    case longForms(Int)
    /// So many sources have copies, whose paths are from the folder of the file on.
    case copies(Int)
  }

  private let whole: Situation
  private let format: Format
  private var longForms = 0
  private var copies = 0

  /// A conversion of a situation.
  public init(_ whole: Situation, to format: Format) { (self.whole, self.format) = (whole, format) }

  /// So many bytes are handed on at once.
  private static let piece = 1 << 18

  /// Writes all, piece by piece. Linear in the events; holds one of them at a time.
  public mutating func write<Problem: Error>(_ send: ([UInt8]) throws(Problem) -> Void) throws(Problem) -> [Remark] {
    switch format {
    case .geojson: try write(GeoJSONWriter(whole), send)
    case .geojsonseq: try write(GeoJSONSequenceWriter(), send)
    case .csv: try write(TableWriter(), send)
    case .kml: try write(KMLWriter(whole), send)
    }
  }

  private mutating func write<Problem: Error>(
    _ writer: consuming some FileWriter, _ send: ([UInt8]) throws(Problem) -> Void
  ) throws(Problem) -> [Remark] {
    var writer = writer
    var output = OutputBytes()
    writer.begin(&output)
    for event in whole.events.events {
      look(at: event)
      writer.append(event, &output)
      if output.count >= Conversion.piece {
        try send(output.bytes)
        output.removeAll()
      }
    }
    writer.end(&output)
    try send(output.bytes)
    return remarks(writer.unsaid)
  }

  // MARK: What is to be said

  private mutating func look(at event: Event) {
    copies += event.sources.count { $0.copy != nil }
    guard format == .csv || format == .kml, let shape = event.place.shape, !shape.isShort else { return }
    var form = OutputBytes()
    if format == .csv { form.append(wkt: shape) } else { form.append(kml: shape) }
    if form.count > Limits().textBytes { longForms += 1 }
  }

  private func remarks(_ unsaid: WholeMembers) -> [Remark] {
    let known: [(WholeMembers, String, Bool)] = [
      (.title, "title", !whole.title.isEmpty), (.summary, "summary", !whole.summary.isEmpty),
      (.background, "background", !whole.background.isEmpty), (.attribution, "attribution", !whole.attribution.isEmpty),
      (.view, "view", whole.view != nil), (.countries, "countries", !whole.countries.isEmpty),
    ]
    var names = known.filter { unsaid.contains($0.0) && $0.2 }.map(\.1)
    if !whole.events.files.isEmpty { names.append("which file each event is from") }
    return (names.isEmpty ? [] : [.unsaid(names)]) + (longForms > 0 ? [.longForms(longForms)] : [])
      + (copies > 0 ? [.copies(copies)] : [])
  }
}

extension Shape {
  /// Whether it is so short that its text is within every limit.
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
