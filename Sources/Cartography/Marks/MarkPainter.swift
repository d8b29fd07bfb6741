import SituationModel
import TextCanvas

/// The marks inside the view: letters at their anchors, then as much of their rings and counts as there is room for.
struct MarkPainter {
  /// The marks whose anchors share a cell.
  struct Group {
    let column: Int
    let row: Int
    let marks: [Mark]
    /// Where the first of the marks lies in that cell.
    let point: CellPoint
    /// The columns that its text takes.
    var columns: Range<Int>

    /// Whether it stands for a point, known exactly or not, and so for a town that lies there.
    var isPoint: Bool {
      switch first?.form {
      case .exact, .near: true
      case .within, nil: false
      }
    }

    /// Whether one of its events lies in a place of this name.
    func names(_ place: String) -> Bool { marks.contains { $0.places.contains { $0.contains(place) } } }

    var isSelected: Bool { marks.contains(where: \.isSelected) }
    /// The mark that gives its colour and form.
    var first: Mark? { marks.first(where: \.isSelected) ?? marks.first }
  }

  /// The groups, those that were given first in front, the selected one foremost.
  private(set) var groups: [Group]

  /// Finds the cells of the marks that lie in a view.
  init(_ marks: [Mark], _ viewport: Viewport) {
    var order: [(cell: Position, point: CellPoint)] = []
    var cells: [Position: [Mark]] = [:]
    for mark in marks {
      let point = viewport.point(of: mark.anchor)
      guard viewport.contains(point) else { continue }
      let cell = Position(column: Int(point.column), row: Int(point.row))
      if cells[cell] == nil { order.append((cell, point)) }
      cells[cell, default: []].append(mark)
    }
    let groups = order.map { cell, point in
      Group(
        column: cell.column, row: cell.row, marks: cells[cell] ?? [], point: point,
        columns: cell.column..<cell.column + 1)
    }
    self.groups = groups.filter(\.isSelected) + groups.filter { !$0.isSelected }
  }

  /// Takes the cells of the letters: nothing may cover one, not even another mark.
  func takeAnchors(_ sheet: inout MapSheet) {
    for group in groups { sheet.setUse(.taken, column: group.column, row: group.row) }
  }

  /// Draws them, and adds what was drawn to the hits.
  mutating func paint(_ sheet: inout MapSheet, _ hits: inout [MapDrawing.Hit]) {
    for index in groups.indices { Self.paint(&groups[index], &sheet) }
    // The foremost group is drawn first and hit last.
    for group in groups.reversed() {
      let rect = Rect(column: group.columns.lowerBound, row: group.row, columns: group.columns.count, rows: 1)
      hits.append(MapDrawing.Hit(marks: group.marks.map(\.id), rect: rect, isBeyondEdge: false))
    }
  }

  private static func paint(_ group: inout Group, _ sheet: inout MapSheet) {
    guard let mark = group.first, let text = MarkText(group.marks) else { return }
    let attributes: Attributes = group.isSelected ? [.reverse, .bold] : [.bold]
    let (column, row) = (group.column, group.row)
    var letter = text.letter
    // A ring is drawn whole or not at all: half of one reads as part of a neighbour. The view's edge may cut it.
    func isOpen(_ at: Int) -> Bool {
      at < 0 || at >= sheet.size.columns || sheet.isFree(column: at, row: row, count: 1)
    }
    let hasRing = text.opening != nil && isOpen(column - 1)
    var left = hasRing ? text.opening.map { String($0) } ?? "" : ""
    let rightSides = hasRing || text.opening == nil ? text.rightSides : Array(text.rightSides.dropFirst())
    let room = rightSides.first { sheet.isFree(column: column + 1, row: row, count: $0.count) }
    let isCut = column + 1 + (text.rightSides.first?.count ?? 0) > sheet.size.columns
    if room != text.rightSides.first, !isCut { left = "" }
    if room == nil && !sheet.isFree(column: column - text.count.count, row: row, count: text.count.count) {
      // No room on either side for how many there are: a digit alone, or the sign of several kinds.
      if !group.isSelected { letter = text.count.count == 1 ? text.count.first ?? letter : "*" }
    } else if room == nil {
      left = text.count
    }
    sheet.put(letter, column: column, row: row, mark.ink, attributes, use: .taken)
    if let room { sheet.write(room, column: column + 1, row: row, mark.ink, attributes) }
    if !sheet.isFree(column: column - left.count, row: row, count: left.count) { left = "" }
    sheet.write(left, column: column - left.count, row: row, mark.ink, attributes)
    group.columns = column - left.count..<column + 1 + (room?.count ?? 0)
  }
}
