/// A table of a database: names of columns and rows of texts, as a delimited file has them.
///
/// A form in space is well-known text; what is not there is empty.
public struct Sheet: Hashable, Sendable {
  /// What the table is called.
  public let name: String
  /// The names of its columns.
  public let columns: [String]
  /// Its rows, each with as many texts as there are columns.
  public let rows: [[String]]

  /// A table.
  public init(name: String, columns: [String], rows: [[String]]) {
    (self.name, self.columns, self.rows) = (name, columns, rows)
  }
}

/// What opens databases. It is handed to the reader from outside, since a database needs a library that not every build has.
public protocol SheetSource: Sendable {
  /// The tables in a database that may have events.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: what messages call it.
  /// - Throws: `ReadError` where it can't be opened.
  func sheets(in bytes: [UInt8], file: String, limits: Limits) throws(ReadError) -> [Sheet]
}

/// Databases of SQLite, of which GeoPackage is one kind (OGC 12-128).
enum SQLite {
  /// Whether bytes are one, by the first sixteen (SQLite's documentation, “Database File Format”, 1.3.1).
  static func fits(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "SQLite format 3\0".utf8) }
}
