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
    /// What it is called for people, and what it is about, where the database says so.
    var title: String?
    var summary = ""
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
      let known = Set(try database.columns(in: "gpkg_contents").map { $0.name.lowercased() })
      let words = ["identifier", "description"].map { known.contains($0) ? "c.\($0) AS \($0)" : "NULL AS \($0)" }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT \(words.joined(separator: ", ")), c.table_name AS name, g.column_name AS geometry, g.srs_id AS system FROM gpkg_contents AS c
          LEFT JOIN gpkg_geometry_columns AS g ON g.table_name = c.table_name
          WHERE c.data_type IN ('features', 'attributes') ORDER BY c.rowid
          """)
      return rows.map { row in
        let system: Int64? = row["system"]
        return FeatureTable(
          name: row["name"] ?? "", title: row["identifier"], summary: row["description"] ?? "",
          geometry: row["geometry"],
          // -1 and 0 are undefined systems of a GeoPackage.
          otherSystem: [4326, 0, -1, nil].contains(system) ? nil : system.map { "EPSG:\($0)" })
      }
    }

    func sheet(_ database: GRDB.Database, limits: Limits) throws -> Sheet {
      let quoted = "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(quoted)")
      let columns = Array(cursor.columnNames)
      let number = try rowNumber(database)
      var rows: [[String]] = []
      while let row = try cursor.next() {
        rows.append(
          zip(columns, row.databaseValues).compactMap { name, value in
            name == number ? nil : text(value, isGeometry: name == geometry, limits: limits)
          })
      }
      let names = columns.filter { $0 != number }.map { $0 == geometry ? "geometry" : $0 }
      return Sheet(name: name, title: title, summary: summary, columns: names, rows: rows)
    }

    /// The column that numbers the rows, where they have ids beside: then it says nothing of the events.
    private func rowNumber(_ database: GRDB.Database) throws -> String? {
      let columns = try Row.fetchAll(
        database, sql: "SELECT name, upper(type) = 'INTEGER' AS isNumber, pk FROM pragma_table_info(?)",
        arguments: [name])
      let keys = columns.filter { $0["pk"] != 0 }
      let hasID = columns.contains { ($0["name"] as String?)?.lowercased() == "id" && $0["pk"] == 0 }
      guard hasID, keys.count == 1, keys[0]["isNumber"] == true else { return nil }
      return keys[0]["name"]
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
