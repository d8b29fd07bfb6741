import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Bookmarks")
struct BookmarkTests {
  /// What the program would do: keeps in memory what is asked for.
  private struct Shelf {
    var kept: [Bookmark] = []

    mutating func answer(_ browsing: inout Browsing, after count: Int) throws {
      for case .bookmarks(let errand) in browsing.effects.dropFirst(count) {
        switch errand {
        case .read: break
        case .keep(let bookmark):
          kept.removeAll { $0.name == bookmark.name }
          kept.append(bookmark)
        case .rename(let old, let new):
          for index in kept.indices where kept[index].name == old { kept[index].name = new }
        case .forget(let name): kept.removeAll { $0.name == name }
        }
        try browsing.send(.bookmarks(kept, nil))
      }
    }

    mutating func press(_ keys: String, in browsing: inout Browsing) throws {
      for key in keys.split(separator: " ") {
        let count = browsing.effects.count
        try browsing.press(String(key))
        try answer(&browsing, after: count)
      }
    }
  }

  @Test("a view is named, gone to from elsewhere, renamed, replaced and deleted after a yes")
  func wholeLife() throws {
    var shelf = Shelf()
    var browsing = try Browsing(columns: 100, rows: 30)
    try shelf.press(". . w tab + m space a space b space enter", in: &browsing)
    let view = browsing.state.savedView
    #expect(shelf.kept == [Bookmark(name: "a b", view: view.withoutLook)])
    try shelf.press("a 0 C '", in: &browsing)
    #expect(browsing.screen.contains(">a b"))
    if let mismatch = Golden("bookmarks").mismatch(browsing.screen) { Issue.record("\(mismatch)") }
    try shelf.press("enter", in: &browsing)
    #expect(browsing.state.savedView.withoutLook == view.withoutLook)
    #expect(browsing.state.theme != view.theme, "the look is the reader's")
    try shelf.press("u m a space b enter", in: &browsing)
    #expect(browsing.screen.contains("already: replace it? y/n"))
    try shelf.press("n", in: &browsing)
    #expect(shelf.kept[0].view == view.withoutLook)
    try shelf.press("m a space b enter y", in: &browsing)
    #expect(shelf.kept.count == 1 && shelf.kept[0].view != view.withoutLook)
    try shelf.press("' m c enter", in: &browsing)
    #expect(shelf.kept.map(\.name) == ["a bc"])
    try shelf.press("x n", in: &browsing)
    #expect(browsing.screen.contains("nothing was deleted") && shelf.kept.count == 1)
    try shelf.press("x y", in: &browsing)
    #expect(shelf.kept.isEmpty && browsing.screen.contains("This file has no bookmarks yet"))
  }

  @Test("many bookmarks scroll with the chosen one")
  func scrolling() throws {
    var browsing = try Browsing(columns: 80, rows: 24)
    try browsing.press("'")
    try browsing.send(.bookmarks((1...30).map { Bookmark(name: "number \($0)", view: SavedView()) }, nil))
    try browsing.press("end")
    #expect(browsing.screen.contains(">number 30"))
    try browsing.press("home up")
    #expect(browsing.screen.contains(">number 1 "))
  }
}
