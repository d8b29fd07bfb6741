import TextCanvas

/// The names that marks bring with them; the selected mark's first.
struct MarkLabels {
  let groups: [MarkPainter.Group]

  /// Draws them where there is room.
  func paint(_ sheet: inout MapSheet) {
    for group in groups {
      var names: [String] = []
      for name in group.marks.compactMap(\.label) where !names.contains(name) { names.append(name) }
      guard let mark = group.first, let name = mark.label ?? names.first else { continue }
      let texts = [names.joined(separator: ", "), name]
      for text in texts {
        guard let spot = LabelPlacer.spot(for: text, beside: group.columns, row: group.row, on: sheet) else { continue }
        LabelPlacer.write(text, at: spot, on: &sheet, mark.ink, group.isSelected ? .bold : [])
        break
      }
    }
  }
}
