#if PostgreSQL
  import SituationModel

  /// The tables of this program on a server, in a schema of their own. `Data/manual/server.md` explains them column by column.
  public struct Schema: Sendable {
    /// The version of the tables that this program makes, and that it needs for loading.
    static let version = 5
    /// The versions of tables that can be asked. Version 4 only keeps some Arabic letters apart that are searched for as one.
    static let readableVersions = 4...version

    private let address: ServerAddress

    /// The tables of a server.
    public init(at address: ServerAddress) { self.address = address }

    /// Makes the missing tables, upgrades earlier ones to this version, and changes nothing else.
    ///
    /// - Throws: `.refused` if the server has a newer version, or the role may not make tables or the extension PostGIS.
    public func make() throws(SourceFailure) {
      let connection = Connection(to: address, SessionOptions(isReadOnly: false, timeout: 0))
      if let known = try Schema.version(on: connection) {
        guard known <= Schema.version else { throw Schema.otherVersion(known) }
        if known < Schema.version { try connection.run(Schema.upgrade(from: known)) }
        // Tables of this version may be older than it: the version says what a program needs, and none needs this index.
        if try !CountriesSQL.isTold(by: connection) { try connection.run(SchemaIndexes.countries) }
        return
      }
      try connection.run(Schema.commands)
    }

    /// The version of the server's tables; nil if there are none.
    static func version(on connection: Connection) throws(SourceFailure) -> Int? {
      let known = try connection.ask("SELECT to_regclass('sitmap.version') IS NOT NULL")
      guard known.flag(0, 0) else { return nil }
      return try connection.ask("SELECT max(version) FROM sitmap.version").number(0, 0)
    }

    static func otherVersion(_ known: Int) -> SourceFailure {
      let words = "the server's tables are of version \(known), this program's of version \(version)"
      return .refused(known < version ? "\(words): sitmap db init brings them there" : words)
    }

    /// Commands that upgrade earlier tables to this version: the indexes differ, and how Arabic letters are folded.
    private static func upgrade(from known: Int) -> String {
      """
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      DO $$ BEGIN
        IF (SELECT relkind = 'r' FROM pg_class WHERE oid = 'sitmap.events'::regclass) THEN
          DROP INDEX IF EXISTS sitmap.events_ground;
          \(SchemaIndexes.added(since: known))
        END IF;
      END $$;
      \(known < 5 ? refolding : "")
      UPDATE sitmap.version SET version = \(version);
      """
    }

    /// Commands that fold the letters which versions before 5 kept as they were (`FoldedText`).
    private static var refolding: String {
      let letters: [(from: String, to: String)] = [
        ("\u{6CC}", "\u{64A}"), ("\u{626}", "\u{64A}"), ("\u{629}", "\u{647}"), ("\u{6BE}", "\u{647}"),
        ("\u{6C0}", "\u{647}"), ("\u{6C1}", "\u{647}"), ("\u{6C2}", "\u{647}"), ("\u{6C3}", "\u{647}"),
        ("\u{6D5}", "\u{647}"), ("\u{6A9}", "\u{643}"), ("\u{6AA}", "\u{643}"), ("\u{624}", "\u{648}"),
      ]
      let (from, to) = (letters.map(\.from).joined(), letters.map(\.to).joined())
      func folded(_ column: String) -> String { "translate(\(column), '\(from)', '\(to)')" }
      func isOld(_ column: String) -> String { "\(column) ~ '[\(from)]'" }
      let columns = [
        "f_id", "f_kind", "f_title", "f_actor", "f_place", "f_destination", "f_source", "f_file", "f_more",
      ]
      return """
        UPDATE sitmap.events SET \(columns.map { "\($0) = \(folded($0))" }.joined(separator: ", "))
          WHERE \(columns.map(isOld).joined(separator: " OR "));
        \(Rollups.changingKind(to: folded("f_kind"), where: isOld("f_kind")))
        """
    }

    /// Commands that make all tables. The server runs them in one transaction, since they are sent together.
    static var commands: String {
      """
      CREATE EXTENSION IF NOT EXISTS postgis;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE SCHEMA sitmap;
      CREATE TABLE sitmap.version (version integer NOT NULL);
      CREATE TABLE sitmap.events (
      \(events)
      );
      \(SchemaIndexes.commands)
      \(rollups)
      INSERT INTO sitmap.version VALUES (\(version));
      """
    }

    /// The columns of the events. Times are seconds since 1970. The least number stands for an open start, the greatest for an open end
    /// and, in both columns, for no date. So the order of pages is the order of an index, and no comparison meets a NULL.
    static let events = """
        shard smallint NOT NULL,
        id text COLLATE "C" NOT NULL,
        file text NOT NULL,
        start_s bigint NOT NULL,
        end_s bigint NOT NULL,
        has_date boolean NOT NULL,
        doubtful boolean NOT NULL,
        is_long boolean NOT NULL,
        finest smallint,
        kind smallint NOT NULL,
        precision smallint NOT NULL,
        standing smallint NOT NULL,
        lon double precision,
        lat double precision,
        west double precision,
        south double precision,
        east double precision,
        north double precision,
        reach double precision NOT NULL,
        is_point boolean NOT NULL,
        is_points boolean NOT NULL,
        members integer NOT NULL,
        relations smallint NOT NULL,
        grades bigint NOT NULL,
        f_id text COLLATE "C" NOT NULL,
        f_kind text COLLATE "C" NOT NULL,
        f_title text COLLATE "C" NOT NULL,
        f_actor text COLLATE "C" NOT NULL,
        f_place text COLLATE "C" NOT NULL,
        f_destination text COLLATE "C" NOT NULL,
        f_source text COLLATE "C" NOT NULL,
        f_file text COLLATE "C" NOT NULL,
        f_more text COLLATE "C" NOT NULL,
        mark text COLLATE "C",
        geometry geometry(Geometry, 4326),
        record text NOT NULL
      """

    /// Commands that make the tables for wide views and for the summary of all events.
    static let rollups = """
      CREATE TABLE sitmap.rollup (
        unit smallint NOT NULL,
        level smallint NOT NULL,
        block integer NOT NULL,
        cx integer NOT NULL,
        cy integer NOT NULL,
        start_s bigint NOT NULL,
        end_s bigint NOT NULL,
        has_date boolean NOT NULL,
        doubtful boolean NOT NULL,
        kind smallint NOT NULL,
        f_kind text COLLATE "C" NOT NULL,
        standing smallint NOT NULL,
        n bigint NOT NULL,
        vaguest smallint NOT NULL,
        is_points boolean NOT NULL,
        mark text COLLATE "C",
        PRIMARY KEY (\(Rollups.key))
      );
      CREATE TABLE sitmap.extent (
        stretch integer PRIMARY KEY,
        south double precision NOT NULL,
        west double precision NOT NULL,
        north double precision NOT NULL,
        east double precision NOT NULL
      );
      CREATE TABLE sitmap.overview (
        n bigint NOT NULL,
        first_s bigint,
        last_s bigint,
        finest smallint
      );
      INSERT INTO sitmap.overview VALUES (0, NULL, NULL, NULL);
      """
  }

  /// The indexes of the events. A first load makes them after its rows, which takes half the time.
  enum SchemaIndexes {
    /// The indexes, each with the version of the tables in which it first appeared.
    private static let all: [(name: String, definition: String, version: Int)] = [
      ("events_in_time", "(start_s, end_s, id)", 1),
      ("events_long", "(start_s) WHERE is_long", 1),
      ("events_marks", "USING gist (point(lon, lat))", 1),
      ("events_geometry", "USING gist (geometry)", 1),
      ("events_open", "(start_s) WHERE \(Covering.exceptions)", 2),
      (
        "events_texts",
        "USING gin (\(FilterSQL.columns(.text).map { "\($0) gin_trgm_ops" }.joined(separator: ", ")))", 2
      ),
      // With all that is counted of an event, so that a close view reads this alone, where neighbours stand together.
      (
        "events_near",
        "((\(CellSQL.row(level: AreaSQL.groundLevel))), (\(CellSQL.column(level: AreaSQL.groundLevel))), is_long, start_s) "
          + "INCLUDE (end_s, lon, lat, shard, kind, f_kind, standing, has_date, doubtful, precision, is_points, mark)",
        4
      ),
    ]

    /// Makes the index of the events about whole countries, which are few. Without it the map shows pins for them.
    static let countries =
      "CREATE INDEX events_countries ON sitmap.events (start_s) INCLUDE (lon, lat) WHERE \(CountriesSQL.condition);"

    private static func creation(_ index: (name: String, definition: String, version: Int)) -> String {
      "CREATE INDEX \(index.name) ON sitmap.events \(index.definition);"
    }

    /// Makes the indexes that came after a version.
    static func added(since version: Int) -> String {
      all.filter { $0.version > version }.map(creation).joined(separator: "\n")
    }

    /// Makes the key and all indexes.
    static var commands: String {
      "ALTER TABLE sitmap.events ADD CONSTRAINT events_pkey PRIMARY KEY (id);\n"
        + all.map(creation).joined(separator: "\n") + "\n" + countries
    }

    /// Drops the key and all indexes.
    static var removal: String {
      "ALTER TABLE sitmap.events DROP CONSTRAINT events_pkey;"
        + all.map { "DROP INDEX sitmap.\($0.name);" }.joined()
        + "DROP INDEX IF EXISTS sitmap.events_countries;"
    }
  }
#endif
