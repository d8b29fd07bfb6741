import ArgumentParser
import Glibc
import SituationIO
import SituationModel
import Testing

@testable import sitmap

@Suite("sitmap release")
struct ReleaseCommandTests {
  private func inFolder(_ work: (String) throws -> Void) throws {
    var name = Array("/tmp/sitmap-release-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&name).map { String(cString: $0) })
    defer {
      for file in ["in.csv", "out.geojson", "again.geojson", "out.csv", "out.kml", "out.xlsx", "."] {
        remove("\(folder)/\(file)")
      }
    }
    try work(folder)
  }

  private func run(_ arguments: [String]) throws {
    var command = try Sitmap.parseAsRoot(["release"] + arguments)
    try command.run()
  }

  private let table = """
    id,date,title,latitude,longitude,place,precision,orig_lat
    a,2024-12-01,Convoy,34.7312,36.7121,Talbiseh,exact,34.7312
    b,2024-12-02,Shelling,34.7412,36.7121,Talbiseh,locality,34.7412

    """

  @Test("a file with words that are too exact is not written, and the status is 65")
  func refused() throws {
    try inFolder { folder in
      let text = table.replacing("Convoy", with: "Convoy in Talbiseh")
      _ = try NewFile.write(text, to: "\(folder)/in.csv", replacing: true)
      let arguments = ["\(folder)/in.csv", "--coarsen", "10km", "--output", "\(folder)/out.geojson"]
      let code = #expect(throws: ExitCode.self) { try run(arguments) }
      #expect(code?.rawValue == 65)
      #expect(access("\(folder)/out.geojson", F_OK) != 0)
      try run(arguments + ["--drop", "title"])
      #expect(access("\(folder)/out.geojson", F_OK) == 0)
    }
  }

  @Test("every format has the same places, and a release of a release is itself")
  func formats() throws {
    try inFolder { folder in
      _ = try NewFile.write(table, to: "\(folder)/in.csv", replacing: true)
      try run(["\(folder)/in.csv", "--coarsen", "10km", "--output", "\(folder)/out.geojson"])
      let first = try readSituation(path: "\(folder)/out.geojson").events.events
      #expect(first.map(\.place.precision) == [.region, .region])
      #expect(first.map(\.id) == ["1", "2"] && first.allSatisfy(\.summary.isEmpty))
      try run(["\(folder)/out.geojson", "--coarsen", "10km", "--output", "\(folder)/again.geojson"])
      let texts = try ["again", "out"].map { try readText(path: "\(folder)/\($0).geojson") }
      #expect(texts[0] == texts[1])
      for ending in ["csv", "kml", "xlsx"] {
        try run(["\(folder)/in.csv", "--coarsen", "10km", "--output", "\(folder)/out.\(ending)"])
        let events = try readSituation(path: "\(folder)/out.\(ending)").events.events
        #expect(events.map(\.place) == first.map(\.place))
      }
    }
  }

  @Test("a wrong width or member is a wrong command line")
  func wrong() {
    for arguments in [
      ["--coarsen", "town"], ["--coarsen", "10km", "--drop", "secrets"], ["--coarsen", "10km", "--keep", ""],
    ] {
      #expect(throws: (any Error).self) {
        try Sitmap.parseAsRoot(["release", "x.csv", "--output", "y.csv"] + arguments)
      }
    }
  }
}
