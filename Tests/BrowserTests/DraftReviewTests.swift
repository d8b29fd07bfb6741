import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("The review of drafts beside their report")
struct DraftReviewTests {
  private static let digest = String(repeating: "ab", count: 32)
  private static let report = [
    "Depots burn on the coast",
    "LATAKIA - Two depots burned near Jableh on Friday, the fire service said. Three people were hurt.",
    "A column of trucks was seen on the road to Tartus.", "The ministry has not commented.",
  ]

  /// A log with drafts of the second and third paragraphs, the later sentence first.
  private static let log = """
    {"change":"draft","version":1,"id":"d1","time":"2026-11-28T11:06:00Z","author":"reader","fields":{"title":"Convoy, road to Tartus"},"sentence":{"document":"report.txt","sha256":"\(digest)","paragraph":2,"bytes":[0,50]}}
    {"change":"draft","version":1,"id":"d2","time":"2026-11-28T11:06:01Z","author":"reader","fields":{"title":"Fire, near Jableh","date":"2024-12-13","kind":"fire","place":"Jableh","coordinates":"35.36, 35.93","precision":"vicinity","radius":"30 km"},"sentence":{"document":"report.txt","sha256":"\(digest)","paragraph":1,"bytes":[10,72],"words":{"place":[[28,39]],"date":[[40,49]],"kind":[[21,27]],"sources":[[51,67]]}}}

    """

  private static func situation() throws -> Situation {
    let plain = Situation.sample([try .sample("a", day: 10, latitude: 35, title: "Trucks at the base")])
    let read = ChangeLog(bytes: Array(log.utf8), file: "events.csv.changes")
    #expect(read.rejections.isEmpty)
    return plain.applying([CaseLog(read)], files: ["events.csv"])
  }

  private static let leftOut = LeftOutSentence(
    SentenceReference(document: "report.txt", digest: digest, paragraph: 3, range: 0..<32), reason: "tells no event")

  private func open(_ text: ReportText = .paragraphs(report, leftOut: [leftOut]), columns: Int = 120, rows: Int = 36)
    throws -> Browsing
  {
    var browsing = try Browsing(Self.situation(), columns: columns, rows: rows)
    try browsing.press("I r enter")
    guard case .readReport(let sentence)? = browsing.effects.last else {
      Issue.record("the report is not asked for")
      return browsing
    }
    try browsing.send(.reportRead(digest: sentence.digest, text))
    return browsing
  }

  @Test(
    "the sentence stands beside the draft, with the words marked that gave its fields",
    arguments: [(80, 24), (120, 36)])
  func beside(columns: Int, rows: Int) throws {
    let browsing = try open(columns: columns, rows: rows)
    try browsing.matchGolden("desk-draft-report-\(columns)x\(rows)")
    let word = try #require(browsing.find("near Jableh"))
    let grid = browsing.state.frame.grid
    #expect(grid[word.column, word.row].style.attributes.contains(.underline))
    let before = try #require(browsing.find("LATAKIA"))
    #expect(!grid[before.column, before.row].style.attributes.contains(.underline))
  }

  @Test("drafts stand in the order of their report's text, and a report is read once")
  func order() throws {
    var browsing = try open()
    #expect(browsing.screen.contains("draft 1 of 2") && browsing.screen.contains("Fire, near Jableh"))
    let count = browsing.effects.count
    try browsing.press("down")
    #expect(browsing.screen.contains("draft 2 of 2") && browsing.screen.contains("Convoy, road to Tartus"))
    #expect(browsing.effects.count == count)
  }

  @Test("a report that is away or was changed is told, and the draft can be decided all the same")
  func missing() throws {
    var browsing = try open(.missing("the report was changed since it was drafted from: its words may be others"))
    #expect(browsing.screen.contains("report.txt, paragraph 2: the report was changed"))
    try browsing.press("a")
    #expect(browsing.effects.last == .change(.decide(draft: "d2", isAccepted: true), reason: ""))
  }

  @Test("a draft is corrected in the form, split in two, or merged with the one above it")
  func keys() throws {
    var browsing = try open()
    try browsing.press("e")
    #expect(browsing.effects.last == .openDesk(.edit(event: "d2")))
    try browsing.press("s")
    #expect(browsing.effects.last == .change(.split(draft: "d2"), reason: ""))
    let count = browsing.effects.count
    try browsing.press("m")
    #expect(browsing.effects.count == count && browsing.screen.contains("choose the second of two"))
    try browsing.press("down m")
    #expect(
      browsing.effects.suffix(2) == [
        .change(
          .comment(event: "d2", "also told as \"Convoy, road to Tartus\" in report.txt, paragraph 3"), reason: ""),
        .change(.decide(draft: "d1", isAccepted: false), reason: "the same event as \"Fire, near Jableh\""),
      ])
  }

  @Test("what was left out is shown with the reason, and becomes a draft that knows its sentence alone")
  func leftOut() throws {
    var browsing = try open()
    try browsing.press("x")
    #expect(browsing.screen.contains("left out 1 of 1") && browsing.screen.contains("tells no event"))
    try browsing.press("enter")
    let texts: [EventField: String] = [.title: "Sentence in paragraph 4 of report.txt", .sources: "report.txt"]
    #expect(
      browsing.effects.last
        == .change(.propose(texts, from: Self.leftOut.sentence), reason: "drafted by hand"))
    #expect(browsing.screen.contains("draft 1 of 2"))
    try browsing.press("x escape")
    #expect(browsing.screen.contains("draft 1 of 2"), "Esc goes back to the drafts")
  }

  @Test("a corrected draft stays a draft and shows its new value; the form leads back to the review")
  func corrected() throws {
    var browsing = try open()
    try browsing.press("e")
    try browsing.send(.deskOpened(.edit(event: "d2"), fields: [.title: "Fire, near Jableh"]))
    #expect(browsing.state.panes.overlay?.content == .form)
    try browsing.press("escape")
    #expect(browsing.state.panes.overlay?.content == .review)
  }
}
