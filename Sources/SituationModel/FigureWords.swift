extension FigureRange {
  /// The range as a column has it: `12`, `10-15`, `5+`, `<=20`; the best number between the ends where there is one, `12/15/20`.
  public var words: String {
    switch (low, high) {
    case (let low?, let high?) where low == high: return low.figureWords
    case (let low?, let high?):
      guard let best, best != low || best != high else { return "\(low.figureWords)-\(high.figureWords)" }
      return "\(low.figureWords)/\(best.figureWords)/\(high.figureWords)"
    case (let low?, nil): return low.figureWords + "+"
    case (nil, let high?): return "<=" + high.figureWords
    case (nil, nil): return best.map { "about " + $0.figureWords } ?? "-"
    }
  }
}

extension Double {
  /// A number of a source as it gave it: whole, or to two decimals.
  public var figureWords: String {
    guard isFinite else { return "too much to add" }
    guard magnitude < 1e15 else { return description }
    if self == rounded() { return String(Int64(self)) }
    let hundredths = Int64((magnitude * 100).rounded())
    let cents = String(hundredths % 100)
    let digits = cents.count == 1 ? "0" + cents : cents
    return (self < 0 ? "-" : "") + "\(hundredths / 100).\(digits)"
  }
}
