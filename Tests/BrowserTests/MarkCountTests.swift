import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser
@testable import SituationIO

@Suite("The count of marked characters")
struct MarkCountTests {
  /// Characters that become marks, and others that come close to it.
  private static let odd = [
    "\u{1B}", "\u{7}", "\u{7F}", "\u{85}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{2028}",
    "\u{B}",
    "\u{AD}", "\u{E000}", "\u{E0041}", "e\u{301}", "\u{300}", "\u{200D}", "👩\u{200D}👧", "1\u{FE0F}", "\n", "\r\n", "\r",
    "\t", "é",
    "ж", "’", "ا", "日", "\"\"", ";", "a b", " ", "",
  ]

  private static func text(_ random: inout SeededGenerator) -> String {
    let length = [0, 1, 3, 30, 120].randomElement(using: &random) ?? 0
    return (0..<length).reduce(into: "") { text, _ in
      let isOdd = Int.random(in: 0..<20, using: &random) == 0
      text +=
        isOdd ? odd.randomElement(using: &random) ?? "" : ["a", "b", " ", ",", "."].randomElement(using: &random) ?? ""
    }
  }

  private static let heads = [
    "id,date,type,lon,lat,actor,place,notes,source", "id,date,title,lon,lat,actor,place,notes,link",
    "date,event_date,event_type,sub_event_type,actor1,actor2,location,notes,geo_precision",
    "key,when,remark on it,comment,lat,lon,province,url,killed",
  ]

  @Test("is the same from the bytes of rows and from their events", arguments: heads)
  func bytes(head: String) throws {
    var random = SeededGenerator(seed: UInt64(head.utf8.count))
    let names = head.split(separator: ",").map(String.init)
    var counted = 0
    for _ in 0..<12 {
      let rows = (0..<30).map { number in
        names.map { name in
          switch name {
          case "id", "key": "r\(number)"
          case "date", "event_date", "when": number % 9 == 0 ? "" : "2024-12-0\(number % 9)"
          case "lat", "lon": number % 7 == 0 ? "" : "\(number).5"
          default: "\"\(Self.text(&random))\""
          }
        }.joined(separator: ",")
      }
      let file = head + "\n" + rows.joined(separator: "\n") + "\n"
      guard let table = try? readSituation(bytes: Array(file.utf8), file: "t.csv") else { continue }
      for row in 0..<table.events.count {
        let read = Situation(title: "", events: EventTable([table.events[row]]))
        let quick = table.events.events.marks(of: row) { bytes in
          var harmless = HarmlessText()
          return harmless.marks(in: bytes)
        }
        if let quick {
          counted += quick > 0 ? 1 : 0
          #expect(quick == read.escapedCharacterCount, "\(table.events[row])")
        }
      }
      let whole = Situation(title: table.title, events: EventTable(Array(table.events.events)))
      #expect(table.escapedCharacterCount == whole.escapedCharacterCount)
    }
    #expect(counted > 5)
  }
}
