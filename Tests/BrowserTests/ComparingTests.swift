import Browser
import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@Suite("Two versions beside each other")
struct ComparingTests {
  @Test("in text and JSON they are told as before")
  func listings() throws {
    let listing = ComparisonListing(try comparison(), safe: { SafeText($0).text })
    if let mismatch = Golden("diff").mismatch(listing.text) { Issue.record("\(mismatch)") }
    if let mismatch = Golden("diff", type: "json").mismatch(listing.json) { Issue.record("\(mismatch)") }
  }

  @Test(
    "on the screen each change can be walked to",
    arguments: [
      ("diff-list", 100, 32, ""), ("diff-moved", 100, 32, "down down enter"), ("diff-80x24", 80, 24, ""),
      ("diff-graded", 80, 24, "down down down down enter"), ("diff-legend", 100, 36, "i"),
      ("diff-by-day", 100, 32, "G"),
    ])
  func screen(name: String, columns: Int, rows: Int, keys: String) throws {
    let situation = Situation(title: "Two versions", events: EventTable(try comparison()))
    let options = ViewOptions(order: EventOrder(grouping: .change))
    var browsing = try Browsing(situation, columns: columns, rows: rows, options: options)
    try browsing.press(keys)
    if let mismatch = Golden(name).mismatch(browsing.screen) { Issue.record("\(mismatch)") }
  }

  private func comparison() throws -> Comparison {
    Comparison(from: try events("diff-old"), to: try events("diff-new"))
  }

  private func events(_ name: String) throws -> EventTable {
    let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    return try readSituation(path: "\(folder)/Files/\(name).geojson").events
  }
}
