import Cartography
import SituationModel
import TextCanvas

/// Sorts the shown events into groups by where they are: one pass over the columns, without a look at an event.
struct GroupPass {
  private(set) var places: GroupPlaces
  let groups: GroupTallies
  private let matches: [EventTable.Match]
  private let table: SpotTable
  private let colouring: Colouring
  private let viewport: Viewport
  private let grid: WorldGrid?
  private var size: Size { viewport.size }

  init(_ state: BrowserState, _ matches: [EventTable.Match], _ colouring: Colouring, _ grid: WorldGrid?) {
    (table, viewport) = (state.spots, state.viewport)
    self.matches = matches
    (self.colouring, self.grid) = (colouring, grid)
    let size = viewport.size
    places = GroupPlaces(size)
    groups = GroupTallies(
      capacity: places.count,
      colours: colouring.colours == .kind ? EventKind.allCases.count : Colouring.count)
    let selected = state.selection?.row ?? -1
    // Ages are asked of events one by one. Where many follow on each other that are no points in view, a look for more
    // points is not worth its while after each.
    var (place, passed, run) = (0, state.time.look.fades ? matches.count : 0, 1)
    while place < matches.count {
      if place >= passed {
        let next = passPoints(from: place, selected: selected)
        run = next > place ? 1 : min(run * 2, 1_024)
        (place, passed) = (next, next + run)
        continue
      }
      let row = matches[place].row
      place += 1
      var look = GroupTallies.Look(table.traits(row), Int(colouring.numbers[row]), isSelected: row == selected)
      if state.time.look.fades { look.age = state.age(of: row) }
      let own = table.places(of: row)
      if own.isEmpty {
        if places.unplaced < 0 { places.unplaced = groups.begin(cell: -1, nowhere) }
        groups.add(row, look, to: places.unplaced)
      }
      for place in own { add(row, look, at: table.point(of: row, place, grid, viewport), place) }
    }
  }

  private var nowhere: Coordinate { Coordinate(latitude: 0, longitude: 0) }

  /// Takes matches that are one point in view, up to the first that is not.
  private mutating func passPoints(from start: Int, selected: Int) -> Int {
    guard let grid, let suffixes = table.standingSuffixes else { return start }
    let (forms, size, groups) = (table.forms, viewport.size, groups)
    let (columns, rows) = (Double(size.columns), Double(size.rows))
    return matches.withUnsafeBufferPointer { matches in
      places.points.withUnsafeMutableBufferPointer { cells in
        table.points.withUnsafeBufferPointer { spots in
          colouring.numbers.withUnsafeBufferPointer { colours in
            table.columns.withMarks { marks in
              for place in start..<matches.count {
                let row = matches[place].row
                let precision = marks.precisions[row]
                guard marks.flags[row].contains(.isPoint), forms[Int(precision)] != .within
                else { return place }
                let point = grid.point(spots[row].x, spots[row].y)
                guard point.column >= 0, point.row >= 0, point.column < columns, point.row < rows else { return place }
                let cell = Int(point.row) * size.columns + Int(point.column)
                if cells[cell] < 0 {
                  let at = Coordinate(latitude: marks.latitudes[row], longitude: marks.longitudes[row])
                  cells[cell] = groups.begin(cell: cell, at)
                }
                groups.add(
                  row,
                  GroupTallies.Look(
                    kind: marks.kinds[row], suffix: suffixes[Int(marks.standings[row])], precision: precision,
                    name: marks.places[row], colour: Int(colours[row]), isSelected: row == selected),
                  to: cells[cell])
              }
              return matches.count
            }
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
