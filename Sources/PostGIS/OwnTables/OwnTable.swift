#if PostgreSQL
  import SituationIO
  import SituationModel

  /// A table or view of the person's own with events. Only the names and types of its columns are known.
  ///
  /// It is read whole, like a delimited file: the names of its columns, or the person, tell their meaning. A role that may SELECT
  /// from it is enough.
  public struct OwnTable: Sendable {
    private let address: ServerAddress
    private let limits: Limits

    /// The table that an address names.
    ///
    /// - Parameter limits: the limits on reading; a table may be as large as a file.
    public init(at address: ServerAddress, limits: Limits = Limits()) {
      (self.address, self.limits) = (address, limits)
    }

    /// The events of its rows, and the parts that could not be read. Linear in the rows, of which it holds the text.
    ///
    /// - Parameters:
    ///   - places: finds the places that records name without coordinates; nil to leave them without a place.
    ///   - head: the number of rows to read; nil for all.
    ///   - progress: tells that nobody waits any more.
    /// - Throws: `.refused` if there is no such table, if it is too large, or if it has neither places nor times of
    ///   anything; `.cancelled` if nobody waits.
    public func situation(
      columns map: ColumnMap, places: (any PlaceLookup)? = nil, head: Int? = nil, progress: ReadingProgress? = nil
    ) throws(SourceFailure) -> Situation {
      guard let name = address.table else { throw .refused("the address names no table") }
      let connection = Connection(to: address, SessionOptions(timeout: OwnTable.timeout))
      let found = try OwnColumn.all(of: name, connection)
      let values = found.map { column -> Statement in "\(column.text) AS \(name: column.name(map))" }
      let rows: Statement = """
        SELECT \(Statement.joined(values, by: ", ")) FROM \(OwnColumn.table(name))\(Statement(text: head.map { " LIMIT \($0)" } ?? ""))
        """
      // COPY takes no values beside it: nothing of the statement is one.
      let command = "COPY (\(rows.rendered.text)) TO STDOUT (FORMAT csv, HEADER)"
      var room = limits.fileBytes
      let bytes = try Bytes { append throws(SourceFailure) in
        try connection.copy(command, while: { progress?.isStopped != true }) { row throws(SourceFailure) in
          room -= row.count
          guard room >= 0 else {
            throw .refused(
              "\(name) is more than \(limits.fileBytes >> 20) MB of text: write it to files, and load those by sitmap db load"
            )
          }
          append(row)
        }
      }
      do throws(ReadError) {
        return try readSituation(
          exported: bytes, from: name, columns: map, places: places, progress: progress, limits: limits)
      } catch { throw .refused(error.message) }
    }

    /// The longest time that the server may take for all rows, in milliseconds.
    private static let timeout: Int32 = 1_800_000
  }
#endif
