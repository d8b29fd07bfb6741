import SituationModel

/// The fields with values of the filter pane's sections.
extension Interpretation {
  /// A column with values of a section of the filter.
  struct FacetColumnUse: Hashable, Sendable {
    let column: Int
    let section: FacetKeys.Section
  }

  /// The columns in which a number is a figure by itself.
  static func countColumns(_ uses: [Use]) -> Set<Int> {
    let figures = uses.filter { $0.meaning == .figure }
    // Where a figure has several bounds, their numbers decide whether it is one.
    guard figures.allSatisfy({ $0.bound == .best }), Set(figures.map(\.figure)).count == figures.count else {
      return []
    }
    let others = Set(uses.lazy.filter { $0.meaning != .figure }.map(\.column))
    return Set(figures.map(\.column)).subtracting(others)
  }

  /// The section of the filter that a meaning belongs to; nil for none.
  private static func section(of meaning: ColumnMeaning) -> FacetKeys.Section? {
    switch meaning {
    case .kind: .kind
    case .actor: .actor
    case .source, .link, .sources, .figure, .grade: .source
    case .id, .title, .time, .clock, .zone, .start, .end, .year, .month, .day, .hour, .minute, .timePrecision,
      .published, .lat, .lon, .geometry, .place, .precision, .placed, .radius, .destination, .standing,
      .destinationLat, .destinationLon, .summary, .links, .members, .fallbackTitle, .other, .none:
      nil
    }
  }

  /// The columns with values of sections of the filter; nil where any column may have them.
  static func facetColumns(_ uses: [Use]) -> [FacetColumnUse]? {
    if uses.contains(where: { $0.meaning == .members }) { return nil }
    let columns = uses.compactMap { use in
      section(of: use.meaning).map { FacetColumnUse(column: use.column, section: $0) }
    }
    return Set(columns).sorted { ($0.column, $0.section.rawValue) < ($1.column, $1.section.rawValue) }
  }

  /// The same, of which only the fields with kinds, actors and sources mean anything.
  var forFacets: Interpretation {
    var interpretation = self
    interpretation.uses = uses.filter { Interpretation.section(of: $0.meaning) != nil }
    (interpretation.areas, interpretation.areaColumn, interpretation.grid) = (AreaFields(), nil, nil)
    return interpretation
  }
}
