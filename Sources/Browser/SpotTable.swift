import Cartography
import SituationModel

/// Where the events' marks stand, and what of each event a mark shows: small numbers side by side, made once, so that a
/// frame goes through a hundred thousand of them without a look at an event.
struct SpotTable: Sendable {
  /// What a mark shows of an event.
  struct Traits: Sendable {
    /// Which of `EventKind.allCases` it is.
    let kind: UInt8
    /// The sign of its standing or its change, a bit of `suffixes`; 0 for none.
    let suffix: UInt16
    /// Which of `PlacePrecision.allCases` its place has: of two, the greater claims less.
    let precision: UInt8
    /// What its sign may say.
    let form: Mark.Form
    /// Which of `names` its place has; -1 for none.
    let name: Int32
    /// Which of `reaches` its place has; -1 for none.
    let reach: Int32
  }

  /// How far a place reaches, with the rectangle around it.
  struct Reaching: Sendable {
    let form: Reach.Form
    let bounds: GeoBounds
  }

  /// The signs of standings, then of changes, in the order of their bits.
  static let suffixes = Standing.allCases.compactMap(\.suffix) + EventChange.Sort.allCases.map(\.sign)

  /// By row.
  private(set) var traits: [Traits] = []
  /// The names of places, each once, as the file has them.
  private(set) var names: [String] = []
  /// How far places reach, each once.
  private(set) var reaches: [Reaching] = []
  private var places: [Coordinate] = []
  private var starts: [Int32] = [0]

  /// The table of some events. Linear in the points; what is one point is taken from the columns alone.
  init(_ events: EventTable) {
    let columns = events.columns
    var interner = Interner()
    names = columns.names
    traits.reserveCapacity(events.count)
    starts.reserveCapacity(events.count + 1)
    places.reserveCapacity(events.count)
    let suffixes = [0] + Standing.allCases.map { $0.suffix.flatMap { interner.suffixes[$0] } ?? 0 }
    let forms = PlacePrecision.allCases.map { Place.form(of: $0, isPoint: true) }
    for row in 0..<events.count {
      let precision = columns.precisions[row]
      let isPoint = columns.flags[row].contains(.isPoint)
      let place = isPoint ? nil : events[row].place
      if let place {
        places += place.spots
      } else {
        places.append(Coordinate(latitude: columns.latitudes[row], longitude: columns.longitudes[row]))
      }
      starts.append(Int32(places.count))
      let sign = events.isComparison ? events.sign(of: row).flatMap { interner.suffixes[$0] } ?? 0 : nil
      traits.append(
        Traits(
          kind: columns.kinds[row], suffix: sign ?? suffixes[Int(columns.standings[row])], precision: precision,
          form: place?.form ?? forms[Int(precision)], name: columns.places[row],
          reach: place?.reachForm.map { interner.number(of: $0, in: &reaches) } ?? -1))
    }
  }

  /// Where the marks of an event stand: none for what is unplaced.
  func places(of row: Int) -> ArraySlice<Coordinate> { places[Int(starts[row])..<Int(starts[row + 1])] }

  /// Whether an event has no place on a map.
  func isUnplaced(_ row: Int) -> Bool { starts[row] == starts[row + 1] }

  /// Gives equal things one number.
  private struct Interner {
    let suffixes = Dictionary(
      uniqueKeysWithValues: SpotTable.suffixes.enumerated().map { ($1, UInt16(1) << UInt16($0)) })
    private var reaches: [GeoBounds: [Int32]] = [:]

    mutating func number(of form: Reach.Form, in all: inout [Reaching]) -> Int32 {
      guard let bounds = Reach(form, ink: .plain).bounds else { return -1 }
      // Long lists of points are compared only where their rectangles are one.
      if let number = reaches[bounds]?.first(where: { all[Int($0)].form == form }) { return number }
      reaches[bounds, default: []].append(Int32(all.count))
      all.append(Reaching(form: form, bounds: bounds))
      return Int32(all.count - 1)
    }
  }
}

extension Place {
  /// Where its marks stand: at each of its points, or at the one point that stands for a line or an area.
  fileprivate var spots: [Coordinate] {
    if case .points(let points) = shape { return points }
    return anchor.map { [$0] } ?? []
  }

  /// What its sign may say.
  fileprivate var form: Mark.Form {
    if case .points = shape { return Place.form(of: precision, isPoint: true) }
    return Place.form(of: precision, isPoint: false)
  }

  fileprivate static func form(of precision: PlacePrecision, isPoint: Bool) -> Mark.Form {
    switch (precision, isPoint) {
    case (.exact, true): .exact
    // What a file does not say is not exact: it gets the ring.
    case (.locality, true), (.vicinity, true), (.unknown, true): .near
    case (_, _): .within
    }
  }

  /// How far it reaches, where that is stated. A vicinity whose file states no radius gets none.
  fileprivate var reachForm: Reach.Form? {
    switch (shape, precision) {
    case (.points(let points), .vicinity): radius.map { .circles(points, radius: $0) }
    case (.lines(let lines), _): .line(lines)
    case (.areas(let areas), .country): .country(areas)
    case (.areas(let areas), _): .region(areas)
    case (.points, _), (nil, _): nil
    }
  }
}
