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
    return RowSet(chosen(0..<rows.count, of: rows, by: expression, ColumnFilter(expression, of: self)).rows)
  }

  /// The first rows that pass a filter, as far as they were looked for.
  public struct FirstRows: Sendable {
    /// The rows that pass, in order.
    public let rows: RowSet
    /// The number of rows that were looked at.
    public let looked: Int
    /// True if these are all that pass.
    public let areAll: Bool
  }

  /// The first of some rows that pass a filter: as many as are found before there are more than a limit.
  ///
  /// - Parameters:
  ///   - looking: the number of rows after which no more are looked at.
  ///   - reading: the number of events after whose reading no more rows are looked at; some thousands more may be read. Reading an
  ///     event takes up to 50 us, looking at its columns some nanoseconds.
  public func first(
    _ limit: Int, passing filter: EventFilter, among rows: RowSet, looking: Int = .max, reading: Int = .max
  ) -> FirstRows {
    let expression = filter.expression
    let columned = expression.map { ColumnFilter($0, of: self) }
    var (found, place, step, read) = ([Int32](), 0, 1_024, 0)
    while place < min(looking, rows.count), found.count <= limit, read < reading {
      let end = min(place + step, rows.count, looking)
      if let expression, let columned {
        let part = chosen(place..<end, of: rows, by: expression, columned)
        found += part.rows
        read += part.read
      } else {
        found += (place..<end).map { Int32(truncatingIfNeeded: rows[$0]) }
      }
      // A long step over rows that are read would go far beyond the limit.
      (place, step) = (end, read == 0 || reading == .max ? step * 2 : min(step * 2, 4_096))
    }
    return FirstRows(rows: RowSet(found), looked: place, areAll: place == rows.count)
  }

  /// The membership of a row's event in the set that an expression describes. The event is read.
  func membership(of row: Int, _ expression: FilterExpression) -> Membership {
    let event = events[row]
    return expression.membership(of: event, changes: book[event: event.id])
  }

  /// The rows at some places of others that pass an expression, in order, and the number of events that were read for it. Linear in the
  /// places; on all processors where that pays.
  func chosen(
    _ places: Range<Int>, of rows: RowSet, by expression: FilterExpression, _ columned: ColumnFilter
  ) -> (rows: [Int32], read: Int) {
    let parts = places.count >= 4_096 ? processors() : 1
    let cost = events.store.keepsEvents ? 0 : 1
    let found = inParallel(parts) { part in
      var (chosen, read) = ([Int32](), 0)
      let first = places.lowerBound
      for place in first + places.count * part / parts..<first + places.count * (part + 1) / parts {
        let row = rows[place]
        var membership = columned.membership(of: row)
        if membership == nil {
          membership = self.membership(of: row, expression)
          read += cost
        }
        if membership != .outside { chosen.append(Int32(truncatingIfNeeded: row)) }
      }
      return (chosen, read)
    }
    return (found.flatMap(\.0), found.reduce(0) { $0 + $1.1 })
  }
}
