import SituationIO
import SituationModel

/// The address of a source that is asked for its events: `postgresql://host/database`, `postgres://…`, or `service=name` for a
/// service that libpq knows.
struct SourceAddress: Hashable {
  /// As the person typed it; it has no password.
  let text: String

  /// - Parameter typed: an argument of the command line; nil where it names a file.
  /// - Throws: a failure where it has a password, which everyone on the machine could read there.
  init?(_ typed: String) throws(Failure) {
    guard Self.schemes.contains(where: typed.hasPrefix) else { return nil }
    guard !Self.hasPassword(typed) else {
      throw .usage("an address has no password here, where others can read it: ~/.pgpass or PGPASSWORD has one")
    }
    text = typed
  }

  /// Whether an argument of the command line is one, right or wrong.
  private static func isOne(_ typed: String) -> Bool { schemes.contains(where: typed.hasPrefix) }

  /// Refuses an address among what should be files.
  static func refuse(among files: [String]) throws(Failure) {
    guard let address = files.first(where: isOne) else { return }
    _ = try SourceAddress(address)
    throw .usage("\(address) is an address: the browser and `sitmap render` ask it, other commands read files")
  }

  private static let schemes = ["postgresql://", "postgres://", "service="]

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

/// What asks sources in this build.
enum EventSources {
  /// What asks the source at an address.
  ///
  /// - Parameter columns: what the person says of the columns of a table of their own.
  /// - Throws: a failure of status 69 (EX_UNAVAILABLE) where this build has nothing for it. Whether the source is there is seen when
  ///   it is asked.
  static func source(
    at address: SourceAddress, columns: ColumnMap?
  ) throws(Failure) -> any EventSource {
    throw Failure(
      message: "sitmap: \(address.text): this build has no PostgreSQL: make build TRAITS=PostgreSQL", status: 69)
  }
}
