/// A table of a database or a layer of a vector file: names of columns and rows of texts, as a delimited file has them.
public struct Sheet: Hashable, Sendable {
  /// One record.
  public struct Row: Hashable, Sendable {
    /// The texts of the record, as many as there are columns; what is not there is empty.
    public var texts: [String]
    /// The form of the record in space as well-known binary in degrees on WGS 84, longitude first; empty for none.
    public var geometry: [UInt8]
    /// The form as text, where it can't be placed: it stays with the event.
    public var unplaced: String
    /// Sentences about values that could not be read, each with the name of its column and the value, which stays with the event.
    public var unread: [Unread]

    /// A record.
    public init(texts: [String], geometry: [UInt8] = [], unplaced: String = "", unread: [Unread] = []) {
      (self.texts, self.geometry, self.unplaced, self.unread) = (texts, geometry, unplaced, unread)
    }
  }

  /// A value that could not be read.
  public struct Unread: Hashable, Sendable {
    /// The sentence, without a full stop.
    public let reason: String
    /// The name of the column.
    public let column: String
    /// The value as text.
    public let value: String

    /// A value.
    public init(_ reason: String, column: String, value: String) {
      (self.reason, self.column, self.value) = (reason, column, value)
    }
  }

  /// The table's name.
  public let name: String
  /// The table's name for people; nil where nothing is said.
  public let title: String?
  /// A sentence on what it is about; empty where nothing is said.
  public let summary: String
  /// The names of its columns.
  public let columns: [String]
  /// True if its records have forms in space beside their columns.
  public let hasGeometry: Bool
  /// The rows of the table.
  public var rows: [Row]
  /// Sentences on how the table was read, which a person should know of.
  public var remarks: [String]
  /// Sentences on values that were read after a change, or not at all.
  public var faults: [String]
  /// Sentences on records that could not be read.
  public var losses: [String]

  /// A table.
  public init(
    name: String, title: String? = nil, summary: String = "", columns: [String], hasGeometry: Bool = false,
    rows: [Row], remarks: [String] = [], faults: [String] = [], losses: [String] = []
  ) {
    (self.name, self.title, self.summary, self.columns) = (name, title, summary, columns)
    (self.hasGeometry, self.rows, self.remarks) = (hasGeometry, rows, remarks)
    (self.faults, self.losses) = (faults, losses)
  }
}

/// Opens databases and vector files. It is handed to the reader from outside, since it needs a library that not every build has.
public protocol SheetSource: Sendable {
  /// The tables in a file that may have events.
  ///
  /// - Parameters:
  ///   - file: the file with its parts.
  ///   - name: the name that messages have for it.
  ///   - columns: the choices of a person: the encoding and the only table.
  ///   - limits: the most that is read.
  /// - Throws: `ReadError` where it can't be opened.
  func sheets(
    in file: VectorFile, name: String, columns: ColumnMap, limits: Limits
  ) throws(ReadError) -> [Sheet]
}
