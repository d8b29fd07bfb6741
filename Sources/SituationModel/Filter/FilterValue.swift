/// The text behind the sign of a term, which each field reads in its own way.
struct FilterValue {
  let field: FilterField
  let sign: String
  let text: FilterLexer.Word
  let place: (String) -> Coordinate?
  let zone: Zone

  /// The term that it makes.
  func term() throws(FilterError) -> FilterTerm {
    switch field {
    case .kind, .actor, .place, .province, .destination, .title, .text, .source, .id, .file:
      guard let field = field.textField, let rule = FilterTerm.TextRule(rawValue: sign) else { throw wrong }
      return .text(field, rule, try known(Needle(text.text)))
    case .standing: return .standing(try rank())
    case .precision: return .precision(try rank())
    case .placed: return .placed(try known(PlaceOrigin(rawValue: word)))
    case .grade: return .grade(try grade())
    case .has: return .has(try known(FilterTerm.Part(rawValue: word)))
    case .relation: return .relation(try known(Event.Link.Relation(rawValue: word)))
    case .changed: return .change(.changed(try known(ChangeRule.Word(word))))
    case .tag, .comment, .author:
      guard let field = ChangeRule.Field(rawValue: field.rawValue), let rule = FilterTerm.TextRule(rawValue: sign)
      else { throw wrong }
      return .change(.text(field, rule, try known(Needle(text.text))))
    case .after, .before, .from, .to, .during: return .time(try time())
    case .near: return .near(try near())
    case .within: return .within(try box())
    case .inside: return .inside(try polygon())
    }
  }

  private var word: String { text.text.lowercased() }

  private var wrong: FilterError { wrong(at: 0) }

  private func wrong(at offset: Int) -> FilterError {
    FilterError(column: text.column(at: offset), reason: .value(field, sign: sign))
  }

  private func known<Value>(_ value: Value?) throws(FilterError) -> Value {
    guard let value else { throw wrong }
    return value
  }

  private func rank<Word: RankedWord>() throws(FilterError) -> RankRule<Word> {
    guard let word = Word(rawValue: word) else { throw wrong }
    guard let order = RankOrder(rawValue: sign) else { return .equals(word) }
    guard let rung = RankRule<Word>.Rung(word) else { throw wrong }
    return .compares(order, rung)
  }

  private func grade() throws(FilterError) -> GradeRule {
    guard let grade = AdmiraltyGrade(text.text) else { throw wrong }
    guard let order = RankOrder(rawValue: sign) else { return .equals(grade) }
    guard let judged = GradeRule.JudgedGrade(grade) else { throw wrong }
    return .compares(order, judged)
  }

  private func time() throws(FilterError) -> TimeRule {
    guard let relation = field.timeRelation, let date = try? DateInterval(edtf: text.text.uppercased(), on: zone),
      let rule = TimeRule(relation, date)
    else { throw wrong }
    return rule
  }

  /// `Homs,50km`, `34.7,36.7,50km`: the last comma is before the distance.
  private func near() throws(FilterError) -> NearRule {
    guard let comma = text.text.lastIndex(of: ",") else { throw wrong }
    let name = String(text.text[..<comma])
    guard let distance = GroundDistance(text.text[text.text.index(after: comma)...]) else {
      throw wrong(at: name.count + 1)
    }
    let numbers = name.split(separator: ",", omittingEmptySubsequences: false).map(FilterValue.number)
    if numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1] {
      guard let spot = Coordinate(checkedLatitude: latitude, longitude: longitude) else { throw wrong }
      return NearRule(.spot(spot), distance)
    }
    guard !name.isEmpty else { throw wrong }
    guard let found = place(name) else {
      throw FilterError(column: text.column(at: 0), reason: .unknownPlace(name))
    }
    return NearRule(.named(name, found), distance)
  }

  private func box() throws(FilterError) -> GeoBox {
    let edges = text.text.split(separator: ",", omittingEmptySubsequences: false).compactMap(FilterValue.number)
    guard edges.count == 4, text.text.count(where: { $0 == "," }) == 3,
      let box = GeoBox(west: edges[0], south: edges[1], east: edges[2], north: edges[3])
    else { throw wrong }
    return box
  }

  private func polygon() throws(FilterError) -> GeoPolygon {
    var corners: [Coordinate] = []
    for pair in text.text.split(separator: ";", omittingEmptySubsequences: false) {
      let numbers = pair.split(separator: ",", omittingEmptySubsequences: false).map(FilterValue.number)
      guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1],
        let corner = Coordinate(checkedLatitude: latitude, longitude: longitude)
      else { throw wrong }
      corners.append(corner)
    }
    return try known(GeoPolygon(corners))
  }

  /// A decimal number, and nothing else that `Double` would take.
  static func number(_ text: Substring) -> Double? {
    let text = text.drop { $0 == " " }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}

extension GroundDistance {
  /// `50km`, `800 m`, `2.5mi`.
  fileprivate init?(_ text: Substring) {
    let text = text.filter { $0 != " " }.lowercased()
    // `km` before `m`: the longer one.
    guard
      let unit = Unit.allCases.filter({ text.hasSuffix($0.rawValue) }).max(by: { $0.rawValue.count < $1.rawValue.count }
      ),
      let value = FilterValue.number(text.dropLast(unit.rawValue.count))
    else { return nil }
    self.init(value, unit)
  }
}
