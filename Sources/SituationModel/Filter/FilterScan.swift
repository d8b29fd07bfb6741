/// A pass of a filter through the rows of a table in parts, so that a screen can be drawn between them and the pass be given up.
public struct FilterScan: Sendable {
  /// The rows that passed so far.
  private var found: [Int32] = []
  /// The number of rows that were looked at.
  private var place = 0
  private let table: EventTable
  private let rows: RowSet
  private let expression: FilterExpression?
  /// The expression as the columns answer it, made once for all parts.
  private let columned: ColumnFilter?
  /// No more rows are looked for when there are more than these.
  private let limit: Int

  /// A pass through some rows, or through all.
  ///
  /// - Parameter limit: the pass ends when more rows than these are found.
  public init(_ filter: EventFilter, of table: EventTable, among rows: RowSet? = nil, limit: Int = .max) {
    (expression, self.table, self.limit) = (filter.expression, table, limit)
    columned = filter.expression.map { ColumnFilter($0, of: table) }
    self.rows = rows ?? RowSet(all: table.count)
  }

  /// True if a filter has to read events of so large a table that a person would wait for it. Looks at a few rows.
  public static func isLong(_ filter: EventFilter, of table: EventTable, longFrom count: Int) -> Bool {
    guard table.count >= count, let expression = filter.expression else { return false }
    let columned = ColumnFilter(expression, of: table)
    let sample = stride(from: 0, to: table.count, by: max(1, table.count / 64))
    return sample.contains { columned.membership(of: $0) == nil }
  }

  /// True if nothing is left to look at.
  public var isDone: Bool { place >= rows.count || found.count > limit }
  /// The part that is done, in hundredths.
  public var percent: Int { rows.isEmpty ? 100 : place * 100 / rows.count }
  /// The rows that passed so far, in order.
  public var passing: RowSet { RowSet(found) }
  /// True if all rows were looked at.
  public var hasLookedAtAll: Bool { place >= rows.count }

  /// Looks at so many more rows.
  public mutating func advance(by count: Int) {
    let end = min(place + count, rows.count)
    if let expression, let columned {
      found += table.chosen(place..<end, of: rows, by: expression, columned).rows
    } else {
      found += rows[place..<end].map { Int32(truncatingIfNeeded: $0) }
    }
    place = end
  }
}
