#if PostgreSQL
  import SituationIO
  import SituationModel

  /// A table or view of the person's own with events, of which nothing is known but the names and types of its columns.
  ///
  /// It is read whole, as a delimited file is: what its columns mean is told by their names, or by the person. A role that may SELECT
  /// it is enough.
  public struct OwnTable: Sendable {
    /// So many rows are read; a larger table is for `sitmap db load`.
    public static let most = 200_000

    private let address: ServerAddress
    private let limit: Int

    /// The table that an address names.
    ///
    /// - Parameter limit: how many rows are read at most.
    public init(at address: ServerAddress, limit: Int = OwnTable.most) { (self.address, self.limit) = (address, limit) }

    /// The events of its rows, and what could not be read of them. Linear in the rows.
    ///
    /// - Throws: `.refused` where there is no such table, where it is too large, or where it tells neither where nor when
    ///   anything was.
    public func situation(columns map: ColumnMap) throws(SourceFailure) -> Situation {
      guard let name = address.table else { throw .refused("the address names no table") }
      let connection = Connection(to: address, Connection.Terms(timeout: 60_000))
      let found = try OwnColumn.all(of: name, connection)
      let columns = found.map { ($0, $0.name(map)) }
      let values = found.map(\.text)
      let answer = try connection.ask(
        "SELECT \(Statement.joined(values, by: ", ")) FROM \(OwnColumn.table(name)) LIMIT \(Int64(limit) + 1)")
      guard answer.count <= limit else {
        throw .refused("\(name) has more than \(limit) rows: write it to a file, and load that by sitmap db load")
      }
      let rows = (0..<answer.count).map { row in
        found.indices.map { answer.text(row, $0) ?? "" }
      }
      let sheet = Sheet(name: name, title: name, columns: columns.map(\.1), rows: rows)
      do throws(ReadError) {
        return try Situation(sheets: [sheet], file: name, map: map)
      } catch { throw .refused(error.message) }
    }
  }
#endif
