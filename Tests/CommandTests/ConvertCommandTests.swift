import Glibc
import SituationIO
import SituationModel
import Testing

@testable import sitmap

@Suite("sitmap convert")
struct ConvertCommandTests {
  /// Does something in a folder of its own, which is gone afterwards.
  private func inFolder(_ work: (String) throws -> Void) throws {
    var name = Array("/tmp/sitmap-convert-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&name).map { String(cString: $0) })
    defer { for file in files(in: folder) + ["."] { remove("\(folder)/\(file)") } }
    try work(folder)
  }

  private func files(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func write(_ text: String, to path: String) throws {
    _ = try NewFile.write(text, to: path, replacing: true)
  }

  private func run(_ arguments: [String]) throws {
    var command = try Sitmap.parseAsRoot(["convert"] + arguments)
    try command.run()
  }

  private func feature(_ id: String, links: String = "") -> String {
    #"{"type":"Feature","id":"\#(id)","geometry":null,"properties":{"title":"\#(id)"\#(links)}}"#
  }

  @Test("a file is there whole and alone, and one that was there stays without --force")
  func whole() throws {
    try inFolder { folder in
      try write(feature("a"), to: "\(folder)/in.geojson")
      try run(["\(folder)/in.geojson", "--output", "\(folder)/out.csv"])
      #expect(files(in: folder) == ["in.geojson", "out.csv"])
      #expect(try readSituation(path: "\(folder)/out.csv").events.events.map(\.id) == ["a"])
      try write("mine", to: "\(folder)/out.csv")
      let failure = #expect(throws: Failure.self) {
        try run(["\(folder)/in.geojson", "--output", "\(folder)/out.csv"])
      }
      #expect(failure?.status == 73)
      #expect(throws: ReadError.self) { try readSituation(path: "\(folder)/out.csv") }
      try run(["\(folder)/in.geojson", "--to", "kml", "--output", "\(folder)/out.csv", "--force"])
      #expect(try readSituation(path: "\(folder)/out.csv").events.count == 1)
      #expect(files(in: folder) == ["in.geojson", "out.csv"])
    }
  }

  @Test("several files become one, whose ids stay one of a kind, in links as well")
  func several() throws {
    try inFolder { folder in
      let links = #","links":[{"relation":"follows","target":"b"}]"#
      for name in ["one", "two"] {
        let features = [feature("a", links: links), feature("b")].joined(separator: ",")
        try write(#"{"type":"FeatureCollection","features":[\#(features)]}"#, to: "\(folder)/\(name).geojson")
      }
      try run(["\(folder)/one.geojson", "\(folder)/two.geojson", "--output", "\(folder)/both.geojsonl"])
      let read = try readSituation(path: "\(folder)/both.geojsonl")
      #expect(read.rejections.isEmpty)
      #expect(Set(read.events.events.map(\.id)) == ["a", "b", "a@2", "b@2"])
      let linked = try #require(read.events.row(of: "a@2"))
      #expect(read.events[linked].links.map(\.target) == ["b@2"])
    }
  }

  @Test("where a file can't be read nothing is written")
  func unread() throws {
    try inFolder { folder in
      let failure = #expect(throws: Failure.self) {
        try run(["\(folder)/none.geojson", "--output", "\(folder)/out.csv"])
      }
      #expect(failure?.status == 66)
      #expect(files(in: folder).isEmpty)
    }
  }

  @Test("a format that the name does not say has to be said")
  func format() throws {
    #expect(throws: (any Error).self) { try Sitmap.parseAsRoot(["convert", "a.csv", "--output", "b"]) }
    #expect(throws: (any Error).self) { try Sitmap.parseAsRoot(["convert", "a.csv", "--to", "shp", "--output", "b"]) }
    let command = try Sitmap.parseAsRoot(["convert", "a.csv", "--to", "csv", "--output", "-"]) as? Convert
    #expect(command?.format == .stream(.csv))
    #expect(WrittenFormat(path: "a/b.GPKG") == .geoPackage && WrittenFormat(path: ".gpkg/a") == nil)
    #expect(WrittenFormat.allValueStrings == ["geojson", "geojsonseq", "csv", "kml", "xlsx", "gpkg"])
  }

  @Test("a workbook is written by its ending, with tags where they are asked for, and one of its sheets is read alone")
  func workbook() throws {
    try inFolder { folder in
      try write(feature("a"), to: "\(folder)/in.geojson")
      try run(["\(folder)/in.geojson", "--hxl", "--output", "\(folder)/out.xlsx"])
      #expect(try readSituation(path: "\(folder)/out.xlsx").events.events.map(\.id) == ["a"])
      try run(["\(folder)/out.xlsx", "--sheet", "events", "--output", "\(folder)/back.csv"])
      #expect(try readSituation(path: "\(folder)/back.csv").events.events.map(\.id) == ["a"])
      for arguments in [["out.xlsx", "--sheet", "other"], ["back.csv", "--sheet", "events"]] {
        let failure = #expect(throws: Failure.self) {
          try run(["\(folder)/\(arguments[0])"] + arguments[1...] + ["--output", "\(folder)/x.csv"])
        }
        #expect(failure?.status == 65)
      }
      let failure = #expect(throws: Failure.self) {
        try run(["\(folder)/in.geojson", "--hxl", "--output", "\(folder)/x.kml"])
      }
      #expect(failure?.status == 64)
      #expect(files(in: folder) == ["back.csv", "in.geojson", "out.xlsx"])
    }
  }

  @Test("a GeoPackage is there whole and alone, or it is said that the program was built without")
  func geoPackage() throws {
    try inFolder { folder in
      try write(feature("a"), to: "\(folder)/in.geojson")
      guard Databases.writer != nil else {
        let failure = #expect(throws: Failure.self) {
          try run(["\(folder)/in.geojson", "--output", "\(folder)/out.gpkg"])
        }
        #expect(failure?.status == 64 && failure?.message.contains("make build TRAITS=GDAL") == true)
        #expect(files(in: folder) == ["in.geojson"])
        return
      }
      for _ in 0..<2 {
        try run(["\(folder)/in.geojson", "--output", "\(folder)/out.gpkg", "--force"])
        #expect(files(in: folder) == ["in.geojson", "out.gpkg"])
        let read = try readSituation(path: "\(folder)/out.gpkg", databases: Databases.source)
        #expect(read.events.events.map(\.id) == ["a"])
      }
      let failures = [("-", 64), ("\(folder)/out.gpkg", 73), ("\(folder)/none/out.gpkg", 73)] as [(String, Int32)]
      for (output, status) in failures {
        let failure = #expect(throws: Failure.self) {
          try run(["\(folder)/in.geojson", "--to", "gpkg", "--output", output])
        }
        #expect(failure?.status == status, "\(output)")
      }
      #expect(files(in: folder) == ["in.geojson", "out.gpkg"])
    }
  }
}
