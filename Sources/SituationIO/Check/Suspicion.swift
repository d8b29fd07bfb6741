import SituationModel

/// An event that was read as it stands there, and looks wrong.
public struct Suspicion: Hashable, Sendable {
  /// What looks wrong.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    /// Its place is latitude 0, longitude 0, where nothing but the sea is: often a place that is not known.
    case zeroCoordinates = "zero_coordinates"
    /// It lies far from most others, and would lie among them with latitude and longitude exchanged.
    case swappedCoordinates = "swapped_coordinates"
    /// It was before 1800.
    case old
    /// It was not yet.
    case future

    /// What looks wrong, in words.
    public var words: String {
      switch self {
      case .zeroCoordinates: "at latitude 0, longitude 0"
      case .swappedCoordinates: "latitude and longitude may be swapped"
      case .old: "before 1800"
      case .future: "in the future"
      }
    }
  }

  /// The event's id.
  public let id: String
  /// Its title.
  public let title: String
  /// What looks wrong.
  public let reason: Reason
  /// The place, as latitude and longitude, or the date, as EDTF.
  public let value: String

  /// What lies before it is very old.
  private static let oldest = CivilDate(year: 1800, month: 1, day: 1).map { Instant($0) }

  /// All of a table, in the order of its rows. About n log n for n events.
  static func all(in table: EventTable, now: Instant) -> [Suspicion] {
    let crowd = Crowd(table)
    return (0..<table.count).flatMap { row -> [Suspicion] in
      var found: [(Reason, String)] = []
      if let place = table.anchor(of: row) {
        let words = "\(place.latitude), \(place.longitude)"
        if place.latitude == 0, place.longitude == 0 { found.append((.zeroCoordinates, words)) }
        if let crowd, crowd.wouldHold(exchanged: place) { found.append((.swappedCoordinates, words)) }
      }
      if let date = table.date(of: row), let moment = date.start ?? date.end {
        if let oldest, moment < oldest { found.append((.old, date.edtf)) }
        if let start = date.start, start > now { found.append((.future, date.edtf)) }
      }
      if found.isEmpty { return [] }
      let event = table[row]
      return found.map { Suspicion(id: event.id, title: event.title, reason: $0.0, value: $0.1) }
    }
  }
}

/// Where most events of a table lie.
private struct Crowd {
  private let latitudes: ClosedRange<Double>
  private let longitudes: ClosedRange<Double>

  /// Fewer points are no crowd.
  private static let least = 10

  /// The middle half of latitudes and longitudes, and three times as much on each side (Tukey's outer fences), at least a
  /// degree; nil where there are too few points.
  init?(_ table: EventTable) {
    let points = (0..<table.count).compactMap { table.anchor(of: $0) }
    guard points.count >= Crowd.least else { return nil }
    latitudes = Crowd.middle(points.map(\.latitude))
    longitudes = Crowd.middle(points.map(\.longitude))
  }

  private static func middle(_ degrees: [Double]) -> ClosedRange<Double> {
    let sorted = degrees.sorted()
    let (low, high) = (sorted[sorted.count / 4], sorted[sorted.count * 3 / 4])
    let around = max(1, (high - low) * 3)
    return (low - around)...(high + around)
  }

  /// Whether a place lies outside, and would not with its two degrees exchanged.
  func wouldHold(exchanged place: Coordinate) -> Bool {
    if latitudes.contains(place.latitude), longitudes.contains(place.longitude) { return false }
    return abs(place.longitude) <= 90 && latitudes.contains(place.longitude) && longitudes.contains(place.latitude)
  }
}

extension EventTable {
  /// The point that stands for the place of a row; read from the columns where it is one point.
  fileprivate func anchor(of row: Int) -> Coordinate? {
    if columns.flags[row].contains(.isPoint) {
      return Coordinate(latitude: columns.latitudes[row], longitude: columns.longitudes[row])
    }
    return columns.precisions[row] == PlacePrecision.unplaced.number ? nil : events[row].place.anchor
  }
}
