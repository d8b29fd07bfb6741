import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("The log of changes")
struct ChangeLogTests {
  /// A change of each kind.
  static let all: [Change] = {
    let event = EventName.id("ev 1", file: nil)
    let other = EventName.content(String(repeating: "0a", count: 32), file: "b.csv")
    let deeds: [Change.Deed] = [
      .add([.title: "New", .date: "2024-12-05", .coordinates: "34.7, 36.7"]), .draft([.title: "Perhaps"]),
      .set(
        event, [.title: FieldChange(from: "A", to: "B"), .kind: FieldChange(from: "", to: "strike", decides: ["c1"])]),
      .withdraw(event), .comment(other, "two\nlines, a tab\tand \u{1B}[31m"), .tag(event, "check"),
      .sameAs(event, other), .notSameAs(event, other), .accept(.id("c2", file: nil)), .reject(.id("c2", file: nil)),
      .revert("c3"),
    ]
    return deeds.enumerated().map { number, deed in
      Change(
        id: "c\(number + 100)", time: Instant(seconds: 1_733_000_000 + Int64(number)), author: "Ann Ä",
        reason: number % 2 == 0 ? "" : "because \"so\"", deed)
    }
  }()

  private func log(_ text: String) -> ChangeLog { ChangeLog(bytes: Array(text.utf8), file: "a.changes") }
  private var text: String { ChangeLogTests.all.map(ChangeLine.text).joined() }

  @Test("each kind of change is read again as it was written, whatever the order of the lines, and once however often")
  func roundTrip() {
    let log = log(text)
    #expect(log.changes == ChangeLogTests.all)
    #expect(log.rejections.isEmpty && log.unknown.isEmpty)
    let reversed = self.log(text.split(separator: "\n").reversed().joined(separator: "\n") + "\n" + text)
    #expect(reversed.changes == ChangeLogTests.all)
    #expect(reversed.rejections.isEmpty)
  }

  @Test("lines are as the schema says, and no control character stands in them")
  func schema() throws {
    let path = Fixtures.data("situations/changes.schema.json")
    let schema = try PropertyValue(json: Array(FileBytes.read(path: path, limits: Limits())), file: "schema")
    let validator = SchemaValidator(schema)
    for change in ChangeLogTests.all {
      let line = ChangeLine.text(of: change)
      #expect(validator.faults(of: try PropertyValue(json: Array(line.utf8), file: "line")) == [], "\(line)")
      #expect(line.utf8.dropLast().allSatisfy { $0 >= 0x20 })
    }
    let fields = schema["$defs"]?["texts"]?["properties"]
    #expect(EventField.allCases.allSatisfy { fields?[$0.rawValue] != nil })
    let broken = try PropertyValue(json: Array(#"{"change":"withdraw","id":"a","author":"A"}"#.utf8), file: "line")
    #expect(validator.faults(of: broken) != [])
  }

  @Test("cut off at any byte, it keeps every line before, and tells the torn one")
  func truncated() {
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      let log = ChangeLog(bytes: Array(bytes[..<end]), file: "a.changes")
      let whole = bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().count
      let isTorn = end > 0 && bytes[end - 1] != 0x0A
      // A last line that lacks its line feed alone is whole.
      let isWhole = isTorn && (end == bytes.count || bytes[end] == 0x0A)
      #expect(log.changes.count == whole + (isWhole ? 1 : 0), "\(end)")
      #expect(log.rejections.count == (isTorn && !isWhole ? 1 : 0), "\(end)")
      if let rejection = log.rejections.first {
        #expect(rejection.reason.contains("not written to its end") && rejection.line == whole + 1)
      }
    }
  }

  @Test("kinds and versions of later programs are kept and told; what is no change is told with its line and reason")
  func hostile() {
    let name = String(repeating: "x", count: 5_000)
    let lines = [
      #"{"change":"teleport","id":"t1","time":"2026-01-01T00:00:00Z","author":"A"}"#,
      #"{"change":"withdraw","version":2,"id":"t2","time":"2026-01-01T00:00:00Z","author":"A"}"#,
      "not json", "[]", "{}", "\u{0}\u{1}", #"{"change":"tag","id":"t3","author":"A","event":{"id":"e"},"tag":"x"}"#,
      #"{"change":"tag","id":"\#(name)","time":"2026-01-01T00:00:00Z","author":"A","event":{"id":"e"},"tag":"x"}"#,
      #"{"change":"same-as","id":"t4","time":"2026-01-01T00:00:00Z","author":"A","events":[{"id":"e"},{"id":"e"}]}"#,
      #"{"change":"set","id":"t5","time":"2026-01-01T00:00:00Z","author":"A","event":{"id":"e"},"fields":{"colour":{"from":"","to":"x"}}}"#,
      #"{"change":"withdraw","id":"t6","time":"2026-01-01T00:00:00Z","author":"A","event":{"content":"zz"}}"#,
      String(repeating: "[", count: 100_000),
      #"{"change":"withdraw","id":"ok","time":"2026-01-01T00:00:00Z","author":"A","event":{"id":"e"}}"#, "", "  ",
    ]
    let log = log(lines.joined(separator: "\n") + "\n")
    #expect(log.changes.map(\.id) == ["ok"])
    #expect(log.unknown.map(\.id) == ["t1", "t2"] && log.unknown.map(\.line) == [1, 2])
    #expect(log.rejections.map(\.line) == Array(3...12))
    #expect(log.rejections.allSatisfy { !$0.reason.isEmpty })
  }

  @Test("of two changes with one id the same one counts in either order, and the other is told")
  func twins() throws {
    let changes = ["X", "Y"].map { title in
      ChangeLine.text(of: Change(id: "c", time: Instant(seconds: 0), author: "A", .add([.title: title])))
    }
    let (one, other) = (log(changes.joined()), log(changes.reversed().joined()))
    #expect(one.changes == other.changes && one.changes.count == 1)
    #expect(one.rejections.count == 1 && other.rejections.count == 1)
  }

  @Test("a union of two logs has each line once, and a torn line harms no other")
  func union() {
    let lines = text.split(separator: "\n").map(String.init)
    let first = lines[..<6].joined(separator: "\n") + "\n"
    let second = lines[4...].joined(separator: "\n")
    let merged = ChangeLog.union(Array(first.utf8), Array(second.utf8))
    #expect(String(decoding: merged, as: UTF8.self) == text)
  }
}
