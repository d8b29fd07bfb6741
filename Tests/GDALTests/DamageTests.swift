#if GDAL
  import Foundation
  import SituationIO
  import SituationModel
  import TestKit
  import Testing

  @testable import GDAL

  @Suite("damaged vector files")
  struct DamageTests {
    private static let names = [
      "events.gpkg", "plain.sqlite", "loose.sqlite", "events.shp", "events.shp.zip", "events.fgb", "types.fgb",
      "events.tab", "events.mif", "events.gml", "events.gdb.zip", "curves.gpkg", "../feed.xml",
    ]

    private func expectSound(_ situation: Situation, _ name: String) {
      for event in situation.events.events {
        guard let anchor = event.place.anchor else { continue }
        #expect(abs(anchor.latitude) <= 90 && abs(anchor.longitude) <= 180, "\(name)")
      }
    }

    @Test("cut off anywhere, a file is refused or opens soundly", arguments: names)
    func cut(name: String) throws {
      let bytes = try Fixtures.bytes(name)
      for length in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 150)) {
        guard
          let read = try? readSituation(bytes: Array(bytes[..<length]), file: name, databases: GDALSource())
        else { continue }
        expectSound(read, name)
      }
    }

    @Test("with wrong bytes, a file is refused or opens soundly", arguments: names)
    func wrong(name: String) throws {
      let bytes = try Fixtures.bytes(name)
      var generator = SeededGenerator(seed: 5)
      for _ in 0..<100 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
          damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        guard let read = try? readSituation(bytes: damaged, file: name, databases: GDALSource()) else { continue }
        expectSound(read, name)
      }
    }

    @Test("the parts of a shapefile may be cut off one by one", arguments: ["dbf", "shx", "prj", "cpg"])
    func parts(ending: String) throws {
      let whole = try Fixtures.bytes("events." + ending)
      try Fixtures.inFolder { folder in
        for part in ["shp", "dbf", "shx", "prj", "cpg"] {
          try Data(Fixtures.bytes("events." + part)).write(to: URL(fileURLWithPath: "\(folder)/a.\(part)"))
        }
        for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 60)) {
          try Data(whole[..<length]).write(to: URL(fileURLWithPath: "\(folder)/a.\(ending)"))
          guard let read = try? readSituation(path: "\(folder)/a.shp", databases: GDALSource()) else { continue }
          expectSound(read, ending)
        }
        // Nothing may be written beside a file.
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == ["a.cpg", "a.dbf", "a.prj", "a.shp", "a.shx"])
      }
    }

    @Test("a file that refers to others, or has a document type, opens nothing else")
    func hostile() throws {
      let secret = try Fixtures.bytes("events.gml")
      let text = String(decoding: secret, as: UTF8.self)
      let entity = text.replacingOccurrences(
        of: "?>", with: "?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", range: text.range(of: "?>"))
      let error = #expect(throws: ReadError.self) {
        try readSituation(bytes: Array(entity.utf8), file: "a.gml", databases: GDALSource())
      }
      #expect(error?.message.contains("document type") == true)
      let virtual =
        "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
      #expect(throws: ReadError.self) {
        try readSituation(bytes: Array(virtual.utf8), file: "a.vrt", databases: GDALSource())
      }
    }
  }
#endif
