import SituationModel

/// An event that was read as it stands there, and looks wrong.
public struct Suspicion: Hashable, Sendable {
  /// What looks wrong.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    /// Its place is latitude 0, longitude 0, where nothing but the sea is: often a place that is not known.
    case zeroCoordinates = "zero_coordinates"
    /// It lies apart from others, and would lie among many with latitude and longitude exchanged.
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

  /// All of a table, in the order of its rows. Linear in the events.
  static func all(in table: EventTable, now: Instant) -> [Suspicion] {
    let crowds = Crowds(table)
    return (0..<table.count).flatMap { row -> [Suspicion] in
      var found: [(Reason, String)] = []
      if let place = table.anchor(of: row) {
        let words = "\(place.latitude), \(place.longitude)"
        if place.latitude == 0, place.longitude == 0 { found.append((.zeroCoordinates, words)) }
        if crowds.wouldHold(exchanged: place) { found.append((.swappedCoordinates, words)) }
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

/// How many events lie around each degree of the globe.
private struct Crowds {
  /// For each degree of latitude from the south, those of longitude from the west.
  private var counts = [Int32](repeating: 0, count: 181 * 361)

  /// Fewer events are no crowd, and a crowd has so many times what lies where the event is.
  private static let least = 10

  init(_ table: EventTable) {
    for row in 0..<table.count {
      guard let place = table.anchor(of: row) else { continue }
      counts[Crowds.degree(place.latitude, 90) * 361 + Crowds.degree(place.longitude, 180)] += 1
    }
  }

  private static func degree(_ degrees: Double, _ most: Double) -> Int { Int((degrees + most).rounded(.down)) }

  /// How many events lie in the degree of a place and in the eight around it.
  private func count(around latitude: Double, _ longitude: Double) -> Int {
    let (row, column) = (Crowds.degree(latitude, 90), Crowds.degree(longitude, 180))
    var sum = 0
    for near in max(0, row - 1)...min(180, row + 1) {
      for beside in column - 1...column + 1 { sum += Int(counts[near * 361 + (beside + 361) % 361]) }
    }
    return sum
  }

  /// Whether a place lies apart, and would lie in a crowd with its two degrees exchanged.
  func wouldHold(exchanged place: Coordinate) -> Bool {
    guard abs(place.longitude) <= 90, abs(place.latitude - place.longitude) > 3 else { return false }
    let there = count(around: place.longitude, place.latitude)
    return there >= Crowds.least && there >= Crowds.least * count(around: place.latitude, place.longitude)
  }
}

extension EventTable {
  /// The point that stands for the place of a row; read from the columns where it is one point.
  fileprivate func anchor(of row: Int) -> Coordinate? {
    if columns.flags[row].contains(.isPoint) {
      return columns.point(row).coordinate
    }
    return columns.precisions[row] == PlacePrecision.unplaced.number ? nil : events[row].place.anchor
  }
}
