import ArgumentParser
import Browser
import Glibc
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import sitmap

@Suite("Several files on the command line")
struct SeveralFilesTests {
  /// Two files in a folder of their own.
  private struct Files {
    let folder: String

    init() throws {
      var name = Array("/tmp/sitmap-test-XXXXXX".utf8CString)
      folder = String(cString: try #require(mkdtemp(&name)))
      try write("id,title,date,lat,lon\nx,In the table,2024-12-01,34,36\n", to: "a.csv")
      let point = "\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.5,34.5]}"
      let properties = "\"properties\":{\"title\":\"On the map\",\"date\":\"2024-12-02\"}"
      try write("{\"type\":\"Feature\",\"id\":\"x\",\(point),\(properties)}\n", to: "b.geojson")
    }

    private func write(_ text: String, to name: String) throws {
      _ = try NewFile.write(text, to: "\(folder)/\(name)", replacing: false)
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }
    func remove() { for name in ["a.csv", "b.geojson", ""] { Glibc.remove(path(name)) } }
  }

  private func state(_ arguments: [String]) throws -> BrowserState {
    let command = try #require(try Sitmap.parseAsRoot(arguments) as? Browse)
    let opening = try Opening(files: command.files)
    return try opening.state(
      size: Size(columns: 100, rows: 30), isUnicode: true, options: command.view.options(for: opening))
  }

  @Test("they open as one, and the command line of a view opens it again")
  func together() throws {
    let files = try Files()
    defer { files.remove() }
    let arguments = [files.path("a.csv"), files.path("b.geojson"), "--hide-layer", "a.csv", "--colour", "kind"]
    let first = try state(arguments)
    #expect(first.situation.events.events.map(\.id) == ["x", "x@2"])
    #expect(first.savedView.hiddenFiles == ["a.csv"] && first.savedView.colours == .kind)
    let command = try #require(first.command)
    #expect(command == (["sitmap"] + arguments).joined(separator: " "))
    #expect(try state(arguments).frame.grid == first.frame.grid)
    #expect(
      try state(Array(arguments.prefix(2)) + ["--color", "file"]).command == "sitmap \(arguments[0]) \(arguments[1])")
  }

  @Test("one that can't be read costs the others nothing; where none can, the first says why")
  func unreadable() throws {
    let files = try Files()
    defer { files.remove() }
    let opening = try Opening(files: [files.path("none.kml"), files.path("a.csv"), files.path("b.geojson")])
    #expect(opening.situation.events.count == 2 && opening.situation.rejections.isEmpty)
    #expect(opening.situation.notes.first == "\(files.path("none.kml")): no such file")
    #expect(opening.unread.count == 1)
    let alone = try Opening(files: [files.path("none.kml"), files.path("a.csv")])
    #expect(alone.situation.title == "a.csv" && alone.situation.notes.count == 1)
    let failure = try #require(throws: Failure.self) {
      try Opening(files: [files.path("none.kml"), files.path("none.csv")])
    }
    #expect(failure.status == 66 && failure.message.contains("none.kml"))
  }

  @Test("too many, or a layer that there is not, are told in one line")
  func usage() throws {
    let files = try Files()
    defer { files.remove() }
    let many = try #require(throws: Failure.self) {
      try Opening(files: Array(repeating: files.path("a.csv"), count: EventFile.most + 1))
    }
    #expect(many.status == 64 && many.message.contains("at most 32 files"))
    let unknown = try #require(throws: Failure.self) {
      try state([files.path("a.csv"), files.path("b.geojson"), "--hide-layer", "c"])
    }
    #expect(unknown.status == 64 && unknown.message.contains("the files are a.csv, b.geojson"))
    let one = try #require(throws: Failure.self) { try state([files.path("a.csv"), "--hide-layer", "a.csv"]) }
    #expect(one.message.contains("one file is open"))
  }
}
