#if PostgreSQL
  import Glibc
  import TestKit
  import Testing
  import TextCanvas

  /// The program over a server with PostGIS, as a person sees it: what it shows, and what happens when the server does not answer.
  @Suite("Browsing a server", .serialized)
  struct ServerSessions {
    private let served: ServedEvents

    init() throws { served = try ServedEvents() }

    /// Opens it, and waits until its events are on the screen.
    private func open(user: String = "reader", _ arguments: [String] = []) throws -> TerminalSession {
      let session = try served.browse(user: user, arguments)
      try session.wait(for: "Convoy heads north", seconds: TerminalSession.patience)
      try session.wait(for: "as of", seconds: TerminalSession.patience)
      return session
    }

    /// Asks for everything anew, which hangs.
    private func hang(_ session: TerminalSession) throws {
      try served.lock()
      session.press(.character("l"), .control)
      try session.wait(until: "a question that hangs") { try served.hanging() == 1 }
      try session.wait(for: "loading, as of", seconds: TerminalSession.patience)
    }

    /// Closes a pane. A key that follows Esc at once would be another key with it.
    private func close(_ pane: String, in session: TerminalSession) throws {
      session.press(.escape)
      try session.wait(until: "a closed pane") { !session.text.contains(pane) }
    }

    /// What ends it gives the terminal back.
    private func expectEnding(of session: TerminalSession, status: Int32) throws {
      #expect(try session.waitForEnding(seconds: TerminalSession.patience) == .exited(status: status))
      #expect(session.isGivenBack)
    }

    @Test("shows its events with the map, opens one, pans and filters, for a role that may only read")
    func browsing() throws {
      let session = try open()
      for text in ["22 events", "Syria", "Moscow", "postgres on"] {
        #expect(session.text.contains(text), "\(text) is not on the screen")
      }
      let home = session.text
      session.press(.left, .shift)
      try session.wait(until: "another view", seconds: TerminalSession.patience) { session.text != home }
      session.type("0ffkind:convoy\r")
      try session.wait(for: "kind:convoy", seconds: TerminalSession.patience)
      try close("filter:", in: session)
      session.type("\t")
      try session.wait(until: "a selected event") { !session.text.contains("no event selected") }
      session.press(.enter)
      try session.wait(for: "Linked events", seconds: TerminalSession.patience)
      session.type(":q\r")
      try expectEnding(of: session, status: 0)
    }

    @Test("while a question hangs, keys are answered, and what was known stays with its age; q ends it at once")
    func hanging() throws {
      let session = try open()
      try hang(session)
      try session.wait(for: "Convoy heads north", seconds: TerminalSession.patience)
      session.type("?")
      try session.wait(for: "help: Esc", seconds: TerminalSession.patience)
      try close("help:", in: session)
      session.type(":q\r")
      try expectEnding(of: session, status: 0)
      try session.wait(until: "the question has ended on the server") { try served.hanging() == 0 }
    }

    @Test("Ctrl-C while a question hangs ends it, and the question on the server")
    func interrupted() throws {
      let session = try open()
      try hang(session)
      session.press(.character("c"), .control)
      try expectEnding(of: session, status: 130)
      try session.wait(until: "the question has ended on the server") { try served.hanging() == 0 }
    }

    @Test("a server that is killed in mid-answer is told; its events stay, and it is asked again when it is back")
    func killed() throws {
      let session = try open()
      try hang(session)
      try served.server.stop("immediate")
      try session.wait(for: "the server", seconds: TerminalSession.patience)
      try session.wait(for: "Convoy heads north", seconds: TerminalSession.patience)
      try served.server.start()
      try served.unlock()
      try session.wait(until: "an answer", seconds: TerminalSession.patience) {
        !session.text.contains("the server") && session.text.contains("as of") && !session.text.contains("loading")
      }
      #expect(session.text.contains("22 events"))
      session.type(":q\r")
      try expectEnding(of: session, status: 0)
    }

    @Test("a role that may read nothing, and a server that is not there, are told on the screen")
    func refused() throws {
      let stranger = try served.browse(user: "stranger")
      try stranger.wait(for: "permission denied", seconds: TerminalSession.patience)
      stranger.type(":q\r")
      try expectEnding(of: stranger, status: 0)
      try served.server.stop("fast")
      let nobody = try served.browse()
      try nobody.wait(for: "be reached", seconds: TerminalSession.patience)
      nobody.type(":q\r")
      try expectEnding(of: nobody, status: 0)
    }
  }
#endif
