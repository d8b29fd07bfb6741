#if PostgreSQL
  import CLibpq
  import SituationModel

  /// The address of a server in libpq's words: `postgresql://host/db`, or `service=name` and other words of a connection string.
  ///
  /// The parts that it leaves open come from libpq's environment, service file and password file. A password in it is refused:
  /// everybody on the machine can read a command line.
  public struct ServerAddress: Hashable, Sendable {
    /// The address as the person gave it, without `table=…`; it has no password.
    let text: String
    /// The name of the server on a screen: the database and its host, without user or options. A table's name stands in front.
    public let name: String
    /// The person's own table or view that `table=…` names, with its schema or without; nil for the tables of this program.
    public let table: String?

    /// Parses an address.
    ///
    /// - Throws: `.refused` if libpq can't parse it, or if it has a password.
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

    /// An address without `table=…`, which libpq does not know, and the table's name.
    private static func parted(_ address: String) -> (text: String, table: String?) {
      let start = address.firstIndex(of: "?").map { address.index(after: $0) } ?? address.endIndex
      let words = address[start...].split(separator: "&")
      guard let table = words.last(where: { $0.hasPrefix("table=") }) else { return (address, nil) }
      let others = words.filter { !$0.hasPrefix("table=") }.joined(separator: "&")
      let head = address[..<start]
      return (others.isEmpty ? String(head.dropLast()) : head + others, String(table.dropFirst("table=".count)))
    }

    /// True if an argument of a command line is an address and not a file.
    public static func fits(_ argument: String) -> Bool {
      ["postgresql://", "postgres://", "service="].contains { argument.hasPrefix($0) }
    }
  }
#endif
