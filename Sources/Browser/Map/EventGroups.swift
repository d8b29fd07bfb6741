import Cartography
import SituationModel
import TextCanvas

/// The shown events grouped by where they are: in a cell of the view, in a direction outside it, or nowhere.
///
/// One pass over the events (`GroupPass`) collects what a sign needs of its group: for a million events it takes some milliseconds. The
/// rows of a group are found only when somebody asks for them.
struct EventGroups: Sendable {
  /// The group of each cell, direction and country.
  let places: GroupPlaces
  private let groups: GroupTallies.Counts
  private let matches: [EventTable.Match]
  private let table: SpotTable
  private let colouring: Colouring
  private let viewport: Viewport
  private let grid: WorldGrid?
  /// The groups that contain a highlighted event.
  private var selected: Set<Int> = []
  private var size: Size { viewport.size }

  /// The groups of all shown events; those of the last pass, if they are still right.
  init(_ state: BrowserState) {
    self.init(state, state.results.matches, state.pass ?? GroupPass(state, over: state.results.matches))
  }

  /// The groups of some events, from a new pass.
  init(_ state: BrowserState, of some: [EventTable.Match]) { self.init(state, some, GroupPass(state, over: some)) }

  private init(_ state: BrowserState, _ matches: [EventTable.Match], _ pass: GroupPass) {
    (table, colouring, viewport) = (state.dataset.spots, state.colouring, state.viewport)
    self.matches = matches
    grid = WorldGrid(viewport)
    (places, groups) = (pass.places, pass.groups)
    selected = Set(state.highlightedRows.filter { matches.hasRow($0) }.flatMap { groups(of: $0) })
  }

  // MARK: Reading

  /// The number of events in the cells of the view.
  var countInView: Int { (places.points + places.areas).reduce(0) { $0 + ($1 < 0 ? 0 : Int(groups[$1].count)) } }

  /// True if the selected event is in a group, or one of two that are compared.
  func isSelected(_ group: Int32) -> Bool { selected.contains(Int(group)) }

  /// The groups of a cell: first of points, then of lines and areas.
  func ids(at point: CellPoint) -> [Int] {
    let (column, row) = (Int(point.column), Int(point.row))
    guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return [] }
    let cell = row * size.columns + column
    return [places.points[cell], places.areas[cell]].filter { $0 >= 0 }.map(Int.init)
  }

  /// The rows of all groups.
  var all: [Int] { matches.map(\.row) }

  /// The number of events in a group.
  func count(of group: Int) -> Int { Int(groups[Int32(group)].count) }

  /// The rows of a group, in the order of the table. Linear in all shown events.
  func rows(of group: Int) -> [Int] { rows(of: Set([group]))[group] ?? [] }

  /// The rows of several groups, found in one pass.
  func rows(of wanted: Set<Int>) -> [Int: [Int]] {
    // By numbers, and not by a dictionary: all events that are shown may be in one group.
    let wanted = wanted.filter { $0 >= 0 && $0 < groups.count }.sorted()
    var places = [Int](repeating: -1, count: groups.count)
    for (place, group) in wanted.enumerated() { places[group] = place }
    var rows = [[Int]](repeating: [], count: wanted.count)
    func take(_ row: Int, into group: Int) {
      guard group >= 0, places[group] >= 0, rows[places[group]].last != row else { return }
      rows[places[group]].append(row)
    }
    for match in matches {
      let row = match.row
      if let grid, table.isPoint(row), self.places.countryInView(of: row, table) == nil {
        let point = table.point(of: row, in: grid)
        take(row, into: Int(self.places.group(at: point, isArea: table.isArea(row), in: viewport)))
      } else {
        for group in groups(of: row) { take(row, into: group) }
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(wanted, rows).filter { !$0.1.isEmpty })
  }

  /// The groups that an event is in. A group comes as often as the event has places in it.
  private func groups(of row: Int) -> [Int] {
    if let country = places.countryInView(of: row, table) { return [Int(places.countries[country])] }
    let own = table.places(of: row)
    if own.isEmpty { return [Int(places.unplaced)] }
    let isArea = table.isArea(row)
    return own.map {
      Int(places.group(at: table.point(of: row, $0, grid, viewport), isArea: isArea, in: viewport))
    }
  }

  // MARK: What is drawn

  /// The pin of a group.
  func mark(_ id: Int32, _ state: BrowserState) -> Mark {
    let group = groups[id]
    let traits = table.traits(Int(group.vaguest))
    let look = table.columns.kindTable[traits.kind]
    let names = self.names(of: id)
    // A point has its town's own label.
    let label = traits.form == .within ? names.first.map { SafeText($0).text } : nil
    let faded = isSelected(id) || !state.view.timeLook.fades ? nil : group.youngest.letter
    return Mark(
      id: Int(id), anchor: group.place, form: traits.form, letter: faded ?? look.letter, suffix: suffix(of: group),
      ink: faded == nil ? ink(of: group) : .dim, count: Int(group.count),
      isMixed: faded == nil && group.kinds.nonzeroBitCount > 1, label: label, places: names,
      isSelected: isSelected(id))
  }

  /// The colour of a pin. For events of several kinds it is the colour of the vaguest event's kind; for several files there is
  /// no common colour.
  private func ink(of group: GroupTallies.Group) -> Ink {
    if let ink = colouring.ink(ofBits: group.colours) { return ink }
    return colouring.colours == .kind ? colouring.ink(ofRow: Int(group.vaguest)) : .emphasis
  }

  private func suffix(of group: GroupTallies.Group) -> Character? {
    guard group.suffixes.nonzeroBitCount == 1 else { return nil }
    return SpotTable.suffixes[group.suffixes.trailingZeroBitCount]
  }

  /// The cell of a group that lies in the view.
  func position(_ id: Int32) -> Position {
    let cell = Int(groups[id].cell)
    return Position(column: cell % size.columns, row: cell / size.columns)
  }

  /// The count of a group, in its cell.
  func cell(_ id: Int32) -> Density.Cell {
    let position = position(id)
    return Density.Cell(column: position.column, row: position.row, count: Int(groups[id].count))
  }

  /// The off-screen marker of a direction.
  func beyond(_ id: Int32, _ state: BrowserState) -> Beyond {
    let sector = places.sectors.firstIndex(of: id) ?? 0
    var beyond = places.directions[sector]
    beyond.id = Int(id)
    beyond.names = names(of: id).map { SafeText($0).text }
    beyond.firstNamed = places.firstNamed[sector]
    // The selected event is named, whoever else lies there.
    if isSelected(id), let row = state.view.selection?.row, table.columns.places[row] >= 0 {
      let name = SafeText(table.names[Int(table.columns.places[row])]).text
      if beyond.names.first != name { (beyond.names, beyond.firstNamed) = ([name] + beyond.names, 1) }
    }
    beyond.isSelected = isSelected(id)
    return beyond
  }

  /// Chips for the events without a point: those of whole countries in view, the fullest first, then those without a
  /// place.
  var chips: [Chip] {
    var chips = CountryChips.chips(countries, others: Self.otherCountries)
    if places.unplaced >= 0 {
      chips.append(
        Chip(
          id: Int(places.unplaced), words: "no place", count: count(of: Int(places.unplaced)),
          isSelected: isSelected(places.unplaced)))
    }
    return chips
  }

  /// The countries in view, each with the number of its group.
  private var countries: [CountryChips.Country] {
    places.countries.indices.filter { places.countries[$0] >= 0 }.map { country in
      let (id, name) = (places.countries[country], table.countries[country].name)
      return CountryChips.Country(
        id: Int(id), name: name < 0 ? nil : table.names[Int(name)], count: count(of: Int(id)),
        isSelected: isSelected(id))
    }
  }

  /// The id of the chip for all countries without a chip of their own.
  static let otherCountries = -3

  /// The groups of the sign with this id.
  func groups(ofSign id: Int) -> [Int] {
    guard id == Self.otherCountries else { return [id] }
    return CountryChips.sorted(countries).shared.map(\.id)
  }

  /// The first names of a group's places.
  private func names(of id: Int32) -> [String] { groups.names(of: id).map { table.names[Int($0)] } }
}

extension BrowserState {
  /// Counts the events of the window by cell, kind and all else that their signs show: the part of a frame that depends on the number of
  /// events. Returns the number of events in view; for measurements.
  ///
  /// - Parameter anew: true if the matches and the list are computed again before.
  public func countByCell(askingAnew anew: Bool) -> Int {
    var asked = self
    if anew {
      asked.results.forgetMatches()
      asked.bringUpToDate()
    }
    return EventGroups(asked, of: asked.results.matches).countInView
  }
}
