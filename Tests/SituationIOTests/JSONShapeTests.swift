import SituationModel
import Testing

@testable import SituationIO

/// Records of JSON in the shapes that services and programs give them.
@Suite("Shapes of JSON")
struct JSONShapeTests {
  private func read(_ text: String) throws -> Situation { try readSituation(bytes: Array(text.utf8), file: "shape") }

  private static let first = #"{"date": "2024-12-13", "lat": 34.5, "lon": 36.5, "title": "first"}"#
  private static let second = #"{"date": "2024-12-14", "lat": 35.5, "lon": 37.5, "title": "second"}"#
  private static let rows = #"[["2024-12-13", 34.5, 36.5, "first"], ["2024-12-14", 35.5, 37.5, "second"]]"#
  private static let names = #"[{"name": "date"}, {"name": "lat"}, {"name": "lon"}, {"name": "title"}]"#

  @Test(
    "records are found wherever they stand",
    arguments: [
      "[\(first), \(second)]", #"{"Result": [\#(first), \#(second)]}"#,
      #"{"amap": 1, "things": [\#(first), \#(second)]}"#,
      #"{"meta": {"tags": [{"a": 1}]}, "out": {"mine": [\#(first), \#(second)]}}"#,
      #"{"results": {"bindings": [\#(first), \#(second)]}}"#, #"{"a1": \#(first), "a2": \#(second)}"#,
      #"{"meta": {"view": {"columns": \#(names)}}, "data": \#(rows)}"#,
      #"{"fields": ["date", "lat", "lon", "title"], "rows": \#(rows)}"#,
      "\(first)\n\(second)", "\(first),\n\(second)\n",
    ])
  func found(text: String) throws {
    let events = try read(text).events
    #expect(events.events.map(\.title) == ["first", "second"])
    #expect(events.events.map { $0.place.anchor?.latitude } == [34.5, 35.5])
    for length in 0..<text.utf8.count {
      _ = try? readSituation(bytes: Array(text.utf8.prefix(length)), file: "t")
    }
  }

  @Test(
    "an object without records is refused",
    arguments: ["{}", #"{"a": [1, 2]}"#, #"{"a": {"b": 1}}"#, #"{"a": [{"b": 1}]}"#])
  func refused(text: String) { #expect(throws: ReadError.self) { try read(text) } }

  @Test("a text in parts is one text, and its address stands behind it")
  func runs() throws {
    let text =
      #"["Raid in ", {"type": "bold", "text": "Homs"}, ", see ", {"type": "text_link", "text": "here", "href": "https://x.org"}]"#
    let situation = try read(
      #"{"messages": [{"id": 1, "date": "2024-12-13T14:30:00", "date_unixtime": "1734089400", "from": "News", "from_id": "c1", "text": \#(text)}]}"#
    )
    let event = situation.events[0]
    #expect(event.title == "Raid in Homs, see here (https://x.org)" && event.sources.map(\.who) == ["News"])
    // The clock of the one is nobody's; the other counts in UTC.
    #expect(event.when?.edtf == "2024-12-13T11:30:00Z" && event.summary.contains("date: 2024-12-13T14:30:00"))
    #expect(event.place.name == nil)
  }

  @Test("a list of one object is that object")
  func single() throws {
    let event = try read(
      #"[{"title": "a", "type": [{"id": 4, "name": "Flood"}], "date": {"created": "2024-12-20", "changed": "2024-12-22", "event": "2024-12-13"}, "primary_country": {"name": "Syria", "location": {"lat": 35, "lon": 38.5}}}]"#
    ).events[0]
    #expect(event.kindName == "Flood" && event.when?.edtf == "2024-12-13" && event.published?.edtf == "2024-12-20")
    #expect(event.place.precision == .country && event.summary.contains("date.changed: 2024-12-22"))
  }

  @Test("of a name that stands twice the last one counts, and the other stays")
  func repeated() throws {
    let event = try read(#"[{"title": "old", "date": "2024-12-13", "title": "new"}]"#).events[0]
    #expect(event.title == "new" && event.summary == "title: old")
  }

  @Test("a field of another pair stands for a place where a record lacks the first")
  func otherPair() throws {
    let events = try read(
      #"{"elements": [{"date": "2024-12-13", "lat": 34.5, "lon": 36.5}, {"date": "2024-12-14", "center": {"lat": 35.5, "lon": 37.5}}]}"#
    ).events
    #expect(events.events.map { $0.place.anchor?.latitude } == [34.5, 35.5])
  }

  @Test(
    "Esri's coordinates are those of their system",
    arguments: [
      (4_326, "36.5", "34.5", true), (102_100, "4063161.4139544857", "4096139.0404472323", true),
      (32_637, "270463.9", "3820435.2", true), (2_154, "36.5", "34.5", false),
    ])
  func esri(system: Int, x: String, y: String, isPlaced: Bool) throws {
    let head =
      #"{"spatialReference": {"wkid": \#(system)}, "features": [{"attributes": {"date": "2024-12-13"}, "geometry": "#
    let situation = try read(head + #"{"x": \#(x), "y": \#(y)}}]}"#)
    let place = situation.events[0].place.anchor
    #expect((place != nil) == isPlaced && situation.rejections.contains { $0.field == "geometry" } != isPlaced)
    if let place { #expect(abs(place.latitude - 34.5) < 1e-4 && abs(place.longitude - 36.5) < 1e-4) }
    let ring = "[[\(x),\(y)],[\(x),\(y)1],[\(x)1,\(y)1],[\(x),\(y)]]"
    let area = try read(head + #"{"rings": [\#(ring)]}}]}"#).events[0].place.shape
    if case .areas? = area { #expect(isPlaced) } else { #expect(!isPlaced) }
  }
}
