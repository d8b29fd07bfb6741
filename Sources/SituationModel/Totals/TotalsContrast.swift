/// Two totals side by side: of two windows, two filters or two files.
public struct TotalsContrast: Sendable {
  /// The change of one part, or of the whole.
  public struct Row: Hashable, Sendable {
    /// The name; not made safe.
    public let name: String
    /// True if it is the part of those that state nothing.
    public let isMissing: Bool
    /// The events before, and after.
    public let before, after: Tally

    /// The sure events after, less those before.
    public var difference: Int { after.sure - before.sure }
    /// The least and the most that the difference may be, if events that are maybe count on the one side or on the other.
    public var differences: ClosedRange<Int> { after.sure - before.all...after.all - before.sure }
    /// The sure events after for each before; nil where fewer than ten on either side would make it look more than it is.
    public var ratio: Double? {
      before.sure >= Tally.fewest && after.sure >= Tally.fewest ? Double(after.sure) / Double(before.sure) : nil
    }
    /// True if there are too few events for a ratio.
    public var isSmall: Bool { ratio == nil }

    /// The least and the most by which the sum of the figure may have changed; an end is nil without a limit.
    public var figureDifferences: (low: Double?, high: Double?) {
      guard isFigureKnown else { return (nil, nil) }
      return (before.highest.map { after.sureFigure.low - $0 }, after.highest.map { $0 - before.sureFigure.low })
    }
    /// The difference of the sums over the sure events, where each side has one number.
    public var figureDifference: Double? {
      func number(_ sum: FigureSum) -> Double? { sum.best ?? (sum.low == sum.high ? sum.low : nil) }
      guard isFigureKnown else { return nil }
      return number(before.sureFigure).flatMap { before in number(after.sureFigure).map { $0 - before } }
    }

    /// False if one side has events, and none of them states the figure.
    public var isFigureKnown: Bool {
      [before.sureFigure, after.sureFigure].allSatisfy { $0.stating > 0 || $0.missing == 0 }
    }

    /// A row of a part that may be missing on a side.
    init(_ name: String, isMissing: Bool, before: Tally?, after: Tally?) {
      (self.name, self.isMissing) = (name, isMissing)
      (self.before, self.after) = (before ?? Tally(), after ?? Tally())
    }
  }

  /// One dimension.
  public struct Section: Sendable {
    /// The dimension.
    public let dimension: Dimension
    /// The parts that have events on either side, those that changed most first.
    public let rows: [Row]
  }

  /// All events.
  public let whole: Row
  /// The figures that either side states.
  public let figures: [(name: FigureName, row: Row)]
  /// The figure that rows have; nil without one.
  public let figure: FigureName?
  /// The dimensions that both sides were counted by.
  public let sections: [Section]

  /// Puts two totals side by side. Linear in their rows, but for sorting them.
  public init(before: Totals, after: Totals) {
    whole = Row("all", isMissing: false, before: before.whole, after: after.whole)
    figure = after.figure ?? before.figure
    let (old, new) = (TotalsContrast.figures(before), TotalsContrast.figures(after))
    figures = Set(old.keys).union(new.keys).sorted().map { name in
      // A side that states the figure nowhere has its events all the same.
      (
        name,
        Row(
          name.text, isMissing: false, before: old[name] ?? before.whole.withoutFigure,
          after: new[name] ?? after.whole.withoutFigure)
      )
    }
    sections = before.sections.compactMap { section in
      after.sections.first { $0.dimension == section.dimension }.map { Section(section, $0) }
    }
  }

  private static func figures(_ totals: Totals) -> [FigureName: Tally] {
    Dictionary(totals.figures.map { ($0.name, $0.tally) }) { first, _ in first }
  }
}

extension TotalsContrast.Section {
  fileprivate init(_ before: Totals.Section, _ after: Totals.Section) {
    struct Key: Hashable {
      let name: String
      let isMissing: Bool
    }
    func tallies(_ section: Totals.Section) -> [Key: Tally] {
      Dictionary(section.rows.map { (Key(name: $0.name, isMissing: $0.isMissing), $0.tally) }) { first, _ in first }
    }
    let (old, new) = (tallies(before), tallies(after))
    dimension = before.dimension
    rows = Set(old.keys).union(new.keys)
      .map { TotalsContrast.Row($0.name, isMissing: $0.isMissing, before: old[$0], after: new[$0]) }
      .sorted { left, right in
        let (a, b) = (abs(left.difference), abs(right.difference))
        if a != b { return a > b }
        if left.after.sure != right.after.sure { return left.after.sure > right.after.sure }
        return left.name != right.name ? left.name < right.name : left.isMissing
      }
  }
}
