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
    for length in 0...bytes.count {
      let part = Array(bytes[..<length])
      let end = part.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let grown = try? readSituation(bytes: part, file: name, isGrowing: true)
      let ended = try? readSituation(bytes: Array(part[..<end]), file: name)
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
}
