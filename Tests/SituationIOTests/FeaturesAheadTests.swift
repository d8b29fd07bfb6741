import SituationModel
import Testing

@testable import SituationIO

@Suite("Features ahead")
struct FeaturesAheadTests {
  /// What stands in each feature of a file that is long enough for several looks and threads.
  private struct Made {
    let id: String
    let day: String
    let text: String
  }

  private let made = (0..<9_000).map { number in
    // Every 300th has the id of the one before; some have members that no scan takes; some have features within.
    let id = number % 300 == 299 ? "e\(number - 1)" : "e\(number)"
    let day = "2024-0\(number % 9 + 1)-1\(number % 10)"
    let more =
      switch number % 11 {
      case 3: #","extra":{"type":"Feature","properties":{"title":"not one"}}"#
      case 7: #","extra":[{"type":"Feature","id":"x","geometry":null,"properties":{"title":"not one"}}]"#
      default: ""
      }
    let text =
      #"{"type":"Feature","id":"\#(id)","geometry":{"type":"Point","coordinates":[\#(number % 170).5,\#(number % 80).25]},"#
      + #""properties":{"title":"Event \#(number)","when":"\#(day)","place":{"name":"Town \#(number % 70)"},"#
      + #""summary":"\#(String(repeating: "words ", count: 40))"\#(more)}}"#
    return Made(id: id, day: day, text: text)
  }

  @Test("a long file says what its features say, whoever looks at them", arguments: [",\n", ",", "\n"])
  func long(separator: String) throws {
    let list = made.map(\.text).joined(separator: separator)
    let text = separator == "\n" ? list : "{\"type\":\"FeatureCollection\",\"features\":[\(list)]}"
    let situation = try readSituation(bytes: Array(text.utf8), file: "long.geojson")
    let events = situation.events
    try #require(events.count == made.count)
    var ids = Set<String>()
    for (number, feature) in made.enumerated() {
      let own = ids.insert(feature.id).inserted ? feature.id : "\(feature.id)#\(number + 1)"
      let row = try #require(events.row(of: own), "\(own)")
      let event = events[row]
      #expect(event.title == "Event \(number)" && event.place.name == "Town \(number % 70)")
      let latitude = events.columns.point(row).coordinate.latitude
      #expect(events.date(of: row)?.edtf == feature.day && abs(latitude - Double(number % 80) - 0.25) < 1e-7)
    }
    #expect(situation.rejections.count == 30 && situation.rejections.allSatisfy { $0.field == "id" && !$0.isWhole })
  }

  @Test("a long file that breaks off gives all that stands before")
  func cut() throws {
    let head = "{\"type\":\"FeatureCollection\",\"features\":["
    let bytes = Array((head + made.map(\.text).joined(separator: ",")).utf8)
    for count in [bytes.count - 100, bytes.count / 2, bytes.count / 5] {
      var (end, whole) = (head.utf8.count, 0)
      while whole < made.count, end + made[whole].text.utf8.count <= count {
        end += made[whole].text.utf8.count + 1
        whole += 1
      }
      let situation = try readSituation(bytes: Array(bytes[..<count]), file: "cut.geojson")
      #expect(situation.events.count == whole)
      #expect(situation.rejections.last?.reason.contains("what follows can't be read") == true)
    }
  }
}
