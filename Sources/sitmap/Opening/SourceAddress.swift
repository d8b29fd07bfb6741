import SituationIO
import SituationModel

/// The address of a source that is asked for its events: `postgresql://host/database`, `postgres://…`, or `service=name` for a
/// service that libpq knows; and `table:FILE` for a file that is asked as a server is, for whoever wants to see that both show the same.
struct SourceAddress: Hashable {
  /// As the person typed it; it has no password.
  let text: String

  private static let table = "table:"

  /// The server that libpq's environment says.
  static let environment = SourceAddress(text: "")

  private init(text: String) { self.text = text }

  /// - Parameter typed: an argument of the command line; nil where it names a file.
  /// - Throws: a failure where it has a password, which everyone on the machine could read there.
  init?(_ typed: String) throws(Failure) {
    guard Self.isOne(typed) else { return nil }
    try Self.refusePassword(in: typed)
    text = typed
  }

  private static func refusePassword(in text: String) throws(Failure) {
    guard hasPassword(text) else { return }
    throw .usage("an address has no password here, where others can read it: ~/.pgpass or PGPASSWORD has one")
  }

  /// What answers at it. Whether a server is there is seen when it is asked.
  ///
  /// - Parameter columns: what the person says of a table's columns.
  /// - Throws: a failure where this build has nothing for it, or the file can't be read.
  func source(columns: ColumnMap?) throws(Failure) -> any EventSource {
    guard text.hasPrefix(Self.table) else { return try Servers.source(text) }
    let path = String(text.dropFirst(Self.table.count))
    let situation = Situation(joining: try FilesRead([path], columns: columns ?? ColumnMap()).parts)
    return TableSource(title: situation.title, situation.events)
  }

  /// A table of the person's own on a server is read as a file is, and is none.
  private static func isOne(_ typed: String) -> Bool {
    Servers.isAddress(typed) && !Servers.isTable(typed) || typed.hasPrefix(table)
  }

  /// Refuses an address among what should be files, and a table whose address has a password.
  static func refuse(among files: [String]) throws(Failure) {
    for file in files where Servers.isTable(file) { try refusePassword(in: file) }
    guard let address = files.first(where: isOne) else { return }
    _ = try SourceAddress(address)
    throw .usage("\(address) is an address: the browser and `sitmap render` ask it, other commands read files")
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
