import Glibc
import SituationIO
import SituationModel
import Testing

@testable import sitmap

@Suite("sitmap change and sitmap changes")
struct ChangeCommandTests {
  /// A folder with a file of events, which is gone afterwards.
  private func inFolder(_ work: (String) throws -> Void) throws {
    var name = Array("/tmp/sitmap-change-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&name).map { String(cString: $0) })
    defer {
      for file in ["a.csv", "a.csv.changes", "b.csv", "b.csv.changes", "case.changes", "out.geojson", ""] {
        remove("\(folder)/\(file)")
      }
    }
    for (file, title) in [("a.csv", "In a"), ("b.csv", "In b")] {
      let text = "id,date,title,lat,lon\nx,2024-12-01,\(title),34,36\n\(title.suffix(1)),2024-12-02,More,,\n"
      _ = try NewFile.write(text, to: "\(folder)/\(file)", replacing: true)
    }
    try work(folder)
  }

  private func run(_ arguments: [String]) throws {
    var command = try Sitmap.parseAsRoot(arguments)
    try command.run()
  }

  private func titles(_ files: [String], _ changes: ChangeChoice = .beside) throws -> [String] {
    try Opening(files: files, changes: changes).situation.events.events.map(\.title)
  }

  @Test("a change is beside its file, and every way to open the file shows it, unless it is told not to")
  func beside() throws {
    try inFolder { folder in
      let file = "\(folder)/a.csv"
      try run(["change", "set", file, "--event", "x", "--title", "Better", "--author", "Ann", "--reason", "why"])
      #expect(try titles([file]) == ["Better", "More"])
      #expect(try titles([file], .none) == ["In a", "More"])
      #expect(try titles([file, "\(folder)/b.csv"]).sorted() == ["Better", "In b", "More", "More"])
      let change = try #require(Opening(files: [file]).situation.changes.changes.first)
      #expect(change.author == "Ann" && change.reason == "why")
      try run(["changes", "apply", file, "--output", "\(folder)/out.geojson"])
      #expect(try readSituation(path: "\(folder)/out.geojson").events.events.map(\.title) == ["Better", "More"])
      let text = try readText(path: "\(folder)/out.geojson")
      #expect(text.contains("\"field\":\"title\",\"from\":\"In a\",\"by\":\"Ann\""))
    }
  }

  @Test("one log for several files names the file of each event")
  func shared() throws {
    try inFolder { folder in
      let (log, files) = ("\(folder)/case.changes", ["\(folder)/a.csv", "\(folder)/b.csv"])
      try run(["change", "set"] + files + ["--case", log, "--event", "x@2", "--title", "Better"])
      try run(["change", "same"] + files + ["--case", log, "--event", "x", "--other", "x@2"])
      // The two reports are one event, whose title is that of the first file.
      #expect(try titles(files, .named(log)).sorted() == ["In a", "More", "More"])
      #expect(try titles(files.reversed(), .named(log)).sorted() == ["Better", "More", "More"])
      #expect(try titles([files[1]], .named(log)).sorted() == ["Better", "More"])
      #expect(try titles([files[0]], .named(log)).sorted() == ["In a", "More"])
      #expect(access("\(folder)/a.csv.changes", F_OK) != 0 && access("\(folder)/b.csv.changes", F_OK) != 0)
      #expect(throws: Failure.self) { try run(["change", "same"] + files + ["--event", "x", "--other", "x@2"]) }
    }
  }

  @Test("what is refused is not written, and says which field and why")
  func refused() throws {
    try inFolder { folder in
      let file = "\(folder)/a.csv"
      for arguments in [
        ["set", file, "--event", "nobody", "--title", "A"], ["set", file, "--event", "x", "--title", "In a"],
        ["tag", file, "--event", "x", "--tag", "t", "--remove"], ["revert", file, "--change", "none"],
        ["accept", file, "--event", "x"], ["same", file, "--event", "x", "--other", "x"],
        ["comment", file, "--event", "x", "--text", " "],
      ] {
        #expect(#expect(throws: Failure.self) { try run(["change"] + arguments) }?.status == 64, "\(arguments)")
      }
      let opening = try Opening(files: [file])
      let desk = ChangeDesk(for: opening, author: "Ann")
      let request = ChangeRequest.set(
        event: "x", [.date: "3/4/2024", .coordinates: "91, 10", .precision: "sure", .radius: "5", .title: " "])
      guard case .refused(let problems) = desk.make(request, in: opening.read) else {
        Issue.record("the request was not refused")
        return
      }
      #expect(problems.keys.sorted() == [.title, .date, .coordinates, .precision, .radius])
      #expect(access("\(file).changes", F_OK) != 0)
    }
  }

  @Test("changes are undone by changes, and the desk's ids rise with the time")
  func reverted() throws {
    try inFolder { folder in
      let file = "\(folder)/a.csv"
      let opening = try Opening(files: [file])
      let desk = ChangeDesk(for: opening, author: "Ann")
      var situation = opening.read
      for request in [
        ChangeRequest.withdraw(event: "x"), .tag(event: "a", "t", isOn: true), .tag(event: "a", "t", isOn: false),
        .add([.title: "New"]),
      ] {
        guard case .made(_, let next) = desk.make(request, in: situation) else {
          Issue.record("\(request) was not made")
          return
        }
        situation = next
      }
      #expect(situation.events.events.map(\.title) == ["More", "New"])
      #expect(situation.changes[event: "a"]?.tags.isEmpty == true)
      let positions = situation.changes.changes.map(\.position)
      #expect(zip(positions, positions.dropFirst()).allSatisfy(<))
      let first = try #require(situation.changes.changes.first)
      guard case .made(_, let last) = desk.make(.revert(change: first.id), in: situation) else {
        Issue.record("the change was not reverted")
        return
      }
      #expect(last.events.events.map(\.title) == ["In a", "More", "New"])
      #expect(try titles([file]) == ["In a", "More", "New"])
    }
  }

  @Test("git's name is read as git reads it")
  func gitName() {
    #expect(
      Author.userName(inGitConfiguration: "[core]\n\tname = no\n[user]\n\temail = a@b\n\tname = Ann Ä  \n") == "Ann Ä")
    #expect(Author.userName(inGitConfiguration: "[User]\nNAME=\"A; B\" ; remark\n") == "A; B")
    #expect(Author.userName(inGitConfiguration: "[user \"x\"\n[") == nil)
    #expect(Author.name("Given", settings: "Set") == "Given" && Author.name(nil, settings: "Set") == "Set")
  }
}
