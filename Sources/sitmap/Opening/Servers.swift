import PostGIS
import SituationIO
import SituationModel

/// What opens servers with PostGIS in this build, and fills them.
enum Servers {
  /// Whether an argument of the command line is the address of a server.
  static func isAddress(_ argument: String) -> Bool {
    ["postgresql://", "postgres://", "service="].contains { argument.hasPrefix($0) }
  }

  /// Whether it names a table of the person's own, which is read as a file is.
  static func isTable(_ argument: String) -> Bool { table(argument) != nil }

  /// The table of the person's own that an argument names; nil where it names none.
  static func table(_ argument: String) -> String? {
    guard isAddress(argument), let start = argument.firstIndex(of: "?") else { return nil }
    let words = argument[argument.index(after: start)...].split(separator: "&")
    return words.last { $0.hasPrefix("table=") }.map { String($0.dropFirst("table=".count)) }
  }

  #if PostgreSQL
    /// The events of a server, which is asked for the first time by the first question.
    ///
    /// - Throws: a wrong command line where the address is not understood, or has a password.
    static func source(_ address: String) throws(Failure) -> any EventSource {
      ServerSource(try parsed(address))
    }

    /// The events of a table of the person's own, read whole, or so many rows of it.
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

    /// Makes the tables for events; empty for the server that libpq's environment says.
    static func make(at address: String) throws(Failure) {
      let schema = Schema(at: try parsed(address))
      do throws(SourceFailure) { try schema.make() } catch { throw Failure(error) }
    }

    /// Loads the events of some files, and says what became of them.
    static func load(
      _ events: EventTable, files: [String], to address: String, progress: (Int) -> Void
    ) throws(Failure) -> String {
      let loading = Loading(events, files: files, to: try parsed(address))
      do throws(SourceFailure) {
        let outcome = try loading.run(progress: progress)
        var words = "\(outcome.added) events added, \(outcome.replaced) replaced, \(outcome.unchanged) there already"
        if outcome.doubled > 0 { words += ", \(outcome.doubled) left out: earlier ones have their ids" }
        return words
      } catch { throw Failure(error) }
    }

    private static func parsed(_ address: String) throws(Failure) -> ServerAddress {
      do throws(SourceFailure) { return try ServerAddress(address) } catch { throw .usage(error.sentence) }
    }
  #else
    /// What a program says that was built without what it needs (EX_UNAVAILABLE).
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
  /// A server that gives no answer ends a command.
  init(_ failure: SourceFailure) { self.init(message: "sitmap: \(failure.sentence)", status: 69) }
}
