import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("Copying parts of an event")
struct CopyTests {
  @Test(
    "coordinates are copied as exactly as the place is known, the link of the first source that has one, a citation in one line",
    arguments: [
      (":copy-coordinates", "35.4011 N 35.9487 E"), (":copy-link", "https://example.org/2"),
      (
        ":copy-citation",
        "A bridge was hit. Fri 13 Dec 2024. Hmeimim, exact spot. Claimed. Sources: A; B, https://example.org/2."
      ),
    ])
  func parts(command: String, expected: String) throws {
    let place = Place(
      name: "Hmeimim", precision: .exact, shape: .points([Coordinate(latitude: 35.4011, longitude: 35.9487)]))
    let event = Event(
      id: "a", title: "A bridge was hit.", when: try DateInterval(edtf: "2024-12-13"), place: place, standing: .claimed,
      sources: [Source(who: "A"), Source(who: "B", link: "https://example.org/2")])
    var browsing = try Browsing(.sample([event]), options: ViewOptions(select: "a"))
    try browsing.type(command)
    try browsing.press("enter")
    #expect(browsing.effects == [.copy(expected)])
  }

  @Test("an event in a region has no coordinates to copy, and one without a link says so")
  func nothingToCopy() throws {
    let area = Place(name: "The south", precision: .region, shape: .points([Coordinate(latitude: 33, longitude: 36)]))
    var browsing = try Browsing(.sample([Event(id: "a", title: "A", place: area)]), options: ViewOptions(select: "a"))
    for (command, words) in [
      (":copy-coordinates", "this event has no point"), (":copy-link", "no source of this event"),
    ] {
      try browsing.type(command)
      try browsing.press("enter")
      #expect(browsing.screen.contains(words) && browsing.effects.isEmpty)
    }
  }
}
