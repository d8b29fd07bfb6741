/// The recognised format of a file, with the meaning of its columns.
public struct Recognition: Hashable, Sendable {
  /// The packing of a file.
  public enum Packing: String, Hashable, Sendable { case gzip, kmz }

  /// A column of a table, or a property of GeoJSON.
  public struct Column: Hashable, Sendable {
    /// The name; a column without a name is called by its number.
    public let name: String
    /// The meanings that it was taken to have: mostly one.
    public let meanings: [ColumnMeaning]
    /// The first value that says something; nil where none of the first rows or features has one.
    public let example: String?
    /// The word for the area that it names: it is looked up where a record has no coordinates. Nil for other columns.
    var area: String?
  }

  /// A sheet of a spreadsheet that was read.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public let name: String
    /// The columns, in order.
    public let columns: [Column]
  }

  /// The format.
  public let format: FileFormat
  /// The encoding of its characters.
  public let encoding: String
  /// The known table whose fields it has, where the format is another: ACLED as GeoJSON; nil for none.
  public let table: FileFormat?
  /// The packing; nil for a file that is not packed.
  public let packing: Packing?
  /// The word for what stands between the fields of a table: `comma`, `semicolon`, `tab`, `bar` or another; nil where it is none.
  public let separator: String?
  /// The columns of a table, in order, or the fields of the first records; else empty.
  public let columns: [Column]
  /// The sheets of a spreadsheet that were read, in order; else empty. The columns are those of the first.
  public let sheets: [Sheet]
  /// The numbers of the names of places that were looked up; nil where none were.
  public internal(set) var matching: PlaceMatchCounts?

  /// True if records were placed by the names of their places: then fields of areas are more than text.
  var isPlacing: Bool { matching.map { $0.placed > 0 } ?? false }

  init(
    format: FileFormat, encoding: String, packing: Packing?, separator: String? = nil, table: FileFormat? = nil,
    columns: [Column] = [], sheets: [Sheet] = []
  ) {
    self.sheets = sheets
    (self.format, self.encoding, self.packing) = (format, encoding, packing)
    let known: [FileFormat] = [.acled, .ucdp, .gdelt, .geoConfirmed, .gtd, .firms, .timelineJS, .emdat]
    self.table = table.flatMap { known.contains($0) && $0 != format ? $0 : nil }
    (self.separator, self.columns) = (separator, columns)
  }
}

extension Table {
  /// The number of rows that are looked through for examples.
  private static let sampled = 1_000

  /// The recognition of a file that is this table. Looks at its first rows alone.
  func recognition(as format: FileFormat, packing: Recognition.Packing?) -> Recognition {
    Recognition(
      format: format, encoding: encoding.rawValue, packing: packing, separator: layout.dialect.name, columns: columns)
  }

  /// The columns as they were recognised. Looks at the first rows alone.
  var columns: [Recognition.Column] {
    let examples = self.examples
    return layout.names.indices.map { column in
      Recognition.Column(
        name: layout.names[column], meanings: layout.interpretation.meanings(of: column),
        example: examples[column], area: layout.interpretation.areas.word(for: column))
    }
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
