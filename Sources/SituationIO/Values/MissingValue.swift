/// Words that stand for a value that is not there.
enum MissingValue {
  static let words: Set<String> = [
    "", "na", "n/a", "nan", "null", "none", "-", "--", "?", "nil", "#n/a", "unknown",
  ]

  /// True if a text of a field with a meaning stands for nothing. Others, and blank ones, say something.
  static func isMissing(_ text: String) -> Bool { text.utf8.count <= 7 && words.contains(text.lowercased()) }

  /// True if a text of a field without a meaning stands for nothing.
  ///
  /// - Parameter isNumbered: true if `NA` can be no code there.
  static func isMissingText(_ text: String, isNumbered: Bool) -> Bool {
    switch text.utf8.count {
    case 0: true
    case 2: isNumbered && text.uppercased() == "NA"
    case 3...4: ["nan", "null", "n/a", "#n/a"].contains(text.lowercased())
    default: false
    }
  }
}
