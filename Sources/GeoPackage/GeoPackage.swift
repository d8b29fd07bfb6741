#if GeoPackage
  import GRDB
  import SituationIO

  /// Opens GeoPackage files (OGC 12-128, version 1.3) and other databases of SQLite.
  public struct GeoPackage: SheetSource {
    /// What opens them.
    public init() {}

    /// The tables of features of a GeoPackage; of another database all tables. Linear in their rows.
    public func sheets(in bytes: [UInt8], file: String, limits: Limits) throws(ReadError) -> [Sheet] {
      let database = try Database(bytes, file: file)
      let tables = try database.read(file) { try FeatureTable.all($0) }
      var sheets: [Sheet] = []
      for table in tables {
        if let system = table.otherSystem {
          let reason =
            "the table \(table.name) is in the reference system \(system); only longitude and latitude on WGS 84 (EPSG:4326) can be read"
          throw .notReadable(file: file, reason: reason)
        }
        sheets.append(try database.read(file) { try table.sheet($0, limits: limits) })
      }
      return sheets
    }
  }

  /// A table with rows for events.
  private struct FeatureTable {
    let name: String
    /// The column with forms in space, where the database says which.
    let geometry: String?
    /// The reference system of the forms, where it is not the one that maps here have.
    let otherSystem: String?

    /// The tables of features of a GeoPackage, or all tables of another database.
    static func all(_ database: GRDB.Database) throws -> [FeatureTable] {
      guard try database.tableExists("gpkg_geometry_columns"), try database.tableExists("gpkg_contents") else {
        let names = try String.fetchAll(
          database,
          sql: """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
            """)
        return names.map { FeatureTable(name: $0, geometry: nil, otherSystem: nil) }
      }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT c.table_name AS name, g.column_name AS geometry, g.srs_id AS system FROM gpkg_contents AS c
          LEFT JOIN gpkg_geometry_columns AS g ON g.table_name = c.table_name
          WHERE c.data_type IN ('features', 'attributes') ORDER BY c.rowid
          """)
      return rows.map { row in
        let system: Int64? = row["system"]
        return FeatureTable(
          name: row["name"] ?? "", geometry: row["geometry"],
          // -1 and 0 are undefined systems of a GeoPackage.
          otherSystem: [4326, 0, -1, nil].contains(system) ? nil : system.map { "EPSG:\($0)" })
      }
    }

    func sheet(_ database: GRDB.Database, limits: Limits) throws -> Sheet {
      let quoted = "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(quoted)")
      var rows: [[String]] = []
      var columns: [String] = []
      while let row = try cursor.next() {
        if columns.isEmpty { columns = Array(row.columnNames) }
        rows.append(zip(columns, row.databaseValues).map { text($0.1, isGeometry: $0.0 == geometry, limits: limits) })
      }
      if columns.isEmpty { columns = try database.columns(in: name).map(\.name) }
      let names = columns.map { $0 == geometry ? "geometry" : $0 }
      return Sheet(name: name, columns: names, rows: rows)
    }

    /// A value as a delimited file would have it.
    private func text(_ value: DatabaseValue, isGeometry: Bool, limits: Limits) -> String {
      switch value.storage {
      case .null: return ""
      case .int64(let number): return "\(number)"
      case .double(let number): return "\(number)"
      case .string(let text): return text.utf8.count > limits.textBytes ? "" : text
      case .blob(let data):
        guard isGeometry else { return "(\(data.count) bytes)" }
        return GeometryBlob(Array(data))?.text ?? "(a form that can't be read)"
      }
    }
  }
#endif
