import Cartography
import SituationModel
import TextCanvas

/// The shown events by where they are: in a cell of the view, in a direction outside it, or nowhere.
///
/// One pass over the columns, without a look at an event: a million take some milliseconds. What a sign tells of its group is
/// kept as the pass goes on; the rows of a group are looked for when somebody asks.
struct EventGroups: Sendable {
  /// Events in one cell, one direction, or none.
  private struct Group {
    let place: Coordinate
    let cell: Int32
    var count: Int32 = 0
    /// The row that was put in last: an event of several points may have two in one cell.
    var last: Int32 = -1
    /// How many events have the first name.
    var firstNamed: Int32 = 0
    /// The event that claims least of its place: it speaks for all, so that the pin never claims too much.
    var vaguest: Int32 = -1
    /// Bits of what their colours tell.
    var colours: UInt32 = 0
    var suffixes: UInt16 = 0
    /// Bits of the kinds of its events.
    var kinds: UInt8 = 0
    var precision: UInt8 = 0
    /// How many names are kept.
    var names: UInt8 = 0
    var hasMoreNames = false
    var isSelected = false
    var youngest = Age.old

    /// Takes one event more.
    @inline(__always)
    mutating func take(_ row: Int32, _ look: Look) {
      last = row
      count += 1
      kinds |= 1 << look.traits.kind
      colours |= 1 << UInt32(look.colour)
      suffixes |= look.traits.suffix
      if vaguest < 0 || look.traits.precision > precision { (vaguest, precision) = (row, look.traits.precision) }
      if look.isSelected { isSelected = true }
      if look.age < youngest { youngest = look.age }
    }
  }

  /// The groups of points by cell, and those of lines and areas; -1 for none.
  private(set) var points: [Int32]
  private(set) var areas: [Int32]
  /// The groups of what lies outside, by direction; -1 for none.
  private(set) var sectors = [Int32](repeating: -1, count: Sector.allCases.count)
  /// The group of what has no place; -1 for none.
  private(set) var unplaced: Int32 = -1
  private var directions = Sector.allCases.map { Beyond(id: 0, sector: $0) }
  private var groups: [Group] = []
  /// The names of each group's places, `Beyond.namesKept` numbers for each.
  private var found: [Int32] = []
  /// How many events of each group have each number of their colours.
  private var colourCounts: [Int32] = []
  private let colourCount: Int
  /// The group of each mark of each match, in their order.
  private var members: [Int32] = []
  private let matches: [EventTable.Match]
  private let table: SpotTable
  private let colouring: Colouring
  private let size: Size

  init(_ state: BrowserState) {
    (table, colouring, matches) = (state.spots, state.colouring, state.matches)
    size = state.viewport.size
    points = Array(repeating: -1, count: size.columns * size.rows)
    areas = points
    colourCount = colouring.colours == .kind ? EventKind.allCases.count : Colouring.count
    members.reserveCapacity(matches.count)
    let (viewport, selected) = (state.viewport, state.selection?.row ?? -1)
    let (grid, spots) = (WorldGrid(viewport), table)
    for match in matches {
      let row = match.row
      var look = Look(table.traits(row), colouring.numbers[row], isSelected: row == selected)
      if state.time.look.fades { look.age = state.age(of: row) }
      if let grid, table.isPoint(row) {
        let spot = table.points[row]
        add(row, look, at: grid.point(spot.x, spot.y), spots.place(of: row), in: viewport)
        continue
      }
      let places = table.places(of: row)
      if places.isEmpty {
        if unplaced < 0 { unplaced = newGroup(cell: -1, Coordinate(latitude: 0, longitude: 0)) }
        add(row, look, to: unplaced)
      }
      for place in places { add(row, look, at: viewport.point(of: place), place, in: viewport) }
    }
  }

  /// What a group takes note of.
  private struct Look {
    let traits: SpotTable.Traits
    let colour: Int
    let isSelected: Bool
    var age = Age.current

    init(_ traits: SpotTable.Traits, _ colour: UInt8, isSelected: Bool) {
      (self.traits, self.colour, self.isSelected) = (traits, Int(colour), isSelected)
    }
  }

  @inline(__always)
  private mutating func add(
    _ row: Int, _ look: Look, at point: CellPoint, _ place: @autoclosure () -> Coordinate, in viewport: Viewport
  ) {
    guard viewport.contains(point) else { return addOutside(row, look, at: point, viewport.middle) }
    let cell = Int(point.row) * size.columns + Int(point.column)
    if look.traits.form == .within {
      if areas[cell] < 0 { areas[cell] = newGroup(cell: cell, place()) }
      add(row, look, to: areas[cell])
    } else {
      if points[cell] < 0 { points[cell] = newGroup(cell: cell, place()) }
      add(row, look, to: points[cell])
    }
  }

  private mutating func addOutside(_ row: Int, _ look: Look, at point: CellPoint, _ middle: CellPoint) {
    let (across, down) = (point.column - middle.column, (point.row - middle.row) * 2)
    let sector = Sector(across: across, down: down).rawValue
    if sectors[sector] < 0 { sectors[sector] = newGroup(cell: -1, Coordinate(latitude: 0, longitude: 0)) }
    let before = groups[Int(sectors[sector])].count
    add(row, look, to: sectors[sector])
    directions[sector].add(
      across: across, down: down, isCounted: groups[Int(sectors[sector])].count > before)
  }

  private mutating func newGroup(cell: Int, _ place: Coordinate) -> Int32 {
    groups.append(Group(place: place, cell: Int32(cell)))
    found += repeatElement(-1, count: Beyond.namesKept)
    colourCounts += repeatElement(0, count: colourCount)
    return Int32(groups.count - 1)
  }

  /// Puts an event into a group.
  @inline(__always)
  private mutating func add(_ row: Int, _ look: Look, to id: Int32) {
    members.append(id)
    let (at, row) = (Int(id), Int32(truncatingIfNeeded: row))
    guard groups[at].last != row else { return }
    groups[at].take(row, look)
    colourCounts[at * colourCount + look.colour] += 1
    name(look.traits.name, at)
  }

  @inline(__always)
  private mutating func name(_ name: Int32, _ at: Int) {
    guard name >= 0 else {
      groups[at].hasMoreNames = true
      return
    }
    let (start, count) = (at * Beyond.namesKept, Int(groups[at].names))
    for place in 0..<count where found[start + place] == name {
      if place == 0 { groups[at].firstNamed += 1 }
      return
    }
    guard count < Beyond.namesKept else {
      groups[at].hasMoreNames = true
      return
    }
    found[start + count] = name
    if count == 0 { groups[at].firstNamed = 1 }
    groups[at].names += 1
  }

  // MARK: Reading

  /// Whether the selected event is in a group.
  func isSelected(_ group: Int32) -> Bool { groups[Int(group)].isSelected }

  /// The groups of a cell: of points, then of lines and areas.
  func ids(at point: CellPoint) -> [Int] {
    let (column, row) = (Int(point.column), Int(point.row))
    guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return [] }
    let cell = row * size.columns + column
    return [points[cell], areas[cell]].filter { $0 >= 0 }.map(Int.init)
  }

  /// The rows of a group, in the order of the table. Linear in all events that are shown.
  func rows(of group: Int) -> [Int] {
    var (rows, member) = ([Int](), 0)
    for match in matches {
      let marks = table.isPoint(match.row) ? 1 : max(1, table.places(of: match.row).count)
      for place in member..<member + marks where Int(members[place]) == group {
        if rows.last != match.row { rows.append(match.row) }
      }
      member += marks
    }
    return rows
  }

  // MARK: What is drawn

  /// The pin of a group.
  func mark(_ id: Int32, _ state: BrowserState) -> Mark {
    let group = groups[Int(id)]
    let traits = table.traits(Int(group.vaguest))
    let look = EventKind.allCases[Int(traits.kind)].look
    let names = self.names(of: id)
    // A point has its town's own label.
    let label = traits.form == .within ? names.first.map { SafeText($0).text } : nil
    let faded = group.isSelected || !state.time.look.fades ? nil : group.youngest.letter
    return Mark(
      id: Int(id), anchor: group.place, form: traits.form, letter: faded ?? look.letter, suffix: suffix(of: group),
      ink: faded == nil ? ink(of: group) : .dim, count: Int(group.count),
      isMixed: faded == nil && group.kinds.nonzeroBitCount > 1, label: label, places: names,
      isSelected: group.isSelected)
  }

  /// The colour of a pin. That of an event of several kinds is the kind's of the one that it speaks for; several files have
  /// no colour together.
  private func ink(of group: Group) -> Ink {
    if let ink = colouring.ink(ofBits: group.colours) { return ink }
    return colouring.colours == .kind ? colouring.ink(ofRow: Int(group.vaguest)) : .emphasis
  }

  private func suffix(of group: Group) -> Character? {
    guard group.suffixes.nonzeroBitCount == 1 else { return nil }
    return SpotTable.suffixes[group.suffixes.trailingZeroBitCount]
  }

  /// The count of a group, in the ink that most of its events have; of two as many, the first.
  func cell(_ id: Int32) -> Density.Cell {
    let group = groups[Int(id)]
    var ink = colouring.ink(ofBits: group.colours)
    if ink == nil {
      let start = Int(id) * colourCount
      let most = (0..<colourCount).max { colourCounts[start + $0] < colourCounts[start + $1] }
      ink = most.map(colouring.ink(of:))
    }
    return Density.Cell(
      column: Int(group.cell) % size.columns, row: Int(group.cell) / size.columns, count: Int(group.count),
      ink: ink ?? .emphasis)
  }

  /// The sign of a direction.
  func beyond(_ id: Int32, _ state: BrowserState) -> Beyond {
    let group = groups[Int(id)]
    var beyond = directions[sectors.firstIndex(of: id) ?? 0]
    beyond.id = Int(id)
    beyond.names = names(of: id).map { SafeText($0).text }
    beyond.firstNamed = Int(group.firstNamed)
    beyond.isAllNamed = !group.hasMoreNames
    beyond.isSelected = group.isSelected
    beyond.ink = colouring.ink(ofBits: group.colours)
    return beyond
  }

  /// The sign of what has no place.
  var tray: Tray {
    let group = groups[Int(unplaced)]
    return Tray(id: Int(unplaced), count: Int(group.count), isSelected: group.isSelected)
  }

  /// The first names of a group's places.
  private func names(of id: Int32) -> [String] {
    let start = Int(id) * Beyond.namesKept
    return found[start..<start + Int(groups[Int(id)].names)].map { table.names[Int($0)] }
  }
}
