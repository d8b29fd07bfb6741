import SituationModel

/// An event that was read as it stands there, and looks wrong.
public struct Suspicion: Hashable, Sendable {
  /// The reason why it looks wrong.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    /// The place is latitude 0, longitude 0, where nothing but the sea is: often a place that is not known.
    case zeroCoordinates = "zero_coordinates"
    /// It was before 1800.
    case old
    /// It was on the first day of 1970, as a number that counts no seconds is.
    case epoch
    /// It was on one of the days from which spreadsheets and databases count, as a number 0 is.
    case zeroDay = "zero_day"
    /// It was not yet.
    case future

    /// The reason in words.
    public var words: String {
      switch self {
      case .zeroCoordinates: "at latitude 0, longitude 0"
      case .old: "before 1800"
      case .epoch: "on 1 January 1970, the zero of computers"
      case .zeroDay: "on the day from which spreadsheets and databases count"
      case .future: "in the future"
      }
    }
  }

  /// The event's id.
  public let id: String
  /// The title of the event.
  public let title: String
  /// The reason why it looks wrong.
  public let reason: Reason
  /// The place, as latitude and longitude, or the date, as EDTF.
  public let value: String

  /// The days from which spreadsheets and databases count.
  private static let zeroDays = [(1899, 12, 30), (1899, 12, 31), (1900, 1, 1)].compactMap { year, month, day in
    CivilDate(year: year, month: month, day: day).map { Instant($0) }
  }
  /// The day before which an event is very old.
  private static let oldest = CivilDate(year: 1800, month: 1, day: 1).map { Instant($0) }

  /// All of a table, in the order of its rows. Linear in the events.
  static func all(in table: EventTable, now: Instant) -> [Suspicion] {
    (0..<table.count).flatMap { row -> [Suspicion] in
      var found: [(Reason, String)] = []
      if let place = table.anchor(of: row) {
        let words = "\(place.latitude), \(place.longitude)"
        if place.latitude == 0, place.longitude == 0 { found.append((.zeroCoordinates, words)) }
      }
      if let date = table.date(of: row), let moment = date.start ?? date.end {
        if let oldest, moment < oldest { found.append((.old, date.edtf)) }
        if let start = date.start, date.precision < .month, (0..<86_400).contains(start.seconds) {
          found.append((.epoch, date.edtf))
        }
        if let start = date.start, date.precision < .month, zeroDays.contains(Instant(start.date)) {
          found.append((.zeroDay, date.edtf))
        }
        if let start = date.start, start > now { found.append((.future, date.edtf)) }
      }
      if found.isEmpty { return [] }
      let event = table[row]
      return found.map { Suspicion(id: event.id, title: event.title, reason: $0.0, value: $0.1) }
    }
  }
}

extension EventTable {
  /// The point that stands for the place of a row; read from the columns where it is one point.
  fileprivate func anchor(of row: Int) -> Coordinate? {
    if columns.flags[row].contains(.isPoint) {
      return columns.point(row).coordinate
    }
    return columns.precisions[row] == PlacePrecision.unplaced.code ? nil : events[row].place.anchor
  }
}
