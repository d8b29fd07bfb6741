import Glibc
import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Packed files")
struct PackedTests {
  @Test("What gzip packed comes out the same", arguments: ["-1", "-6", "-9"])
  func roundTrip(level: String) throws {
    var generator = SeededGenerator(seed: 7)
    for size in [0, 1, 2, 300, 70_000, 300_000] {
      for alphabet in [1, 3, 200] {
        let bytes = (0..<size).map { _ in UInt8(Int.random(in: 0..<alphabet, using: &generator)) }
        let result = Gzip.unpacked(Bytes(try Packer.gzip(bytes, level)), Limits())
        #expect(result.fault == nil, "\(size) of \(alphabet)")
        #expect(result.bytes == bytes, "\(size) of \(alphabet)")
      }
    }
  }

  @Test("Members one after the other are one file, and what is behind them is passed over")
  func members() throws {
    let packed = try Packer.gzip(Array("one ".utf8), "-6") + Packer.gzip(Array("two".utf8), "-9") + [0, 0, 0]
    let result = Gzip.unpacked(Bytes(packed), Limits())
    #expect(result.fault == nil)
    #expect(String(decoding: result.bytes, as: UTF8.self) == "one two")
  }

  @Test(
    "Any format opens from gzip, and cut off at any byte it has the records before the cut and says so",
    arguments: ["sequence.geojsonl", "hikes.gpx"])
  func truncation(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    let whole = try readSituation(bytes: bytes, file: name)
    let packed = try Packer.gzip(bytes, "-6")
    let opened = try readSituation(bytes: packed, file: name)
    #expect(opened.events.events == whole.events.events)
    for length in 0..<packed.count {
      guard let cut = try? readSituation(bytes: Array(packed[..<length]), file: name) else { continue }
      #expect(cut.rejections.contains { $0.reason.hasPrefix("the packed file breaks off") }, "cut at \(length)")
      for event in cut.events.events {
        let row = try #require(whole.events.row(of: event.id), "cut at \(length)")
        #expect(whole.events[row] == event, "cut at \(length)")
      }
    }
  }

  @Test("However a packed file is damaged, it opens or is refused", arguments: ["map.kmz", "gzip"])
  func damage(name: String) throws {
    let packed = name == "gzip" ? try Packer.gzip(Fixtures.bytes("folders.kml"), "-9") : try Packer.kmz()
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<600 {
      var damaged = packed
      mutate(&damaged, using: &generator)
      _ = try? readSituation(bytes: damaged, file: name)
    }
  }

  @Test("A changed byte in the content is told by the check")
  func check() throws {
    var packed = try Packer.gzip(Fixtures.bytes("hikes.gpx"), "-6")
    packed[packed.count - 6] ^= 0xFF
    let situation = try readSituation(bytes: packed, file: "x")
    #expect(situation.events.count == 5)
    #expect(
      situation.rejections.contains {
        $0.reason == "the packed file has a check that does not fit: what is read may be wrong"
      })
  }

  @Test("What unpacks to far more than it is, is refused in one line")
  func bomb() throws {
    let packed = try Packer.gzip([UInt8](repeating: 0x20, count: 20_000_000), "-9")
    let ratio = #expect(throws: ReadError.self) { try readSituation(bytes: packed, file: "x") }
    #expect(ratio?.message == "x: unpacks to more than 250 times its size (limit \"unpackedRatio\")")
    let limits = Limits(unpackedBytes: 1 << 20)
    let size = #expect(throws: ReadError.self) { try readSituation(bytes: packed, file: "x", limits: limits) }
    #expect(size?.message == "x: unpacks to more than 1048576 bytes (limit \"unpackedBytes\")")
  }

  // MARK: KMZ

  @Test("The first .kml of a ZIP opens, whatever the names before it", arguments: [0, 8])
  func kmz(method: Int) throws {
    for flags in method == 8 ? [0, 8] : [0] {
      let zip = try Packer.zip(
        [
          ("../../etc/passwd", "x"), ("", "y"), ("a\u{0}b\u{1B}[2J.png", "z"), ("files/doc.KML", Packer.kml),
          ("z.kml", "no"),
        ],
        method: method, flags: flags)
      let situation = try readSituation(bytes: zip, file: "x.kmz")
      #expect(situation.events.events.map(\.title) == ["one", "two"])
      #expect(situation.rejections.isEmpty)
    }
  }

  @Test("A KMZ that is cut off has the Placemarks before the cut")
  func kmzTruncation() throws {
    let zip = try Packer.kmz()
    for length in 4..<zip.count {
      guard let cut = try? readSituation(bytes: Array(zip[..<length]), file: "x") else { continue }
      #expect(["one", "two"].starts(with: cut.events.events.map(\.title)), "cut at \(length)")
    }
  }

  @Test("A ZIP without a map is refused in one line")
  func noMap() throws {
    let zip = try Packer.zip([("a.txt", "x")], method: 0, flags: 0)
    let error = #expect(throws: ReadError.self) { try readSituation(bytes: zip, file: "x.zip") }
    #expect(error?.message == "x.zip:1: is a ZIP without a .kml that can be read")
  }
}

/// Packs bytes by the system's gzip.
enum Packer {
  static let kml = "<kml><Placemark><name>one</name></Placemark><Placemark><name>two</name></Placemark></kml>"

  static func kmz() throws -> [UInt8] { try zip([("a.png", "picture"), ("doc.kml", kml)], method: 8, flags: 0) }

  static func gzip(_ bytes: [UInt8], _ level: String) throws -> [UInt8] {
    let path = "/tmp/sitmap-packed-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer {
      unlink(path)
      unlink(path + ".gz")
    }
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    try #require(system("gzip -n -k \(level) \(path)") == 0)
    return Array(try FileBytes.read(path: path + ".gz", limits: Limits()))
  }

  /// A ZIP without its list, by the layout of its entries; flag 8 puts check and sizes behind the content.
  static func zip(_ entries: [(name: String, content: String)], method: Int, flags: Int) throws -> [UInt8] {
    try entries.flatMap { (name, content) -> [UInt8] in
      let plain = Array(content.utf8)
      // gzip's content stands between a head of 10 bytes and a foot of 8.
      let packed = method == 8 ? Array(try gzip(plain, "-6").dropFirst(10).dropLast(8)) : plain
      let isLate = flags & 8 != 0
      var sizes = number(Int(CRC32.of(plain[...])), 4)
      sizes += number(packed.count, 4)
      sizes += number(plain.count, 4)
      var entry: [UInt8] = number(0x0403_4B50, 4)
      for value in [20, flags, method, 0, 0] { entry += number(value, 2) }
      entry += isLate ? [UInt8](repeating: 0, count: 12) : sizes
      entry += number(name.utf8.count, 2)
      entry += number(0, 2)
      entry += Array(name.utf8)
      entry += packed
      if isLate { entry += number(0x0807_4B50, 4) + sizes }
      return entry
    }
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
