/// What a file was taken for, and how it was read.
public struct Recognition: Hashable, Sendable {
  /// How a file was packed.
  public enum Packing: String, Hashable, Sendable { case gzip, kmz }

  /// A column of a table, or a property of GeoJSON.
  public struct Column: Hashable, Sendable {
    /// Its name; one without a name is called by its number.
    public let name: String
    /// What it was taken to mean: one thing mostly.
    public let meanings: [ColumnMeaning]
    /// The first value that says something; nil where none of the first rows or features has one.
    public let example: String?
  }

  /// Its format.
  public let format: FileFormat
  /// How its characters were written.
  public let encoding: String
  /// The known table whose fields it has, where the format is another: ACLED as GeoJSON; nil for none.
  public let table: FileFormat?
  /// How it was packed; nil where it was not.
  public let packing: Packing?
  /// The word for what stands between the fields of a table: `comma`, `semicolon`, `tab`, `bar` or another; nil where it is none.
  public let separator: String?
  /// The columns of a table, in order, or the fields of the first records; else empty.
  public let columns: [Column]
  /// The numbers of the names of places that were looked up; nil where none were.
  public internal(set) var matching: PlaceMatchCounts?

  init(
    format: FileFormat, encoding: String, packing: Packing?, separator: String? = nil, table: FileFormat? = nil,
    columns: [Column] = []
  ) {
    (self.format, self.encoding, self.packing) = (format, encoding, packing)
    let known: [FileFormat] = [.acled, .ucdp, .gdelt, .geoConfirmed, .gtd, .firms, .timelineJS, .emdat]
    self.table = table.flatMap { known.contains($0) && $0 != format ? $0 : nil }
    (self.separator, self.columns) = (separator, columns)
  }
}

extension Table {
  /// How many rows are looked through for examples.
  private static let sampled = 1_000

  /// What the table was taken for. Looks at its first rows alone.
  func recognition(as format: FileFormat, packing: Recognition.Packing?) -> Recognition {
    let isSheet = format == .xlsx || format == .ods
    let examples = self.examples
    let columns = layout.names.indices.map { column in
      Recognition.Column(
        name: layout.names[column], meanings: layout.interpretation.meanings(of: column),
        example: examples[column])
    }
    return Recognition(
      format: format, encoding: encoding.rawValue, packing: packing, separator: isSheet ? nil : layout.dialect.name,
      columns: columns)
  }

  /// The first value of each column that says something.
  private var examples: [String?] {
    var examples = [String?](repeating: nil, count: layout.names.count)
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: layout.firstRow, dialect: layout.dialect, limits: limits)
      for _ in 0..<Table.sampled {
        guard scanner.next(columns: layout.names.count) else { return }
        if scanner.problem != nil || scanner.fields.count != examples.count { continue }
        for (column, field) in zip(examples.indices, scanner.fields) where examples[column] == nil {
          let text = TableRow.text(field, in: bytes)
          if !TableNumber.isMissing(text) { examples[column] = text }
        }
      }
    }
    return examples
  }
}

extension Interpretation {
  /// The meanings of a field, each once.
  func meanings(of column: Int) -> [ColumnMeaning] {
    var meanings: [ColumnMeaning] = []
    for use in uses where use.column == column && !meanings.contains(use.meaning) { meanings.append(use.meaning) }
    return meanings
  }
}
