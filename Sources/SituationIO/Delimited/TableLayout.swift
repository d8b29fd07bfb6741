import SituationModel

/// The layout of a table of delimited text: the dialect of its rows, the beginning of its records, and the meaning of its columns.
struct TableLayout: Sendable {
  var dialect: Dialect
  var interpretation: Interpretation
  /// Where the first record begins.
  var firstRow = 0
  /// The number of rows of titles and comments before the names of the columns.
  var passedRows = 0
  /// True if a database wrote it: a fault is told by the number of its row, since a line says nothing there.
  var countsRows = false

  /// The names of the columns.
  var names: [String] { interpretation.names }
  var format: FileFormat { interpretation.format }

  /// A layout of an interpretation.
  init(_ interpretation: Interpretation, _ dialect: Dialect, firstRow: Int = 0) {
    (self.interpretation, self.dialect, self.firstRow) = (interpretation, dialect, firstRow)
  }
}
