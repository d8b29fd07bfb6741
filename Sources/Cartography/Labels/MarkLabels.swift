import TextCanvas

/// The names that marks bring with them; the selected mark's first.
///
/// A mark for an area says little without its name: so this name, unlike a town's, goes to another side of its mark
/// rather than off the view.
struct MarkLabels {
  let groups: [MarkPainter.Group]

  /// Columns of a name that is cut to fit beside its mark.
  private static let shortName = 18

  /// Draws them where there is room.
  func paint(_ sheet: inout MapSheet, _ board: inout LabelBoard) {
    for group in groups {
      var names: [String] = []
      for name in group.marks.compactMap(\.label) where !names.contains(name) { names.append(name) }
      guard let mark = group.first, let name = mark.label ?? names.first else { continue }
      // One name must not pass for all that a joined sign counts.
      if group.isJoined && !group.isSelected { continue }
      if !write([names.joined(separator: ", "), name], of: group, mark, onlyBeside: true, &sheet, &board) {
        // In the row of its mark a part of a long name says more than the whole of it elsewhere.
        let short = displayWidth(of: name) > Self.shortName ? [clipped(name, to: Self.shortName)] : []
        if !write(short, of: group, mark, onlyBeside: true, &sheet, &board) {
          _ = write([name], of: group, mark, onlyBeside: false, &sheet, &board)
        }
      }
    }
  }

  /// Writes the first of some texts that has room; false if none has.
  ///
  /// - Parameter onlyBeside: if true, room above and below the mark does not count.
  private func write(
    _ texts: [String], of group: MarkPainter.Group, _ mark: Mark, onlyBeside: Bool, _ sheet: inout MapSheet,
    _ board: inout LabelBoard
  ) -> Bool {
    for text in texts {
      let width = displayWidth(of: text)
      let spot = LabelPlacer.spot(for: text, beside: group.columns, row: group.row, on: board) {
        (!onlyBeside || $0.row == group.row) && board.isVisible($0, width, on: sheet)
      }
      guard let spot else { continue }
      board.write(text, at: spot, on: &sheet, mark.ink, group.isSelected ? .bold : [])
      return true
    }
    return false
  }
}
