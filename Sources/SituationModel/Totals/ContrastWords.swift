extension TotalsContrast.Row {
  /// The events in words: `120 -> 133: +13 (+9 to +20 with the maybe), x1.11`.
  public var words: String {
    let open = differences
    let range =
      open.lowerBound == open.upperBound
      ? "" : " (\(open.lowerBound.signedWords) to \(open.upperBound.signedWords) with the maybe)"
    return "\(before.sure) -> \(after.sure): \(difference.signedWords)\(range), \(ratioWords ?? "too few for a ratio")"
  }

  /// The ratio: `x1.11`; nil where there are too few events for one.
  public var ratioWords: String? { ratio.map { "x" + (($0 * 100).rounded() / 100).figureWords } }

  /// The figure in words: `630 -> 512: -118; 3 and 5 events without`.
  public var figureWords: String {
    let missing = (before.sureFigure.missing, after.sureFigure.missing)
    let none = missing == (0, 0) ? "" : "; \(missing.0) and \(missing.1) events without"
    return "\(before.sureFigure.words) -> \(after.sureFigure.words): \(figureChangeWords)\(none)"
  }

  /// The change of the figure: one number, a range, or that it is not known.
  public var figureChangeWords: String {
    if let one = figureDifference { return one.signedWords }
    guard isFigureKnown else { return "not known" }
    let ends = figureDifferences
    return "\(ends.low.map(\.signedWords) ?? "?") to \(ends.high.map(\.signedWords) ?? "?")"
  }
}

extension Double {
  /// The number with its sign, of more than nothing too: `+12`.
  fileprivate var signedWords: String { (self > 0 ? "+" : "") + figureWords }
}

extension Int {
  /// The number with its sign, of more than nothing too: `+12`.
  public var signedWords: String { (self > 0 ? "+" : "") + String(self) }
}
