import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("The fields of an event as texts")
struct EventTextTests {
  @Test("each text of each bundled event reads again as it is, and changes nothing")
  func bundled() throws {
    for event in try readSituation(path: Fixtures.data("situations/syria-2024-12.geojson")).events.events {
      for field in EventField.allCases where field != .radius && field != .precision {
        let text = EventText.text(of: event, field)
        let (again, problems) = EventText.edited(event, [field: text])
        // Figures of several sources are shown, and not edited as one.
        if field == .figures, event.sources.count(where: { !$0.figures.isEmpty }) > 1 {
          #expect(problems[.figures] != nil)
          continue
        }
        #expect(problems.isEmpty, "\(event.id) \(field): \(problems)")
        #expect(EventText.text(of: again, field) == text, "\(event.id) \(field)")
      }
    }
  }

  @Test(
    "dates are read as typed, and never guessed",
    arguments: [
      ("2024-12-13", "2024-12-13"), ("13 Dec 2024", "2024-12-13"), ("13.12.2024", "2024-12-13"),
      ("2024-12-13T14:30Z", "2024-12-13T14:30Z"), ("13 Dec 2024 14:30", "2024-12-13T14:30Z"),
      ("2024-12-08/2024-12-11", "2024-12-08/2024-12-11"), ("~2024-12", "2024-12~"), ("2024-12~", "2024-12~"),
      ("3/4/2024", nil), ("yesterday", nil), ("2024-13-01", nil), ("2024-02-30", nil), ("2024-12-11/2024-12-08", nil),
      ("early May 2024", nil), ("", ""),
    ] as [(String, String?)])
  func dates(typed: String, edtf: String?) {
    let (event, problems) = EventText.edited(Event(id: "a", title: "A"), [.date: typed])
    #expect(problems[.date] == nil ? EventText.text(of: event, .date) == edtf : edtf == nil, "\(problems)")
  }

  @Test("coordinates that can't be read are one fault, and not one of each field that depends on them")
  func unreadableCoordinates() {
    let texts: [EventField: String] = [
      .title: "T", .coordinates: "here", .precision: "vicinity", .radius: "5 km", .date: "32 Dec",
    ]
    #expect(EventText.event(id: "x", texts).problems.keys.sorted() == [.date, .coordinates])
  }

  @Test("a time of day without a zone is of the clocks that are shown")
  func zones() throws {
    let zone = try #require(Zone(offset: "+03"))
    let event = Event(id: "a", title: "A")
    func text(_ typed: String) -> String {
      EventText.text(of: EventText.edited(event, [.date: typed], on: zone).event, .date)
    }
    #expect(text("2024-12-13T14:30") == "2024-12-13T11:30Z")
    #expect(text("2024-12-13T14:30Z") == "2024-12-13T14:30Z")
    #expect(text("2024-12-13") == "2024-12-13")
    #expect(EventText.edited(event, [.date: "13 Dec 2024 14:30"], on: zone).problems[.date] != nil)
  }

  @Test("a point is never more exact than what is typed, and a square keeps its size")
  func places() {
    let bare = Event(id: "a", title: "A")
    func place(_ texts: [EventField: String]) -> Place { EventText.edited(bare, texts).event.place }
    #expect(place([.coordinates: "34.73, 36.72"]).precision == .unknown)
    #expect(place([.coordinates: "34.73, 36.72", .precision: "vicinity", .radius: "5 km"]).radius == 5_000)
    #expect(place([.coordinates: "37S BU 94 45"]).radius == 708)
    #expect(place([.place: "Homs"]) == Place(name: "Homs", precision: .unplaced, shape: nil))
    for texts in [
      [.coordinates: "91, 10"], [.coordinates: "0, 0"], [.coordinates: "Homs"], [.precision: "sure"], [.radius: "5"],
      [.precision: "exact"], [.radius: "5 km"],
    ] as [[EventField: String]] {
      let (event, problems) = EventText.edited(bare, texts)
      #expect(problems.count == 1 && event == bare, "\(texts)")
    }
    // What a gazetteer found belongs to the name that it was found by.
    let found = Place(
      name: "Homs", precision: .locality, shape: .points([Coordinate(latitude: 34.7, longitude: 36.7)]), origin: .name)
    let event = bare.edited { $0.place = found }
    #expect(EventText.text(of: event, .coordinates) == "" && EventText.text(of: event, .precision) == "")
    #expect(
      EventText.edited(event, [.place: "Hama"]).event.place == Place(name: "Hama", precision: .unplaced, shape: nil))
    #expect(EventText.edited(event, [.coordinates: "35, 36"]).event.place.precision == .unknown)
  }

  @Test("figures, sources and links are read, and what is not edited of a source stays")
  func lists() throws {
    let known = Source(
      who: "SANA", link: "https://example.org/1", note: "kept", figures: [Figure("deaths", best: 5)].compactMap { $0 })
    let event = Event(id: "a", title: "A", sources: [known])
    func edited(_ field: EventField, _ text: String) -> (event: Event, problems: [EventField: String]) {
      EventText.edited(event, [field: text])
    }
    #expect(edited(.figures, "deaths 5-7; injured 10+").event.figures.count == 2)
    #expect(edited(.figures, "deaths 5-7").event.sources[0].note == "kept")
    #expect(edited(.figures, "many").problems[.figures] != nil)
    let more = edited(.sources, "Reuters https://example.org/2; SANA https://example.org/1").event.sources
    #expect(more.map(\.who) == ["Reuters", "SANA"] && more[1] == known)
    #expect(edited(.sources, "SANA").event.sources == [Source(who: "SANA", note: "kept", figures: known.figures)])
    #expect(edited(.sources, "X ftp://example.org").problems[.sources] != nil)
    #expect(edited(.links, "disputes e2").event.links == [Event.Link(.disputes, to: "e2")])
    #expect(edited(.links, "loves e2").problems[.links] != nil)
    #expect(edited(.title, " ").problems[.title] != nil)
    #expect(
      EventText.edited(Event(id: "b", title: "B"), [.figures: "deaths 3"], by: "Ann").event.sources.map(\.who) == [
        "Ann"
      ])
  }
}
