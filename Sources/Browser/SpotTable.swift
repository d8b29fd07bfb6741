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

  /// The table of some events. Linear in the points.
  init(_ events: EventTable) {
    var interner = Interner()
    traits.reserveCapacity(events.count)
    for (row, event) in events.events.enumerated() {
      places += event.place.spots
      starts.append(Int32(places.count))
      traits.append(
        Traits(
          kind: interner.kinds[event.kind] ?? 0,
          suffix: events.sign(of: row).flatMap { interner.suffixes[$0] } ?? 0,
          precision: interner.precisions[event.place.precision] ?? 0, form: event.place.form,
          name: event.place.name.map { interner.number(of: $0, in: &names) } ?? -1,
          reach: event.place.reachForm.map { interner.number(of: $0, in: &reaches) } ?? -1))
    }
  }

  /// Where the marks of an event stand: none for what is unplaced.
  func places(of row: Int) -> ArraySlice<Coordinate> { places[Int(starts[row])..<Int(starts[row + 1])] }

  /// Whether an event has no place on a map.
  func isUnplaced(_ row: Int) -> Bool { starts[row] == starts[row + 1] }

  /// Gives equal things one number.
  private struct Interner {
    let kinds = Dictionary(uniqueKeysWithValues: zip(EventKind.allCases, UInt8(0)...UInt8.max))
    let precisions = Dictionary(uniqueKeysWithValues: zip(PlacePrecision.allCases, UInt8(0)...UInt8.max))
    let suffixes = Dictionary(
      uniqueKeysWithValues: SpotTable.suffixes.enumerated().map { ($1, UInt16(1) << UInt16($0)) })
    private var names: [String: Int32] = [:]
    private var reaches: [GeoBounds: [Int32]] = [:]

    mutating func number(of name: String, in all: inout [String]) -> Int32 {
      if let number = names[name] { return number }
      names[name] = Int32(all.count)
      all.append(name)
      return Int32(all.count - 1)
    }

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
    switch (precision, shape) {
    case (.exact, .points): .exact
    // What a file does not say is not exact: it gets the ring.
    case (.locality, .points), (.vicinity, .points), (.unknown, .points): .near
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
