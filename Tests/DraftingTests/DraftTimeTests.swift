import SituationModel
import Testing

@testable import Drafting

/// The times of drafts, by the day of publication: Saturday, 14 December 2024.
@Suite("Times of drafts")
struct DraftTimeTests {
  private func time(_ sentence: String, published: String? = "2024-12-14") throws -> String? {
    let drafts = try Reports.drafts(sentence, published: published).drafts
    return try #require(drafts.first, "\(sentence)").time?.value.edtf
  }

  @Test(
    "words for a time become the days that they may mean",
    arguments: [
      ("A drone hit Homs on Friday.", "2024-12-13"),
      ("A drone hit Homs on Saturday.", "2024-12-14"),
      ("A drone hit Homs on Sunday.", "2024-12-08"),
      ("A drone hit Homs yesterday.", "2024-12-13"),
      ("A drone hit Homs overnight.", "2024-12-13/2024-12-14"),
      ("A drone hit Homs on Thursday night.", "2024-12-12/2024-12-13"),
      ("A drone hit Homs last week.", "2024-12-07/2024-12-13"),
      ("A drone hit Homs earlier this month.", "2024-12-01/2024-12-14"),
      ("A drone hit Homs last month.", "2024-11"),
      ("A drone hit Homs three days ago.", "2024-12-11"),
      ("A drone hit Homs on 3 December.", "2024-12-03"),
      ("A drone hit Homs on December 3, 2024.", "2024-12-03"),
      ("A drone hit Homs between 3 and 5 December.", "2024-12-03/2024-12-05"),
      ("Drones have hit Homs since Tuesday.", "2024-12-10/2024-12-14"),
      ("A drone hit Homs in early December.", "2024-12-01/2024-12-15"),
      ("A drone hit Homs over the weekend.", "2024-12-14"),
      ("A drone hit Homs.", "../2024-12-14"),
    ])
  func words(sentence: String, edtf: String) throws {
    if sentence.contains("weekend") {
      // On a Saturday it may be this one.
      #expect(try time(sentence)?.hasSuffix("2024-12-14") == true)
    } else {
      #expect(try time(sentence) == edtf)
    }
  }

  @Test("“last Friday” may be a day of this week or of the one before")
  func lastWeekday() throws {
    let draft = try #require(try Reports.drafts("A drone hit Homs last Friday.").drafts.first)
    #expect(draft.time?.value.edtf == "2024-12-06/2024-12-13")
    #expect(draft.time?.alternatives.map(\.value.edtf) == ["2024-12-13", "2024-12-06"])
  }

  @Test("without a day of publication relative times stay undated")
  func undated() throws {
    #expect(try time("A drone hit Homs on Friday.", published: nil) == nil)
    #expect(try time("A drone hit Homs on 3 December 2024.", published: nil) == "2024-12-03")
  }

  @Test(
    "what is to come, and what is long past, is left out",
    arguments: [
      "A drone will hit Homs next week.", "If a drone hit Homs, sirens would sound.", "In 2015 a drone hit Homs.",
      "A drone may have hit Homs.",
    ])
  func leftOut(sentence: String) throws {
    let result = try Reports.drafts(sentence)
    #expect(result.drafts.isEmpty)
    #expect(result.leftOut.count == 1)
  }
}
