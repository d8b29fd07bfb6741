import Cartography
import SituationModel

/// The points of the events' marks, and the properties of each event that a mark shows. The table is made once, and consists mostly of
/// the
/// columns themselves, so that a frame goes through a million events without reading one. It is a class, since a copy of all its columns
/// for
/// each event would cost more than the event.
final class SpotTable: Sendable {
  /// The properties of an event that a mark shows.
  struct Traits: Sendable {
    /// The code of the kind.
    let kind: UInt8
    /// The sign of the standing or the change, a bit of `suffixes`; 0 for none.
    let suffix: UInt16
    /// The code of the place's precision: of two, the greater claims less.
    let precision: UInt8
    /// The form of the sign.
    let form: Mark.Form
    /// The index of the place's name in `names`; -1 for none.
    let name: Int32
    /// The index of the place's extent in `reaches`; -1 for none.
    let reach: Int32
  }

  /// The extent of a place, with the rectangle around it.
  struct Reaching: Sendable {
    let form: Reach.Form
    let bounds: GeoBounds
  }

  /// The signs of standings, then of changes, in the order of their bits.
  static let suffixes = Standing.allCases.compactMap(\.suffix) + EventChange.Sort.allCases.map(\.sign)

  /// The names of places, each once, as the file has them.
  var names: [String] { columns.names }
  /// The extents of places, each once.
  let reaches: [Reaching]
  /// The rows whose places have an extent, in order. They are few if most events are points.
  let reachingRows: [Int32]
  /// The distance south of the equator of each row that is one point, as `WorldPoint.y`; undefined for other rows. The other
  /// half of a world point is its longitude, which is in the columns.
  let heights: [Int32]
  let columns: EventColumns
  /// True if any event has no place on a map.
  let hasUnplaced: Bool
  /// Whole countries that events are about, in the order of their first events.
  let countries: [WholeCountry]
  private let countryNumbers: [WholeCountry.Key: Int]
  /// The rows that are not one point: their marks and forms.
  private let others: [Int32: Other]
  /// The signs of changes by row if the table compares two versions; nil if it does not.
  private let signs: [Int32: UInt16]?
  private let suffixes: [UInt16]
  /// The signs of standings by their numbers; nil if signs tell changes.
  var standingSuffixes: [UInt16]? { signs == nil ? suffixes : nil }
  /// The form of a point's sign, by its precision.
  let forms: [Mark.Form]

  private struct Other: Sendable {
    let places: [Coordinate]
    let form: Mark.Form
    let reach: Int32
  }

  /// The table of some events. Linear in the points. An event that is one point is taken from the columns alone.
  init(_ events: EventTable) {
    let columns = events.columns
    self.columns = columns
    var interner = Interner()
    suffixes = [0] + Standing.allCases.map { $0.suffix.flatMap { interner.suffixes[$0] } ?? 0 }
    forms = PlacePrecision.allCases.map { Place.form(of: $0, isPoint: true) }
    heights = SpotTable.heights(columns)
    var (others, reaches, reachingRows) = ([Int32: Other](), [Reaching](), [Int32]())
    var unplaced = 0
    for row in 0..<events.count where !columns.flags[row].contains(.isPoint) {
      guard columns.precisions[row] != PlacePrecision.unplaced.code else {
        unplaced += 1
        continue
      }
      let place = events[row].place
      if place.spots.isEmpty { unplaced += 1 }
      let reach = place.reachForm.map { interner.number(of: $0, in: &reaches) } ?? -1
      others[Int32(row)] = Other(places: place.spots, form: place.form, reach: reach)
      if reach >= 0 { reachingRows.append(Int32(row)) }
    }
    (self.others, self.reaches, self.reachingRows) = (others, reaches, reachingRows)
    hasUnplaced = unplaced > 0
    (countries, countryNumbers) = WholeCountry.all(
      of: columns, others: others.mapValues { ($0.places, $0.reach) }, reaches)
    guard events.isComparison else {
      signs = nil
      return
    }
    var signs: [Int32: UInt16] = [:]
    for row in 0..<events.count { signs[Int32(row)] = events.sign(of: row).flatMap { interner.suffixes[$0] } }
    self.signs = signs
  }

  /// The heights of all rows, computed on all processors if there are many.
  private static func heights(_ columns: EventColumns) -> [Int32] {
    let parts = columns.count > 50_000 ? processors() : 1
    let found = inParallel(parts) { part in
      (columns.count * part / parts..<columns.count * (part + 1) / parts).map { row in
        WorldPoint.y(atLatitude: columns.point(row).coordinate.latitude)
      }
    }
    return found.dropFirst().reduce(into: found[0]) { $0 += $1 }
  }

  /// The properties of an event that a mark shows.
  func traits(_ row: Int) -> Traits {
    let precision = columns.precisions[row]
    let other = isPoint(row) ? nil : others[Int32(row)]
    let suffix = signs.map { $0[Int32(row)] ?? 0 } ?? suffixes[Int(columns.standings[row])]
    return Traits(
      kind: columns.kinds[row], suffix: suffix, precision: precision, form: other?.form ?? forms[Int(precision)],
      name: columns.places[row], reach: other?.reach ?? -1)
  }

  /// True if an event is one point, and so stands in the columns.
  func isPoint(_ row: Int) -> Bool { columns.flags[row].contains(.isPoint) }

  /// The point of an event that is one point.
  func place(of row: Int) -> Coordinate {
    columns.point(row).coordinate
  }

  /// The places of an event's marks; none if it is unplaced.
  func places(of row: Int) -> [Coordinate] {
    isPoint(row) ? [place(of: row)] : others[Int32(row)]?.places ?? []
  }

  /// The point in a view of a place of an event. `grid` is the view's grid if it has one.
  func point(of row: Int, _ place: Coordinate, _ grid: WorldGrid?, _ viewport: Viewport) -> CellPoint {
    guard let grid, isPoint(row) else { return viewport.point(of: place) }
    return point(of: row, in: grid)
  }

  /// The point in a view of an event that is one point.
  func point(of row: Int, in grid: WorldGrid) -> CellPoint { grid.point(columns.longitudes[row], heights[row]) }

  /// True if the sign of an event claims an area and not a point.
  func isArea(_ row: Int) -> Bool { traits(row).form == .within }

  /// The index in `countries` of the country that an event is about as a whole; nil for all other events.
  @inline(__always)
  func country(of row: Int) -> Int? {
    guard columns.precisions[row] == WholeCountry.precision else { return nil }
    let reach = isPoint(row) ? -1 : others[Int32(row)]?.reach ?? -1
    return countryNumbers[WholeCountry.Key(name: columns.places[row], reach: reach)]
  }

  /// True if an event has no place on a map.
  func isUnplaced(_ row: Int) -> Bool { !isPoint(row) && others[Int32(row)]?.places.isEmpty ?? true }

  /// Gives equal values the same number.
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
  /// The places of its marks: each of its points, or the one anchor of a line or an area.
  fileprivate var spots: [Coordinate] {
    if case .points(let points) = shape { return points }
    return anchor.map { [$0] } ?? []
  }

  /// The form of its sign.
  fileprivate var form: Mark.Form {
    if case .points = shape { return Place.form(of: precision, isPoint: true) }
    return Place.form(of: precision, isPoint: false)
  }

  static func form(of precision: PlacePrecision, isPoint: Bool) -> Mark.Form {
    switch (precision, isPoint) {
    case (.exact, true): .exact
    // What a file does not say is not exact: it gets the ring.
    case (.locality, true), (.vicinity, true), (.unknown, true): .near
    case (_, _): .within
    }
  }

  /// The extent of the place, if it is stated. A vicinity without a stated radius has none.
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
