import SituationModel
import Testing

@Suite("Dates in words")
struct DateWordsTests {
  @Test(
    "A date says no more than is known",
    arguments: [
      ("2024", "2024", "to the year"),
      ("2024-12", "Dec 2024", "to the month"), ("0025-09", "Sep 0025", "to the month"),
      ("2024-12-13", "Fri 13 Dec 2024", "to the day"),
      ("2024-12-13T14", "Fri 13 Dec 2024 14h", "to the hour"),
      ("2024-12-13T14:05", "Fri 13 Dec 2024 14:05", "to the minute"),
      ("2024-12-13T14:05:09", "Fri 13 Dec 2024 14:05:09", "to the second"),
      ("2024-12-13T01:30+02:00", "Thu 12 Dec 2024 23:30", "to the minute"),
      ("2024-12-13T01+02:00/2024-12-13", "12 Dec 2024 23h - 13 Dec 2024", "some time in between"),
      ("2024-12~", "about Dec 2024", "to the month"),
      ("2024-12-13?", "Fri 13 Dec 2024 (uncertain)", "to the day"),
      ("2024%", "about 2024 (uncertain)", "to the year"),
      ("2024-12-08/2024-12-14", "8-14 Dec 2024", "some time in these 7 days"),
      ("2024-11-28/2024-12-08", "28 Nov-8 Dec 2024", "some time in these 11 days"),
      ("2024-12-28/2025-01-02", "28 Dec 2024 - 2 Jan 2025", "some time in these 6 days"),
      ("2024-11/2024-12", "Nov 2024 - Dec 2024", "some time in these 61 days"),
      ("2024-12-13T10/2024-12-13T12", "13 Dec 2024 10h - 13 Dec 2024 12h", "some time in between"),
      ("../2024-12-14", "until 14 Dec 2024", "some time up to then"),
      ("2024-12-08/..", "from 8 Dec 2024", "some time from then on"),
      ("-0044-03-15", "Thu 15 Mar -44", "to the day"),
    ])
  func words(edtf: String, words: String, precision: String) throws {
    let date = try interval(edtf)
    #expect(date.words == words)
    #expect(date.precisionWords == precision)
  }
}
