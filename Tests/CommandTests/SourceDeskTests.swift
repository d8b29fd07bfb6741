import ArgumentParser
import Browser
import Glibc
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import sitmap

/// A desk with a mailbox of its own.
private struct Desk {
  private let mailbox: Mailbox<SessionNews>
  private let desk: SourceDesk
  var descriptor: Int32 { mailbox.descriptor }

  init(_ source: any EventSource) throws {
    mailbox = try Mailbox()
    desk = try SourceDesk(source, mailbox: mailbox)
  }

  func ask(_ questions: [SourceQuestion]) { desk.ask(questions) }

  func stop() { desk.stop() }

  func take() -> [SourceDesk.News] {
    mailbox.take().compactMap { news in if case .source(let news) = news { news } else { nil } }
  }
}

@Suite("Asking a source on a thread of its own")
struct SourceDeskTests {
  private func sample(_ count: Int = 3) throws -> SampleSource {
    let start = Instant(try #require(CivilDate(year: 2024, month: 12, day: 1)))
    return SampleSource(
      (0..<count).map { number in
        Event(
          id: "e\(number)", title: "Event \(number)", kind: .strike,
          when: DateInterval(unit: .day, at: start.advanced(by: Int64(number) * 86_400)),
          place: Place(
            name: nil, precision: .exact, shape: .points([Coordinate(latitude: 34 + Double(number), longitude: 36)])))
      })
  }

  /// The next news, which come within some seconds.
  private func news(of desk: Desk, count: Int = 1) -> [SourceDesk.News] {
    var all: [SourceDesk.News] = []
    for _ in 0..<50 where all.count < count {
      var polled = pollfd(fd: desk.descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&polled, 1, 200)
      all += desk.take()
    }
    return all
  }

  private func ids(_ news: [SourceDesk.News]) -> [String] {
    news.map { item in
      switch item {
      case .answered(let question, _, _): question.name
      case .unanswered(let question, let failure, _): "\(question.name): \(failure.sentence)"
      case .askedAgain(let question): "\(question.name) again"
      }
    }
  }

  @Test("answers come in the order in which they were asked for, and nothing comes that was not")
  func order() throws {
    let source = try sample()
    let desk = try Desk(source)
    defer { desk.stop() }
    desk.ask([.event("e1"), .overview])
    #expect(ids(news(of: desk, count: 2)) == ["event", "overview"])
    #expect(desk.take().isEmpty && source.asked == [.event, .overview])
  }

  @Test("a newer view that wants what is being answered lets it be answered")
  func goingOn() throws {
    let source = try sample()
    let desk = try Desk(source)
    defer { desk.stop() }
    source.hold(true)
    desk.ask([.event("e0"), .event("e1")])
    try #require(source.waitUntilAsked(1))
    desk.ask([.event("e0"), .overview])
    source.hold(false)
    #expect(ids(news(of: desk, count: 2)) == ["event", "overview"])
    // What is cancelled would be asked again.
    #expect(source.asked == [.event, .overview] && source.cancels == 0)
  }

  @Test("a newer view that does not want what is being answered cancels it")
  func cancelling() throws {
    let source = try sample()
    let desk = try Desk(source)
    defer { desk.stop() }
    source.hold(true)
    desk.ask([.event("e0"), .event("e1")])
    try #require(source.waitUntilAsked(1))
    desk.ask([.overview])
    // The first is answered no more, or the second were not asked while all are held.
    try #require(source.waitUntilAsked(2))
    source.hold(false)
    #expect(ids(news(of: desk)) == ["overview"])
    #expect(source.cancels > 0 && source.asked.first == .event && !source.asked.dropFirst().contains(.event))
  }

  @Test("a source that is away is asked again by itself, after a second at first")
  func away() throws {
    let source = try sample()
    source.fail(.away("no route to host"))
    let desk = try Desk(source)
    defer { desk.stop() }
    desk.ask([.overview])
    guard case .unanswered(.overview, .away("no route to host"), let pause)? = news(of: desk).first else {
      Issue.record("it is not told that the source is away")
      return
    }
    #expect(pause == 1)
    #expect(ids(news(of: desk, count: 2)) == ["overview again", "overview"])
  }

  @Test("while a source that was away is asked again, that is told, however long it takes")
  func hanging() throws {
    let source = try sample()
    source.fail(.away("no route to host"))
    let desk = try Desk(source)
    defer { desk.stop() }
    desk.ask([.overview])
    #expect(ids(news(of: desk)) == ["overview: no route to host"])
    source.hold(true)
    #expect(ids(news(of: desk)) == ["overview again"])
    source.hold(false)
    #expect(ids(news(of: desk)) == ["overview"])
  }

  @Test("what the source refuses is told once, and the rest is asked")
  func refused() throws {
    let source = try sample()
    source.fail(.refused("permission denied"))
    let desk = try Desk(source)
    defer { desk.stop() }
    desk.ask([.overview, .event("e2")])
    #expect(ids(news(of: desk, count: 2)) == ["overview: permission denied", "event"])
  }

  @Test("leaving cancels what is being answered and waits for nothing else")
  func leaving() throws {
    let source = try sample()
    let desk = try Desk(source)
    source.hold(true)
    desk.ask([.overview])
    try #require(source.waitUntilAsked(1))
    desk.stop()
    #expect(source.cancels > 0)
  }

  private let address = "postgresql://desk/events"

  private func screen(_ source: SampleSource, _ arguments: [String] = []) throws -> String {
    let command = try #require(try Sitmap.parseAsRoot(["render", address] + arguments) as? Render)
    let opening = try Opening(source, at: try #require(try SourceAddress(address)))
    let state = try opening.state(
      size: Size(columns: 100, rows: 30), isUnicode: true, options: command.view.options(for: opening))
    return PlainTextWriter().text(of: state.frame.grid)
  }

  @Test("render waits for all answers, and the same answers give the same screen")
  func rendering() throws {
    let first = try screen(sample(), ["--select", "e1", "--from", "2024-12-02"])
    #expect(first.contains("Event 1") && first.contains("of 3") && !first.contains("asking"))
    #expect(try screen(sample(), ["--select", "e1", "--from", "2024-12-02"]) == first)
    let large = try screen(sample(3_000))
    #expect(large.contains("of 3000") && large.contains("the first 2,000 of") || large.contains("Event 0"))
  }

  @Test("a file that is asked gives the same screen as one that is read")
  func table() throws {
    var name = Array("/tmp/sitmap-asked-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&name)))
    let path = folder + "/events.csv"
    defer { for file in [path, folder] { remove(file) } }
    let rows = (10..<50).map { "e\($0),Event \($0),2024-12-\(10 + $0 % 9),3\($0 % 7).5,3\(5 + $0 % 3).1" }
    let text = (["id,title,date,lat,lon"] + rows).joined(separator: "\n") + "\n"
    _ = try NewFile.write(text, to: path, replacing: false)
    func screen(_ argument: String) throws -> String {
      let command = try #require(try Sitmap.parseAsRoot(["render", argument]) as? Render)
      let opening =
        if let address = try Opening.address(among: [argument]) {
          try command.view.opening(of: address, columns: nil)
        } else { try Opening(files: [argument]) }
      let state = try opening.state(
        size: Size(columns: 100, rows: 30), isUnicode: true, options: command.view.options(for: opening))
      return PlainTextWriter().text(of: state.frame.grid)
    }
    #expect(try screen("table:" + path) == screen(path))
  }

  @Test("what render can't have is its failure")
  func failing() throws {
    let source = try sample()
    source.fail(.away("connection refused"))
    let failure = #expect(throws: Failure.self) { try screen(source) }
    #expect(failure?.message == "sitmap: connection refused" && failure?.status == 69)
  }

  @Test("an address stands alone, has no password, and is for what can ask it")
  func addresses() throws {
    for text in ["postgresql://h/db", "postgres://u@h:5432/db?sslmode=require", "service=desk"] {
      #expect(try SourceAddress(text)?.text == text)
    }
    #expect(try SourceAddress("events.csv") == nil)
    for text in ["postgresql://u:secret@h/db", "postgres://h/db?password=secret", "service=desk password=secret"] {
      let failure = #expect(throws: Failure.self) { try SourceAddress(text) }
      #expect(failure?.message.contains("secret") == false && failure?.status == 64)
    }
    func failure(_ arguments: [String]) -> String? {
      do {
        var command = try Sitmap.parseAsRoot(arguments)
        try command.run()
        return nil
      } catch { return (error as? Failure)?.message }
    }
    #if !PostgreSQL
      #expect(failure(["render", address])?.contains("make build TRAITS=PostgreSQL") == true)
    #endif
    #expect(failure(["render", address, "a.csv"])?.contains("open it alone") == true)
    for command in ["check", "convert --output=/tmp/never.csv"] {
      let words = command.split(separator: " ").map(String.init)
      #expect(failure(words + [address])?.contains("other commands read files") == true)
    }
    #expect(failure(["list", address]) != nil)
    #expect(failure(["render", address, "--timezone", "+03:00"])?.contains("in UTC") == true)
    #expect(failure(["render", address, "--step", "1"])?.contains("--story") == true)
  }

  @Test("the command line of a view has the address as it was typed")
  func command() throws {
    let command = try #require(try Sitmap.parseAsRoot(["service=desk"]) as? Browse)
    let opening = try Opening(try sample(), at: try #require(try SourceAddress("service=desk")))
    let state = try opening.state(
      size: Size(columns: 80, rows: 24), isUnicode: true, options: command.view.options(for: opening))
    #expect(state.command == "sitmap service=desk")
  }
}
