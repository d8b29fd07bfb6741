/// A filter as the numbers of a table of values answer it, and else its columns: an event is read only where neither can.
struct FacetRule: Sendable {
  private let rule: @Sendable (Int) -> Membership

  /// A filter of the rows of a table. Linear in the values of the sections that it is of.
  init(_ expression: FilterExpression, of table: FacetTable) { rule = FacetRule.rule(expression, table) }

  /// How the event of a row lies to the filter.
  func membership(of row: Int) -> Membership { rule(row) }

  private static func rule(_ expression: FilterExpression, _ table: FacetTable) -> @Sendable (Int) -> Membership {
    switch expression {
    case .not(let other):
      let rule = rule(other, table)
      return { rule($0).reversed }
    case .certainly(let other):
      let rule = rule(other, table)
      return { rule($0) == .certain ? .certain : .outside }
    case .and(let left, let right):
      let (first, last) = (rule(left, table), rule(right, table))
      return { first($0).and(last($0)) }
    case .or(let left, let right):
      let (first, last) = (rule(left, table), rule(right, table))
      return { first($0).or(last($0)) }
    case .term(let term): return rule(term, table) ?? columned(expression, table.events)
    }
  }

  /// A term that is a value of a section; nil for another.
  private static func rule(_ term: FilterTerm, _ table: FacetTable) -> (@Sendable (Int) -> Membership)? {
    if case .has(let part) = term, let facet = FacetValue.missing(part).facet, let column = table.column(facet) {
      guard let missing = table.index(of: .missing(part), in: facet) else { return { _ in .certain } }
      return { Membership(!column.ids(of: $0).contains(Int32(missing))) }
    }
    let value = FacetValue.term(term)
    guard let facet = value.facet, isValue(term), let column = table.column(facet) else { return nil }
    guard let index = table.index(of: value, in: facet) else { return { _ in .outside } }
    return { Membership(column.ids(of: $0).contains(Int32(index))) }
  }

  /// True if a term names a whole value, so that it holds of exactly the events with that value.
  private static func isValue(_ term: FilterTerm) -> Bool {
    switch term {
    case .text(let field, .equals, _): [.kind, .actor, .source, .file].contains(field)
    case .standing(.equals), .grade(.equals), .precision(.equals), .placed: true
    default: false
    }
  }

  private static func columned(_ expression: FilterExpression, _ events: EventTable) -> @Sendable (Int) -> Membership {
    let filter = ColumnFilter(expression, of: events)
    return { filter.membership(of: $0) ?? events.membership(of: $0, expression) }
  }
}
