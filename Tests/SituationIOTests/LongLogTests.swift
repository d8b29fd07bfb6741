import Glibc
import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Long logs of changes")
struct LongLogTests {
  /// The reading of a line by way of its values, as those lines are read that are not plain.
  private func byValues(_ line: String) -> Change? {
    var document = JSONDocument(Bytes(Array(line.utf8)), file: "", limits: ChangeLog.limits)
    guard let members = try? document.json.members(&document.notes), (try? document.json.endOfFile()) != nil,
      case .change(let change) = ChangeLine.reading(members)
    else { return nil }
    return change
  }

  private func plainly(_ line: String) -> Change? {
    Array(line.utf8).withUnsafeBufferPointer { PlainChangeLine.change($0) }
  }

  @Test(
    "the fast way to read a line reads most lines that the program writes, and never another change than the slow way")
  func plainLines() {
    let lines = ChangeLogTests.all.map { String(ChangeLine.text(of: $0).dropLast()) }
    #expect(lines.count { plainly($0) != nil } >= 2)
    let spaced =
      #"{"change": "set", "version": 1, "id": "c0", "time": "2026-12-01T00:00:00Z", "author": "A", "event": {"id": "e0"}, "fields": {"title": {"from": "a", "to": "b"}}}"#
    #expect(plainly(spaced) != nil && plainly(spaced) == byValues(spaced))
    var random = SeededGenerator(seed: 11)
    let seeds =
      lines + [spaced, #"{"change":"tag","id":"a","time":"2024-02-29T23:59:59Z","event":{"id":"e"},"tag":"x"}"#]
    var read = 0
    for _ in 0..<30_000 {
      guard let seed = seeds.randomElement(using: &random) else { continue }
      var bytes = Array(seed.utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.insert(Array("\"{}:, 019eT\\".utf8).randomElement(using: &random) ?? 0, at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
        }
      }
      let line = String(decoding: bytes, as: UTF8.self)
      guard let change = plainly(line) else { continue }
      read += 1
      #expect(change == byValues(line), "\(line)")
      if change != byValues(line) { break }
    }
    #expect(read > 2_000)
  }

  @Test("many ids are found together as each is alone: rising, in no order, twice, made of positions, and missing")
  func ids() throws {
    var random = SeededGenerator(seed: 5)
    let rising = (0..<400).map { "e\($0)" }
    let tables = [
      rising, rising.shuffled(using: &random), rising.map { $0.hasSuffix("7") ? "" : $0 },
      rising.map { $0.hasSuffix("70") ? "e1" : $0 }, rising.map { _ in "" }, rising.map { $0 == "e9" ? "#3" : $0 },
    ]
    for ids in tables {
      let text = "id,date,title\n" + ids.map { "\($0),2024-12-01,Event \"\"of\"\" \($0)\n" }.joined()
      let events = try readSituation(bytes: Bytes(Array(text.utf8)), file: "a.csv").events
      let asked = (rising + events.events.map(\.id) + ["", "#3", "#900", "e1'", "e1 (2)", "x"]).shuffled(using: &random)
      let found = events.rows(ofIDs: asked, inFile: nil)
      for (id, place) in zip(asked, found) {
        #expect(place?.row == events.row(of: id) && (place.map { events[$0.row].id } ?? id) == id, "\(id)")
      }
    }
  }

  @Test("of several files an id is found in the file that is meant, with the id that it has among all")
  func idsOfFiles() throws {
    let parts = try (0..<3).map { number in
      let text = "id,date,title\n" + (number..<number + 60).map { "e\($0),2024-12-0\(number + 1),T\n" }.joined()
      return (
        path: "\(number).csv", situation: try readSituation(bytes: Bytes(Array(text.utf8)), file: "\(number).csv")
      )
    }
    let events = Situation(joining: parts).events
    let ids = (0..<70).map { "e\($0)" }
    for file in 0..<3 {
      for (id, place) in zip(ids, events.rows(ofIDs: ids, inFile: file)) {
        #expect(place?.row == events.row(of: id, inFile: file))
        #expect(place.map { events[$0.row].id } == place?.id, "\(id) of \(file)")
      }
    }
  }

  @Test("of a log that grew the new lines alone are read; one that was replaced, shortened or edited is read anew")
  func growing() throws {
    let lines = ChangeLogTests.all.map(ChangeLine.text)
    var name = Array("/tmp/sitmap-log-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    try #require(descriptor >= 0)
    let path = String(decoding: name.dropLast().map(UInt8.init), as: UTF8.self)
    defer { unlink(path) }
    close(descriptor)
    func write(_ text: String) throws {
      let file = try #require(fopen(path, "w"))
      fputs(text, file)
      fclose(file)
    }
    try write(lines[..<5].joined())
    var log = try ChangeLog(path: path)
    #expect(log.changes == Array(ChangeLogTests.all[..<5]))
    func of(_ range: Range<Int>) -> String { lines[range].joined() }
    let torn = of(0..<9) + String(lines[9].dropLast(7))
    var texts: [String] = [of(0..<8), of(0..<8) + "no change\n", of(0..<8) + "no change\n" + lines[8]]
    // Torn, and then written to its end.
    texts += [torn, of(0..<10)]
    // Edited at its beginning, shortened, replaced, emptied, twice, in another order.
    texts += [of(1..<11), of(0..<3), of(4..<9), "", of(0..<11), of(0..<11) + of(0..<11)]
    texts += [lines.reversed().joined(), lines[5] + of(0..<3), lines[5] + of(0..<3) + lines[4]]
    for text in texts {
      try write(text)
      log = try ChangeLog(path: path, after: log)
      let whole = try ChangeLog(path: path)
      #expect(log.changes == whole.changes && log.rejections == whole.rejections && log.unknown == whole.unknown)
    }
  }
}
