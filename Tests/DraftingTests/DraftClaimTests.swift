import SituationModel
import Testing

@testable import Drafting

/// Who says so, how firmly, and what is counted.
@Suite("Claims of drafts")
struct DraftClaimTests {
  private func draft(_ sentence: String) throws -> ReportDraft {
    try #require(try Reports.drafts("\(sentence) Syria is quiet.").drafts.first, "\(sentence)")
  }

  @Test(
    "hedges and tellers give the standing",
    arguments: [
      ("A drone hit a house in Homs.", Standing.reported, [String]()),
      ("A drone allegedly hit a house in Homs.", .alleged, []),
      ("A drone hit a house in Homs, according to the defence ministry.", .claimed, ["defence ministry"]),
      ("A drone hit a house in Homs, residents said.", .reported, ["residents"]),
      ("A drone hit a house in Homs in footage verified by Reuters.", .confirmed, ["Reuters"]),
    ])
  func standing(sentence: String, standing: Standing, tellers: [String]) throws {
    let draft = try draft(sentence)
    #expect(draft.standing.value == standing)
    #expect(draft.tellers.map(\.value) == tellers)
  }

  @Test(
    "figures keep their low and high",
    arguments: [
      ("A drone hit Homs, killing at least 7 people.", "deaths", 7.0, nil),
      ("A drone hit Homs, killing 2 women and injuring 5 children.", "deaths", 2.0, 2.0),
      ("A drone hit Homs, wounding between 12 and 15.", "injured", 12.0, 15.0),
      ("A drone hit Homs and killed up to 20 soldiers.", "deaths", nil, 20.0),
      ("A drone hit Homs and dozens of people were killed.", "deaths", 24.0, nil),
    ] as [(String, String, Double?, Double?)])
  func figures(sentence: String, what: String, low: Double?, high: Double?) throws {
    let figure = try #require(try draft(sentence).figures.first { $0.value.what == what }, "\(sentence)").value
    #expect(figure.floor == low)
    #expect(figure.ceiling == high)
  }

  @Test("a sentence that speaks of an event again is proposed as the same")
  func repeats() throws {
    let drafts = try Reports.drafts(
      "A drone hit a house in Homs on Friday. The attack killed three people. Syria is quiet."
    ).drafts
    #expect(drafts.count == 2)
    #expect(drafts.last?.repeats?.draft == 0)
  }

  @Test(
    "quoted opinions, denials and fears are left out",
    arguments: [
      "“They hit us again,” he thought.", "The army denied that it hit Homs.", "Analysts fear an attack.",
      "No attack was reported in Homs.",
    ])
  func leftOut(sentence: String) throws {
    #expect(try Reports.drafts(sentence).drafts.isEmpty)
  }
}
