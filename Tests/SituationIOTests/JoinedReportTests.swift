import SituationIO
import SituationModel
import Testing

@Suite("Reports that changes join")
struct JoinedReportTests {
  private static let file = """
    id,date,title,latitude,longitude,source,deaths
    a,2024-12-01,Silo hit,34.73,36.71,One,7
    b,2024-12-01,Grain silo struck,34.73,36.72,Two,9
    c,2024-12-01,Strike on silo,34.73,36.72,Three,
    d,2024-12-02,Protest,34.73,36.72,One,

    """

  private func line(_ number: Int, _ change: String) -> String {
    #"{"version":1,"id":"c\#(number)","time":"2025-01-01T00:00:0\#(number)Z","author":"x",\#(change)}"# + "\n"
  }

  private func same(_ one: String, _ other: String, _ word: String = "same-as") -> String {
    #""change":"\#(word)","events":[{"id":"\#(one)"},{"id":"\#(other)"}]"#
  }

  private func situation(_ changes: [String], file: String = JoinedReportTests.file) throws -> Situation {
    let whole = try readSituation(bytes: Bytes(Array(file.utf8)), file: "f.csv")
    let text = changes.enumerated().map { line($0 + 1, $1) }.joined()
    let log = ChangeLog(bytes: Array(text.utf8), file: "f.csv.changes")
    #expect(log.rejections.isEmpty && log.unknown.isEmpty)
    return whole.applying([CaseLog(log)], files: ["f.csv"])
  }

  @Test("joined reports are one event, which counts once and has the sources of all")
  func joined() throws {
    let events = try situation([same("b", "a"), same("c", "b")]).events
    #expect(events.count == 2)
    let event = events[0]
    #expect(event.id == "a" && event.reports.map(\.id) == ["a", "b", "c"])
    // The file is the source of the figures.
    #expect(event.sources.map(\.who) == ["One", "f.csv", "Two", "f.csv", "Three"])
    #expect(Origins(event).words == "3 outlets, 3 origins")
    #expect(event.figure(.deaths)?.low == 7 && event.figure(.deaths)?.high == 9)
    #expect(events.columns.figure(.deaths)?.ranges.contains { $0.low == 7 && $0.high == 9 } == true)
  }

  @Test("a circle of decisions joins as any other, in any order")
  func circle() throws {
    let one = try situation([same("a", "b"), same("b", "c"), same("c", "a")]).events.events
    let other = try situation([same("c", "a"), same("b", "c"), same("a", "b")]).events.events
    #expect(one == other && one.count == 2)
  }

  @Test("what is reverted is parted again, each report as it was")
  func parted() throws {
    let parted = try situation([same("a", "b"), #""change":"revert","reverts":"c1""#])
    #expect(parted.events.events == parted.unchanged.events.events)
  }

  @Test("two that are said to be different and are joined by others are a conflict")
  func conflict() throws {
    let joined = try situation([same("a", "b"), same("b", "c"), same("a", "c", "not-same-as")])
    #expect(joined.events.count == 2)
    let problem = try #require(joined.changes.problems.first)
    #expect(problem.kind == .conflict && problem.other?.id == "c2")
    #expect(problem.words == #""a" and "c" are said to be two events, and other decisions join them"#)
  }

  @Test("a pair that was decided is not proposed, nor is one with a report that was joined")
  func decided() throws {
    let apart = try situation([same("a", "b", "not-same-as")]).events
    let decided = DecidedPairs(apart)
    #expect(decided.contains(1, 0) && !decided.contains(0, 2))
    let joined = try situation([same("a", "b"), same("b", "c", "not-same-as")]).events
    // The event of a and b, and c.
    #expect(DecidedPairs(joined).contains(0, 1) && !DecidedPairs(joined).contains(0, 2))
  }

  @Test("a new version of the file keeps the decisions, wherever its rows stand")
  func newVersion() throws {
    let rows = JoinedReportTests.file.split(separator: "\n")
    let sorted = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
    let events = try situation([same("a", "b")], file: sorted).events
    #expect(events.count == 3)
    #expect(Set(events.events.first { !$0.reports.isEmpty }?.reports.map(\.id) ?? []) == ["a", "b"])
  }

  @Test("an edit of a report stands in the joined event")
  func edited() throws {
    let set = #""change":"set","event":{"id":"b"},"fields":{"figures":{"from":"deaths 9","to":"deaths 12"}}"#
    let events = try situation([same("a", "b"), set]).events
    #expect(events[0].figure(.deaths)?.high == 12)
  }
}
