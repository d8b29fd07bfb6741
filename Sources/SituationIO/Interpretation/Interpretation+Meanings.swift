extension Interpretation {
  /// The meanings of a field, each once.
  func meanings(of column: Int) -> [ColumnMeaning] {
    // Minutes, seconds and sides belong to the angle whose degrees have a field of their own.
    if let angle = angles.first(where: { $0.value.others.contains(column) }) { return meanings(of: angle.key) }
    var meanings: [ColumnMeaning] = []
    for use in uses where use.column == column && !meanings.contains(use.meaning) { meanings.append(use.meaning) }
    return meanings
  }
}
