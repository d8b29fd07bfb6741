/// Events by two dimensions at once, with the sums of rows and columns.
///
/// An event is surely in a cell where it surely is in the row and in the column. The sums of rows and columns are those of the events,
/// not of the cells: an event that may be in two cells counts once.
public struct CrossTable: Sendable {
  /// The dimension of the rows, and that of the columns.
  public let rowDimension, columnDimension: Dimension
  /// The rows and their sums.
  public let rows: [Totals.Row]
  /// The columns and their sums.
  public let columns: [Totals.Row]
  /// All events.
  public let whole: Tally
  /// The figure that is summed; nil for none.
  public let figure: FigureName?
  /// The cells, row by row.
  private let cells: [Int: Tally]

  /// A cell, by the places of its row and its column.
  public subscript(row: Int, column: Int) -> Tally { cells[row * columns.count + column] ?? Tally() }

  /// Counts some events by two dimensions; nil where the parts by one of them were not made. Linear in the events and the cells that
  /// each may be in.
  ///
  /// - Parameters:
  ///   - most: so many rows, and so many columns, are kept: those with the most events, and of time the last.
  public init?(
    _ matches: [EventTable.Match], of partitions: PartitionTable, rows: Dimension, columns: Dimension,
    figure: FigureName? = nil, most: Int = 1_000
  ) {
    guard let down = partitions[rows], let across = partitions[columns] else { return nil }
    let totals = Totals(matches, of: partitions, by: [rows, columns], figure: figure)
    guard totals.sections.count == 2 else { return nil }
    (rowDimension, columnDimension, whole, self.figure) = (rows, columns, totals.whole, totals.figure)
    self.rows = CrossTable.kept(totals.sections[0], most)
    self.columns = CrossTable.kept(totals.sections[1], most)
    let figures = totals.figure.flatMap(partitions.events.columns.figure)
    let (rowPlaces, columnPlaces) = (
      CrossTable.places(of: self.rows, in: down), CrossTable.places(of: self.columns, in: across)
    )
    var cells: [Int: Tally] = [:]
    let width = self.columns.count
    for match in matches {
      let range = figures?[match.row]
      down.each(match.row) { row, isSureRow in
        guard rowPlaces[row] >= 0 else { return }
        across.each(match.row) { column, isSureColumn in
          guard columnPlaces[column] >= 0 else { return }
          cells[Int(rowPlaces[row]) * width + Int(columnPlaces[column]), default: Tally()].add(
            isSure: match.isCertain && isSureRow && isSureColumn, range, sums: totals.figure != nil)
        }
      }
    }
    self.cells = cells
  }

  private static func kept(_ section: Totals.Section, _ most: Int) -> [Totals.Row] {
    section.dimension.unit == nil ? Array(section.rows.prefix(most)) : Array(section.rows.suffix(most))
  }

  /// The place among the rows of each part; -1 for those that are not kept.
  private static func places(of rows: [Totals.Row], in partition: Partition) -> [Int32] {
    var places = [Int32](repeating: -1, count: partition.parts.count)
    for (place, row) in rows.enumerated() { places[row.part] = Int32(place) }
    return places
  }
}
