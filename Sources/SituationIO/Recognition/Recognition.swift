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
