/// A filter as far as the columns of a table can answer it, so that the texts of an event are read only where its answer
/// hangs on them.
///
/// Terms of kind, date, precision, standing and point, and of the names of places and files, are answered by numbers: what
/// compares texts does so once a name, not once an event.
struct ColumnFilter: Sendable {
  /// The answer for a row from the columns alone; nil if the event has to be read.
  private typealias Rule = @Sendable (Int) -> Membership?

  private let rule: Rule

  /// A filter of a table's rows. Linear in the names of places.
  init(_ expression: FilterExpression, of table: EventTable) { rule = ColumnFilter.rule(expression, table) }

  /// How the event of a row lies to the filter, as far as that is told without its texts.
  func membership(of row: Int) -> Membership? { rule(row) }

  private static func rule(_ expression: FilterExpression, _ table: EventTable) -> Rule {
    switch expression {
    case .term(let term): return rule(term, table)
    case .not(let other):
      let rule = rule(other, table)
      return { rule($0)?.reversed }
    case .certainly(let other):
      let rule = rule(other, table)
      return { rule($0).map { $0 == .certain ? .certain : .outside } }
    case .and(let left, let right):
      let (first, last) = rules(left, right, table)
      return { row in
        let membership = first(row)
        if membership == .outside { return .outside }
        let other = last(row)
        if other == .outside { return .outside }
        return membership.flatMap { membership in other.map(membership.and) }
      }
    case .or(let left, let right):
      let (first, last) = rules(left, right, table)
      return { row in
        let membership = first(row)
        if membership == .certain { return .certain }
        let other = last(row)
        if other == .certain { return .certain }
        return membership.flatMap { membership in other.map(membership.or) }
      }
    }
  }

  /// The rules of two sides, that of numbers alone before one that looks at bytes: neither `and` nor `or` minds.
  private static func rules(
    _ left: FilterExpression, _ right: FilterExpression, _ table: EventTable
  ) -> (first: Rule, last: Rule) {
    let (first, last) = (rule(left, table), rule(right, table))
    return left.looksAtTexts && !right.looksAtTexts ? (last, first) : (first, last)
  }

  private static func rule(_ term: FilterTerm, _ table: EventTable) -> Rule {
    let columns = table.columns
    switch term {
    case .text(let field, let rule, let needle): return self.rule(field, needle, table) { rule.holds(needle, $0) }
    case .standing(let rule):
      let answers = [Membership(rule.holds(nil))] + Standing.allCases.map { Membership(rule.holds($0)) }
      return { answers[Int(columns.standings[$0])] }
    case .precision(let rule):
      let answers = PlacePrecision.allCases.map { Membership(rule.holds($0)) }
      return { answers[Int(columns.precisions[$0])] }
    case .placed(.name): return { Membership(columns.flags[$0].contains(.isPlacedByName)) }
    case .placed(.given):
      return { row in
        if columns.flags[row].contains(.isPlacedByName) { return .outside }
        return Membership(columns.precisions[row] != PlacePrecision.unplaced.code)
      }
    case .grade: return { columns.flags[$0].contains(.hasGrade) ? nil : .outside }
    case .has(let part): return self.rule(part, columns)
    case .relation: return { columns.flags[$0].contains(.hasLinks) ? nil : .outside }
    case .figure(let rule): return self.rule(rule, columns)
    case .change(let rule): return self.rule(rule, table)
    case .time(let rule): return { rule.membership(of: columns.when($0)) }
    case .near(let rule):
      let (center, radius) = (rule.center.coordinate, rule.distance.meters)
      let latitudes = center.latitude...center.latitude
      return place(columns, latitudes, radius) { $0.membership(within: radius, of: center) }
    case .within(let box): return place(columns, box.south...box.north, 0) { $0.membership(in: box) }
    case .inside(let polygon): return place(columns, -90...90, 0) { polygon.membership(of: $0) }
    }
  }

  private static func rule(
    _ field: FilterTerm.TextField, _ needle: Needle, _ table: EventTable, meets condition: (String) -> Bool
  ) -> Rule {
    let (columns, events) = (table.columns, table.events)
    switch field {
    case .kind:
      let kinds = columns.kindTable
      // A filter finds an event by the program's name for its kind too, which is `other` for all words of files.
      let holds = (0...UInt8.max).map { code in
        condition(kinds.word(ofCode: code)) || condition((EventKind(code: Int(code)) ?? .other).rawValue)
      }
      return { row in
        let code = columns.kinds[row]
        if holds[Int(code)] { return .certain }
        return code < KindTable.firstOwn && columns.flags[row].contains(.hasOwnKind) ? nil : .outside
      }
    case .place:
      let answers = columns.names.map { Membership(condition($0)) }
      return { columns.places[$0] < 0 ? .outside : answers[Int(columns.places[$0])] }
    case .province:
      guard let provinces = columns.provinces else { return { _ in .outside } }
      let answers = [Membership.outside] + provinces.names.dropFirst().map { Membership(condition($0)) }
      return { answers[Int(provinces.codes[$0])] }
    case .file:
      if columns.files.isEmpty { return { _ in .outside } }
      let answers = table.files.map { Membership(condition($0.name)) }
      return { answers.isEmpty ? nil : answers[Int(columns.files[$0])] }
    case .text:
      // Its place is one of the texts that a search looks at.
      let holds = columns.names.map(condition)
      return { row in
        if columns.places[row] >= 0 && holds[Int(columns.places[row])] { return .certain }
        return events.mayMention(needle, row) ? nil : .outside
      }
    case .actor, .destination, .title, .source: return { events.mayMention(needle, $0) ? nil : .outside }
    // One may have been made for it.
    case .id: return { _ in nil }
    }
  }

  private static func rule(_ figure: FigureRule, _ columns: EventColumns) -> Rule {
    // What is counted and not stated is in no column.
    if FigureName.counted.contains(figure.name) { return { _ in nil } }
    let missing = figure.membership(of: nil)
    guard let column = columns.figure(figure.name) else {
      // Without a column it is stated by no event, unless there were too many names for columns.
      if columns.hasAllFigures { return { _ in missing } }
      return { _ in nil }
    }
    let answers = [missing] + column.ranges.dropFirst().map { figure.membership(of: $0) }
    return { answers[Int(column.codes[$0])] }
  }

  private static func rule(_ part: FilterTerm.Part, _ columns: EventColumns) -> Rule {
    switch part {
    case .date: { Membership(columns.when($0) != nil) }
    case .place: { columns.flags[$0].contains(.isPoint) ? .certain : nil }
    case .standing: { Membership(columns.standings[$0] != 0) }
    case .grade: { Membership(columns.flags[$0].contains(.hasGrade)) }
    case .relation: { Membership(columns.flags[$0].contains(.hasLinks)) }
    case .destination, .actor, .summary, .source, .link, .published: { _ in nil }
    }
  }

  /// A rule for places that are points, those far to the north or south of some latitudes left out at once.
  private static func place(
    _ columns: EventColumns, _ latitudes: ClosedRange<Double>, _ margin: Double,
    _ membership: @escaping @Sendable (Place) -> Membership
  ) -> Rule {
    let margins = PlacePrecision.allCases.map { precision in
      let point = Coordinate(latitude: 0, longitude: 0)
      let reach = Place(name: nil, precision: precision, shape: .points([point])).reach
      // A degree of latitude is nowhere shorter than 110 km.
      return (margin + reach) / 110_000 + 0.001
    }
    return { row in
      guard columns.flags[row].contains(.isPoint) else { return nil }
      let (point, number) = (columns.point(row).coordinate, Int(columns.precisions[row]))
      let latitude = point.latitude
      if latitude < latitudes.lowerBound - margins[number] || latitude > latitudes.upperBound + margins[number] {
        return .outside
      }
      return self.membership(of: point, PlacePrecision(code: number), membership)
    }
  }

  /// The answer of a rule for a point that may be off by as much as columns are rounded; nil if the rounding might change the answer.
  private static func membership(
    of point: Coordinate, _ precision: PlacePrecision, _ membership: (Place) -> Membership
  ) -> Membership? {
    let shape = Shape.points([point])
    let reach = Place(name: nil, precision: precision, shape: shape).reach
    let wide = membership(Place(name: nil, precision: .vicinity, shape: shape, radius: reach + GlobePoint.margin))
    switch wide {
    case .outside: return .outside
    // Of a place that may be anywhere nothing is certain.
    case .certain: return precision == .unknown ? .possible : .certain
    case .possible:
      guard reach > 0 else { return nil }
      let narrow = membership(Place(name: nil, precision: .vicinity, shape: shape, radius: reach - GlobePoint.margin))
      return narrow == .possible ? .possible : nil
    }
  }
}

extension FilterExpression {
  /// True if a term of the expression asks for a text that is in no column.
  fileprivate var looksAtTexts: Bool {
    switch self {
    case .term(.text(let field, _, _)): ![.kind, .place, .province, .file].contains(field)
    case .term: false
    case .not(let other), .certainly(let other): other.looksAtTexts
    case .and(let first, let last), .or(let first, let last): first.looksAtTexts || last.looksAtTexts
    }
  }
}
