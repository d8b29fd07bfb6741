import SituationModel
import Testing

@testable import sitmap

@Suite("The order of a list on the command line")
struct OrderArgumentsTests {
  @Test("a name that is no column and no figure of the events is refused, with the names that there are")
  func misspelt() throws {
    let events = EventTable([
      Event(id: "a", title: "A", kind: .strike, place: Place(name: nil, precision: .unplaced, shape: nil))
    ])
    let wrong = try OrderArguments.parse(["--sort", "titel"])
    let failure = #expect(throws: Failure.self) { try wrong.check(in: events) }
    #expect(failure?.status == 64)
    #expect(failure?.message.contains("there are time, title, kind") == true)
    try OrderArguments.parse(["--sort", "title"]).check(in: events)
    try OrderArguments.parse(["--sort", "deaths"]).check(in: events)
  }
}
