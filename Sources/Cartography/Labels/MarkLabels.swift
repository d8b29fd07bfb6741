import TextCanvas

/// The names that marks bring with them; the selected mark's first.
///
/// A mark for an area says little without its name: so this name, unlike a town's, goes to another side of its mark
/// rather than off the view.
struct MarkLabels {
  let groups: [MarkPainter.Group]

  /// Draws them where there is room.
  func paint(_ sheet: inout MapSheet, _ board: inout LabelBoard) {
    for group in groups {
      var names: [String] = []
      for name in group.marks.compactMap(\.label) where !names.contains(name) { names.append(name) }
      guard let mark = group.first, let name = mark.label ?? names.first else { continue }
      for text in [names.joined(separator: ", "), name] {
        let width = displayWidth(of: text)
        let spot = LabelPlacer.spot(for: text, beside: group.columns, row: group.row, on: board) {
          board.isVisible($0, width, on: sheet)
        }
        guard let spot else { continue }
        board.write(text, at: spot, on: &sheet, mark.ink, group.isSelected ? .bold : [])
        break
      }
    }
  }
}
