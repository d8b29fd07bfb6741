/// Which events are wanted: terms, joined.
///
/// Its answer to an event is a `Membership`. Where a date or a place leaves it open whether a term holds, the answer is
/// `possible`, and what is open stays open through `not`, `and` and `or` (Kleene's logic of three values): an event is
/// outside only where it is ruled out.
public indirect enum FilterExpression: Hashable, Sendable {
  case term(FilterTerm)
  /// Outside where the other is certain, certain where it is outside; what is open stays so.
  case not(FilterExpression)
  /// Certain where the other is; what is open is outside.
  case certainly(FilterExpression)
  case and(FilterExpression, FilterExpression)
  case or(FilterExpression, FilterExpression)

  /// The membership of an event, with the changes that people made to it, in the set that the expression describes.
  public func membership(of event: Event, changes: EventHistory? = nil) -> Membership {
    switch self {
    case .term(let term): return term.membership(of: event, changes: changes)
    case .not(let other): return other.membership(of: event, changes: changes).reversed
    case .certainly(let other): return other.membership(of: event, changes: changes) == .certain ? .certain : .outside
    case .and(let first, let last):
      let membership = first.membership(of: event, changes: changes)
      if membership == .outside { return .outside }
      return membership.and(last.membership(of: event, changes: changes))
    case .or(let first, let last):
      let membership = first.membership(of: event, changes: changes)
      if membership == .certain { return .certain }
      return membership.or(last.membership(of: event, changes: changes))
    }
  }

  /// All of some expressions; nil when there are none.
  public static func all(_ expressions: [FilterExpression]) -> FilterExpression? {
    expressions.dropFirst().reduce(expressions.first) { sum, next in sum.map { .and($0, next) } }
  }

  /// Any of some expressions; nil when there are none.
  public static func any(_ expressions: [FilterExpression]) -> FilterExpression? {
    expressions.dropFirst().reduce(expressions.first) { sum, next in sum.map { .or($0, next) } }
  }
}

extension Membership {
  /// The contrary; what is open stays so.
  var reversed: Membership {
    switch self {
    case .certain: .outside
    case .possible: .possible
    case .outside: .certain
    }
  }

  /// The weaker of two answers.
  func and(_ other: Membership) -> Membership {
    if self == .outside || other == .outside { return .outside }
    return self == .certain && other == .certain ? .certain : .possible
  }

  /// The stronger of two answers.
  func or(_ other: Membership) -> Membership {
    if self == .certain || other == .certain { return .certain }
    return self == .outside && other == .outside ? .outside : .possible
  }
}
