import SituationModel

/// A place in the words of a file.
struct PlaceDraft {
  var name: String?
  var precision: String?
  var radius: Double?
  var shape: Shape?
  /// The word for the way in which the place got its form: `given` or `name`.
  var origin: String?
  /// The name of the province that it lies in.
  var province: String?
  /// The words of fields on towns, provinces and countries, and how exactly a codebook knows the place; without coordinates alone.
  var areas = PlaceClue()
  /// True if a field says that the place is not known.
  var isSaidUnknown = false
  /// True if the name is that of a province or a country, which `areas` has.
  var isNameOfArea = false

  /// The words by which the place may be found; nil where it has a form, is said to be none, or has no name.
  var clue: PlaceClue? {
    guard shape == nil || knownPoints == [], !isSaidUnknown else { return nil }
    var clue = areas
    clue.name = name.flatMap { PlaceDraft.isName($0) && !isNameOfArea ? $0 : nil }
    if let stated = precision.flatMap({ PlacePrecision(rawValue: $0.lowercased()) }) {
      if stated == .unplaced || stated == .unknown { return nil }
      clue.precision = stated
    }
    return clue.isEmpty ? nil : clue
  }

  /// The points without those at latitude 0 and longitude 0, which programs write that know no position; nil where there are none such, where
  /// it has another form, and where the record says how exactly the place is known.
  private var knownPoints: [Coordinate]? {
    guard case .points(let points) = shape, points.contains(where: \.isZero), radius == nil,
      precision.map({ PlacePrecision(rawValue: $0.lowercased()) ?? .unknown }) ?? .unknown == .unknown
    else { return nil }
    return points.filter { !$0.isZero }
  }

  /// False for texts without letters, and for words that say that nobody knows.
  static func isName(_ text: String) -> Bool {
    !text.hasPrefix("{\"") && text.unicodeScalars.contains { $0.properties.isAlphabetic }
      && !namesOfNothing.contains(text.lowercased())
  }

  private static let namesOfNothing: Set<String> = [
    "unknown", "unspecified", "not applicable", "not known", "n.a.", "(null)", "no location", "undisclosed", "various",
    "multiple", "several", "other", "unbekannt", "inconnu",
    "desconocido", "неизвестно", "невідомо", "غير معروف",
  ]

  /// The place that the words mean. It is never more exact than they say: without a precision that is known, the
  /// precision is `unknown`.
  func place(_ notes: inout RecordNotes) -> Place {
    var shape = shape
    if let knownPoints {
      notes.add(.zeroPosition(isOnly: knownPoints.isEmpty))
      shape = knownPoints.isEmpty ? nil : .points(knownPoints)
    }
    let precision = notes.precision(precision) ?? .unknown
    if precision == .unplaced, shape != nil {
      notes.add("a place that is \"unplaced\" has a geometry: it is not drawn", field: "geometry")
      return Place(name: name, precision: .unplaced, shape: nil, province: province)
    }
    if shape == nil, precision != .unplaced, precision != .unknown {
      notes.unread(
        "a place that is \(quoted(precision.rawValue)) has no geometry: it can't be drawn", field: "precision",
        value: precision.rawValue)
    }
    return Place(
      name: name, precision: precision, shape: shape, radius: notes.radius(radius), origin: notes.origin(origin),
      province: province)
  }
}

extension RecordNotes {
  fileprivate mutating func precision(_ word: String?) -> PlacePrecision? {
    guard let word else { return nil }
    let precision = PlacePrecision(rawValue: word.lowercased())
    if precision == nil { unread("\(quoted(word)) is no precision of a place", field: "precision", value: word) }
    return precision
  }

  fileprivate mutating func origin(_ word: String?) -> PlaceOrigin {
    guard let word else { return .given }
    let origin = PlaceOrigin(rawValue: word.lowercased())
    if origin == nil { unread("\(quoted(word)) is no way to a place", field: "placed", value: word) }
    return origin ?? .given
  }

  fileprivate mutating func radius(_ metres: Double?) -> Double? {
    guard let metres, metres > 0 else {
      if let metres { unread("a radius has to be more than 0 metres", field: "radius_m", value: "\(metres)") }
      return nil
    }
    return metres
  }
}
