#if PostgreSQL
  import Glibc
  import SituationModel
  import Synchronization
  import TestKit
  import Testing

  @testable import PostGIS

  @Suite("A server with faults", .serialized)
  struct FaultTests {
    private let server: TestServer
    private let source: ServerSource

    init() throws {
      server = try TestServer()
      try Schema(at: server.parsed()).make()
      let events = (0..<50).map { Event(id: "e\($0)", title: "Event \($0)") }
      _ = try Loading(EventTable(events), files: ["f"], to: server.parsed()).run()
      source = ServerSource(try server.parsed())
    }

    /// Why something fails; nil where it does not.
    private func failure(_ ask: () throws(SourceFailure) -> Void) -> SourceFailure? {
      do throws(SourceFailure) { try ask() } catch { return error }
      return nil
    }

    private func isAway(_ failure: SourceFailure?) -> Bool { if case .away = failure { true } else { false } }
    private func isRefused(_ failure: SourceFailure?) -> Bool { if case .refused = failure { true } else { false } }

    /// Does something to the process of the server that runs a statement, when it runs.
    private func strike(_ words: String, _ work: @escaping @Sendable (pid_t) -> Void) -> SystemThread? {
      let server = server
      return SystemThread {
        for _ in 0..<200 {
          let query =
            "SELECT pid FROM pg_stat_activity WHERE query LIKE '%\(words)%' AND pid <> pg_backend_pid() AND state = 'active'"
          if let text = try? server.value(query), let pid = pid_t(text) { return work(pid) }
          usleep(20_000)
        }
      }
    }

    @Test("that is stopped is away, and answers again when it is back")
    func restarted() throws {
      #expect(try source.overview().count == 50)
      try server.stop("fast")
      #expect(isAway(failure { () throws(SourceFailure) in _ = try source.overview() }))
      #expect(isAway(failure { () throws(SourceFailure) in _ = try source.overview() }))
      try server.start()
      #expect(try source.overview().count == 50)
    }

    @Test("whose process is killed in mid-answer is away, and answers again")
    func killed() throws {
      let connection = Connection(to: try server.parsed(), SessionOptions())
      let thread = strike("pg_sleep(7)") { kill($0, SIGKILL) }
      #expect(isAway(failure { () throws(SourceFailure) in _ = try connection.ask("SELECT pg_sleep(7)") }))
      thread?.join()
      for _ in 0..<100 where failure({ () throws(SourceFailure) in _ = try source.overview() }) != nil {
        usleep(100_000)
      }
      #expect(try source.overview().count == 50)
      #expect(try connection.ask("SELECT 1").number(0, 0) == 1)
    }

    @Test("that takes longer than it may is too slow; the session goes on")
    func slow() throws {
      let connection = Connection(to: try server.parsed(), SessionOptions(timeout: 100))
      #expect(failure { () throws(SourceFailure) in _ = try connection.ask("SELECT pg_sleep(9)") } == .tooSlow)
      #expect(try connection.ask("SELECT 2").number(0, 0) == 2)
    }

    @Test("that hangs is given up")
    func hanging() throws {
      let connection = Connection(to: try server.parsed(), SessionOptions(timeout: 300))
      let stopped = Mutex<pid_t>(0)
      let address = try server.parsed()
      let thread = SystemThread {
        let watcher = Connection(to: address, SessionOptions())
        for _ in 0..<2_000 {
          let query: Statement =
            "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(0.25)%' AND pid <> pg_backend_pid() AND state = 'active'"
          if let pid = try? watcher.ask(query).number(0, 0) {
            kill(pid_t(pid), SIGSTOP)
            stopped.withLock { $0 = pid_t(pid) }
            return
          }
          usleep(2_000)
        }
      }
      #expect(isAway(failure { () throws(SourceFailure) in _ = try connection.ask("SELECT pg_sleep(0.25)") }))
      thread?.join()
      kill(stopped.withLock { $0 }, SIGCONT)
      #expect(try connection.ask("SELECT 3").number(0, 0) == 3)
    }

    @Test("stops where another thread asks for it")
    func cancelled() throws {
      let interruption = Interruption()
      let connection = Connection(to: try server.parsed(), SessionOptions(), interruption: interruption)
      let thread = strike("pg_sleep(600)") { _ in interruption.interrupt() }
      // Not ended by it, the statement were too slow.
      #expect(failure { () throws(SourceFailure) in _ = try connection.ask("SELECT pg_sleep(600)") } == .cancelled)
      thread?.join()
      #expect(try connection.ask("SELECT 4").number(0, 0) == 4)
      // One that is asked for between two statements of a question ends the next.
      interruption.begin()
      interruption.interrupt()
      #expect(failure { () throws(SourceFailure) in _ = try connection.ask("SELECT pg_sleep(600)") } == .cancelled)
      interruption.end()
      // What nobody waits for is not ended later.
      interruption.interrupt()
      #expect(try connection.ask("SELECT 5").number(0, 0) == 5)
    }

    @Test("that denies permission says so; a role that may only read is enough, and can't write")
    func roles() throws {
      try server.sql(
        "CREATE ROLE stranger LOGIN; CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA sitmap TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA sitmap TO reader"
      )
      let address = try ServerAddress(server.address(user: "stranger"))
      let stranger = failure { () throws(SourceFailure) in
        _ = try ServerSource(address).overview()
      }
      #expect(stranger == .refused("the server denies access: permission denied for schema sitmap"))
      let reader = try ServerAddress(server.address(user: "reader"))
      #expect(try ServerSource(reader).page(PageQuestion(scope: EventScope(), limit: 5)).events.count == 5)
      let connection = Connection(to: try server.parsed(), SessionOptions())
      #expect(isRefused(failure { () throws(SourceFailure) in try connection.run("CREATE TABLE x (y integer)") }))
    }

    @Test("that is another than was meant is told apart")
    func others() throws {
      let nowhere = try ServerAddress("postgresql:///postgres?host=/tmp/nowhere-at-all")
      #expect(isAway(failure { () throws(SourceFailure) in _ = try ServerSource(nowhere).overview() }))
      let database = try ServerAddress(server.address(user: "tester", database: "none"))
      #expect(isRefused(failure { () throws(SourceFailure) in _ = try ServerSource(database).overview() }))
      try server.sql("ALTER TABLE sitmap.events RENAME COLUMN record TO words")
      let changed = failure { () throws(SourceFailure) in
        _ = try source.page(PageQuestion(scope: EventScope(), limit: 5))
      }
      #expect(isRefused(changed))
      try server.sql("DROP SCHEMA sitmap CASCADE")
      let again = ServerSource(try server.parsed())
      #expect(
        failure { () throws(SourceFailure) in _ = try again.overview() }
          == .refused("the server has no tables for events: make them by sitmap db init"))
    }

    @Test("is never asked with a password of the command line, and no message repeats one")
    func passwords() throws {
      for address in [
        "postgresql://me:secret@host/db", "host=x password=secret", "postgresql://host/db?password=secret",
      ] {
        guard case .refused(let words) = failure({ () throws(SourceFailure) in _ = try ServerAddress(address) }) else {
          Issue.record("\(address) was taken")
          continue
        }
        #expect(!words.contains("secret"))
      }
      #expect(isRefused(failure { () throws(SourceFailure) in _ = try ServerAddress("postgresql://[secret") }))
      #expect(try ServerAddress("postgresql://me@host/db").name == "db on host")
    }
  }
#endif
