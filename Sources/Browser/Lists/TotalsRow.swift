import SituationModel

/// A line of the totals pane.
enum TotalsRow: Sendable {
  /// A sentence on the whole, or a note.
  case note(String)
  /// The heading of a section.
  case heading(Dimension)
  /// A part of a dimension.
  case part(Dimension, Totals.Row)
  /// The parts of a section that are left out: how many there are.
  case more(Dimension, Int)
  /// A line between sections.
  case blank

  /// True if the cursor can rest on the line.
  var isReached: Bool {
    switch self {
    case .part, .more: true
    case .note, .heading, .blank: false
    }
  }

  /// True if two lines stand for the same part, whatever its counts are now.
  func isSame(as other: TotalsRow) -> Bool {
    if case .part(let dimension, let row) = self, case .part(dimension, let same) = other {
      return row.name == same.name
    }
    if case .more(let dimension, _) = self, case .more(dimension, _) = other { return true }
    return false
  }
}
