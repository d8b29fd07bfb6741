import SituationModel

/// The columns behind the titles of a list, chosen by the width of the pane.
struct ListColumns: Hashable {
  /// A column and its width.
  struct Cell: Hashable {
    let column: EventColumn
    let width: Int
  }

  /// The columns, each with a space behind it; the one that the list is sorted by comes first.
  let cells: [Cell]
  /// The width that is left for the title and the space behind it.
  let titleColumns: Int

  /// The columns for a pane with so many columns inside.
  init(order: EventOrder, hasGrades: Bool, hasFiles: Bool, hasNames: Bool = false, columns: Int) {
    // The cursor, the sign of a file and a space, a mark of two letters and a space.
    let room = max(0, columns - (hasFiles ? 6 : 4))
    var left = room
    var cells: [Cell] = []
    let isPlain = order.column == .time && order.grouping == .day
    let sorted: [EventColumn] = isPlain || order.column == .title ? [] : [order.column]
    let others: [EventColumn] = [.place, .precision, .time, .standing, .grade, .file, .source]
    // A narrow list in its usual order has the title, and the place if 28 columns are left for the title.
    if isPlain, columns < 50 {
      let width = min(EventColumn.place.width, room - 30)
      self.cells = width >= 6 ? [Cell(column: .place, width: width)] : []
      titleColumns = width >= 6 ? room - width - 1 : room
      return
    }
    for column in sorted + others {
      if cells.contains(where: { $0.column == column }) { continue }
      if column == .time, order.grouping == .day { continue }
      if column == .grade, !hasGrades, order.column != .grade { continue }
      if column == .file, !hasFiles { continue }
      if column.rawValue == order.grouping.rawValue { continue }
      let isSorted = column == order.column
      // `locality by name`
      let full = column == .precision && hasNames ? 16 : column.width
      let width = isSorted ? min(full, max(8, room * 2 / 5)) : full
      let least = isSorted ? 8 : columns < 50 ? 16 : 30
      if left - width - 1 < least { break }
      cells.append(Cell(column: column, width: width))
      left -= width + 1
    }
    self.cells = cells
    titleColumns = left
  }
}

extension EventColumn {
  /// The usual width of the column's words on the screen.
  fileprivate var width: Int {
    switch self {
    case .grade: 3
    case .figure: 9
    case .standing: 9
    case .precision, .kind: 10
    case .time: 13
    case .title, .place, .actor, .source, .file: 16
    }
  }
}
