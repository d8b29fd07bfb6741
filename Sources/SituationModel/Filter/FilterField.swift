/// The words that a filter begins a term with.
public enum FilterField: String, CaseIterable, Hashable, Sendable {
  case kind, actor, place, province, destination, title, text, source, id, file
  case standing, grade, precision, placed, has, relation
  case changed, tag, comment, author
  case after, before, from, to, during, near, within, inside

  /// The field of a text, if it is one.
  var textField: FilterTerm.TextField? { FilterTerm.TextField(rawValue: rawValue) }

  /// The field of a time, if it is one.
  var timeRelation: TimeRule.Relation? { TimeRule.Relation(rawValue: rawValue) }

  /// The signs that may stand behind it.
  var signs: [String] {
    switch self {
    case .standing, .grade, .precision: [":", "="] + RankOrder.allCases.map(\.rawValue)
    case .kind, .actor, .place, .province, .destination, .title, .text, .source, .id, .file, .tag, .comment,
      .author:
      [":", "="]
    case .placed, .has, .relation, .after, .before, .from, .to, .during, .near, .within, .inside, .changed: [":"]
    }
  }

  /// The values that the field takes behind a sign, in words for a person.
  public func taken(behind sign: String) -> String {
    let isRanked = RankOrder(rawValue: sign) != nil
    func words<Word: RankedWord>(_ type: Word.Type) -> String {
      type.allCases.filter { !isRanked || $0.rank != nil }.map(\.rawValue).joined(separator: ", ")
    }
    return switch self {
    case .kind, .actor, .place, .province, .destination, .title, .text, .source, .id, .file, .tag, .comment, .author:
      "a text"
    case .changed: ChangeRule.Word.all.joined(separator: ", ")
    case .standing: words(Standing.self)
    case .precision: words(PlacePrecision.self)
    case .grade: isRanked ? "A1 to E5; F and 6 are not judged" : "A1 to F6"
    case .placed: PlaceOrigin.allCases.map(\.rawValue).joined(separator: ", ")
    case .has: FilterTerm.Part.allCases.map(\.rawValue).joined(separator: ", ")
    case .relation: Event.Link.Relation.allCases.map(\.rawValue).joined(separator: ", ")
    case .after, .to: "a date with an end, such as 2024-12-10, without ~ ? %"
    case .before, .from: "a date with a beginning, such as 2024-12-10, without ~ ? %"
    case .during: "a date such as 2024-12 or 2024-12-08/2024-12-14, without ~ ? %"
    case .near: "a place or lat,lon, and a distance in m, km or mi, such as Homs,50km"
    case .within: "west,south,east,north in degrees"
    case .inside: "3 to \(GeoPolygon.mostCorners) corners within half of the globe, such as 34,36;35,37;34,38"
    }
  }
}
