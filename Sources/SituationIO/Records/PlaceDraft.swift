import SituationModel

/// A place in the words of a file.
struct PlaceDraft {
  var name: String?
  var precision: String?
  var radius: Double?
  var shape: Shape?

  /// The place that the words mean. It is never more exact than they say: without a precision that is known, the
  /// precision is `unknown`.
  func place(_ notes: inout RecordNotes) -> Place {
    let precision = notes.precision(precision) ?? .unknown
    if precision == .unplaced, shape != nil {
      notes.add("a place that is \"unplaced\" has a geometry: it is not drawn", field: "geometry")
      return Place(name: name, precision: .unplaced, shape: nil)
    }
    if shape == nil, precision != .unplaced, precision != .unknown {
      notes.unread(
        "a place that is \(quoted(precision.rawValue)) has no geometry: it can't be drawn", field: "precision",
        value: precision.rawValue)
    }
    return Place(name: name, precision: precision, shape: shape, radius: notes.radius(radius))
  }
}

extension RecordNotes {
  fileprivate mutating func precision(_ word: String?) -> PlacePrecision? {
    guard let word else { return nil }
    let precision = PlacePrecision(rawValue: word.lowercased())
    if precision == nil { unread("\(quoted(word)) is no precision of a place", field: "precision", value: word) }
    return precision
  }

  fileprivate mutating func radius(_ metres: Double?) -> Double? {
    guard let metres, metres > 0 else {
      if let metres { unread("a radius has to be more than 0 metres", field: "radius_m", value: "\(metres)") }
      return nil
    }
    return metres
  }
}
