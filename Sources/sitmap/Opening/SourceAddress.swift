/// The address of a source that is asked for its events: `postgresql://host/database`, `postgres://…`, or `service=name` for a
/// service that libpq knows.
struct SourceAddress: Hashable {
  /// As the person typed it; it has no password.
  let text: String

  /// - Parameter typed: an argument of the command line; nil where it names a file.
  /// - Throws: a failure where it has a password, which everyone on the machine could read there.
  init?(_ typed: String) throws(Failure) {
    guard Self.isOne(typed) else { return nil }
    guard !Self.hasPassword(typed) else {
      throw .usage("an address has no password here, where others can read it: ~/.pgpass or PGPASSWORD has one")
    }
    text = typed
  }

  /// Whether an argument of the command line is one, right or wrong. A table of the person's own is read as a file is.
  private static func isOne(_ typed: String) -> Bool { Servers.isAddress(typed) && !Servers.isTable(typed) }

  /// Refuses an address among what should be files.
  static func refuse(among files: [String]) throws(Failure) {
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
