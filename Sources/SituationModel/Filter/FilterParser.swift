/// Reads a filter.
///
///     filter      = [ expression ]
///     expression  = conjunction { "or" conjunction }
///     conjunction = factor { [ "and" ] factor }
///     factor      = ( "not" | "-" | "certainly" ) factor | "(" expression ")" | term
///
/// Own, by recursive descent: the errors are to say the column and what belongs there.
struct FilterParser {
  /// The most bytes, terms, and levels within each other: the input may come from anywhere.
  static let (longest, mostTerms, deepest) = (4_096, 256, 64)

  var words: FilterLexer
  let place: (String) -> Coordinate?
  let zone: Zone
  let figures: FigureNames
  private var terms = 0
  private var depth = 0

  init(
    _ text: String, on zone: Zone, figures: FigureNames, place: @escaping (String) -> Coordinate?
  ) throws(FilterError) {
    (self.zone, self.figures) = (zone, figures)
    if text.utf8.count > Self.longest {
      throw FilterError(column: 1, reason: .tooLong(limit: Self.longest))
    }
    words = FilterLexer(text)
    self.place = place
  }

  /// The whole filter; nil when it is empty.
  mutating func filter() throws(FilterError) -> FilterExpression? {
    if words.isAtEnd { return nil }
    let expression = try expression()
    if !words.isAtEnd { throw words.error(.unopenedParenthesis) }
    return expression
  }

  private mutating func expression() throws(FilterError) -> FilterExpression {
    var expression = try conjunction()
    while words.takeKeyword("or") { expression = .or(expression, try conjunction()) }
    return expression
  }

  private mutating func conjunction() throws(FilterError) -> FilterExpression {
    var expression = try factor()
    while words.takeKeyword("and") || words.continuesConjunction { expression = .and(expression, try factor()) }
    return expression
  }

  private mutating func factor() throws(FilterError) -> FilterExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw words.error(.tooDeep(limit: Self.deepest)) }
    if words.takeKeyword("not") || words.take("-") { return .not(try factor()) }
    if words.takeKeyword("certainly") { return .certainly(try factor()) }
    let opening = words.error(.unclosedParenthesis)
    guard words.take("(") else { return .term(try term()) }
    let expression = try expression()
    guard words.take(")") else { throw opening }
    return expression
  }

  private mutating func term() throws(FilterError) -> FilterTerm {
    terms += 1
    guard terms <= Self.mostTerms else { throw words.error(.tooManyTerms(limit: Self.mostTerms)) }
    let start = words.column
    if words.startsTerm, let name = words.fieldName() {
      guard let field = FilterField(rawValue: name.lowercased()) else {
        if let figure = FigureName(name), figures.have(figure) { return .figure(try figureRule(figure)) }
        throw FilterError(column: start, reason: .unknownField(name))
      }
      let signColumn = words.column
      let sign = words.sign()
      guard field.signs.contains(sign) else { throw FilterError(column: signColumn, reason: .sign(field)) }
      let missing = words.error(.value(field, sign: sign))
      guard let value = try words.value() else { throw missing }
      return try FilterValue(field: field, sign: sign, text: value, place: place, zone: zone).term()
    }
    let missing = words.error(.noTerm)
    guard words.startsTerm, let value = try words.value(), let needle = Needle(value.text) else { throw missing }
    return .text(.text, .contains, needle)
  }

  /// The rest of a term behind the name of a figure: a sign and a number, or `:none`.
  private mutating func figureRule(_ name: FigureName) throws(FilterError) -> FigureRule {
    let sign = words.sign()
    let wrong = words.error(.figure(name))
    guard let value = try words.value() else { throw wrong }
    if sign == ":", value.text.lowercased() == "none" { return FigureRule(name, .missing) }
    guard let number = FilterValue.number(value.text[...]) else { throw wrong }
    return FigureRule(name, RankOrder(rawValue: sign).map { .compares($0, number) } ?? .equals(number))
  }
}
