import SituationIO
import SituationModel

/// The address of a source that is asked for its events: `postgresql://host/database`, `postgres://…`, or `service=name` for a
/// service that libpq knows. `table:FILE` reads a file into a source, for those who want to see that both show the same.
struct SourceAddress: Hashable {
  /// The address as the person typed it; it has no password.
  let text: String

  private static let table = "table:"

  /// The server of libpq's environment.
  static let environment = SourceAddress(text: "")

  private init(text: String) { self.text = text }

  /// Reads an address.
  ///
  /// - Parameter typed: an argument of the command line; the result is nil if it names a file.
  /// - Throws: a failure if the address has a password, which everyone on the machine could read on the command line.
  init?(_ typed: String) throws(Failure) {
    guard Self.isOne(typed) else { return nil }
    try Self.refusePassword(in: typed)
    text = typed
  }

  private static func refusePassword(in text: String) throws(Failure) {
    guard hasPassword(text) else { return }
    throw .usage("put no password into the address, where others can read it: use ~/.pgpass or PGPASSWORD")
  }

  /// The source at the address. A server is first contacted when it is asked.
  ///
  /// - Parameter columns: the person's words on the columns of a table.
  /// - Throws: a failure if this build can't ask such a source, or the file can't be read.
  func source(columns: ColumnMap?) throws(Failure) -> any EventSource {
    guard text.hasPrefix(Self.table) else { return try Servers.source(text) }
    let path = String(text.dropFirst(Self.table.count))
    let situation = Situation(joining: try FilesRead([path], columns: columns ?? ColumnMap()).parts)
    return TableSource(title: situation.title, situation.events)
  }

  /// True if an argument is the address of a source. A table of the person's own on a server is not: it is read as a file is.
  private static func isOne(_ typed: String) -> Bool {
    Servers.isAddress(typed) && !Servers.isTable(typed) || typed.hasPrefix(table)
  }

  /// Refuses an address where files are wanted, and a table whose address has a password.
  static func refuse(among files: [String]) throws(Failure) {
    for file in files where Servers.isTable(file) { try refusePassword(in: file) }
    guard let address = files.first(where: isOne) else { return }
    _ = try SourceAddress(address)
    throw .usage(
      "\(address) is the address of a server: only the browser and `sitmap render` can open it, other commands read files"
    )
  }

  private static func hasPassword(_ text: String) -> Bool {
    let lower = text.lowercased()
    if lower.split(whereSeparator: { "?& ".contains($0) }).contains(where: { $0.hasPrefix("password=") }) {
      return true
    }
    guard let start = lower.firstRange(of: "://")?.upperBound else { return false }
    let authority = lower[start...].prefix { !"/?#".contains($0) }
    return authority.lastIndex(of: "@").map { authority[..<$0].contains(":") } ?? false
  }
}
