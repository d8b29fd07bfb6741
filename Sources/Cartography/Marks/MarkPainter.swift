import SituationModel
import TextCanvas

/// The marks inside the view: letters at their anchors, then as much of their rings and counts as there is room for.
struct MarkPainter {
  /// The marks whose anchors share a cell.
  struct Group {
    let column: Int
    let row: Int
    let marks: [Mark]
    /// The position of the first mark in the cell.
    let point: CellPoint
    /// The columns of the group's text.
    var columns: Range<Int>
    /// True if the group stands for marks of several cells, which would otherwise overwrite each other.
    var isJoined = false

    /// The precision of the places of the group; of several cells, the vaguest one.
    var form: Mark.Form? {
      guard isJoined else { return first?.form }
      let forms = Set(marks.map(\.form))
      return forms.contains(.within) ? .within : forms.contains(.near) ? .near : first?.form
    }

    /// The text of the sign; nil without a mark.
    var text: MarkText? { MarkText(marks, form: form) }

    /// True if the group stands for a point, known exactly or not, and so for a town that lies there.
    var isPoint: Bool {
      switch form {
      case .exact, .near: true
      case .within, nil: false
      }
    }

    /// True if one of the group's events lies in a place of this name.
    func names(_ place: String) -> Bool { marks.contains { $0.places.contains { $0.contains(place) } } }

    var isSelected: Bool { marks.contains(where: \.isSelected) }
    /// The mark that gives the group its colour and form.
    var first: Mark? { marks.first(where: \.isSelected) ?? marks.first }
  }

  /// The groups in the order of the marks, the first in front; the selected one foremost.
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
    self.groups = (groups.filter(\.isSelected) + groups.filter { !$0.isSelected }).joiningTouching
  }

  /// Marks the cells of the letters as taken, so that nothing covers one, not even another mark.
  func takeAnchors(_ sheet: inout MapSheet) {
    for group in groups { sheet.setUse(.taken, column: group.column, row: group.row) }
  }

  /// Draws the groups, and adds their hits.
  mutating func paint(_ sheet: inout MapSheet, _ hits: inout [MapDrawing.Hit]) {
    for index in groups.indices { Self.paint(&groups[index], &sheet) }
    // The foremost group is drawn first and hit last.
    for group in groups.reversed() {
      let rect = Rect(column: group.columns.lowerBound, row: group.row, columns: group.columns.count, rows: 1)
      hits.append(MapDrawing.Hit(marks: group.marks.map(\.id), rect: rect, isBeyondEdge: false))
    }
  }

  /// Puts the map's own ground under the marks. On the ground of a density's class a mark in its kind's colour could be invisible.
  func clearGrounds(_ sheet: inout MapSheet) {
    for group in groups {
      for column in group.columns where sheet.isCounted(column: column, row: group.row) {
        sheet.setGround(.plain, column: column, row: group.row)
      }
    }
  }

  private static func paint(_ group: inout Group, _ sheet: inout MapSheet) {
    guard let mark = group.first, let text = group.text else { return }
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

extension MarkPainter.Group {
  /// The columns of the group's text if there is room for all of it.
  fileprivate var extent: Range<Int> {
    let text = text
    let right = text?.rightSides.first?.count ?? 0
    return column - (text?.opening == nil ? 0 : 1)..<column + 1 + right
  }

  /// True if this group and the next one to its right would overwrite each other, or its count would run into the next sign.
  fileprivate func touches(_ next: MarkPainter.Group) -> Bool {
    let (end, start) = (extent.upperBound, next.extent.lowerBound)
    return end > start || end == start && !(text?.count.isEmpty ?? true)
  }

  fileprivate var total: Int { marks.reduce(0) { $0 + max(1, $1.count) } }

  /// One group for both, at the place of the one with more events or of the selected one. It counts all events.
  fileprivate func joined(with other: MarkPainter.Group) -> MarkPainter.Group {
    let staysHere = isSelected || !other.isSelected && total >= other.total
    let (here, there) = staysHere ? (self, other) : (other, self)
    return MarkPainter.Group(
      column: here.column, row: here.row, marks: here.marks + there.marks, point: here.point, columns: here.columns,
      isJoined: true)
  }
}

extension [MarkPainter.Group] {
  /// The groups in their order, with neighbours in a row joined that would overwrite each other. n log n.
  fileprivate var joiningTouching: [MarkPainter.Group] {
    var rows: [Int: [(place: Int, group: MarkPainter.Group)]] = [:]
    for (place, group) in enumerated() { rows[group.row, default: []].append((place, group)) }
    var result: [(place: Int, group: MarkPainter.Group)] = []
    for row in rows.values {
      var signs: [(place: Int, group: MarkPainter.Group)] = []
      for next in row.sorted(by: { $0.group.column < $1.group.column }) {
        var sign = next
        // A joined sign is wider than its parts, and may reach the one before it.
        while let before = signs.last, before.group.touches(sign.group) {
          sign = (Swift.min(before.place, sign.place), before.group.joined(with: sign.group))
          signs.removeLast()
        }
        signs.append(sign)
      }
      result += signs
    }
    return result.sorted { $0.place < $1.place }.map(\.group)
  }
}
