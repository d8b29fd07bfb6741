import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Broken bytes")
struct BrokenBytesTests {
  @Test(
    "Cut off at any byte, a file opens with the events before the cut, or with none",
    arguments: [
      "profile", "plain", "encoding", "geometries", "sequence.geojsonl", "separated.geojsons",
      "timemap-old.json", "timemap-new.json", "folders.kml", "hikes.gpx", "stream.cot",
    ])
  func truncation(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    let whole = try readSituation(bytes: bytes, file: name)
    var greatest = 0
    for length in 0...bytes.count {
      guard let situation = opened(Array(bytes[..<length])) else { continue }
      for event in situation.events.events {
        let row = try #require(whole.events.row(of: event.id), "cut at \(length)")
        #expect(whole.events[row] == event, "cut at \(length)")
      }
      #expect(situation.events.count >= greatest, "cut at \(length)")
      greatest = situation.events.count
      // All but the white space at the end is missed, unless the file has no end of its own, or faults of its own.
      if name.hasPrefix("se") || name == "geometries" || name == "stream.cot" { continue }
      let isComplete = bytes[length...].allSatisfy { $0 <= 0x20 }
      #expect(situation.rejections.contains { $0.isWhole } != isComplete, "cut at \(length)")
    }
    #expect(greatest == whole.events.count)
  }

  @Test(
    "However a file is damaged, it opens soundly or is refused",
    arguments: [
      "profile", "plain", "geometry", "duplicates", "encoding", "broken-parts", "times", "sequence.geojsonl",
      "separated.geojsons", "timemap-old.json", "folders.kml", "hikes.gpx", "targets.cot",
    ])
  func mutation(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    var generator = SeededGenerator(seed: UInt64(bytes.count))
    for _ in 0..<400 {
      var damaged = bytes
      mutate(&damaged, using: &generator)
      let lines = damaged.count { $0 == 0x0A || $0 == 0x0D } + 1
      guard let situation = opened(damaged) else { continue }
      let ids = situation.events.events.map(\.id)
      #expect(Set(ids).count == ids.count)
      #expect(situation.rejections.allSatisfy { (1...lines).contains($0.line) })
      #expect(situation.events.events.allSatisfy { isSound($0.place) && $0.destination.map(isSound) ?? true })
    }
  }

  @Test("Brackets that nest a hundred thousand deep are one rejected record")
  func deepNesting() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let good = #"{"type": "Feature", "id": "good", "geometry": null, "properties": {"title": "Good"}}"#
    let bad = [
      #"{"type": "Feature", "properties": {"title": "In a property", "x": \#(deep)}}"#,
      #"{"type": "Feature", "geometry": {"type": "Point", "coordinates": \#(deep)}}"#,
      #"{"type": "Feature", "id": \#(deep)}"#, deep,
    ]
    for bad in bad {
      let text = #"{"x": 1, "features": [\#(bad), \#(good)], "deep": \#(deep)}"#
      let situation = try readSituation(bytes: Array(text.utf8), file: "deep")
      #expect(situation.events.events.map(\.id) == ["good"])
      let features = try readFeatures(bytes: Array(text.utf8), file: "deep")
      #expect(features.features.count == 1)
      #expect(situation.rejections.count == 2)
      #expect(
        situation.rejections.contains { $0.reason == "\"deep\" nests more than 64 levels deep (limit \"depth\")" })
    }
    #expect(opened(Array(deep.utf8)) == nil)
    #expect(opened(Array(deep.prefix(100_000).utf8)) == nil)
  }

  @Test("Objects that nest without an end are refused")
  func deepObjects() {
    let deep = String(repeating: "{\"a\":", count: 100_000)
    #expect(opened(Array(deep.utf8)) == nil)
  }

  @Test("A line of a million points opens")
  func millionPoints() throws {
    var bytes = Array(#"{"features": [{"type": "Feature", "geometry": {"type": "LineString", "coordinates": ["#.utf8)
    let step = Array("[36.7611,35.3327],".utf8)
    bytes.reserveCapacity(step.count * 1_000_000 + 200)
    for _ in 0..<1_000_000 { bytes += step }
    bytes.removeLast()
    bytes += Array(#"]}, "properties": {"name": "long"}}]}"#.utf8)

    let (features, rejections) = try readFeatures(bytes: bytes, file: "long")
    #expect(rejections.isEmpty)
    guard case .lines(let lines)? = features.first?.shape else { throw Failure.noLine }
    #expect(lines.map(\.count) == [1_000_000])
  }

  private enum Failure: Error { case noLine }

  @Test("A shape of as many points as allowed opens, and one of more is left out")
  func pointLimit() throws {
    let bytes = try Fixtures.bytes("geometry")
    let atLimit = try readFeatures(bytes: bytes, file: "limit", limits: Limits(shapePoints: 9))
    #expect(!atLimit.rejections.contains { $0.reason.contains("limit") })
    let overLimit = try readFeatures(bytes: bytes, file: "limit", limits: Limits(shapePoints: 8))
    let reasons = overLimit.rejections.filter { $0.line == 6 }.map(\.reason)
    #expect(reasons == ["\"geometry\" has more than 8 points (limit \"shapePoints\")"])
  }

  private func opened(_ bytes: [UInt8]) -> Situation? {
    do throws(ReadError) { return try readSituation(bytes: bytes, file: "broken") } catch {
      #expect(error.exitCode == 65)
      return nil
    }
  }

  private func isSound(_ place: Place) -> Bool {
    guard let bounds = place.shape?.bounds else { return place.precision == .unplaced }
    return bounds.south >= -90 && bounds.north <= 90 && bounds.west >= -180 && bounds.east <= 180
  }
}
