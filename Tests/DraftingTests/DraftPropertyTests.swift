import SituationIO
import SituationModel
import TestKit
import Testing

@testable import Drafting

/// Promises that hold for every report.
@Suite("Promises of drafts")
struct DraftPropertyTests {
  private func promises(_ result: ReportDrafts) {
    for draft in result.drafts {
      let sentence = draft.sentence.range
      func isInside(_ words: [SourceWords]) -> Bool {
        words.allSatisfy {
          $0.paragraph == draft.sentence.paragraph && sentence.lowerBound <= $0.range.lowerBound
            && $0.range.upperBound <= sentence.upperBound
            && draft.sentence.text.contains($0.text)
        }
      }
      #expect(isInside(draft.kind.words) && !draft.kind.words.isEmpty)
      #expect(isInside(draft.standing.words) && isInside(draft.time?.words ?? []))
      #expect(
        draft.place.map { isInside($0.words) && !$0.words.isEmpty } ?? true, "no place without words: \(draft.title)")
      #expect(
        (draft.actors + draft.tellers).allSatisfy { isInside($0.words) && draft.sentence.text.contains($0.value) })
      #expect(draft.figures.allSatisfy { isInside($0.words) && !$0.words.isEmpty })
    }
    for draft in result.drafts { if let again = draft.repeats { #expect(result.drafts.indices.contains(again.draft)) } }
  }

  @Test("each member's words lie in the sentence of its draft", arguments: Reports.labelled)
  func words(name: String, language: String) throws {
    promises(
      try Reports.drafter(language).drafts(
        of: [ReportDocument.read(path: Reports.path(name))], published: CivilDate(year: 2025, month: 3, day: 3)))
  }

  @Test("no text stops the reading", arguments: UInt64(0)..<20)
  func noise(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "A drone", "hit", "Homs", "on", "Friday", ",", ".", "and", "between", "to", "from", "the road", "south of", "'s",
      "“", "”", "\"", "-", "31 February", "2024",
      "killing", "at least", "99999999999999999999", "three", "said", "according to", "near", "Kyiv", "Ukraine", "U.S.",
      "(", ")", "\n\n", "in", "of", "last", "week", "ago",
      "until", "e\u{301}", "حمص", "🙂", "0", "1/2/2024", "12.12.12", "if", "not", "which", "told Reuters", ";", "…",
    ]
    let text = (0..<400).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }.joined(separator: " ")
    promises(try Reports.drafts(text))
    for language in ["de", "fr", "es", "ru", "uk", "ar"] { promises(try Reports.drafts(text, language: language)) }
  }

  @Test("a log has the position and the digest, and the words only if they are asked for")
  func references() throws {
    let document = ReportDocument(
      name: "report.txt", text: "A drone hit a house in Homs on Friday, killing at least 7 people. Syria is quiet.")
    let drafts = try Reports.drafter().drafts(of: [document], published: CivilDate(year: 2024, month: 12, day: 14))
    let plain = DraftLog(drafts, [document], quotes: false).fields(try #require(drafts.drafts.first))
    let summary = try #require(plain[.summary])
    #expect(summary.contains("paragraph 1, characters 1 to 65") && summary.contains(document.digest))
    #expect(!plain.values.contains { $0.contains("hit a house") })
    #expect(plain[.figures] == "deaths 7+")
    #expect(plain[.date] == "2024-12-13")
    let quoted = DraftLog(drafts, [document], quotes: true).fields(try #require(drafts.drafts.first))
    #expect(quoted[.summary]?.contains("A drone hit a house") == true)
    // The readers of files understand all fields.
    let (event, problems) = EventText.event(id: "draft", plain)
    #expect(problems.isEmpty, "\(problems)")
    #expect(event.place.precision == .locality)
  }
}
