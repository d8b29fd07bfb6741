import Cartography
import SituationModel
import TextCanvas

/// Sorts the shown events into groups by where they are, in one pass over the columns, without reading an event.
struct GroupPass {
  private(set) var places: GroupPlaces
  private(set) var groups: GroupTallies.Counts

  /// The number of events above which two threads are faster.
  private static let worthThreads = 50_000

  init(_ state: BrowserState, over matches: [EventTable.Match]) {
    let (colouring, grid) = (state.colouring, WorldGrid(state.viewport))
    // Two parts whatever the machine has, since sums of directions hang on the order in which they are added.
    let count = matches.count
    let parts = count > GroupPass.worthThreads && !state.view.timeLook.fades ? 2 : 1
    let found = inParallel(parts) { part in
      var walk = GroupWalk(state, matches, colouring, grid)
      walk.pass(over: count * part / parts..<count * (part + 1) / parts)
      return (walk.places, walk.groups.counts)
    }
    (places, groups) = found[0]
    for (later, counts) in found.dropFirst() { add(later, counts) }
    countFirstNames(state, matches, grid, parts)
  }

  /// Counts the events of each direction that are at the place whose name its marker shows. The name is known only after the pass; counts
  /// for
  /// all names of a large table would take more memory than a frame has.
  private mutating func countFirstNames(
    _ state: BrowserState, _ matches: [EventTable.Match], _ grid: WorldGrid?, _ parts: Int
  ) {
    let told = places.sectors.map { $0 < 0 ? -1 : groups.names(of: $0).first ?? -1 }
    guard told.contains(where: { $0 >= 0 }) else { return }
    let (table, viewport, count, here) = (state.dataset.spots, state.viewport, matches.count, places)
    let found = inParallel(parts) { part in
      var named = told.map { _ in 0 }
      for match in matches[count * part / parts..<count * (part + 1) / parts] {
        let (row, name) = (match.row, table.columns.places[match.row])
        guard name >= 0, told.contains(name), here.countryInView(of: row, table) == nil else { continue }
        // The directions that its points lie in, a bit each.
        var sectors = 0
        func look(at point: CellPoint) {
          if !viewport.contains(point) { sectors |= 1 << GroupPlaces.sector(of: point, from: viewport.middle) }
        }
        if let grid, table.isPoint(row) {
          look(at: table.point(of: row, in: grid))
        } else {
          for place in table.places(of: row) { look(at: table.point(of: row, place, grid, viewport)) }
        }
        for sector in told.indices where told[sector] == name && sectors & 1 << sector != 0 { named[sector] += 1 }
      }
      return named
    }
    for named in found { places.firstNamed = zip(places.firstNamed, named).map(+) }
  }

  /// Adds the groups of later events to those of the earlier ones.
  private mutating func add(_ later: GroupPlaces, _ counts: GroupTallies.Counts) {
    var ids = [Int32](repeating: -1, count: counts.count)
    func know(_ known: [Int32], _ others: [Int32]) {
      for (id, other) in zip(known, others) where other >= 0 { ids[Int(other)] = id }
    }
    know(places.points, later.points)
    know(places.areas, later.areas)
    know(places.sectors, later.sectors)
    know(places.countries, later.countries)
    if later.unplaced >= 0 { ids[Int(later.unplaced)] = places.unplaced }
    groups.add(counts, as: &ids)
    func take(_ ours: inout [Int32], _ others: [Int32]) {
      for (place, other) in others.enumerated() where other >= 0 { ours[place] = ids[Int(other)] }
    }
    take(&places.points, later.points)
    take(&places.areas, later.areas)
    take(&places.sectors, later.sectors)
    take(&places.countries, later.countries)
    if later.unplaced >= 0 { places.unplaced = ids[Int(later.unplaced)] }
    for sector in places.directions.indices {
      places.directions[sector].add(later.directions[sector])
    }
  }
}

/// A walk over a part of the shown events, which adds each to its group.
private struct GroupWalk {
  private(set) var places: GroupPlaces
  let groups: GroupTallies
  private let matches: [EventTable.Match]
  private let table: SpotTable
  private let colouring: Colouring
  private let viewport: Viewport
  private let grid: WorldGrid?
  /// The state that knows how old events are; nil if they do not fade.
  private let fading: BrowserState?
  private var size: Size { viewport.size }

  init(_ state: BrowserState, _ matches: [EventTable.Match], _ colouring: Colouring, _ grid: WorldGrid?) {
    (table, viewport) = (state.dataset.spots, state.viewport)
    self.matches = matches
    (self.colouring, self.grid) = (colouring, grid)
    fading = state.view.timeLook.fades ? state : nil
    places = GroupPlaces(viewport, table.countries) { country in
      country.name < 0
        ? nil : state.environment.baseMap.bounds(ofCountryNamed: state.dataset.spots.names[Int(country.name)])
    }
    groups = GroupTallies(capacity: places.count)
  }

  mutating func pass(over range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      if fading == nil { place = passPoints(place..<range.upperBound) }
      guard place < range.upperBound else { return }
      let row = matches[place].row
      place += 1
      var look = GroupTallies.Look(table.traits(row), colouring.color(ofRow: row))
      if let fading { look.age = fading.age(of: row) }
      if let country = places.countryInView(of: row, table) {
        if places.countries[country] < 0 { places.countries[country] = groups.begin(cell: -1, nowhere) }
        groups.add(row, look, to: places.countries[country])
        continue
      }
      let own = table.places(of: row)
      if own.isEmpty {
        if places.unplaced < 0 { places.unplaced = groups.begin(cell: -1, nowhere) }
        groups.add(row, look, to: places.unplaced)
      }
      for place in own { add(row, look, at: table.point(of: row, place, grid, viewport), place) }
    }
  }

  private var nowhere: Coordinate { Coordinate(latitude: 0, longitude: 0) }

  /// Adds matches that are points or have no place, up to the first that is neither, or is of a whole country. Returns the index at
  /// which it stopped.
  private mutating func passPoints(_ range: Range<Int>) -> Int {
    guard let grid, let suffixes = table.standingSuffixes else { return range.lowerBound }
    let (forms, size, groups, told) = (table.forms, viewport.size, groups, colouring.colours)
    let (columns, rows, middle) = (Double(size.columns), Double(size.rows), viewport.middle)
    let unplaced = PlacePrecision.unplaced.code
    return matches.withUnsafeBufferPointer { matches in
      table.heights.withUnsafeBufferPointer { heights in
        colouring.numbers.withUnsafeBufferPointer { colours in
          table.columns.withMarks { marks in
            for place in range {
              let row = matches[place].row
              let precision = marks.precisions[row]
              guard marks.flags[row].contains(.isPoint) ? precision != WholeCountry.precision : precision == unplaced
              else { return place }
              let look = GroupTallies.Look(
                kind: marks.kinds[row], suffix: suffixes[Int(marks.standings[row])], precision: precision,
                name: marks.places[row], colour: Colouring.color(colours[row], told))
              if precision == unplaced {
                if places.unplaced < 0 { places.unplaced = groups.begin(cell: -1, nowhere) }
                groups.add(row, look, to: places.unplaced)
                continue
              }
              let point = grid.point(marks.longitudes[row], heights[row])
              if point.column >= 0, point.row >= 0, point.column < columns, point.row < rows {
                let cell = Int(point.row) * size.columns + Int(point.column)
                if forms[Int(precision)] == .within {
                  if places.areas[cell] < 0 { places.areas[cell] = groups.begin(cell: cell, table.place(of: row)) }
                  groups.add(row, look, to: places.areas[cell])
                } else {
                  if places.points[cell] < 0 { places.points[cell] = groups.begin(cell: cell, table.place(of: row)) }
                  groups.add(row, look, to: places.points[cell])
                }
              } else {
                addOutside(row, look, at: point, middle)
              }
            }
            return range.upperBound
          }
        }
      }
    }
  }

  private mutating func add(_ row: Int, _ look: GroupTallies.Look, at point: CellPoint, _ place: Coordinate) {
    guard viewport.contains(point) else { return addOutside(row, look, at: point, viewport.middle) }
    let cell = Int(point.row) * size.columns + Int(point.column)
    if table.isArea(row) {
      if places.areas[cell] < 0 { places.areas[cell] = groups.begin(cell: cell, place) }
      groups.add(row, look, to: places.areas[cell])
    } else {
      if places.points[cell] < 0 { places.points[cell] = groups.begin(cell: cell, place) }
      groups.add(row, look, to: places.points[cell])
    }
  }

  @inline(__always)
  private mutating func addOutside(
    _ row: Int, _ look: GroupTallies.Look, at point: CellPoint, _ middle: CellPoint
  ) {
    let (across, down) = GroupPlaces.direction(to: point, from: middle)
    let sector = Sector(across: across, down: down).rawValue
    if places.sectors[sector] < 0 { places.sectors[sector] = groups.begin(cell: -1, nowhere) }
    let isNew = groups.add(row, look, to: places.sectors[sector])
    places.directions[sector].add(across: across, down: down, isCounted: isNew)
  }
}
