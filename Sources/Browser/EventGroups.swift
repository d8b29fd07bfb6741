import Cartography
import SituationModel
import TextCanvas

/// The shown events by where they are: in a cell of the view, in a direction outside it, or nowhere.
///
/// One pass, without a look at an event: a hundred thousand take some milliseconds. A group's rows hang together in a
/// chain, so that no group needs a list of its own.
struct EventGroups: Sendable {
  /// Events in one cell, one direction, or none.
  private struct Group {
    let place: Coordinate
    let cell: Int32
    var first: Int32
    var last: Int32
    var count: Int32 = 1
    /// Bits of the kinds and suffixes of its events.
    var kinds: UInt8
    /// Bits of what their colours tell.
    var colours: UInt32
    var suffixes: UInt16
    /// The event that claims least of its place: it speaks for all, so that the pin never claims too much.
    var vaguest: Int32
    var isSelected: Bool
  }

  /// An event in a group, and the entry after it; -1 for none.
  private struct Entry {
    let row: Int32
    var next: Int32 = -1
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
  private var entries: [Entry] = []
  private let table: SpotTable
  private let colouring: Colouring
  private let size: Size

  init(_ state: BrowserState) {
    (table, colouring) = (state.spots, state.colouring)
    size = state.viewport.size
    points = Array(repeating: -1, count: size.columns * size.rows)
    areas = points
    entries.reserveCapacity(state.matches.count)
    let viewport = state.viewport
    let middle = viewport.middle
    let selected = state.selection?.row ?? -1
    for match in state.matches {
      let (row, isSelected) = (match.row, match.row == selected)
      let isArea = table.traits[row].form == .within
      let places = table.places(of: row)
      if places.isEmpty {
        unplaced = add(row, to: unplaced, cell: -1, Coordinate(latitude: 0, longitude: 0), isSelected)
      }
      for place in places {
        let point = viewport.point(of: place)
        if viewport.contains(point) {
          let cell = Int(point.row) * size.columns + Int(point.column)
          if isArea {
            areas[cell] = add(row, to: areas[cell], cell: cell, place, isSelected)
          } else {
            points[cell] = add(row, to: points[cell], cell: cell, place, isSelected)
          }
        } else {
          let (across, down) = (point.column - middle.column, (point.row - middle.row) * 2)
          let sector = Sector(across: across, down: down).rawValue
          let before = sectors[sector] < 0 ? 0 : groups[Int(sectors[sector])].count
          sectors[sector] = add(row, to: sectors[sector], cell: -1, place, isSelected)
          let isCounted = groups[Int(sectors[sector])].count > before
          directions[sector].add(across: across, down: down, isCounted: isCounted)
        }
      }
    }
  }

  /// Puts an event into a group, a new one if there is none yet; returns the group.
  private mutating func add(
    _ row: Int, to group: Int32, cell: Int, _ place: Coordinate, _ isSelected: Bool
  ) -> Int32 {
    let traits = table.traits[row]
    let entry = Int32(entries.count)
    guard group >= 0 else {
      entries.append(Entry(row: Int32(row)))
      groups.append(
        Group(
          place: place, cell: Int32(cell), first: entry, last: entry, kinds: 1 << traits.kind,
          colours: colouring.bit(ofRow: row), suffixes: traits.suffix, vaguest: Int32(row), isSelected: isSelected))
      return Int32(groups.count - 1)
    }
    let at = Int(group)
    // An event of several points may have two in one cell.
    if entries[Int(groups[at].last)].row == row { return group }
    entries.append(Entry(row: Int32(row)))
    entries[Int(groups[at].last)].next = entry
    groups[at].last = entry
    groups[at].count += 1
    groups[at].kinds |= 1 << traits.kind
    groups[at].colours |= colouring.bit(ofRow: row)
    groups[at].suffixes |= traits.suffix
    if traits.precision > table.traits[Int(groups[at].vaguest)].precision { groups[at].vaguest = Int32(row) }
    if isSelected { groups[at].isSelected = true }
    return group
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

  /// The rows of a group, in the order of the table.
  func rows(of group: Int) -> [Int] {
    guard groups.indices.contains(group) else { return [] }
    var rows: [Int] = []
    forEachRow(Int32(group)) {
      rows.append($0)
      return true
    }
    return rows
  }

  /// Goes through the rows of a group until the answer is false.
  private func forEachRow(_ group: Int32, _ body: (Int) -> Bool) {
    var entry = groups[Int(group)].first
    while entry >= 0 {
      if !body(Int(entries[Int(entry)].row)) { return }
      entry = entries[Int(entry)].next
    }
  }

  // MARK: What is drawn

  /// The pin of a group.
  func mark(_ id: Int32, _ state: BrowserState) -> Mark {
    let group = groups[Int(id)]
    let traits = table.traits[Int(group.vaguest)]
    let look = EventKind.allCases[Int(traits.kind)].look
    let names = names(of: id, upTo: Beyond.namesKept).names
    // A point has its town's own label.
    let label = traits.form == .within ? names.first.map { SafeText($0).text } : nil
    let faded = group.isSelected ? nil : age(of: id, state).letter
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

  /// The age of the youngest event of a group.
  private func age(of id: Int32, _ state: BrowserState) -> Age {
    guard state.time.look.fades else { return .current }
    var youngest = Age.old
    forEachRow(id) { row in
      youngest = min(youngest, state.age(of: row))
      return youngest != .current
    }
    return youngest
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
      var counts = [Int](repeating: 0, count: Colouring.count)
      forEachRow(id) {
        counts[Int(colouring.numbers[$0])] += 1
        return true
      }
      ink = counts.indices.max { counts[$0] < counts[$1] }.map(colouring.ink(of:))
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
    let (names, firstNamed, isAll) = names(of: id, upTo: Beyond.namesKept)
    beyond.names = names.map { SafeText($0).text }
    beyond.firstNamed = firstNamed
    beyond.isAllNamed = isAll
    beyond.isSelected = group.isSelected
    beyond.ink = colouring.ink(ofBits: group.colours)
    return beyond
  }

  /// The sign of what has no place.
  var tray: Tray {
    let group = groups[Int(unplaced)]
    return Tray(id: Int(unplaced), count: Int(group.count), isSelected: group.isSelected)
  }

  /// The first names of a group's places, how many events have the first of them, and whether there are no more.
  private func names(of id: Int32, upTo most: Int) -> (names: [String], firstNamed: Int, isAll: Bool) {
    var found: [Int32] = []
    var (firstNamed, isAll) = (0, true)
    forEachRow(id) { row in
      let name = table.traits[row].name
      if name < 0 {
        isAll = false
      } else if !found.contains(name) {
        if found.count < most { found.append(name) } else { isAll = false }
      }
      if name >= 0, name == found.first { firstNamed += 1 }
      return true
    }
    return (found.map { table.names[Int($0)] }, firstNamed, isAll)
  }
}
