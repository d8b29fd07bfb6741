import SituationModel
import Testing

@testable import SituationIO

@Suite("Blank titles")
struct BlankTitleTests {
  /// Files with a place for a title, by their names.
  private static let files: [String: @Sendable (String) -> String] = [
    "own.geojson": { title in
      """
      {"type":"FeatureCollection","profile":"sitmap-situation-1","title":"\(title)","features":[{"type":"Feature","id":"1",\
      "geometry":null,"properties":{"title":"\(title)","kind":"strike","when":"2024-12-13","summary":"A bridge was hit."}}]}
      """
    },
    "plain.geojson": { title in
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[36.7,34.7]},\
      "properties":{"title":"\(title)","kind":"strike","date":"2024-12-13","place":"Homs"}}]}
      """
    },
    "table.csv": { title in
      """
      title,date,kind,place,latitude,longitude
      \(title),2024-12-13,strike,Homs,34.7,36.7
      Convoy seen,2024-12-14,convoy,Homs,34.7,36.7

      """
    },
    "records.json": { title in
      """
      [{"title":"\(title)","date":"2024-12-13","kind":"strike","place":"Homs","latitude":34.7,"longitude":36.7},
      {"title":"Convoy seen","date":"2024-12-14","kind":"convoy","place":"Homs","latitude":34.7,"longitude":36.7}]
      """
    },
    "places.kml": { title in
      """
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>\(title)</name><Placemark><name>\(title)</name>\
      <description>A bridge was hit.</description><Point><coordinates>36.7,34.7</coordinates></Point></Placemark></Document></kml>
      """
    },
    "points.gpx": { title in
      """
      <gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="34.7" lon="36.7"><name>\(title)</name>\
      <desc>A bridge was hit.</desc></wpt></gpx>
      """
    },
  ]

  @Test(
    "a title of which nothing is seen is read as none, so that the usual fallback names the event and the file",
    arguments: files.keys.sorted(), ["  ", "\u{A0}\u{3000}", "\u{200B}\u{200D}", "\u{2060} \u{FEFF}"])
  func blank(name: String, title: String) throws {
    let text = try #require(Self.files[name])
    func read(_ title: String) throws -> Situation {
      try readSituation(bytes: Array(text(title).utf8), file: name)
    }
    let (blank, empty, named) = (try read(title), try read(""), try read("Bridge"))
    #expect(blank.title == empty.title && !blank.title.isBlank)
    #expect(blank.events.events.map(\.title) == empty.events.events.map(\.title))
    #expect(blank.events.events.allSatisfy { !$0.title.isBlank })
    #expect(named.events.events.contains { $0.title == "Bridge" })
  }

  @Test("a blank title without any other text is said to be missing")
  func missing() throws {
    let text = """
      {"type":"FeatureCollection","profile":"sitmap-situation-1","title":"T","features":[{"type":"Feature","id":"1",\
      "geometry":null,"properties":{"title":"\\u00a0\\u200b"}}]}
      """
    let situation = try readSituation(bytes: Array(text.utf8), file: "f.geojson")
    #expect(situation.events.events.map(\.title) == ["(no title)"])
    #expect(situation.rejections.contains { $0.reason.contains("has no title") })
  }
}
