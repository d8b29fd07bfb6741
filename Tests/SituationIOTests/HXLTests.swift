import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("HXL")
struct HXLTests {
  private func events(_ text: String) throws -> [Event] {
    Array(try readSituation(bytes: Array(text.utf8), file: "f").events.events)
  }

  private let record = "x1,2024-12-08,2024-12-09,36.2,37.1,Aleppo,Shelling,3,Reuters,https://example.org/a"
  private let tags =
    "#event+id,#date+start,#date+end,#geo+lat,#geo+lon,#loc+name,#event+type,#affected+killed,#meta+source,#meta+url"

  @Test("tags say what columns mean whose names do not")
  func meanings() throws {
    let event = try #require(try events("a,b,c,d,e,f,g,h,i,j\n\(tags)\n\(record)\n").first)
    #expect(event.id == "x1" && event.when?.edtf == "2024-12-08/2024-12-09" && event.kindName == "Shelling")
    #expect(event.place.name == "Aleppo" && event.place.anchor == Coordinate(latitude: 36.2, longitude: 37.1))
    #expect(event.sources.map(\.who) == ["Reuters", "f"] && event.sources[0].link == "https://example.org/a")
    #expect(event.sources[1].figures.map(\.what) == ["killed"])
  }

  @Test("cut off at any byte, a table opens with the events before the cut", arguments: ["hxl", "\u{1}", "\u{2}"])
  func truncation(writing: String) throws {
    let rows = (1...4).map { record.replacing("x1", with: "x\($0)").replacing("Aleppo", with: "Tel Rifaat é") }
    let head = writing == "hxl" ? "a,b,c,d,e,f,g,h,i,j\n\(tags)" : "id,start,end,lat,lon,place,type,killed,who,link"
    let separator = writing == "hxl" ? "," : writing
    let text = ([head] + rows).map { $0.replacing(",", with: separator) + "\n" }.joined()
    let (bytes, whole) = (Array(text.utf8), try events(text))
    #expect(whole.map(\.id) == ["x1", "x2", "x3", "x4"])
    for length in 0..<bytes.count {
      let cut = try? readSituation(bytes: Array(bytes[..<length]), file: "f")
      let complete = bytes[..<length].count { $0 == 0x0A } - (writing == "hxl" ? 2 : 1)
      guard complete > 0 else { continue }
      let found = Array(try #require(cut, "cut at \(length)").events.events)
      #expect(found.prefix(complete).map(\.id) == whole.prefix(complete).map(\.id), "cut at \(length)")
      // What a column means is told by its values, of which one that is cut may be half of all.
      if complete > 1 { #expect(found.starts(with: whole.prefix(complete)), "cut at \(length)") }
      #expect(found.count <= complete + 1, "cut at \(length)")
    }
  }

  @Test(
    "tags in place of names, or under a title, mean the same",
    arguments: ["", "Title,,,,,,,,,\n", "A,B,C,D,E,F,G,H,I,J\n"])
  func places(above: String) throws {
    let plain = try events("a,b,c,d,e,f,g,h,i,j\n\(tags)\n\(record)\n")
    #expect(try events("\(above)\(tags)\n\(record)\n") == plain)
    #expect(try events("\(above)\(tags.replacing(",", with: " , ").replacing("+", with: " +"))\n\(record)\n") == plain)
  }

  @Test("the smallest named unit is the place, and codes are not")
  func units() throws {
    let text = """
      date,p1,n1,n2,c\n#date,#adm1+code,#adm1+name,#adm2+name,#country+code\n2024-12-08,SY02,Aleppo,Afrin,SYR\n
      """
    let event = try #require(try events(text).first)
    #expect(event.place.name == "Afrin")
    #expect(event.summary == "p1: SY02\nn1: Aleppo\nc: SYR" && event.title == "Afrin")
  }

  @Test("a tag counts more than a name, and a person more than a tag")
  func order() throws {
    let text = "title,date,note\n#description,#meta+updated,#date+occurred\nWhat,2020-01-01,2024-12-08\n"
    #expect(try events(text).map { $0.when?.edtf } == ["2024-12-08"])
    #expect(try events(text).map(\.summary) == ["What\ndate: 2020-01-01"])
    let map = try ColumnMap("time=date")
    let mapped = try readSituation(bytes: Array(text.utf8), file: "f", columns: map)
    #expect(mapped.events.events.map { $0.when?.edtf } == ["2020-01-01"])
  }

  @Test("cells with a number sign are no tags unless half of the row are")
  func noTags() throws {
    #expect(try events("date,title,note,place\n2024-12-08,#1 priority,#gaza,x\n").map(\.title) == ["#1 priority"])
    for cell in ["#", "#1", "#a+", "#a b-c", "a#b", "#ä", ""] { #expect(HXL.Tag(cell) == nil, "\(cell)") }
    #expect(HXL.Tag(" #Affected + Killed +F ")?.attributes == ["killed", "f"])
  }

  @Test("a table with tags that is written comes back the same", arguments: [Conversion.Format.csv, .xlsx], 1...3)
  func comesBack(format: Conversion.Format, seed: UInt64) throws {
    var maker = EventMaker(seed: seed)
    let table = EventTable(maker.events(40))
    var bytes: [UInt8] = []
    _ = Conversion(Situation(title: "", events: table), to: format, hasTags: true).write { bytes += $0 }
    let read = try readSituation(bytes: bytes, file: "f")
    #expect(read.rejections.isEmpty && Array(read.events.events) == Array(table.events))
  }

  @Test("each column of our own has a tag, and the tags alone say the most of an event")
  func ownTags() throws {
    #expect(TableWriter.names.allSatisfy { HXL.Tag(HXL.tag(ofOwn: $0)) != nil })
    let event = Event(
      id: "a", title: "Shelling", when: try DateInterval(edtf: "2024-12-08"),
      place: Place(name: "Homs", precision: .exact, shape: .points([Coordinate(latitude: 34.7, longitude: 36.7)])),
      actors: ["One"], summary: "What happened")
    var bytes: [UInt8] = []
    _ = Conversion(Situation(title: "", events: EventTable([event])), to: .csv, hasTags: true).write { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let read = try #require(try events(lines.dropFirst().joined(separator: "\n") + "\n").first)
    #expect(read.id == "a" && read.title == "Shelling" && read.when == event.when && read.place == event.place)
    #expect(read.actors == ["One"] && read.summary.hasPrefix("What happened"))
  }
}
