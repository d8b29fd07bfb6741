/// The rows that pass a filter.
extension EventTable {
  /// The rows that a question is answered by, in order. Linear in the events.
  public func matches(_ query: EventQuery) -> [Match] {
    matches(in: query.window, among: rows(passing: query.filter))
  }

  /// The rows, of some or of all, that pass a filter, in order. Linear in them, unless the filter asks for nothing. An event
  /// is read where the columns leave it open whether it passes, on all processors where that pays.
  public func rows(passing filter: EventFilter, among rows: RowSet? = nil) -> RowSet {
    let rows = rows ?? RowSet(all: count)
    guard let expression = filter.expression else { return rows }
    return RowSet(chosen(0..<rows.count, of: rows, by: expression, ColumnFilter(expression, of: self)))
  }

  /// The first of some rows that pass a filter: as many as are found before there are more than a limit, or before so many rows
  /// were looked through.
  ///
  /// - Returns: the rows, and whether these are all that pass.
  public func first(
    _ limit: Int, passing filter: EventFilter, among rows: RowSet, lookingThrough most: Int = .max
  ) -> (rows: RowSet, areAll: Bool) {
    let expression = filter.expression
    let columned = expression.map { ColumnFilter($0, of: self) }
    var (found, place, step) = ([Int32](), 0, 1_024)
    while place < min(most, rows.count), found.count <= limit {
      let end = min(place + step, rows.count, most)
      if let expression, let columned {
        found += chosen(place..<end, of: rows, by: expression, columned)
      } else {
        found += (place..<end).map { Int32(truncatingIfNeeded: rows[$0]) }
      }
      (place, step) = (end, step * 2)
    }
    return (RowSet(found), place == rows.count)
  }

  /// The membership of a row's event in the set that an expression describes. The event is read.
  func membership(of row: Int, _ expression: FilterExpression) -> Membership {
    let event = events[row]
    return expression.membership(of: event, changes: book[event: event.id])
  }

  /// The rows at some places of others that pass an expression, in order. Linear in the places; on all processors where that pays.
  func chosen(
    _ places: Range<Int>, of rows: RowSet, by expression: FilterExpression, _ columned: ColumnFilter
  ) -> [Int32] {
    let parts = places.count > 10_000 ? processors() : 1
    let found = inParallel(parts) { part in
      var chosen: [Int32] = []
      let first = places.lowerBound
      for place in first + places.count * part / parts..<first + places.count * (part + 1) / parts {
        let row = rows[place]
        let membership = columned.membership(of: row) ?? membership(of: row, expression)
        if membership != .outside { chosen.append(Int32(truncatingIfNeeded: row)) }
      }
      return chosen
    }
    return Array(found.joined())
  }
}
