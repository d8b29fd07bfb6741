import SituationModel
import Testing

@testable import Drafting

/// The places of drafts, which are never more exact than their sentences.
@Suite("Places of drafts")
struct DraftPlaceTests {
  private func draft(_ sentence: String) throws -> ReportDraft {
    // Another sentence says which country the report is about.
    try #require(try Reports.drafts("\(sentence) Syria is quiet.").drafts.first, "\(sentence)")
  }

  @Test(
    "the words around a name decide how exact a place is",
    arguments: [
      ("A drone hit a house in Homs on Friday.", "Homs", PlacePrecision.locality),
      ("A drone hit a house near Homs on Friday.", "Homs", .vicinity),
      ("A drone hit a house south of Homs on Friday.", "south of Homs", .region),
      ("Tanks shelled villages south of Homs on Friday.", "south of Homs", .region),
      ("Thousands fled from villages south of Homs on Friday.", "south of Homs", .region),
      ("Gunmen abducted four people on road Homs to Hama on Friday.", "road from Homs to Hama", .region),
      ("A drone hit a house 20 km north of Homs on Friday.", "north of Homs", .region),
      ("A drone hit a house in Homs province on Friday.", "Homs", .region),
      ("A drone hit a house in southern Syria on Friday.", "Southern Syria", .region),
      ("A drone hit a house in Syria on Friday.", "Syria", .country),
      ("A drone hit the port of Latakia on Friday.", "Latakia", .vicinity),
      ("A drone hit a truck on the road from Homs to Damascus on Friday.", "road from Homs to Damascus", .region),
      ("A drone hit a house in Homs or Hama on Friday.", "Homs and Hama", .region),
      ("A drone hit a house in Qwertyville on Friday.", "Qwertyville", .unplaced),
    ])
  func exactness(sentence: String, name: String, precision: PlacePrecision) throws {
    let place = try #require(try draft(sentence).place?.value, "\(sentence)")
    #expect(place.name == name)
    #expect(place.precision == precision)
  }

  @Test("the speaker's seat and an organisation's home are kept apart")
  func apart() throws {
    let drafts = try Reports.drafts("A drone hit a house in Homs, said a group based in London. Syria is quiet.").drafts
    let draft = try #require(drafts.first)
    #expect(draft.place?.value.name == "Homs")
    #expect(draft.apart.map(\.value.name) == ["London"])
  }

  @Test("a place that the sentence doubts is none")
  func doubted() throws {
    let draft = try draft("Trucks drove through what seemed to be Syria on Friday.")
    #expect(draft.place?.value.extent == DraftPlace.Extent.none)
    #expect(draft.place?.alternatives.isEmpty == false)
  }

  @Test("a name of several places is not decided")
  func ambiguous() throws {
    let drafts = try Reports.drafts("A bomb exploded in Tripoli on Friday. Lebanon and Libya were named.").drafts
    let place = try #require(drafts.first?.place)
    #expect(place.value.precision == .unplaced)
    #expect(place.alternatives.count >= 2)
  }

  @Test(
    "a longer name, a state of a country's name and an actor's home are no places of an event",
    arguments: [
      "A fire broke out at the Homs Fire Centre on Friday.", "A bomb exploded in Niger State on Friday.",
      "Chad closed the Adre crossing on Friday.",
    ])
  func otherNames(sentence: String) throws {
    let place = try draft(sentence).place?.value
    #expect(place == nil || place?.extent == DraftPlace.Extent.none)
  }

  @Test("where something came from is not where it happened, but where it left is")
  func origins() throws {
    #expect(try draft("A column of tanks arrived from Homs on Friday.").place == nil)
    #expect(try draft("A column of tanks withdrew from Homs on Friday.").place?.value.name == "Homs")
  }
}
