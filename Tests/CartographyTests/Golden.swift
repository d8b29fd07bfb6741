import Foundation
import Testing
import TextCanvas

/// Compares a map with the text file of that name beside the tests.
///
/// A map that differs is written beside it as `NAME.actual.txt`. With `RECORD_GOLDENS=1` in the environment the file
/// itself is written; that run fails too, so that nobody records by accident.
func expectGolden(_ grid: CellGrid, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = Atlas.project.appending(path: "Tests/CartographyTests/Goldens")
  let expected = folder.appending(path: name + ".txt")
  let actual = folder.appending(path: name + ".actual.txt")
  let text = PlainTextWriter().text(of: grid)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try text.write(to: expected, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name).txt", sourceLocation: sourceLocation)
    return
  }
  if (try? String(contentsOf: expected, encoding: .utf8)) == text {
    try? FileManager.default.removeItem(at: actual)
    return
  }
  try text.write(to: actual, atomically: true, encoding: .utf8)
  Issue.record("\(name).txt differs; see \(name).actual.txt beside it", sourceLocation: sourceLocation)
}
