import SituationIO

/// What takes bytes or words from outside, and what it promises of them, whatever they are.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case geojson, sequence, json, timemap, table, known, fields, kml, gpx, cot, kmz, gzip, xlsx, ods, wkt, dates, filter,
    safetext, records, changes, input

  /// What the target does not keep of its promises; nil where all is well. A trap is a fault too.
  public func fault(in bytes: [UInt8]) -> String? {
    switch self {
    case .geojson, .sequence, .json, .timemap, .table, .known, .kml, .gpx, .cot, .kmz, .gzip, .xlsx,
      .ods:
      ReadingPromise(file: file, limits: limits).fault(in: bytes)
    case .fields: TablePromise(limits: limits).fault(in: bytes)
    case .wkt: FieldPromise(name: "geometry").fault(in: bytes)
    case .dates: FieldPromise(name: "date").fault(in: bytes)
    case .filter: FilterPromise().fault(in: bytes)
    case .safetext: TextPromise().fault(in: bytes)
    case .records: RecordPromise().fault(in: bytes)
    case .changes: ChangePromise().fault(in: bytes)
    case .input: InputPromise().fault(in: bytes)
    }
  }

  /// What the bytes are called: a name that says nothing but the format.
  private var file: String {
    switch self {
    case .table, .known: "f.csv"
    case .kml, .gpx, .cot, .kmz, .xlsx, .ods: "f.\(rawValue)"
    case .gzip: "f.gz"
    default: "f.json"
    }
  }

  /// Small ones where bytes swell, so that a run goes over the limits and not over the memory.
  private var limits: Limits {
    switch self {
    case .kmz, .gzip: Limits(unpackedBytes: 1 << 16)
    case .xlsx, .ods: Limits(textBytes: 1 << 10, fields: 300, unpackedBytes: 1 << 16)
    default: Limits(depth: 16, textBytes: 1 << 10, shapePoints: 100)
    }
  }
}
