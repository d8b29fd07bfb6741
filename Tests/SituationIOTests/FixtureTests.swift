import SituationIO
import TestKit
import Testing

@Suite("Order of members")
struct MemberOrderTests {
  @Test(
    "a feature means the same in whatever order its members stand",
    arguments: ["null", #"{"type":"Point","coordinates":[1,2]}"#])
  func order(geometry: String) throws {
    let own = #""geometry":\#(geometry)"#
    let properties = #""properties":{"place":{"precision":"exact","geometry":{"type":"Point","coordinates":[3,4]}}}"#
    let events = try [[own, properties], [properties, own]].map { members in
      let text = #"{"type":"Feature","id":"a",\#(members.joined(separator: ","))}"#
      return try readSituation(bytes: Array(text.utf8), file: "order").events[0]
    }
    #expect(events[0] == events[1])
    #expect(events[0].place.anchor?.longitude == (geometry == "null" ? 3 : 1))
  }
}

@Suite("Fixtures")
struct FixtureTests {
  @Test("A file opens with all that can be read of it, and says what can't", arguments: Fixtures.opening)
  func opens(name: String) throws {
    let situation = try readSituation(bytes: Fixtures.bytes(name), file: Fixtures.path(name))
    let mismatch = Golden(name).mismatch(describe(situation))
    #expect(mismatch == nil)
  }

  @Test(
    "The same files open as the features of a map",
    arguments: ["geometry", "broken-records", "broken-off", "duplicates"])
  func opensAsFeatures(name: String) throws {
    let (features, rejections) = try readFeatures(bytes: Fixtures.bytes(name), file: "\(name).geojson")
    let mismatch = Golden("\(name)-features").mismatch(describe(features, rejections))
    #expect(mismatch == nil)
  }

  @Test("A file that is no situation is refused in one line", arguments: Fixtures.failing)
  func fails(name: String, message: String) throws {
    let path = Fixtures.path(name)
    let error = #expect(throws: ReadError.self) { try readSituation(path: path) }
    #expect(error?.message == "\(path):\(message)")
    #expect(error?.exitCode == 65)
    #expect(throws: error ?? .noSuchFile(file: "")) { try readFeatures(path: path) }
  }
}
