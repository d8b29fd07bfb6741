/// A filter as the sections of a filter pane show it: which of their values are wanted, which are excluded, and what else
/// it says.
///
/// Any filter can be read into sections, and what they can't show is kept whole beside them: `expression` asks the same of
/// every event as what was read, and read again it gives the same sections.
public struct FacetedFilter: Hashable, Sendable {
  /// How a value stands.
  public enum Choice: Hashable, Sendable { case off, wanted, excluded }

  /// The wanted values, of which an event has at least one; of texts, all.
  public private(set) var wanted: [Facet: Set<FacetValue>] = [:]
  /// The excluded values.
  public private(set) var excluded: [Facet: Set<FacetValue>] = [:]
  /// The parts of the filter that no section can show, in the order in which they were written.
  public private(set) var others: [FilterExpression] = []

  /// The sections of a filter; nil lets everything through.
  public init(_ expression: FilterExpression?) {
    for part in expression?.conjuncts ?? [] { take(part) }
  }

  private mutating func take(_ part: FilterExpression) {
    if let group = FacetedFilter.group(part), group.facet.isConjunctive || wanted[group.facet] == nil,
      group.values.isDisjoint(with: excluded[group.facet] ?? [])
    {
      wanted[group.facet, default: []].formUnion(group.values)
    } else if let value = FacetValue(excludedBy: part), let facet = value.facet,
      !(wanted[facet] ?? []).contains(value)
    {
      excluded[facet, default: []].insert(value)
    } else {
      others.append(part)
    }
  }

  /// Values of one section that are joined as the section joins them.
  private static func group(_ part: FilterExpression) -> (facet: Facet, values: Set<FacetValue>)? {
    let alternatives = part.alternatives
    let values = alternatives.compactMap { FacetValue(wantedBy: $0) }
    guard values.count == alternatives.count, let facet = values.first?.facet else { return nil }
    guard values.allSatisfy({ $0.facet == facet }), !facet.isConjunctive || values.count == 1 else { return nil }
    return (facet, Set(values))
  }

  /// The filter that the sections say; nil when they let everything through.
  public var expression: FilterExpression? {
    let sections = Facet.allCases.compactMap { expression(of: $0) }
    return FilterExpression.all((sections + others).flatMap(\.conjuncts))
  }

  /// The part of the filter that one section makes; nil if nothing is chosen in it.
  func expression(of facet: Facet) -> FilterExpression? {
    let wanted = FacetedFilter.sorted(self.wanted[facet]).map(\.wanted)
    let excluded = FacetedFilter.sorted(self.excluded[facet]).map(\.excluded)
    let wanting = facet.isConjunctive ? FilterExpression.all(wanted) : FilterExpression.any(wanted)
    return FilterExpression.all([wanting].compactMap { $0 } + excluded)
  }

  /// In an order of their own, so that the same choice is the same filter however it was made.
  private static func sorted(_ values: Set<FacetValue>?) -> [FacetValue] {
    (values ?? []).map { ($0, $0.text) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// All that is chosen in a section, in the order in which the filter names it.
  public func chosen(in facet: Facet) -> [FacetValue] {
    FacetedFilter.sorted(wanted[facet]) + FacetedFilter.sorted(excluded[facet])
  }

  /// How a value stands.
  public func choice(of value: FacetValue) -> Choice {
    guard let facet = value.facet else { return .off }
    if wanted[facet]?.contains(value) ?? false { return .wanted }
    return excluded[facet]?.contains(value) ?? false ? .excluded : .off
  }

  /// Switches a value on, or off when it is wanted or excluded.
  public mutating func turn(_ value: FacetValue) {
    set(value, choice(of: value) == .off ? .wanted : .off)
  }

  /// Excludes a value, or lets it be when it is excluded.
  public mutating func exclude(_ value: FacetValue) {
    set(value, choice(of: value) == .excluded ? .off : .excluded)
  }

  private mutating func set(_ value: FacetValue, _ choice: Choice) {
    guard let facet = value.facet else { return }
    var (on, out) = (wanted[facet] ?? [], excluded[facet] ?? [])
    on.remove(value)
    out.remove(value)
    if choice == .wanted { on.insert(value) }
    if choice == .excluded { out.insert(value) }
    wanted[facet] = on.isEmpty ? nil : on
    excluded[facet] = out.isEmpty ? nil : out
  }

  /// Lets all values of a section be.
  public mutating func clear(_ facet: Facet) {
    wanted[facet] = nil
    excluded[facet] = nil
  }

  /// Drops one of the parts that no section shows.
  public mutating func drop(other index: Int) {
    if others.indices.contains(index) { others.remove(at: index) }
  }
}

extension FilterExpression {
  /// The parts that must all hold.
  var conjuncts: [FilterExpression] {
    if case .and(let first, let last) = self { first.conjuncts + last.conjuncts } else { [self] }
  }

  /// The parts of which one must hold.
  fileprivate var alternatives: [FilterExpression] {
    if case .or(let first, let last) = self { first.alternatives + last.alternatives } else { [self] }
  }

  /// How many terms it has.
  var termCount: Int {
    switch self {
    case .term: 1
    case .not(let other), .certainly(let other): other.termCount
    case .and(let first, let last), .or(let first, let last): first.termCount + last.termCount
    }
  }
}

extension EventFilter {
  /// True if the filter is short enough to be typed; a longer text could not be read again.
  public var canBeTyped: Bool {
    guard let expression else { return true }
    return expression.termCount <= FilterParser.mostTerms && text.utf8.count <= FilterParser.longest
  }
}
