import SituationModel

/// Makes filters and events that look random.
public struct FilterMaker {
  /// Where every named place is.
  public static let spot = Coordinate(latitude: 34.73, longitude: 36.72)

  private var generator: SeededGenerator
  /// True if filters ask for nothing that servers keep in no column: figures and provinces.
  private let isForServers: Bool

  /// A maker of the same things for the same seed.
  public init(seed: UInt64, isForServers: Bool = false) {
    (generator, self.isForServers) = (SeededGenerator(seed: seed), isForServers)
  }

  /// A number from 0 on, below another.
  public mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  /// One of some values.
  public mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// Any filter.
  public mutating func expression(depth: Int) -> FilterExpression {
    switch depth > 0 ? below(6) : 0 {
    case 1: .not(expression(depth: depth - 1))
    case 2: .certainly(expression(depth: depth - 1))
    case 3, 4: .and(expression(depth: depth - 1), expression(depth: depth - 1))
    case 5: .or(expression(depth: depth - 1), expression(depth: depth - 1))
    default: .term(term())
    }
  }

  /// Filters of kinds and dates alone.
  public mutating func datedExpression(depth: Int) -> FilterExpression {
    switch depth > 0 ? below(5) : 0 {
    case 1: .not(datedExpression(depth: depth - 1))
    case 2, 3: .and(datedExpression(depth: depth - 1), datedExpression(depth: depth - 1))
    case 4: .or(datedExpression(depth: depth - 1), datedExpression(depth: depth - 1))
    default: .term(datedTerm())
    }
  }

  /// An event of some days in December 2024.
  public mutating func datedEvent() throws -> Event {
    let first = 8 + below(8)
    let last = first + below(4)
    return Event(
      id: "x", title: "", kind: pick([.convoy, .strike]),
      when: try DateInterval(edtf: "2024-12-\(first < 10 ? "0" : "")\(first)/2024-12-\(last < 10 ? "0" : "")\(last)"))
  }

  /// A filter most of which the sections of a pane can show: of few words, so that they meet.
  public mutating func facetedExpression() -> FilterExpression {
    let parts = (0...below(5)).map { _ in
      switch below(6) {
      case 0: FilterExpression.not(.term(facetedTerm()))
      case 1: FilterExpression.or(.term(facetedTerm()), .term(facetedTerm()))
      case 2: FilterExpression.term(datedTerm())
      case 3: expression(depth: 1)
      default: FilterExpression.term(facetedTerm())
      }
    }
    return parts.dropFirst().reduce(parts[0]) { below(3) == 0 ? .and($1, $0) : .and($0, $1) }
  }

  /// A value of a section, as it may be typed.
  public mutating func facetedValue() -> FacetValue {
    while true {
      let value = below(5) == 0 ? FacetValue.missing(pick([.actor, .standing, .grade, .source])) : .term(facetedTerm())
      if value.facet != nil { return value }
    }
  }

  private mutating func facetedTerm() -> FilterTerm {
    switch below(8) {
    case 0: .text(.kind, pick(FilterTerm.TextRule.allCases), needle(["convoy", "strike", "Raid"]))
    case 1: .text(.actor, pick(FilterTerm.TextRule.allCases), needle(["Russia", "RUSSIA", "حسياء", "b"]))
    case 2: .text(.source, .equals, needle(["A", "B"]))
    case 3: .text(.text, .contains, needle(["Russia", "Homs"]))
    case 4: .standing(rank())
    case 5: .grade(grade())
    case 6: .has(pick([.actor, .standing, .grade, .source, .date]))
    default: below(2) == 0 ? .precision(rank()) : box()
    }
  }

  /// An event with something to say to each of these filters, or without it.
  public mutating func event() throws -> Event {
    let dated = try datedEvent()
    let names = ["Russia", "russia", "حسياء", "b"]
    let sources = (0..<below(3)).map { _ in
      Source(
        who: pick(["A", "B"]), via: pick([nil, "B"]), grade: AdmiraltyGrade(pick(["A1", "B2", "F6", ""])),
        figures: figures())
    }
    let spot = Coordinate(latitude: degrees(80), longitude: degrees(170))
    return Event(
      id: "e\(below(1_000_000_000))", title: pick(["", "Homs"]), kind: dated.kind,
      kindName: pick([nil, "Raid", "convoy"]), when: pick([nil, dated.when]),
      place: Place(name: nil, precision: pick(PlacePrecision.allCases), shape: pick([nil, .points([spot])])),
      standing: pick([nil, .confirmed, .alleged, .disputed]), actors: (0..<below(3)).map { _ in pick(names) },
      sources: sources)
  }

  /// The same where some places are of other forms and have names, some have radii, and some events are linked.
  public mutating func placedEvent() throws -> Event {
    let event = try event()
    let center = below(3) == 0 ? Self.spot : Coordinate(latitude: degrees(89), longitude: degrees(180))
    let near = Coordinate(latitude: center.latitude + degrees(1) / 2, longitude: max(-180, center.longitude - 0.3))
    let shape: Shape? = pick([
      nil, .points([near]), .points([near]), .points([center, near]), .lines([[center, near]]),
    ])
    return Event(
      id: event.id, title: event.title, kind: pick(EventKind.allCases), kindName: event.kindName, when: event.when,
      place: Place(
        name: pick([nil, "Homs", "حسياء", "a b"]), precision: pick(PlacePrecision.allCases), shape: shape,
        radius: pick([nil, nil, 3_000]), province: pick([nil, "Homs", "a b"])),
      standing: event.standing, actors: event.actors, sources: event.sources,
      links: below(5) == 0 ? [Event.Link(pick(Event.Link.Relation.allCases), to: "x")] : [])
  }

  /// The days of an interval.
  public static func days(of interval: DateInterval) -> [Instant] {
    guard let start = interval.start, let end = interval.end else { return [] }
    return stride(from: start.seconds, to: end.seconds, by: 86_400).map(Instant.init)
  }

  private mutating func datedTerm() -> FilterTerm {
    let date = CivilDate(year: 2024, month: 12, day: 6 + below(14)).map { DateInterval(unit: .day, at: Instant($0)) }
    guard below(4) > 0, let rule = date.flatMap({ TimeRule(pick(TimeRule.Relation.allCases), $0) }) else {
      return .text(.kind, .equals, needle(["convoy", "strike"]))
    }
    return .time(rule)
  }

  private mutating func term() -> FilterTerm {
    switch below(10) {
    case 9 where !isForServers: return .figure(figureRule())
    case 0, 1:
      return .text(
        pick(FilterTerm.TextField.allCases.filter { !isForServers || $0 != .province }),
        pick(FilterTerm.TextRule.allCases),
        needle([
          "Homs", "a b", "\"", "\\", "a\"b\\", "(", "x)", "-x", "or", "not", ":=", "<=", "حسياء", "\t", "a,b", ">=é",
        ]))
    case 2: return .standing(rank())
    case 3: return .precision(rank())
    case 4: return .grade(grade())
    case 5 where !isForServers && below(4) == 0: return .change(changeRule())
    case 5: return .has(pick(FilterTerm.Part.allCases))
    case 6: return .relation(pick(Event.Link.Relation.allCases))
    case 7: return time()
    case 8 where below(3) == 0: return .placed(pick(PlaceOrigin.allCases))
    default: return below(2) == 0 ? .near(near()) : below(3) == 0 ? polygon() : box()
    }
  }

  private mutating func changeRule() -> ChangeRule {
    if below(2) == 0 { return .changed(pick([.yes, .no, .added, .conflict, .field(.title)])) }
    return .text(pick(ChangeRule.Field.allCases), pick(FilterTerm.TextRule.allCases), needle(["a b", "x)", "\""]))
  }

  private mutating func figureRule() -> FigureRule {
    let name = pick([FigureName.deaths, .injured])
    switch below(4) {
    case 0: return FigureRule(name, .missing)
    case 1: return FigureRule(name, .equals(pick([0, 3, 5.5])))
    default: return FigureRule(name, .compares(pick(RankOrder.allCases), pick([0, 3, 10, 2.5])))
    }
  }

  /// The figures of a source, as files have them: one number, two ends, one end, or none.
  private mutating func figures() -> [Figure] {
    let low = Double(below(6))
    let all = [
      Figure(pick(["killed", "deaths"]), best: low), Figure("deaths", low: low, high: low + 4),
      Figure("wounded", low: low),
      Figure("deaths", low: low, best: low + 1, high: low + 9), Figure("injured", high: low),
    ]
    return below(2) == 0 ? [] : [pick(all)].compactMap { $0 }
  }

  private mutating func needle(_ texts: [String]) -> Needle {
    let text = pick(texts)
    guard let needle = Needle(text) else { preconditionFailure("\(text) is no needle") }
    return needle
  }

  private mutating func rank<Word: RankedWord>() -> RankRule<Word> {
    let word = pick(Array(Word.allCases))
    guard below(2) == 0, let rung = RankRule<Word>.Rung(word) else { return .equals(word) }
    return .compares(pick(RankOrder.allCases), rung)
  }

  private mutating func grade() -> GradeRule {
    let text = pick(["A", "B", "C", "D", "E", "F"]) + String(1 + below(6))
    guard let grade = AdmiraltyGrade(text) else { preconditionFailure("\(text) is no grade") }
    guard below(2) == 0, let judged = GradeRule.JudgedGrade(grade) else { return .equals(grade) }
    return .compares(pick(RankOrder.allCases), judged)
  }

  private mutating func time() -> FilterTerm {
    let rule = TimeRule(pick(TimeRule.Relation.allCases), randomInterval(using: &generator))
    return rule.map(FilterTerm.time) ?? .has(.date)
  }

  private mutating func near() -> NearRule {
    let center: NearRule.Center =
      below(2) == 0
      ? .named(pick(["Homs", "Deir ez-Zor", "a, b", "\"", "(x)", "50km"]), Self.spot)
      : .spot(Coordinate(latitude: degrees(90), longitude: degrees(180)))
    let value = pick([1, 0.5, 50, 1.0 / 3, 0.00001, 12_345.678])
    guard let distance = GroundDistance(value, pick([.metre, .kilometre])) else { preconditionFailure("\(value)") }
    return NearRule(center, distance)
  }

  private mutating func polygon() -> FilterTerm {
    let corners = (0..<3 + below(3)).map { _ in Coordinate(latitude: degrees(90), longitude: 20 + degrees(40)) }
    return GeoPolygon(corners).map(FilterTerm.inside) ?? .has(.place)
  }

  private mutating func box() -> FilterTerm {
    let (first, last) = (degrees(90), degrees(90))
    let box = GeoBox(west: degrees(180), south: min(first, last), east: degrees(180), north: max(first, last))
    return box.map(FilterTerm.within) ?? .has(.place)
  }

  /// Whole or not, on either side of zero.
  private mutating func degrees(_ most: Double) -> Double {
    let value = Double.random(in: -most...most, using: &generator)
    return below(2) == 0 ? value.rounded() : below(9) == 0 ? value / 1e9 : value
  }
}
