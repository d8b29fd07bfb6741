extension Interpretation {
  /// The meanings of a field, each once.
  func meanings(of column: Int) -> [ColumnMeaning] {
    var meanings: [ColumnMeaning] = []
    for use in uses where use.column == column && !meanings.contains(use.meaning) { meanings.append(use.meaning) }
    return meanings
  }
}
