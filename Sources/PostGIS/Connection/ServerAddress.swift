#if PostgreSQL
  import CLibpq
  import SituationModel

  /// Where a server is, as libpq takes it: `postgresql://host/db`, or `service=name` and other words of a connection string.
  ///
  /// What it leaves open comes from libpq's environment, service file and password file. A password in it is refused: a command
  /// line is seen by everybody on the machine.
  public struct ServerAddress: Hashable, Sendable {
    /// As the person gave it; it has no password.
    let text: String
    /// How it is called on a screen: the database and its host, without user or options.
    public let name: String
    /// The table or view that it names by `table=…`, with its schema or without: one of the person's own; nil for our tables.
    public let table: String?

    /// An address.
    ///
    /// - Throws: `.refused` where libpq can't make sense of it, or where it has a password.
    public init(_ address: String) throws(SourceFailure) {
      let (text, table) = ServerAddress.parted(address)
      self.table = table
      guard let options = PQconninfoParse(text, nil) else {
        throw .refused("the address is not understood: write it as postgresql://host/database or service=name")
      }
      defer { PQconninfoFree(options) }
      var values: [String: String] = [:]
      var option = options
      while let keyword = option.pointee.keyword {
        if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
        option += 1
      }
      guard values["password"] == nil else {
        throw .refused(
          "the address has a password: give it by PGPASSWORD or a password file instead, and change it if others saw it"
        )
      }
      self.text = text
      let host = values["host"] ?? values["hostaddr"]
      let database = values["dbname"] ?? values["service"].map { "service \($0)" } ?? "the default database"
      let whole = host.map { "\(database) on \($0.isEmpty ? "this machine" : $0)" } ?? database
      name = table.map { "\($0), \(whole)" } ?? whole
    }

    /// An address without `table=…`, which is no word of libpq's, and what it says.
    private static func parted(_ address: String) -> (text: String, table: String?) {
      let start = address.firstIndex(of: "?").map { address.index(after: $0) } ?? address.endIndex
      let words = address[start...].split(separator: "&")
      guard let table = words.last(where: { $0.hasPrefix("table=") }) else { return (address, nil) }
      let others = words.filter { !$0.hasPrefix("table=") }.joined(separator: "&")
      let head = address[..<start]
      return (others.isEmpty ? String(head.dropLast()) : head + others, String(table.dropFirst("table=".count)))
    }

    /// Whether an argument of a command line is an address and no file.
    public static func fits(_ argument: String) -> Bool {
      ["postgresql://", "postgres://", "service="].contains { argument.hasPrefix($0) }
    }
  }
#endif
