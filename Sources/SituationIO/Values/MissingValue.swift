/// Words that stand for a value that is not there.
enum MissingValue {
  static let words: Set<String> = [
    "", "na", "n/a", "nan", "<na>", "null", "(null)", "\\n", "none", "-", "--", "?", "nil", "#n/a", "unknown",
  ]

  /// True if a text of a field with a meaning stands for nothing. Others, and blank ones, say something.
  static func isMissing(_ text: String) -> Bool {
    // pandas writes NaT for no time; in small letters or capitals it is a word.
    text.utf8.count <= 7 && (text == "NaT" || words.contains(text.lowercased()))
  }

  /// Longer words for the same, as they stand where a number, a date or an angle should.
  private static let phrases: Set<String> = [
    "unk", "tbc", "tbd", "no data", "no info", "not known", "not available", "not stated", "not specified",
    "not reported", "unspecified",
    "undisclosed", "unbekannt", "keine angabe", "keine angaben", "k.a.", "k. a.", "n.a.", "n. a.", "inconnu",
    "non précisé", "non communiqué", "n.c.", "desconocido", "sin datos", "s/d", "no disponible", "нет данных", "н/д",
    "неизвестно", "нет сведений", "немає даних", "невідомо", "غير معروف", "لا توجد بيانات",
  ]

  /// True if a text stands for nothing in a field of numbers, dates or angles.
  static func isMissingNumber(_ text: String) -> Bool {
    isMissing(text) || text.utf8.count <= 40 && phrases.contains(text.lowercased())
  }

  /// True if a text of a field without a meaning stands for nothing.
  ///
  /// - Parameter isNumbered: true if `NA` can be no code there.
  static func isMissingText(_ text: String, isNumbered: Bool) -> Bool {
    switch text.utf8.count {
    case 0: true
    case 2: isNumbered && text.uppercased() == "NA"
    case 3...4: text == "NaT" || ["nan", "<na>", "null", "n/a", "#n/a"].contains(text.lowercased())
    default: false
    }
  }
}
