/// Texts that spreadsheets would take for formulas: one apostrophe in front disarms them.
enum FormulaText {
  /// A text that no spreadsheet takes for a formula.
  static func disarmed(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  /// The text that was disarmed.
  static func armed(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isFormula(text) ? String(text.dropFirst()) : text
  }

  /// True if a text begins as a formula does, behind apostrophes or not.
  private static func isFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first(where: { $0 != "'" }) {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
