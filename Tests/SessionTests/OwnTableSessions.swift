#if PostgreSQL
  import Glibc
  import TestKit
  import Testing
  import TextCanvas

  /// A table of the person's own, which the program reads as it reads a file, while its server is slow.
  @Suite("A table of the person's own on a server", .serialized)
  struct OwnTableSessions {
    private let served: ServedEvents

    init() throws {
      served = try ServedEvents()
      // Its first rows come at once, and those behind them never.
      try served.server.sql(
        """
        CREATE SCHEMA desk;
        CREATE TABLE desk.short (id text, title text, date date, lat float8, lon float8);
        INSERT INTO desk.short VALUES ('a', 'The only row', '2024-12-13', 34.7, 36.7);
        CREATE VIEW desk.slow AS
          SELECT n AS id, 'Row ' || n AS title, date '2024-12-13' AS date, 33 + n % 90 / 30.0 AS lat, 36.7 AS lon,
            CASE WHEN n > 52000 THEN pg_sleep(3600)::text END AS notes FROM generate_series(1, 60000) AS n;
        GRANT USAGE ON SCHEMA desk TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA desk TO reader
        """)
    }

    private func open(_ table: String) throws -> TerminalSession {
      let address = served.server.address(user: "reader") + "&table=desk.\(table)"
      return try TerminalSession(["--no-state", address], size: Size(columns: 160, rows: 40))
    }

    /// How many questions of the program are being answered.
    private func asked() throws -> Int {
      try served.server.value(
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'sitmap' AND state = 'active'"
      ).flatMap { Int($0) } ?? 0
    }

    /// Presses Escape, and waits until the server answers nothing any more.
    private func stop(_ session: TerminalSession) throws {
      try session.wait(until: "a question that hangs") { try asked() == 1 }
      session.press(.escape)
      try session.wait(until: "no question") { try asked() == 0 }
    }

    private func leave(_ session: TerminalSession) throws {
      session.type(":q\r")
      #expect(try session.waitForEnding(seconds: TerminalSession.patience) == .exited(status: 0))
      #expect(session.isGivenBack)
    }

    @Test("shows its first rows while the others are read; Escape ends that on the server, and what is shown stays")
    func beginning() throws {
      let session = try open("slow")
      try session.see("50331 events")
      try stop(session)
      try session.see("the beginning alone")
      #expect(session.text.contains("50331 events") && session.text.contains("desk.slow"))
      try leave(session)
    }

    @Test("is not read any further when the program was left")
    func left() throws {
      let session = try open("slow")
      try session.see("50331 events")
      try session.wait(until: "a question that hangs") { try asked() == 1 }
      try leave(session)
      try session.wait(until: "no question") { try asked() == 0 }
    }

    @Test("whose address has a password is refused before anything is drawn, and the password is not told")
    func password() throws {
      let session = try TerminalSession(["--no-state", "postgresql://reader:secret@localhost?table=desk.short"])
      #expect(try session.waitForEnding(seconds: TerminalSession.patience) == .exited(status: 64))
      #expect(session.lines.filter { !$0.isEmpty }.joined().hasPrefix("sitmap: put no password into the address"))
      #expect(!session.text.contains("secret"))
    }

    @Test("of which no row comes is left by Escape, and says that nothing of it is shown")
    func locked() throws {
      try served.server.sql("BEGIN; LOCK TABLE desk.short IN ACCESS EXCLUSIVE MODE; PREPARE TRANSACTION 'test'")
      let session = try open("short")
      try session.see("reading")
      try stop(session)
      try session.see("the first 0 % alone")
      try leave(session)
      try served.unlock()
      let unlocked = try open("short")
      try unlocked.see("The only row")
      try leave(unlocked)
    }
  }
#endif
