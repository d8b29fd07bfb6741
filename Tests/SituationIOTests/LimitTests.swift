import SituationModel
import Testing

@testable import SituationIO

@Suite("Limits")
struct LimitTests {
  private func read(_ text: String, _ limits: Limits = Limits()) throws -> Situation {
    try readSituation(bytes: Array(text.utf8), file: "f", limits: limits)
  }

  @Test("A row with more fields or bytes than allowed is rejected, and the next one is read")
  func rows() throws {
    let commas = String(repeating: ",", count: 50)
    let fields = try read("title,lat,lon\nA,1,2\nB,3,4\(commas)\nC,5,6\nD,5,6\nE,5,6\n", Limits(fields: 20))
    #expect(fields.events.events.map(\.title) == ["A", "C", "D", "E"])
    #expect(fields.rejections.map(\.reason) == ["has more than 20 fields (limit \"fields\")"])
    #expect(fields.rejections.map(\.line) == [3])
    let long = String(repeating: "x", count: 90)
    let bytes = try read("title,lat,lon\nA,1,2\n\(long),3,4\nC,5,6\nD,5,6\nE,5,6\n", Limits(lineBytes: 80))
    #expect(bytes.events.events.map(\.title) == ["A", "C", "D", "E"])
    #expect(bytes.rejections.map(\.reason) == ["is longer than 80 bytes (limit \"lineBytes\")"])
    let text = try read("title,lat,lon\nA,1,2\n\"\(long)\",3,4\nC,5,6\nD,5,6\nE,5,6\n", Limits(textBytes: 80))
    #expect(text.events.events.map(\.title) == ["A", "C", "D", "E"])
    #expect(text.rejections.map(\.reason) == ["has a field of more than 80 bytes (limit \"textBytes\")"])
  }

  @Test("A line of a sequence that is longer than allowed is rejected")
  func sequence() throws {
    func line(_ title: String) -> String {
      #"{"type":"Feature","geometry":null,"properties":{"title":"\#(title)"}}"# + "\n"
    }
    let long = String(repeating: "x", count: 200)
    let situation = try read(line("A") + line(long) + line("C"), Limits(lineBytes: 150))
    #expect(situation.events.events.map(\.title) == ["A", "C"])
    #expect(situation.rejections.map(\.reason) == ["the record is longer than 150 bytes (limit \"lineBytes\")"])
    #expect(situation.rejections.map(\.line) == [2])
  }

  @Test(
    "An element with more attributes than allowed ends the file, as one that is passed over and nests without an end")
  func elements() throws {
    let good = "<Placemark><name>A</name></Placemark>"
    let attributes = (0..<30).map { " a\($0)=\"\"" }.joined()
    let many = try read("<kml>\(good)<Placemark\(attributes)/></kml>", Limits(fields: 20))
    #expect(many.events.events.map(\.title) == ["A"])
    #expect(many.rejections.contains { $0.reason.hasSuffix("has more than 20 attributes (limit \"fields\")") })
    let deep = String(repeating: "<a>", count: 70_000)
    let nested = try read("<kml>\(good)<Style>\(deep)", Limits(depth: 4))
    #expect(nested.events.events.map(\.title) == ["A"])
    #expect(nested.rejections.contains { $0.reason.hasSuffix("nests more than 4 levels deep (limit \"depth\")") })
  }

  @Test("An archive is looked through so far, and unpacked so much")
  func archives() throws {
    let many = (0..<30).map { ("\($0).png", "x") } + [("doc.kml", Packer.kml)]
    let zip = try Packer.zip(many, method: 0, flags: 0)
    #expect(try readSituation(bytes: zip, file: "x.kmz").events.count == 2)
    let entries = #expect(throws: ReadError.self) {
      try readSituation(bytes: zip, file: "x.kmz", limits: Limits(archiveEntries: 20))
    }
    #expect(entries?.message == "x.kmz:1: has more than 20 entries before a .kml (limit \"archiveEntries\")")
    let large = (0..<4).map { ("\($0).png", String(repeating: "x", count: 4_000)) } + [("doc.kml", Packer.kml)]
    let packed = try Packer.zip(large, method: 8, flags: 8)
    #expect(try readSituation(bytes: packed, file: "x.kmz").events.count == 2)
    let total = #expect(throws: ReadError.self) {
      try readSituation(bytes: packed, file: "x.kmz", limits: Limits(unpackedBytes: 10_000))
    }
    #expect(total?.message.hasSuffix("bytes (limit \"unpackedBytes\")") == true, "\(total?.message ?? "")")
  }

  @Test("Gzip of many members is measured as a whole, not by its last member")
  func members() throws {
    let piece = Array((0..<5_000).map { "Place \($0 * 7_919 % 5_000),1,2\n" }.joined().utf8)
    let packed = try Packer.gzip(piece, "-6")
    let head = try Packer.gzip(Array("title,lat,lon\n".utf8), "-6")
    let situation = try readSituation(bytes: head + [[UInt8]](repeating: packed, count: 80).joined(), file: "f")
    #expect(situation.events.count == 400_000)
  }

  @Test(
    "A number that is none or too large is no place, in every format",
    arguments: ["nan", "inf", "-inf", "NaN", "Infinity", "1e999", "-1e999", "0x1p3", "91e0", "1e-999999"])
  func numbers(number: String) throws {
    let files = [
      "title,lat,lon\nA,\(number),2\nB,1,2\n",
      "title,geometry\nA,POINT (2 \(number))\nB,POINT (2 1)\n",
      "<kml><Placemark><name>A</name><Point><coordinates>2,\(number)</coordinates></Point></Placemark></kml>",
      "<gpx><wpt lat=\"\(number)\" lon=\"2\"><name>A</name></wpt></gpx>",
      "<event uid=\"A\" type=\"a-f\"><point lat=\"\(number)\" lon=\"2\" ce=\"\(number)\"/></event>",
      #"[{"id":"A","latitude":"\#(number)","longitude":"2","description":"A"}]"#,
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[2,\#(number)]},"properties":{"title":"A"}}"#,
    ]
    for file in files {
      // A file whose only record is no JSON is refused; all others open.
      guard let situation = try? read(file) else {
        #expect(file.hasPrefix("{"))
        continue
      }
      for event in situation.events.events where event.title != "B" {
        let latitude = event.place.anchor?.latitude
        #expect(latitude == nil || abs(latitude ?? 91) <= 8, "\(file)")
        #expect(event.place.radius?.isFinite != false, "\(file)")
      }
    }
  }
}
