/// Some rows of a table, in order: all of them, which takes no room, or those that pass a filter.
public struct RowSet: RandomAccessCollection, Sendable {
  private enum Content: Sendable {
    case all
    case some([Int32])
  }

  private let content: Content
  /// How many rows there are.
  public let endIndex: Int

  /// The first of all rows.
  public var startIndex: Int { 0 }

  /// All rows of a table of so many.
  public init(all count: Int) { (content, endIndex) = (.all, count) }

  /// Some rows, which stand in order.
  public init(_ rows: [Int32]) { (content, endIndex) = (.some(rows), rows.count) }

  /// The row at a place.
  public subscript(place: Int) -> Int {
    switch content {
    case .all: place
    case .some(let rows): Int(rows[place])
    }
  }

  /// The rows that pass a condition, in order. Linear.
  public func chosen(_ passes: (Int) -> Bool) -> RowSet {
    var rows: [Int32] = []
    for place in 0..<endIndex where passes(self[place]) { rows.append(Int32(truncatingIfNeeded: self[place])) }
    return RowSet(rows)
  }

  /// The rows, where they are not all.
  var chosen: [Int32]? {
    if case .some(let rows) = content { rows } else { nil }
  }
}
