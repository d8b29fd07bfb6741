import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Files that still grow")
struct GrowingTests {
  @Test(
    "a line that has not ended waits: at every byte there is what the ended lines say and nothing else",
    arguments: ["sequence.geojsonl", "geoconfirmed.csv", "acled.csv"])
  func lines(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    // What the lines say that have ended, which is the same at every byte of the next line.
    var (end, ended) = (0, try? readSituation(bytes: [], file: name))
    for length in 0...bytes.count {
      let part = Array(bytes[..<length])
      if part.last == 0x0A { (end, ended) = (length, try? readSituation(bytes: part, file: name)) }
      let grown = try? readSituation(bytes: part, file: name, isGrowing: true)
      // Before the first line has ended a sequence may be taken for a single feature.
      if end == 0, name.hasSuffix("l") { continue }
      #expect(grown.map { Array($0.events.events) } == ended.map { Array($0.events.events) }, "\(length)")
    }
  }

  @Test("of what is no list of lines, nothing waits")
  func others() throws {
    for name in ["plain", "folders.kml", "timemap-old.json"] {
      let bytes = try Fixtures.bytes(name)
      #expect(WholeLines.of(Bytes(bytes)).elementsEqual(bytes))
    }
  }

  @Test("the share that is read is told as it grows")
  func progress() throws {
    let rows = (0..<20_000).map { "e\($0),T,2024-12-01,35.5,36.5" }
    let bytes = Array((["id,title,date,lat,lon"] + rows).joined(separator: "\n").utf8)
    let progress = ReadingProgress()
    #expect(progress.percent == nil)
    _ = try readSituation(bytes: bytes, file: "t.csv", progress: progress)
    #expect((50...100).contains(try #require(progress.percent)))
  }

  @Test("a later row that changes how earlier ones are read is told with the field")
  func decisions() throws {
    func read(_ rows: [String]) throws -> Situation {
      try readSituation(bytes: Array((["title,date,lat,lon,killed"] + rows).joined(separator: "\n").utf8), file: "f")
    }
    let open = ["A,3/4/2021 00:00,40,20,1.200", "B,5/4/2021 00:00,40,20,1.500"]
    let before = try read(open)
    #expect(before.changedDecisions(since: before).isEmpty)
    let settled = try read(open + ["C,25/4/2021 00:00,40,20,1.300"])
    #expect(settled.changedDecisions(since: before).count == 1)
    #expect(settled.changedDecisions(since: before).first?.contains("\"date\" has the day before the month") == true)
    #expect(settled.events[0].when?.edtf == "2021-04-03")
    let clocked = try read(open + ["C,25/4/2021 14:30,40,20,1,25"])
    #expect(clocked.changedDecisions(since: before).contains { $0.contains("has times of day") })
    let points = try read(open + ["C,25/4/2021 00:00,40,20,2.5"])
    #expect(points.changedDecisions(since: before).contains { $0.contains("\"killed\" has a point") })
    #expect(try read(open + ["C,6/4/2021 00:00,40,20,1.300"]).changedDecisions(since: before).isEmpty)
  }
}
