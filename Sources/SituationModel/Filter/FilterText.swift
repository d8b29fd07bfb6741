extension FilterExpression {
  /// The filter as a person would type it. Read again it gives the same filter, as long as its places have the same names.
  public var text: String {
    switch self {
    case .term(let term): term.text
    case .not(.term(let term)): "-" + term.text
    case .not(let other): "not " + other.factorText
    case .certainly(let other): "certainly " + other.factorText
    case .and(let first, let last): first.conjunctionText + " " + last.factorText
    case .or(let first, let last):
      if case .or = last { "\(first.text) or (\(last.text))" } else { "\(first.text) or \(last.text)" }
    }
  }

  private var conjunctionText: String { if case .or = self { "(\(text))" } else { text } }

  private var factorText: String {
    switch self {
    case .and, .or: "(\(text))"
    case .term, .not, .certainly: text
    }
  }
}

extension FilterTerm {
  /// The term as a person would type it.
  public var text: String {
    switch self {
    case .text(let field, let rule, let needle): field.rawValue + rule.rawValue + FilterTerm.quoted(needle.text)
    case .standing(let rule): "standing" + rule.text
    case .precision(let rule): "precision" + rule.text
    case .placed(let origin): "placed:" + origin.rawValue
    case .grade(.equals(let grade)): "grade:" + grade.text
    case .grade(.compares(let order, let bound)): "grade" + order.rawValue + bound.grade.text
    case .has(let part): "has:" + part.rawValue
    case .relation(let relation): "relation:" + relation.rawValue
    case .figure(let rule): rule.name.text + FilterTerm.text(rule.condition)
    case .change(.changed(let word)): "changed:" + word.text
    case .change(.text(let field, let rule, let needle)):
      field.rawValue + rule.rawValue + FilterTerm.quoted(needle.text)
    case .time(let rule): "\(rule.relation.rawValue):\(rule.date.typed)"
    case .near(let rule):
      "near:\(FilterTerm.text(rule.center)),\(FilterTerm.number(rule.distance.value))\(rule.distance.unit.rawValue)"
    case .within(let box):
      "within:" + [box.west, box.south, box.east, box.north].map(FilterTerm.number).joined(separator: ",")
    case .inside(let polygon):
      "inside:"
        + polygon.corners.map { "\(FilterTerm.number($0.latitude)),\(FilterTerm.number($0.longitude))" }
        .joined(separator: ";")
    }
  }

  private static func text(_ condition: FigureRule.Condition) -> String {
    switch condition {
    case .missing: ":none"
    case .equals(let count): "=" + number(count)
    case .compares(let order, let count): order.rawValue + number(count)
    }
  }

  private static func text(_ center: NearRule.Center) -> String {
    switch center {
    case .spot(let spot): "\(number(spot.latitude)),\(number(spot.longitude))"
    case .named(let name, _): quoted(name)
    }
  }

  /// The shortest number that reads as the same again.
  private static func number(_ value: Double) -> String {
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// In quotes, if it would not be read as one word without.
  private static func quoted(_ text: String) -> String {
    let characters = FilterLexer.characters(of: text)
    if !characters.contains(where: FilterLexer.endsWord) { return text }
    return "\"" + characters.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
  }
}

extension RankRule {
  fileprivate var text: String {
    switch self {
    case .equals(let word): ":" + word.rawValue
    case .compares(let order, let rung): order.rawValue + rung.word.rawValue
    }
  }
}
