import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Events with changes")
struct ChangedCaseTests {
  /// A case: a file of events and its log.
  private struct Case {
    var csv = """
      id,date,title,lat,lon,deaths
      e1,2024-12-01,Strike near Homs,34.7,36.7,5
      e2,2024-12-02,Convoy,35.1,36.7,
      e3,2024-12-03,Statement,,,

      """
    var changes: [Change] = []

    var plain: Situation {
      get throws { try readSituation(bytes: Bytes(Array(csv.utf8)), file: "a.csv") }
    }

    func situation() throws -> Situation {
      let text = changes.map(ChangeLine.text).joined()
      return try plain.applying([CaseLog(ChangeLog(bytes: Array(text.utf8), file: "a.changes"))], files: ["a.csv"])
    }

    mutating func add(_ deed: Change.Deed, id: String? = nil, by author: String = "Ann", at seconds: Int64? = nil) {
      let number = changes.count
      changes.append(
        Change(id: id ?? "c\(number)", time: Instant(seconds: seconds ?? 1_000 + Int64(number)), author: author, deed))
    }

    mutating func set(
      _ event: String, _ field: EventField, _ from: String, _ to: String, decides: [String] = [],
      by author: String = "Ann"
    ) {
      add(.set(.id(event, file: nil), [field: FieldChange(from: from, to: to, decides: decides)]), by: author)
    }
  }

  private func titles(_ situation: Situation) -> [String] { situation.events.events.map(\.title) }

  @Test("a field is changed, an event withdrawn and one added; all else stays, and the history says who did it")
  func applied() throws {
    var work = Case()
    work.set("e1", .title, "Strike near Homs", "Strike in Homs")
    work.add(.withdraw(.id("e2", file: nil)))
    work.add(.add([.title: "New", .date: "2024-12-02", .coordinates: "34.5, 36.5"]), id: "n1", by: "Bob")
    work.add(.comment(.id("e3", file: nil), "so?"), by: "Bob")
    work.add(.tag(.id("e3", file: nil), "check"))
    let situation = try work.situation()
    #expect(titles(situation) == ["Strike in Homs", "New", "Statement"])
    let (before, after) = (try work.plain.events.events[0], situation.events.events[0])
    #expect(after.edited { $0.title = before.title } == before)
    #expect(situation.events.events[1].place.precision == .unknown)
    let book = situation.changes
    #expect(book[event: "e1"]?.original(of: .title) == "Strike near Homs")
    #expect(book[event: "e1"]?.changedFields == [.title])
    #expect(book.histories(in: .withdrawn).map(\.id) == ["e2"])
    #expect(book[event: "e2"]?.event?.title == "Convoy")
    #expect(book[event: "n1"]?.state == .added && book[event: "n1"]?.changes.first?.author == "Bob")
    #expect(book[event: "e3"]?.commentTexts == ["so?"] && book[event: "e3"]?.tags.map(\.word) == ["check"])
    #expect(book.problems.isEmpty)
    #expect(titles(situation.unchanged) == titles(try work.plain))
  }

  @Test("two values from one are a conflict: the later is shown, the other listed, and a change decides")
  func conflict() throws {
    var work = Case()
    work.set("e1", .title, "Strike near Homs", "A", by: "Ann")
    work.set("e1", .title, "Strike near Homs", "B", by: "Bob")
    let open = try work.situation()
    #expect(titles(open).first == "B")
    let problem = try #require(open.changes.problems.first)
    #expect(problem.kind == .conflict && problem.change?.author == "Ann" && problem.other?.author == "Bob")
    #expect(open.changes.problems.count == 1 && problem.event == "e1" && problem.field == .title)
    // Both orders of the lines say the same.
    var turned = work
    turned.changes.reverse()
    #expect(titles(try turned.situation()) == titles(open))
    // Decided by a value, by a revert of either, and not by a mere further edit.
    var byValue = work
    byValue.set("e1", .title, "B", "A", decides: ["c0"])
    #expect(try byValue.situation().changes.problems.isEmpty && titles(try byValue.situation()).first == "A")
    for (reverted, shown) in [("c0", "B"), ("c1", "A")] {
      var byRevert = work
      byRevert.add(.revert(reverted))
      #expect(titles(try byRevert.situation()).first == shown)
      #expect(try byRevert.situation().changes.problems.isEmpty)
    }
    var further = work
    further.set("e1", .title, "B", "C", by: "Bob")
    #expect(try further.situation().changes.problems.map(\.kind) == [.conflict])
  }

  @Test("a change whose value no longer holds, or whose event is gone, is listed and not applied")
  func stale() throws {
    var work = Case()
    work.set("e1", .title, "Another title", "A")
    work.set("gone", .title, "x", "y")
    work.add(.withdraw(.id("#2", file: nil)))
    work.add(.comment(.content(String(repeating: "ab", count: 32), file: nil), "x"))
    let situation = try work.situation()
    #expect(titles(situation) == titles(try work.plain))
    #expect(situation.changes.problems.map(\.kind) == [.stale, .stale, .stale, .stale])
    // The file has it now: nothing to be told.
    var done = Case()
    done.csv = done.csv.replacing("Strike near Homs", with: "A")
    done.set("e1", .title, "Strike near Homs", "A")
    #expect(try done.situation().changes.problems.isEmpty)
  }

  @Test("a revert takes a change back, and a revert of the revert brings it again; none reverts itself by a detour")
  func reverts() throws {
    var work = Case()
    work.add(.withdraw(.id("e2", file: nil)))
    #expect(try work.situation().events.count == 2)
    work.add(.revert("c0"))
    #expect(try work.situation().events.count == 3 && work.situation().changes.isReverted("c0"))
    work.add(.revert("c1"))
    #expect(try work.situation().events.count == 2)
    var cycle = Case()
    cycle.add(.revert("c1"))
    cycle.add(.revert("c0"))
    cycle.add(.revert("c2"))
    #expect(try cycle.situation().events.count == 3)
  }

  @Test("a draft counts when it is accepted, and no more when it is rejected")
  func drafts() throws {
    var work = Case()
    work.add(.draft([.title: "Perhaps", .place: "Hama"]), id: "d")
    #expect(try work.situation().events.count == 3)
    #expect(try work.situation().changes.histories(in: .draft).compactMap(\.event?.title) == ["Perhaps"])
    work.add(.accept(.id("d", file: nil)))
    #expect(titles(try work.situation()).contains("Perhaps"))
    work.add(.reject(.id("d", file: nil)))
    #expect(try work.situation().events.count == 3)
  }

  @Test("decisions on pairs: the last one of a pair counts, and cycles do no harm")
  func pairs() throws {
    var work = Case()
    for (one, other) in [("e1", "e2"), ("e2", "e3"), ("e3", "e1"), ("e2", "e1")] {
      work.add(.sameAs(.id(one, file: nil), .id(other, file: nil)))
    }
    work.add(.notSameAs(.id("e3", file: nil), .id("e2", file: nil)))
    let pairs = try work.situation().changes.pairs
    #expect(pairs.count == 3)
    #expect(pairs.filter { !$0.isSame }.map { [$0.first, $0.second] } == [["e2", "e3"]])
  }

  @Test(
    "sorted, with rows inserted and removed, or in another format, no change moves to another event",
    arguments: [true, false])
  func moved(hasIDs: Bool) throws {
    var rows = (1...40).map { "2024-12-\($0 < 10 ? "0" : "")\($0 % 28 + 1),Event \($0),\(30 + $0),36.5,\($0)" }
    rows = hasIDs ? rows.enumerated().map { "x\($0.offset),\($0.element)" } : rows
    let head = (hasIDs ? "id," : "") + "date,title,lat,lon,deaths\n"
    let plain = try readSituation(bytes: Bytes(Array((head + rows.joined(separator: "\n") + "\n").utf8)), file: "a.csv")
    var lines = ""
    for number in [3, 17, 40] {
      let row = try #require(plain.events.events.firstIndex { $0.title == "Event \(number)" })
      let draft = ChangeDraft(plain, files: ["a.csv"], namesFiles: false, author: "Ann")
      let request = ChangeRequest.set(
        event: plain.events[row].id, [.title: "Changed \(number)", .standing: "confirmed"])
      let change = Change(id: "c\(number)", time: Instant(seconds: 0), author: "Ann", try draft.deed(of: request).deed)
      lines += ChangeLine.text(of: change)
    }
    let log = CaseLog(ChangeLog(bytes: Array(lines.utf8), file: "a.changes"))
    func check(_ situation: Situation, _ name: String, missing: Set<Int> = []) {
      let changed = situation.applying([log], files: [name])
      for event in changed.events.events where event.title.hasPrefix("Changed") {
        // The latitude tells which one it was.
        let number = Int(event.title.dropFirst("Changed ".count)) ?? 0
        #expect(event.place.anchor?.latitude == Double(30 + number) && event.standing == .confirmed, "\(name)")
      }
      let found = changed.events.events.count { $0.title.hasPrefix("Changed") }
      #expect(found == 3 - missing.count, "\(name)")
      #expect(changed.changes.problems.count == missing.count, "\(name)")
    }
    check(plain, "a.csv")
    var other = rows.reversed() as [String]
    other.insert((hasIDs ? "y1," : "") + "2024-12-05,Event 3,10,10,9", at: 0)
    other.insert((hasIDs ? "y2," : "") + "2024-12-05,Nothing,,,", at: 20)
    other.removeAll { $0.contains("Event 17,") }
    let text = head + other.joined(separator: "\n") + "\n"
    check(try readSituation(bytes: Bytes(Array(text.utf8)), file: "b.csv"), "b.csv", missing: [17])
    for format in [Conversion.Format.geojson, .csv, .kml, .geojsonseq, .xlsx] {
      var bytes: [UInt8] = []
      _ = Conversion(plain, to: format).write { bytes += $0 }
      check(try readSituation(bytes: Bytes(bytes), file: "c.\(format)"), "c.\(format)")
    }
  }

  @Test("records that say the same and have no ids can't be changed, and ids that several have are refused")
  func twins() throws {
    let text = "date,title\n2024-12-01,A\n2024-12-01,A\n2024-12-02,B\n"
    let plain = try readSituation(bytes: Bytes(Array(text.utf8)), file: "a.csv")
    let draft = ChangeDraft(plain, files: ["a.csv"], namesFiles: false, author: "Ann")
    #expect(throws: ChangeDraft.Refusal.self) { try draft.deed(of: .withdraw(event: plain.events[0].id)) }
    #expect(throws: Never.self) { try draft.deed(of: .withdraw(event: plain.events[2].id)) }
    var work = Case()
    work.csv = "id,date,title\nx,2024-12-01,A\nx,2024-12-02,B\n"
    work.add(.withdraw(.id("x", file: nil)))
    #expect(try work.situation().events.count == 2)
    #expect(try work.situation().changes.problems.map(\.kind) == [.stale])
  }

  @Test("filters ask for changes, tags, comments and authors, beside what needs the event")
  func filters() throws {
    var work = Case()
    work.set("e1", .title, "Strike near Homs", "Strike in Homs")
    work.add(.comment(.id("e3", file: nil), "a video"), by: "Bob")
    work.add(.tag(.id("e3", file: nil), "check"))
    work.add(.add([.title: "New", .date: "2024-12-09"]), id: "n1", by: "Bob")
    let events = try work.situation().events
    func ids(_ filter: String) throws -> [String] {
      let filter = try EventFilter(filter, place: { _ in nil })
      #expect(try EventFilter(filter.text, place: { _ in nil }) == filter)
      return events.rows(passing: filter).map { events[$0].id }
    }
    #expect(try ids("changed:yes") == ["e1", "n1"] && ids("changed:no") == ["e2", "e3"])
    #expect(try ids("changed:title") == ["e1"] && ids("changed:added") == ["n1"] && ids("changed:conflict") == [])
    #expect(try ids("tag:check") == ["e3"] && ids("comment:VIDEO") == ["e3"] && ids("tag=che") == [])
    #expect(try ids("author:bob statement") == ["e3"] && ids("-author:bob") == ["e1", "e2"])
    #expect(try ids("(author:ann or author:bob) homs") == ["e1"])
  }

  @Test("several files: a log beside one is about that one, and a log of all names the file")
  func several() throws {
    let parts = try [
      ("a.csv", "id,date,title\nx,2024-12-01,In a\ny,2024-12-02,Y\n"), ("b.csv", "id,date,title\nx,2024-12-03,In b\n"),
    ].map { name, text in
      (path: name, situation: try readSituation(bytes: Bytes(Array(text.utf8)), file: name))
    }
    let joined = Situation(joining: parts)
    func applied(_ name: EventName, of file: Int?) -> [String] {
      let line = ChangeLine.text(
        of: Change(
          id: "c", time: Instant(seconds: 0), author: "A", .set(name, [.title: FieldChange(from: "In b", to: "B")])))
      let log = CaseLog(ChangeLog(bytes: Array(line.utf8), file: "log"), of: file)
      return joined.applying([log], files: ["a.csv", "b.csv"]).events.events.map(\.title).sorted()
    }
    #expect(applied(.id("x", file: nil), of: 1) == ["B", "In a", "Y"])
    #expect(applied(.id("x", file: "b.csv"), of: nil) == ["B", "In a", "Y"])
    #expect(applied(.id("x", file: "a.csv"), of: nil) == ["In a", "In b", "Y"])
    #expect(applied(.id("x", file: "c.csv"), of: nil) == ["In a", "In b", "Y"])
    let draft = ChangeDraft(joined, files: ["a.csv", "b.csv"], namesFiles: true, author: "A")
    guard case .withdraw(let name) = try draft.deed(of: .withdraw(event: "x@2")).deed else { return }
    #expect(name == .id("x", file: "b.csv"))
  }
}
