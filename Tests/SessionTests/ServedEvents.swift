#if PostgreSQL
  import Glibc
  import TestKit
  import Testing
  import TextCanvas

  /// A server of a test's own with the events of December 2024, which the program has loaded, and what befalls it.
  struct ServedEvents {
    let server: TestServer

    /// Starts it, with tables and events, and with a role `reader` that may only read them and a `stranger` that may not.
    init() throws {
      server = try TestServer()
      try run(["db", "init", server.address])
      try load(ProgramUnderTest.packageRoot + "/Data/situations/syria-2024-12.geojson")
      try server.sql(
        """
        CREATE ROLE stranger LOGIN; CREATE ROLE reader LOGIN;
        GRANT USAGE ON SCHEMA sitmap TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA sitmap TO reader
        """)
    }

    /// Loads a file more.
    func load(_ path: String) throws { try run(["db", "load", path, "--to", server.address]) }

    /// Loads one event more, of the last day that the others are of.
    func load(title: String, in folder: ScratchFolder) throws {
      let table = "id,title,date,lat,lon\n\(title),\(title),2024-12-13,34.7,36.7\n"
      try load(folder.write(table.utf8, to: "\(title).csv"))
    }

    /// Opens the program over it.
    func browse(user: String = "reader", _ arguments: [String] = []) throws -> TerminalSession {
      try TerminalSession(
        ["--no-state", server.address(user: user)] + arguments, size: Size(columns: 160, rows: 40))
    }

    /// From now on nobody can read an event: whatever is asked hangs, even over a restart, until `unlock`.
    func lock() throws {
      // A transaction that is prepared keeps what it has locked, and needs no session.
      try server.sql("BEGIN; LOCK TABLE sitmap.events IN ACCESS EXCLUSIVE MODE; PREPARE TRANSACTION 'test'")
    }

    func unlock() throws { try server.sql("ROLLBACK PREPARED 'test'") }

    /// How many questions of the program hang.
    func hanging() throws -> Int {
      try server.value(
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'sitmap' AND wait_event_type = 'Lock'"
      ).flatMap { Int($0) } ?? 0
    }

    /// The process of the server that answers the program.
    func process() throws -> pid_t? {
      try server.value("SELECT pid FROM pg_stat_activity WHERE application_name = 'sitmap'").flatMap { pid_t($0) }
    }

    /// How a server is lost.
    enum Loss: CaseIterable {
      /// Somebody ends the session on it.
      case ended
      /// The process of the session dies, and so the server begins anew.
      case killed
      /// It is stopped at once.
      case stopped
    }

    /// Loses the server in mid-answer.
    func lose(_ loss: Loss) throws {
      switch loss {
      case .ended:
        try server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sitmap'")
      case .killed: if let process = try process() { kill(process, SIGKILL) }
      case .stopped: try server.stop("immediate")
      }
    }

    /// Waits until the server takes questions again.
    func find(_ loss: Loss) throws {
      if loss == .stopped { try server.start() }
      for _ in 0..<600 {
        if (try? server.value("SELECT 1")) == "1" { return }
        usleep(100_000)
      }
    }

    /// Runs a command of the program on a terminal; it has to succeed.
    private func run(_ arguments: [String]) throws {
      let session = try TerminalSession(arguments)
      let ending = try session.waitForEnding(seconds: 120)
      #expect(ending == .exited(status: 0), "\(arguments): \(session.text)")
    }
  }

  extension TerminalSession {
    /// So many seconds are waited for something: what takes one here may take many elsewhere.
    static let patience = 60.0

    /// Waits until a text stands on the screen.
    func see(_ text: String) throws { try wait(for: text, seconds: Self.patience) }

    /// Waits until something holds that others are asked for as well.
    func wait(until what: String, asking holds: () throws -> Bool) throws {
      var failure: (any Error)?
      try wait(until: what, seconds: Self.patience) {
        do { return try holds() } catch {
          failure = error
          return true
        }
      }
      if let failure { throw failure }
    }
  }
#endif
