import SituationModel

/// Rows that people write under a table, or between its parts, and that are no records: totals and notes. Counted as events they would
/// double all figures.
enum FootRow {
  /// The reason why a row is no record; nil for a record.
  ///
  /// A row that says when or where anything was is a record, whatever else it has.
  static func reason(_ texts: [String], _ interpretation: Interpretation) -> String? {
    guard !interpretation.isOwn, interpretation.names.count > 2, tells(interpretation) else { return nil }
    for use in interpretation.uses where telling.contains(use.meaning) && use.column < texts.count {
      if !texts[use.column].isEmpty, !isTotal(texts[use.column]), texts[use.column].utf8.contains(where: isDigit) {
        return nil
      }
    }
    let filled = texts.indices.filter { !texts[$0].trimmed.isEmpty }
    // Totals and headings are short: a row with a long text is neither, and a note alone.
    if filled.count > 1, filled.contains(where: { texts[$0].utf8.count > 100 }) { return nil }
    let words = filled.filter { TableNumber.number(texts[$0]) == nil && NumberReading().range(texts[$0]) == nil }
    let row = quoted(filled.map { texts[$0].trimmed }.joined(separator: "; "))
    if let first = words.first, words.allSatisfy({ isTotal(texts[$0]) }), filled.count > 1 || isTotal(texts[first]) {
      return "looks like a row of totals, and is no event: \(row)"
    }
    if filled.count == 1, isNote(texts[filled[0]]) {
      return "looks like a note under the table, and is no event: \(row)"
    }
    if filled.count == 1, filled == words, interpretation.meanings(of: filled[0]).contains(where: telling.contains) {
      return
        "has words where others say when or where it was, and nothing else, as a heading has, and is no event: \(row)"
    }
    if filled.count > 1, filled == words, filled.allSatisfy({ isCount($0, interpretation) }) {
      return "has words where counts stand, as a second row of names has, and is no event: \(row)"
    }
    let areNumbers = words.isEmpty && !filled.isEmpty && filled.count * 2 <= interpretation.names.count
    if areNumbers, filled.allSatisfy({ isCount($0, interpretation) }) {
      return "has numbers alone, as a row of totals has, and is no event: \(row)"
    }
    return nil
  }

  /// True if some field says when or where anything was, so that a row without is a strange one.
  static func tells(_ interpretation: Interpretation) -> Bool {
    interpretation.uses.contains { telling.contains($0.meaning) }
  }

  private static let telling: Set<ColumnMeaning> = [
    .time, .start, .end, .year, .month, .day, .lat, .lon, .geometry,
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte >= 0xD9 }

  private static func isCount(_ column: Int, _ interpretation: Interpretation) -> Bool {
    let meanings = interpretation.meanings(of: column)
    return meanings.contains(.figure) && meanings.allSatisfy { $0 == .figure }
  }

  private static func isTotal(_ text: String) -> Bool {
    guard text.utf8.count < 60 else { return false }
    let small = text.trimmed.lowercased().drop { "∑Σσ".contains($0) }
    // `Total (est.)`, `Summe: 12`.
    let name = small.prefix { $0 != "(" && $0 != ":" }
    let rest = String(small.dropFirst(name.count).drop { $0 == ":" }).trimmed
    let word = rest.hasPrefix("(") || rest.isEmpty || TableNumber.number(rest) != nil ? name : small
    let total = String(word).trimmed.filter { !":.=".contains($0) }
    if totals.contains(total) || partTotals.contains(where: { total.hasPrefix($0 + " ") }) { return true }
    return total.hasSuffix(" total") || total.hasSuffix(" subtotal") || total.hasPrefix("n=")
  }

  /// Words with which the total of a part of the table begins, before the name of the part.
  private static let partTotals = ["sub-total", "subtotal", "sub total", "zwischensumme", "sous-total", "grand total"]

  private static let totals: Set<String> = [
    "total", "totals", "grand total", "subtotal", "sub-total", "sub total", "sum", "total general", "total général",
    "sous-total", "somme", "summe", "gesamt", "gesamtsumme", "insgesamt", "zwischensumme", "totale", "totaal", "suma",
    "razem", "celkem", "toplam", "итого", "всего", "сумма", "разом", "всього", "المجموع", "الإجمالي", "الاجمالي",
    "مجموع", "average", "mean", "median", "cumulative", "durchschnitt", "mittelwert", "moyenne", "promedio", "среднее",
  ]

  /// True for `Source: our own count`, `* not confirmed` and the like.
  private static func isNote(_ text: String) -> Bool {
    let text = text.trimmed.lowercased()
    if text.hasPrefix("*") || text.hasPrefix("\u{A9}") || text.hasPrefix("(c)") { return true }
    guard let colon = text.firstIndex(of: ":") else { return false }
    return notes.contains(String(text[..<colon]).trimmed)
  }

  private static let notes: Set<String> = [
    "source", "sources", "note", "notes", "remark", "remarks", "nb", "n.b.", "legend", "quelle", "quellen", "hinweis",
    "anmerkung", "anmerkungen", "legende", "source(s)", "légende", "remarque", "fuente", "fuentes", "nota", "notas",
    "источник", "источники", "примечание", "примечания", "джерело", "джерела", "примітка", "المصدر", "المصادر",
    "ملاحظة",
    "ملاحظات",
  ]
}
