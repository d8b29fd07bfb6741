/// How many an event is to count of something.
public struct FigureRule: Hashable, Sendable {
  /// The condition for the figure.
  public enum Condition: Hashable, Sendable {
    /// No source states it.
    case missing
    case equals(Double)
    case compares(RankOrder, Double)
  }

  /// The figure.
  public let name: FigureName
  /// The condition.
  public let condition: Condition

  /// A rule for a figure.
  public init(_ name: FigureName, _ condition: Condition) { (self.name, self.condition) = (name, condition) }

  /// How a figure lies to the rule: `possible` where a part of its range meets the condition. One that is not stated meets no number,
  /// as a standing that is not stated is none.
  func membership(of range: FigureRange?) -> Membership {
    guard let range else { return Membership(condition == .missing) }
    switch condition {
    case .missing: return .outside
    case .equals(let number):
      if let low = range.low, low > number { return .outside }
      if let high = range.high, high < number { return .outside }
      return range.low == number && range.high == number ? .certain : .possible
    case .compares(let order, let limit):
      let (low, high) = (range.low.map { order.holds($0, limit) }, range.high.map { order.holds($0, limit) })
      // Of a range only one end can be the last to meet the condition.
      let (last, first) = order == .atLeast || order == .above ? (low, high) : (high, low)
      if last == true { return .certain }
      return first == false ? .outside : .possible
    }
  }
}

extension Event {
  /// The number that a rule asks for: one that sources state, or the count of its outlets or origins.
  func number(_ name: FigureName) -> FigureRange? {
    guard FigureName.counted.contains(name) else { return figure(name) }
    let origins = Origins(self)
    return .exactly(Double(name == .origins ? origins.groups.count : origins.outlets))
  }
}

/// The figures that a filter may ask for by their names.
public enum FigureNames: Sendable {
  /// Any: for filters that were saved, whose file is not there to say.
  case any
  /// The standard ones, and those of a file.
  case these([FigureName])

  func have(_ name: FigureName) -> Bool {
    switch self {
    case .any: true
    case .these(let names): FigureName.standard.union(FigureName.counted).contains(name) || names.contains(name)
    }
  }
}
