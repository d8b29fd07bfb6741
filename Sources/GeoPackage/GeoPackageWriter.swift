#if GeoPackage
  import Foundation
  import GRDB
  import SituationIO
  import SituationModel

  /// Writes GeoPackage files (OGC 12-128, version 1.3): one table of features.
  public struct GeoPackageWriter: SheetWriter {
    /// The name of the table.
    static let table = "events"

    /// What writes them.
    public init() {}

    /// Writes the events in one transaction, and holds as much of them as SQLite keeps of any file.
    public func write(
      _ sheet: EventSheet, to path: String, rows next: () -> EventSheet.Row?
    ) throws(SheetProblem) {
      do {
        let queue = try DatabaseQueue(path: path, configuration: GeoPackageWriter.configuration)
        try queue.inTransaction { database in
          try database.execute(sql: GeoPackageWriter.frame + GeoPackageWriter.features)
          let bounds = try GeoPackageWriter.add(next, to: database)
          try GeoPackageWriter.register(sheet, bounds, in: database)
          return .commit
        }
        try queue.close()
      } catch {
        let words = (error as? DatabaseError).flatMap { $0.message ?? $0.resultCode.description }
        throw SheetProblem(reason: words ?? "the database can't be written")
      }
    }

    /// The file is nobody's until it is whole: so what it was before needs to be kept in memory alone, and nothing is
    /// written beside it.
    private static var configuration: Configuration {
      var configuration = Configuration()
      configuration.label = "GeoPackage"
      configuration.prepareDatabase { database in
        try database.execute(
          sql: """
            PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA temp_store = MEMORY; PRAGMA application_id = \(0x4750_4B47); PRAGMA user_version = 10300
            """)
      }
      return configuration
    }

    /// Adds the rows; returns what lies around their forms.
    private static func add(_ next: () -> EventSheet.Row?, to database: GRDB.Database) throws -> FormBounds? {
      let places = Array(repeating: "?", count: EventSheet.columns.count + 1).joined(separator: ", ")
      let names = (EventSheet.columns.map { "\"\($0.name)\"" } + ["geom"]).joined(separator: ", ")
      let statement = try database.makeStatement(sql: "INSERT INTO \(table) (\(names)) VALUES (\(places))")
      var bounds: FormBounds?
      while let row = next() {
        let form = row.shape.flatMap { FormBlob($0) }
        if let form { bounds = bounds.map { $0.joined(with: form.bounds) } ?? form.bounds }
        let values = row.values.map(databaseValue) + [form.map { Data($0.bytes).databaseValue } ?? .null]
        statement.setUncheckedArguments(StatementArguments(values))
        try statement.execute()
      }
      return bounds
    }

    private static func databaseValue(_ value: EventSheet.Value) -> DatabaseValue {
      switch value {
      case .none: .null
      case .text(let text): text.databaseValue
      case .number(let number): number.databaseValue
      }
    }

    /// Writes what the tables of every GeoPackage say of ours.
    private static func register(_ sheet: EventSheet, _ bounds: FormBounds?, in database: GRDB.Database) throws {
      try database.execute(
        sql: """
          INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id)
          VALUES (?, 'features', ?, ?, ?, ?, ?, ?, 4326)
          """,
        arguments: [
          table, sheet.title.isEmpty ? nil : sheet.title, sheet.summary, bounds?.west, bounds?.south, bounds?.east,
          bounds?.north,
        ])
      try database.execute(
        sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', 4326, 0, 0)", arguments: [table])
    }

    /// The table of the events.
    private static var features: String {
      let columns = EventSheet.columns.map { "\"\($0.name)\" \($0.isNumber ? "DOUBLE" : "TEXT")" }
      return """
        CREATE TABLE \(table) (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \(columns.joined(separator: ", ")), geom GEOMETRY);
        """
    }

    /// The tables that every GeoPackage has, with their required rows (OGC 12-128r17, 1.1.2, 1.1.3 and 2.1.5, annex C).
    private static let frame = """
      CREATE TABLE gpkg_spatial_ref_sys (
        srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
        organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
      INSERT INTO gpkg_spatial_ref_sys VALUES
        ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
        ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
        ('WGS 84 geodetic', 4326, 'EPSG', 4326,
          'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
      AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,\
      AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
          'longitude and latitude in degrees on the WGS 84 ellipsoid');
      CREATE TABLE gpkg_contents (
        table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
        last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
      CREATE TABLE gpkg_geometry_columns (
        table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
        z TINYINT NOT NULL, m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));

      """
  }
#endif
