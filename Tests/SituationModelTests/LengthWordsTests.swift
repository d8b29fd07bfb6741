import SituationModel
import Testing

@Suite("Lengths in words")
struct LengthWordsTests {
  @Test(
    "A length says no more than it is worth",
    arguments: [
      (161_234.0, 1_000.0, "161 km"), (161_234, 1_500, "162 km"), (161_234, 3_000, "160 km"),
      (161_234, 40_000, "150 km"),
      (9_400, 900, "9 km"), (2_360, 90, "2.4 km"), (2_360, 5, "2.36 km"), (850, 90, "900 m"), (850, 4, "850 m"),
      (0, 1, "under 1 m"), (400, 1_000, "under 1 km"), (-5, 10, "under 10 m"), (20_000_000, 1_000, "20000 km"),
      (.nan, 1, "?"), (1, .infinity, "?"),
    ])
  func words(meters: Double, worth: Double, text: String) {
    #expect(LengthWords(meters, worth: worth).text == text)
  }
}
