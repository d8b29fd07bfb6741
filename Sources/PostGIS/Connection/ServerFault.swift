#if PostgreSQL
  import CLibpq
  import SituationModel

  /// An error of the server or of the connection to it.
  struct ServerFault {
    /// PostgreSQL's error code of five characters (its documentation, appendix A); empty if the connection itself failed.
    let code: String
    /// The first line of the message.
    let message: String

    /// The error of an answer.
    init(_ result: OpaquePointer?) {
      code = result.flatMap { PQresultErrorField($0, 67) }.map { String(cString: $0) } ?? ""
      message = result.flatMap { PQresultErrorField($0, 77) }.map { String(cString: $0) } ?? ""
    }

    /// The error of a connection.
    init(connection: OpaquePointer?) {
      code = ""
      message = connection.flatMap { PQerrorMessage($0) }.map { String(cString: $0) } ?? ""
    }

    /// The failure that the person is told. Messages of libpq have no password: the address has none, and libpq never repeats
    /// those of its files and environment.
    var failure: SourceFailure {
      switch code {
      case "57014": return .tooSlow
      case "42501": return .refused("the server denies access: \(words)")
      case "42P01", "42703", "3F000", "42883", "42P02":
        return .refused("the server lacks the tables that sitmap needs (sitmap db init makes them): \(words)")
      case "":
        // A server that starts, stops or is full says so before there is a session.
        let isPassing = ["starting up", "shutting down", "recovery", "too many", "remaining connection"]
          .contains { message.contains($0) }
        return message.contains("FATAL:") && !isPassing || message.contains("no password")
          ? .refused("the server refuses the login: \(words)") : .away("the server can't be reached: \(words)")
      case "57P01", "57P02", "57P03", "53300": return .away("the server closed the connection: \(words)")
      case _ where code.hasPrefix("08"): return .away("the server closed the connection: \(words)")
      default: return .refused("the server says \(words) (\(code))")
      }
    }

    /// The message on one line without a full stop.
    private var words: String {
      let lines = message.split(separator: "\n").map { line in
        String(line.drop { $0 == " " || $0 == "\t" })
      }
      var text = lines.joined(separator: " ")
      while text.hasSuffix(".") || text.hasSuffix(" ") { text.removeLast() }
      return text.isEmpty ? "the connection was lost" : text
    }
  }
#endif
