/// Times of day on the clocks of a place of which nobody says the zone. They are no times of UTC.
enum LocalTime {
  /// The words that say so.
  static let words: Set<String> = [
    "local", "locale", "lokal", "ortszeit", "lokalzeit", "местное", "местного", "местному", "місцевий", "місцевого",
    "المحلي",
  ]

  /// True if a text says so.
  static func isNamed(in text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
  }
}
