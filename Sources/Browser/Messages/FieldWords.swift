import SituationModel

/// The words of the form for the fields of an event.
extension EventField {
  /// The label of the field, of at most twelve letters.
  var label: String {
    switch self {
    case .title: "Title"
    case .kind: "Kind"
    case .date: "Date"
    case .published: "Known since"
    case .place: "Place"
    case .coordinates: "Coordinates"
    case .precision: "Precision"
    case .radius: "Within"
    case .province: "Province"
    case .destination: "Bound for"
    case .standing: "Standing"
    case .actors: "Actors"
    case .figures: "Figures"
    case .summary: "Summary"
    case .sources: "Sources"
    case .links: "Links"
    }
  }

  /// The texts that the field accepts.
  var hint: String {
    switch self {
    case .title: "a headline in a few words"
    case .kind: "\(choices.joined(separator: ", ")), or a word of your own"
    case .date: "13 Dec 2024, 2024-12-13 14:30, 8-14 Dec 2024, 2024-12, or EDTF such as 2024-12-13?; empty: no date"
    case .published: "when the report became known, written like a date"
    case .place: "the name of a town, a road, a region or a country"
    case .coordinates:
      "34.88 35.88, 34 52 48 N 35 53 E, a grid square (MGRS), or WKT for a line or an area; empty: no place"
    case .precision:
      "how exactly the place is known: exact, vicinity, locality, region or country; unknown leaves that open"
    case .radius: "for a vicinity: the distance with its unit, 5 km, 800 m or 3 mi"
    case .province: "the name of the province"
    case .destination: "the place for which it was bound, if someone said so"
    case .standing: "\(choices.joined(separator: ", ")); empty: not stated"
    case .actors: "names with semicolons between them"
    case .figures: "numbers with their names: deaths 5-7; injured 12"
    case .summary: "some sentences"
    case .sources: "who says so, with an address if there is one: NBC News https://...; semicolons between sources"
    case .links: "other events by their ids: disputes ev-12; follows ev-3"
    }
  }

  /// The words among which the field is chosen; none if any text may be right.
  var choices: [String] {
    switch self {
    case .kind: EventKind.allCases.filter { $0 != .other }.map(\.rawValue)
    case .precision: PlacePrecision.allCases.filter { $0 != .unplaced }.map(\.rawValue)
    case .standing: Standing.allCases.map(\.rawValue)
    case .title, .date, .published, .place, .coordinates, .radius, .province, .destination, .actors, .figures, .summary,
      .sources, .links:
      []
    }
  }

  /// The greatest number of characters; more would come from something pasted by mistake.
  var longest: Int {
    switch self {
    case .summary, .coordinates: 16_384
    case .sources, .links, .actors, .figures: 4_096
    case .title, .kind, .date, .published, .place, .precision, .radius, .province, .destination, .standing: 1_000
    }
  }
}
