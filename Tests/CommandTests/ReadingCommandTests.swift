import SituationIO
import SituationModel
import Testing

@testable import sitmap

@Suite("What commands say of how files are read")
struct ReadingCommandTests {
  private func read(_ text: String) throws -> Situation { try readSituation(bytes: Array(text.utf8), file: "f") }

  @Test("of many problems ten are told, and how many more there are")
  func limit() throws {
    let rows = (0..<361).map { "R\($0),soon,40,20" }
    let lines = try read((["title,date,lat,lon"] + rows).joined(separator: "\n") + "\n").problemLines
    #expect(lines.count == 11)
    #expect(lines.first == "f:2: \"date\" is not written as a date: \"soon\"")
    #expect(lines.last == "sitmap: and 351 more: `sitmap check` lists them")
  }

  @Test("a healthy feed without titles, and ids that are there twice, are no problems")
  func notes() throws {
    let rows = (0..<30).map { "a,2021-02-0\($0 % 9 + 1),40,20" }
    #expect(try read((["id,date,lat,lon"] + rows).joined(separator: "\n") + "\n").problemLines.isEmpty)
  }

  @Test("an encoding is taken by its name, and an unknown one refused")
  func encoding() throws {
    #expect(try TableArguments.parse(["--encoding", "windows-1251"]).map?.encoding == .windows1251)
    let both = try TableArguments.parse(["--encoding", "latin1", "--map", "lat=Y"]).map
    #expect(both?.encoding == .windows1252 && both?.choices.count == 1)
    #expect(try TableArguments.parse([]).map == nil)
    #expect(throws: (any Error).self) { try TableArguments.parse(["--encoding", "rot13"]) }
  }
}
