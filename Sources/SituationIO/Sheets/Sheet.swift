/// A table of a database: names of columns and rows of texts, as a delimited file has them.
///
/// A form in space is well-known text; what is not there is empty.
public struct Sheet: Hashable, Sendable {
  /// The name of the table.
  public let name: String
  /// The name for people; nil without one.
  public let title: String?
  /// The description; empty without one.
  public let summary: String
  /// The names of its columns.
  public let columns: [String]
  /// The rows, each with as many texts as there are columns.
  public let rows: [[String]]

  /// A table.
  public init(name: String, title: String? = nil, summary: String = "", columns: [String], rows: [[String]]) {
    (self.name, self.title, self.summary, self.columns, self.rows) = (name, title, summary, columns, rows)
  }
}

/// The opener of databases. It is handed to the reader from outside, since a database needs a library that not every build has.
public protocol SheetSource: Sendable {
  /// The tables in a database that may have events.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: what messages call it.
  ///   - limits: what is read at most.
  /// - Throws: `ReadError` where it can't be opened.
  func sheets(in bytes: [UInt8], file: String, limits: Limits) throws(ReadError) -> [Sheet]
}

/// The writer of databases. It is handed over from outside, as what opens them is.
public protocol SheetWriter: Sendable {
  /// Writes a database with one table into an empty file.
  ///
  /// - Parameters:
  ///   - sheet: what is known of the table.
  ///   - path: the empty file. Nothing is written beside it.
  ///   - next: the next row; nil behind the last one.
  func write(_ sheet: EventSheet, to path: String, rows next: () -> EventSheet.Row?) throws(SheetProblem)
}

/// Why a database could not be written.
public struct SheetProblem: Error, Hashable, Sendable {
  /// In the words of what writes it.
  public let reason: String

  /// A problem.
  public init(reason: String) { self.reason = reason }
}

/// Databases of SQLite, of which GeoPackage is one kind (OGC 12-128).
enum SQLite {
  /// True if bytes are one, by the first sixteen (SQLite's documentation, “Database File Format”, 1.3.1).
  static func fits(_ bytes: Bytes) -> Bool { bytes.starts(with: "SQLite format 3\0".utf8) }
}
