#if GeoPackage
  import GRDB
  import GRDBSQLite
  import SituationIO

  /// An SQLite database in memory, read only: a copy of a file's bytes, so that nothing is written beside the file, and none
  /// that another program changes is read halfway.
  struct Database {
    private let queue: DatabaseQueue

    /// Opens the bytes of a file.
    init(_ bytes: [UInt8], file: String) throws(ReadError) {
      do {
        var configuration = Configuration()
        configuration.label = "GeoPackage"
        queue = try DatabaseQueue(configuration: configuration)
        try queue.writeWithoutTransaction { database in
          try Database.load(Database.outsideLog(bytes), into: database)
          // The file may be hostile: no function of it is called from its views, and its pages are checked.
          try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON")
          _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
        }
      } catch {
        throw .notUnderstood(file: file, line: 1, reason: "is no sound SQLite database: \(Database.words(of: error))")
      }
    }

    /// Asks something.
    func read<Value>(_ file: String, _ ask: (GRDB.Database) throws -> Value) throws(ReadError) -> Value {
      do { return try queue.read(ask) } catch {
        throw .notUnderstood(file: file, line: 1, reason: "is no sound SQLite database: \(Database.words(of: error))")
      }
    }

    /// The bytes of a database that is made in memory.
    static func bytes(_ make: (GRDB.Database) throws -> Void) throws -> [UInt8] {
      let queue = try DatabaseQueue()
      return try queue.writeWithoutTransaction { database in
        try make(database)
        var count: Int64 = 0
        guard let memory = sqlite3_serialize(database.sqliteConnection, "main", &count, 0) else {
          throw DatabaseError(resultCode: .SQLITE_NOMEM)
        }
        defer { sqlite3_free(memory) }
        return Array(UnsafeBufferPointer(start: memory, count: Int(count)))
      }
    }

    private static func words(of error: any Error) -> String {
      (error as? DatabaseError).flatMap { $0.message ?? $0.resultCode.description } ?? "it can't be read"
    }

    /// The same without a write-ahead log, which a database in memory can't have (“Database File Format”, 1.3.3).
    private static func outsideLog(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      if bytes.count > 100 { (bytes[18], bytes[19]) = (min(bytes[18], 1), min(bytes[19], 1)) }
      return bytes
    }

    private static func load(_ bytes: [UInt8], into database: GRDB.Database) throws {
      guard let memory = sqlite3_malloc64(UInt64(bytes.count)) else { throw DatabaseError(resultCode: .SQLITE_NOMEM) }
      bytes.withUnsafeBytes { if let base = $0.baseAddress { memory.copyMemory(from: base, byteCount: bytes.count) } }
      let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
      let code = sqlite3_deserialize(
        database.sqliteConnection, "main", memory.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
        Int64(bytes.count), flags)
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
  }
#endif
