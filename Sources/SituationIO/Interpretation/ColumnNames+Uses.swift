extension ColumnNames {
  /// The uses of fields, one each.
  static func uses(of names: [String], _ values: ColumnValues) -> [Interpretation.Use] {
    var guess = NameGuess(names, values)
    guess.findSingle()
    guess.findSeveral()
    guess.findKind()
    guess.findZones()
    guess.findPairs()
    guess.findDestinations()
    guess.findPlaceNames()
    guess.findRadius()
    guess.findDates()
    guess.findBounds()
    guess.findClocks()
    guess.findClockBounds()
    guess.findTimePrecision()
    guess.findFigures()
    return guess.uses
  }
}
