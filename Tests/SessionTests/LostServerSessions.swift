#if PostgreSQL
  import Glibc
  import TestKit
  import Testing
  import TextCanvas

  /// What the program does when a server that it asks is lost, hangs, is not there or refuses, and how it asks one of many events.
  @Suite("A server that does not answer", .serialized)
  struct LostServerSessions {
    private let served: ServedEvents

    init() throws { served = try ServedEvents() }

    /// Opens it, and waits until its events are on the screen.
    private func open() throws -> TerminalSession {
      let session = try served.browse()
      try session.see("Convoy heads north")
      try session.see("as of")
      return session
    }

    /// Asks for everything anew, which hangs.
    private func hang(_ session: TerminalSession) throws {
      try served.lock()
      session.press(.character("l"), .control)
      try session.see("loading, as of")
      try session.wait(until: "a question that hangs") { try served.hanging() == 1 }
    }

    /// Leaves; the terminal is given back.
    private func leave(_ session: TerminalSession, by keys: String = "q", status: Int32 = 0) throws {
      session.type(keys)
      #expect(try session.waitForEnding(seconds: TerminalSession.patience) == .exited(status: status))
      #expect(session.isGivenBack)
    }

    @Test(
      "that is lost in mid-answer: the screen keeps what it has and says so; what is new is shown when it is back",
      arguments: ServedEvents.Loss.allCases)
    func lost(loss: ServedEvents.Loss) throws {
      let (session, folder) = (try open(), try ScratchFolder())
      // Only who asks the server again hears of one event more.
      try served.load(title: "Afterwards", in: folder)
      try hang(session)
      try served.lose(loss)
      try session.see("is offline: ")
      #expect(session.text.contains("Convoy heads north") && session.text.contains("22 events"))
      #expect(session.text.contains("as of"))
      try served.find(loss)
      try served.unlock()
      try session.see("23 events")
      try session.wait(until: "nothing that is wrong", seconds: TerminalSession.patience) {
        !session.text.contains("offline")
      }
      try leave(session)
    }

    @Test("that hangs: Escape ends the question on the server; one that is waited for takes no took too long")
    func slow() throws {
      let session = try open()
      try hang(session)
      session.press(.escape)
      try session.see("loading stopped: Ctrl-l asks the server again")
      try session.wait(until: "no question") { try served.hanging() == 0 }
      session.press(.character("l"), .control)
      try session.see("the server took too long")
      #expect(session.text.contains("Convoy heads north") && session.text.contains("as of"))
      try served.unlock()
      session.press(.character("l"), .control)
      try session.wait(until: "an answer", seconds: TerminalSession.patience) {
        !session.text.contains("took too long") && !session.text.contains("loading")
      }
      try leave(session)
    }

    @Test(
      "whose process is stopped is left all the same, by q and by Ctrl-C",
      arguments: [("q", 0), ("\u{3}", 130)])
    func stopped(keys: String, status: Int32) throws {
      let session = try open()
      try hang(session)
      let process = try #require(try served.process())
      kill(process, SIGSTOP)
      defer { kill(process, SIGCONT) }
      try leave(session, by: keys, status: status)
      // It was not waited for: it has not even heard that its question is to end.
      #expect(try served.hanging() == 1)
      kill(process, SIGCONT)
      try session.wait(until: "no question") { try served.hanging() == 0 }
    }

    @Test("that is not there is asked again until it is; render says so in a line, and ends")
    func missing() throws {
      try served.server.stop("fast")
      let render = try TerminalSession(["render", served.server.address], size: Size(columns: 160, rows: 40))
      #expect(try render.waitForEnding(seconds: TerminalSession.patience) == .exited(status: 69))
      #expect(render.text.hasPrefix("sitmap: the server can't be reached: "), "\(render.text)")
      let session = try served.browse()
      try session.see("No events yet: the server is offline")
      try served.server.start()
      try session.see("Convoy heads north")
      try leave(session)
    }

    @Test("that lets a role read nothing, and one without tables: the list says so, render in a line")
    func refused() throws {
      try served.server.sql("CREATE DATABASE empty")
      for (address, words) in [
        (served.server.address(user: "stranger"), "the server denies access: permission denied for schema sitmap"),
        (
          served.server.address(user: "reader", database: "empty"),
          "the server has no tables for events: make them by sitmap db init"
        ),
      ] {
        let size = Size(columns: 160, rows: 40)
        let render = try TerminalSession(["render", address], size: size)
        #expect(try render.waitForEnding(seconds: TerminalSession.patience) == .exited(status: 69))
        #expect(render.lines.filter { !$0.isEmpty } == ["sitmap: \(words)"])
        let session = try TerminalSession(["--no-state", address], size: size)
        try session.see("Nothing to show")
        try session.see(words)
        try leave(session)
      }
    }

    @Test("of many events counts and lists those in view; a view that is not known yet waits, and needs no key")
    func many() throws {
      let folder = try ScratchFolder()
      let rows = (0..<3_000).map { number in
        let (latitude, longitude) = (33 + Double(number % 97) / 40, 36 + Double(number % 89) / 40)
        return "e\(number),Made \(number),strike,2024-12-\(10 + number % 4),\(latitude),\(longitude)\n"
      }
      try served.load(folder.write("id,title,type,date,lat,lon\n\(rows.joined())".utf8, to: "made.csv"))
      let session = try served.browse()
      try session.see("first 2,000")
      try session.see("3022")
      session.type("ffkind:convoy\r")
      try session.see("8 of 3022 events")
      session.press(.escape)
      try session.wait(until: "a closed pane", seconds: TerminalSession.patience) { !session.text.contains("filter:") }
      session.type("x")
      try session.see("first 2,000")
      try served.lock()
      session.type("gHoms\r+")
      try session.see("loading, as of")
      #expect(session.text.contains("3022") && session.text.contains("first 2,000"))
      try served.unlock()
      try session.wait(until: "those in view, and no others", seconds: TerminalSession.patience) {
        !session.text.contains("first 2,000") && !session.text.contains("loading")
      }
      try leave(session)
    }
  }
#endif
