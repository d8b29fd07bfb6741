import SituationModel

/// Events that have one title, one time and one place.
public struct Duplicate: Hashable, Sendable {
  /// The title of all.
  public let title: String
  /// When all happened; nil where no date is given.
  public let when: DateInterval?
  /// Where.
  public let place: Place
  /// Their ids, in the order of time.
  public let ids: [String]

  /// The content that two events have in common.
  private struct Content: Hashable {
    let title: String
    let when: DateInterval?
    let place: Place
  }

  /// The place of a row, as its columns have it.
  private struct Spot: Hashable {
    let point: GlobePoint
    let name: Int32
    let precision: UInt8
  }

  /// All of a table. Linear: rows of one time stand side by side, and only those that have their place in common are read.
  static func all(in table: EventTable) -> [Duplicate] {
    var duplicates: [Duplicate] = []
    var row = 0
    while row < table.count {
      let first = row
      let when = table.date(of: row)
      repeat { row += 1 } while row < table.count && table.date(of: row) == when
      if row - first > 1 { duplicates += all(in: first..<row, of: table) }
    }
    return duplicates
  }

  /// The duplicates among rows of one time.
  private static func all(in rows: Range<Int>, of table: EventTable) -> [Duplicate] {
    let columns = table.columns
    var spots: [Spot: [Int]] = [:]
    for row in rows {
      let spot = Spot(
        point: columns.point(row), name: columns.places[row], precision: columns.precisions[row])
      spots[spot, default: []].append(row)
    }
    var groups: [(row: Int, duplicate: Duplicate)] = []
    for alike in spots.values where alike.count > 1 {
      var contents: [Content: [Int]] = [:]
      for row in alike {
        let event = table[row]
        contents[Content(title: event.title, when: event.when, place: event.place), default: []].append(row)
      }
      for (content, rows) in contents where rows.count > 1 {
        let ids = rows.map { table[$0].id }
        groups.append((rows[0], Duplicate(title: content.title, when: content.when, place: content.place, ids: ids)))
      }
    }
    return groups.sorted { $0.row < $1.row }.map(\.duplicate)
  }
}
