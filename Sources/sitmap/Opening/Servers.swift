import PostGIS
import SituationIO
import SituationModel

/// The servers with PostGIS, as far as this build can open and fill them.
enum Servers {
  /// True if an argument of the command line is the address of a server.
  static func isAddress(_ argument: String) -> Bool {
    ["postgresql://", "postgres://", "service="].contains { argument.hasPrefix($0) }
  }

  /// True if an argument names a table of the person's own on a server. Such a table is read as a file is.
  static func isTable(_ argument: String) -> Bool { table(argument) != nil }

  /// The name of the person's own table that an argument asks for; nil if it asks for none.
  static func table(_ argument: String) -> String? {
    guard isAddress(argument), let start = argument.firstIndex(of: "?") else { return nil }
    let words = argument[argument.index(after: start)...].split(separator: "&")
    return words.last { $0.hasPrefix("table=") }.map { String($0.dropFirst("table=".count)) }
  }

  #if PostgreSQL
    /// The events of a server. The first question makes the first connection.
    ///
    /// - Throws: a wrong command line where the address is not understood, or has a password.
    static func source(_ address: String) throws(Failure) -> any EventSource {
      ServerSource(try parsed(address))
    }

    /// The events of a table of the person's own, read whole or up to a number of rows.
    static func situation(
      _ address: String, columns: ColumnMap, head: Int? = nil, progress: ReadingProgress? = nil
    ) throws(ReadError) -> Situation {
      do throws(SourceFailure) {
        return try OwnTable(at: ServerAddress(address)).situation(
          columns: columns, places: PlaceNames.shared, head: head, progress: progress)
      } catch {
        throw .notReadable(file: "the server", reason: error.sentence)
      }
    }

    /// Makes the tables for events. An empty address means the server of libpq's environment.
    static func make(at address: String) throws(Failure) {
      let schema = Schema(at: try parsed(address))
      do throws(SourceFailure) { try schema.make() } catch { throw Failure(error) }
    }

    /// Loads the events of some files, and returns a sentence about what became of them.
    static func load(
      _ events: EventTable, files: [String], to address: String, progress: (Int) -> Void
    ) throws(Failure) -> String {
      let loading = Loading(events, files: files, to: try parsed(address))
      do throws(SourceFailure) {
        let outcome = try loading.run(progress: progress)
        var words = "\(outcome.added) events added, \(outcome.replaced) replaced, \(outcome.unchanged) there already"
        if outcome.doubled > 0 { words += ", \(outcome.doubled) left out because earlier ones have the same ids" }
        return words
      } catch { throw Failure(error) }
    }

    private static func parsed(_ address: String) throws(Failure) -> ServerAddress {
      do throws(SourceFailure) { return try ServerAddress(address) } catch { throw .usage(error.sentence) }
    }
  #else
    /// The failure of a program that was built without PostgreSQL (EX_UNAVAILABLE).
    private static let missing = Failure(
      message:
        "sitmap: this program was built without PostgreSQL: build it with make build TRAITS=PostgreSQL (it needs libpq-dev)",
      status: 69)

    static func source(_ address: String) throws(Failure) -> any EventSource { throw missing }
    static func situation(
      _ address: String, columns: ColumnMap, head: Int? = nil, progress: ReadingProgress? = nil
    ) throws(ReadError) -> Situation {
      throw .notReadable(file: "the server", reason: String(missing.message.dropFirst("sitmap: ".count)))
    }
    static func make(at address: String) throws(Failure) { throw missing }
    static func load(
      _ events: EventTable, files: [String], to address: String, progress: (Int) -> Void
    ) throws(Failure) -> String { throw missing }
  #endif
}

extension Failure {
  /// The failure of a command whose server gives no answer.
  init(_ failure: SourceFailure) { self.init(message: "sitmap: \(failure.sentence)", status: 69) }
}
