/// The rows that stand before a table's records: a line that names the separator, titles, comments, the names of the columns.
///
/// It works on rows of texts, wherever those come from.
struct TableHead {
  /// The number of rows of titles and comments before the names.
  let passed: Int
  /// True if the row behind them has the names of the columns.
  let hasNames: Bool
  /// The number of fields that most rows have.
  let width: Int

  /// The head of some rows.
  ///
  /// - Parameter rows: the first rows, blank ones left out.
  init(of rows: [[String]]) {
    let counts = rows.map { row in (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }
    let sizes = Dictionary(grouping: rows.map(\.count).filter { $0 > 1 }, by: { $0 }).mapValues(\.count)
    let most = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    // Titles have one field or two; names have about as many as the rows behind them.
    let first = rows.indices.first { index in
      let row = rows[index]
      // Names may be fewer than the fields of the rows behind them.
      let isWide = row.count >= most || row.count * 3 >= most * 2 && ColumnNames.isKnown(row)
      return isWide && counts[index] * 2 > most && !TableHead.isComment(row, in: rows)
    }
    passed = min(TableHead.lower(of: first ?? 0, in: rows), 30)
    hasNames = rows.indices.contains(passed) && TableHead.areNames(rows[passed])
    // The names say how many fields there are where some rows have as many: in others a comma within a text parts it.
    let named = hasNames ? rows[passed].count : most
    let isStated =
      named < most && ColumnNames.isKnown(rows[passed]) && rows.dropFirst(passed + 1).contains { $0.count == named }
    width = isStated ? named : most
  }

  /// The lower one of two rows of names: the upper one has gaps, and names groups of columns.
  private static func lower(of row: Int, in rows: [[String]]) -> Int {
    guard rows.indices.contains(row + 1), rows[row].contains("") else { return row }
    let (upper, lower) = (rows[row], rows[row + 1])
    func filled(_ row: [String]) -> Int { row.count { !$0.isEmpty } }
    let isFuller = filled(lower) > filled(upper) || lower.count(where: { ColumnNames.isKnown([$0]) }) > 2
    let isLower = ColumnNames.isKnown(lower) && isFuller && areNames(lower)
    return isLower && !lower.contains { TableNumber.number($0) != nil || DateReading.isDate($0) } ? row + 1 : row
  }

  /// The names of a row of names, with those of the row above it where it has none and that one has gaps: cells may be joined over both.
  static func joined(_ lower: [String], under upper: [String]?) -> [String] {
    guard let upper, upper.count == lower.count, upper.contains(""), lower.contains(""), areNames(upper) else {
      return lower
    }
    return zip(lower, upper).map { $0.isEmpty ? $1 : $0 }
  }

  /// True if a row under the names says nothing but units and forms, or is a rule of hyphens.
  static func areUnits(_ row: [String]) -> Bool {
    let cells = row.map { $0.trimmed.lowercased() }.filter { !$0.isEmpty }
    guard !cells.isEmpty else { return false }
    if cells.count > 1, cells.allSatisfy({ $0.utf8.count > 1 && $0.allSatisfy { "-:=".contains($0) } }) { return true }
    let hasUnit = cells.contains { !["-", "text", "string"].contains($0) }
    return hasUnit
      && cells.allSatisfy { cell in
        let isBracketed = cell.hasPrefix("(") && cell.hasSuffix(")") || cell.hasPrefix("[") && cell.hasSuffix("]")
        return isBracketed && cell.utf8.count < 20 || units.contains(cell)
      }
  }

  private static let units: Set<String> = [
    "-", "text", "string", "number", "integer", "float", "date", "datetime", "time", "utc", "local", "deg", "degrees",
    "degree",
    "decimal degrees", "dd", "\u{B0}", "m", "metres", "meters", "km", "count", "persons", "people", "yyyy-mm-dd",
    "dd/mm/yyyy",
    "mm/dd/yyyy", "dd.mm.yyyy", "hh:mm", "hhmm", "wgs84", "url", "%",
  ]

  /// The head of a sheet's rows, whose first row has been found to have the names, if any has.
  init(ofSheet rows: [[String]]) {
    (passed, width) = (0, rows.map(\.count).max() ?? 0)
    hasNames = rows.first.map(TableHead.areNames) ?? false
  }

  /// True for a line that begins with a sign of comments, and is no row of names that begins so.
  private static func isComment(_ row: [String], in rows: [[String]]) -> Bool {
    guard let first = row.first, first.hasPrefix("#") || first.hasPrefix("//") else { return false }
    return !ColumnNames.isKnown(row.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 })
  }

  /// True if a row has names of columns: one that is known, or no number and no date at all.
  static func areNames(_ texts: [String]) -> Bool {
    if ColumnNames.isKnown(texts) { return true }
    return !texts.contains { TableNumber.number($0) != nil || DateReading.isDate($0) }
  }

  /// The names of columns: those without one are called by their number.
  ///
  /// - Parameter width: how many columns there are at least.
  static func names(_ texts: [String], hasNames: Bool, width: Int = 0) -> [String] {
    let texts = texts + [String](repeating: "", count: max(0, width - texts.count))
    var names = texts.enumerated().map { $1.isEmpty || !hasNames ? "column \($0 + 1)" : $1 }
    if hasNames, let first = names.first, first.hasPrefix("#"), first.utf8.count > 1 {
      names[0] = String(first.dropFirst())
    }
    return names
  }
}
