import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Features that are scanned")
struct FeatureScanTests {
  private static let features = [
    #"{"type":"Feature","id":"a1","geometry":{"type":"Point","coordinates":[36.29,33.51]},"properties":{"title":"A","kind":"strike","when":"2024-12-13"}}"#,
    #"{"type":"Feature","geometry":null,"properties":{"title":"No place","kind":"Battles","when":"2024-12-08/2024-12-14","place":{"name":"Syria","precision":"unplaced"}}}"#,
    #"{ "id" : "b" , "properties" : { "place" : { "precision":"vicinity", "name":"Homs" }, "title":"Ten \"words\"\n", "standing":"alleged", "published":"2024-12-14~", "actors":["A","Б",""], "summary":"حمص, 12–14" } , "geometry" : { "coordinates":[ -36.5 , -0.125 ], "type":"Point" }, "type":"Feature" }"#,
    #"{"type":"Feature","id":"c","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"title":"T","sources":[{"who":"W","via":"V","published":"2024-12","link":"https://a.example","note":"n","says":"s","grade":"B2"},{"who":"X"}]}}"#,
    #"{"type":"Feature","id":"d","geometry":{"type":"Point","coordinates":[179.99999,-89.5]},"properties":{"place":"Somewhere","title":"2024-12-13T10:00Z","when":"2024-12-13T10:00Z","standing":"confirmed","kind":"OTHER"}}"#,
    #"{"type":"Feature","id":7,"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":{"title":"Line","place":{"precision":"region","radius_m":5}}}"#,
  ]

  /// What the reader makes of a feature, and where it ends; nil where it rejects it or has something to note.
  private func reading(_ bytes: [UInt8]) -> (event: Event, id: String?, end: Int)? {
    var document = JSONDocument(Bytes(bytes), file: "f", limits: Limits())
    guard let reader = try? EventReader(&document) else { return nil }
    let event = reader.draft.event(id: "x", &document.notes)
    guard document.notes.isEmpty, document.json.repairs == 0 else { return nil }
    return (event, reader.id, document.json.offset)
  }

  private func scan(_ bytes: [UInt8]) -> FeatureScan? {
    bytes.withUnsafeBufferPointer { FeatureScan($0, at: 0, limits: Limits()) }
  }

  /// Whether a scan says of a feature what the reader says.
  private func agrees(_ bytes: [UInt8]) -> Bool {
    guard let scan = scan(bytes) else { return true }
    guard let (event, id, end) = reading(bytes) else { return false }
    let expected = EventTable([event]).columns
    let isPoint = expected.flags[0].contains(.isPoint)
    let point = isPoint ? event.place.anchor : nil
    func text(_ range: Range<Int>?) -> String? { range.map { String(decoding: bytes[$0], as: UTF8.self) } }
    // What is suspect may turn out to be harmless, and never the other way round.
    let isMissed =
      expected.flags[0].contains(.isSuspect)
      && (event.texts + [event.summary.replacing("\n", with: "")]).contains(where: isDangerous)
    return scan.end == end && text(scan.id) == id && scan.when == event.when && scan.kind == event.kind.code
      && text(scan.ownKind) == event.ownKind
      && scan.precision == expected.precisions[0] && scan.standing == expected.standings[0] && scan.point == point
      && text(scan.name) == event.place.name && (!isMissed || scan.flags.contains(.isSuspect))
      && (scan.flags.contains(.hasOwnKind) || !expected.flags[0].contains(.hasOwnKind))
      && scan.flags.contains(.hasGrade) == expected.flags[0].contains(.hasGrade)
  }

  private func isDangerous(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      [
        .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator, .privateUse,
        .unassigned,
      ]
      .contains(scalar.properties.generalCategory)
    }
  }

  @Test("the plain ones are scanned, and say what the reader says", arguments: 0..<5)
  func plain(index: Int) throws {
    let bytes = Array(Self.features[index].utf8)
    #expect(scan(bytes) != nil)
    #expect(agrees(bytes))
  }

  @Test("a word that the bytes of a feature rule out stands in none of its texts; what is plain is told exactly")
  func words() throws {
    let words = [
      "a", "b", "words", "ten \"", "б", "حمص", "w", "battles", "no place", "12–14", "x", "v", "title", "2024-12-13T1",
    ]
    for feature in Self.features {
      let bytes = Array(feature.utf8)
      guard let event = reading(bytes)?.event else { continue }
      for needle in words.compactMap(Needle.init) {
        let may = bytes.withUnsafeBufferPointer { needle.mayStand(in: $0) }
        #expect(may || !event.mentions(needle), "\(needle.text) in \(feature)")
      }
    }
    var generator = SeededGenerator(seed: 31)
    func text(_ length: Int, _ letters: String) -> String {
      String((0..<length).map { _ in letters.randomElement(using: &generator) ?? "a" })
    }
    for _ in 0..<4_000 {
      let hay = text(Int.random(in: 0...90, using: &generator), "abAB[")
      let word = text(Int.random(in: 1...6, using: &generator), "ab[")
      let may = try #require(Needle(word)).mayStandIn(hay)
      #expect(may == hay.lowercased().contains(word), "\(word) in \(hay)")
    }
  }

  @Test("others are left to the reader")
  func others() {
    #expect(scan(Array(Self.features[5].utf8)) == nil)
  }

  @Test("however a feature is changed, a scan never says what the reader does not", arguments: 0..<6)
  func changed(index: Int) {
    var generator = SeededGenerator(seed: UInt64(index) + 40)
    let original = Array(Self.features[index].utf8)
    let signs = Array("{}[]\":,\\-+.eE0129aZ n\u{7F}\u{1B}\tÄ\u{202E}".utf8)
    for _ in 0..<3_000 {
      var bytes = original
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let sign = signs[Int.random(in: 0..<signs.count, using: &generator)]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = sign
        case 1: bytes.insert(sign, at: place)
        case 2: bytes.remove(at: place)
        default:
          let length = Int.random(in: 1...24, using: &generator)
          bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + length)], at: place)
        }
      }
      #expect(agrees(bytes), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("broken off at any byte, nothing is scanned", arguments: 0..<6)
  func brokenOff(index: Int) {
    let bytes = Array(Self.features[index].utf8)
    for count in 0..<bytes.count { #expect(scan(Array(bytes[..<count])) == nil) }
  }

  @Test("a file whose features are scanned and one whose features are read have the same events, by row, id and order")
  func files() throws {
    let plain = (0..<300).map { number in
      let id = number % 7 == 0 ? "" : #""id":"e\#(number % 250)","#
      let date = "2024-\(number % 9 + 1 < 10 ? "0" : "")\(number % 9 + 1)-1\(number % 10)"
      return
        #"{"type":"Feature",\#(id)"geometry":{"type":"Point","coordinates":[\#(number % 90).5,3]},"properties":{"title":"T \#(number)","when":"\#(date)","place":{"name":"P \#(number % 12)","precision":"exact"}}}"#
    }
    // A member that no scan knows makes the reader read it.
    let odd = plain.map { $0.replacing("\"properties\":{", with: "\"bbox\":[1,2,3,4],\"properties\":{") }
    let mixed = plain.indices.map { $0 % 3 == 0 ? odd[$0] : plain[$0] }
    let tables = try [plain, odd, mixed].map { features in
      let text = #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",\n") + "]}"
      return try readSituation(bytes: Array(text.utf8), file: "f.geojson")
    }
    for table in [tables[0], tables[2]] {
      #expect(Array(table.events.events) == Array(tables[1].events.events))
      #expect(table.rejections == tables[1].rejections && !table.rejections.isEmpty)
      for event in tables[1].events.events {
        #expect(table.events.row(of: event.id) == tables[1].events.row(of: event.id))
      }
      #expect(table.events.row(of: "nobody") == nil)
    }
  }
}

extension Needle {
  fileprivate func mayStandIn(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer(mayStand) }
}
