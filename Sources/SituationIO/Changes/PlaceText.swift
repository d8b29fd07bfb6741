import SituationModel

/// The fields of a place as a person types them.
enum PlaceText {
  /// A place with other texts of some fields. It is never more exact than the texts say.
  static func edited(
    _ place: Place, _ texts: [EventField: String], _ problems: inout [EventField: String]
  ) -> Place {
    func read<Value>(_ field: EventField, _ old: Value, _ reader: (String) throws(FieldProblem) -> Value) -> Value {
      guard let text = texts[field]?.trimmed else { return old }
      do throws(FieldProblem) { return try reader(text) } catch {
        problems[field] = error.words
        return old
      }
    }
    let name = read(.place, place.name) { text throws(FieldProblem) in text.isEmpty ? nil : text }
    let province = read(.province, place.province) { text throws(FieldProblem) in text.isEmpty ? nil : text }
    // A form that a gazetteer found belongs to the name that it was looked up by.
    let isFound = place.origin == .name
    let isForgotten = isFound && (name != place.name || texts[.coordinates] != nil)
    var (shape, precision, radius) = (place.shape, place.precision, place.radius)
    if isForgotten { (shape, precision, radius) = (nil, .unknown, nil) }
    if texts[.coordinates] != nil {
      let spot = read(.coordinates, (shape: shape, radius: radius), coordinates)
      // What was stated of a point that is still one stays; a point where none was is not said to be exact.
      if shape == nil { precision = .unknown }
      (shape, radius) = (spot.shape, spot.radius ?? (spot.shape == nil ? nil : radius))
    }
    precision = read(.precision, precision, self.precision)
    radius = read(.radius, radius, self.radius)
    if shape == nil {
      // Coordinates that can't be read are the fault, and not what depends on them.
      let isMissing = problems[.coordinates] == nil
      if isMissing, texts[.radius]?.isBlank == false, problems[.radius] == nil {
        problems[.radius] = "needs coordinates"
      }
      let isStated = texts[.precision]?.isBlank == false && precision != .unplaced && precision != .unknown
      if isMissing, isStated, problems[.precision] == nil {
        problems[.precision] = "needs coordinates: without them the place is not known"
      }
      radius = nil
    }
    let isUnplaced = precision == .unplaced
    return Place(
      name: name, precision: precision, shape: isUnplaced ? nil : shape, radius: isUnplaced ? nil : radius,
      origin: isForgotten ? .given : place.origin, province: province)
  }

  private static func precision(_ text: String) throws(FieldProblem) -> PlacePrecision {
    if text.isEmpty { return .unknown }
    guard let precision = PlacePrecision(rawValue: text.lowercased()) else {
      throw FieldProblem("is one of \(PlacePrecision.allCases.map(\.rawValue).joined(separator: ", ")), or empty")
    }
    return precision
  }

  /// The metres of a distance with its unit.
  private static func radius(_ text: String) throws(FieldProblem) -> Double? {
    if text.isEmpty { return nil }
    guard let meters = LengthText.meters(text, NumberReading()), let distance = GroundDistance(meters, .metre) else {
      throw FieldProblem("is a distance with its unit, such as 500 m or 5 km")
    }
    return distance.meters
  }

  /// The shape of coordinates in any notation that files have, and the distance within which a square of a grid lies.
  private static func coordinates(_ text: String) throws(FieldProblem) -> (shape: Shape?, radius: Double?) {
    if text.isEmpty { return (nil, nil) }
    var notes = RecordNotes()
    var (shape, radius): (Shape?, Double?)
    if let pair = GeometryText.place(text) {
      (shape, radius) = (TableRow.point(pair.latitude, pair.longitude, &notes), pair.radius?.rounded(.up))
    } else {
      var draft = ShapeDraft()
      if WKT.read(text, into: &draft) { shape = draft.shape(limits: ChangeLog.limits, &notes) }
    }
    if let note = notes.take().first { throw FieldProblem(note.reason.replacing("has no place: ", with: "")) }
    guard let shape else {
      throw FieldProblem("are coordinates in any notation, such as 34.73, 36.72 or 37S BU 94 45, or a shape as WKT")
    }
    return (shape, radius)
  }
}
