import SituationModel

/// The figures of a row whose numbers are digits alone, perhaps with a point among them.
///
/// It is as strict as `RowScan`: any other number, and numbers that do not rise from the least to the most, are left to `TableRow`.
struct FigureScan: Sendable {
  /// The columns of one figure.
  private struct Group: Sendable {
    let name: FigureName
    var low, best, high: Column?
  }

  /// A column of numbers.
  private struct Column: Sendable {
    let column: Int
    /// True if a point in its numbers is a decimal one.
    let hasPoints: Bool
  }

  private var groups: [Group] = []
  /// False if some figure has two columns for one of its bounds, so that a row has to be read.
  private(set) var isPlain = true

  /// True if rows state no figures.
  var isEmpty: Bool { groups.isEmpty }

  /// The figures of a table.
  init(_ interpretation: Interpretation) {
    var places: [String: Int] = [:]
    for use in interpretation.uses(of: .figure) {
      guard let name = FigureName(use.figure) else { continue }
      let place = places[use.figure] ?? groups.count
      if places.updateValue(place, forKey: use.figure) == nil { groups.append(Group(name: name)) }
      let column = Column(column: use.column, hasPoints: use.numbers.point == .decimal && !use.countsPeople)
      switch use.bound {
      case .low: isPlain = isPlain && groups[place].low == nil
      case .best: isPlain = isPlain && groups[place].best == nil
      case .high: isPlain = isPlain && groups[place].high == nil
      }
      switch use.bound {
      case .low: groups[place].low = column
      case .best: groups[place].best = column
      case .high: groups[place].high = column
      }
    }
  }

  /// Reads the figures of a row into a list; false where the row has to be read in words.
  func read(
    _ fields: UnsafeBufferPointer<RowScanner.Field>, _ bytes: UnsafeBufferPointer<UInt8>,
    into figures: inout [(name: FigureName, range: FigureRange)]
  ) -> Bool {
    figures.removeAll(keepingCapacity: true)
    for group in groups {
      var numbers = (low: Double?.none, best: Double?.none, high: Double?.none)
      guard FigureScan.read(group.low, fields, bytes, &numbers.low),
        FigureScan.read(group.best, fields, bytes, &numbers.best),
        FigureScan.read(group.high, fields, bytes, &numbers.high)
      else { return false }
      if numbers.low == nil, numbers.best == nil, numbers.high == nil { continue }
      guard let range = FigureRange(low: numbers.low, best: numbers.best, high: numbers.high) else { return false }
      if let place = figures.firstIndex(where: { $0.name == group.name }) {
        figures[place].range = figures[place].range.union(range)
      } else {
        figures.append((group.name, range))
      }
    }
    return true
  }

  /// Reads the number of a field, where it has one; false where it is no plain number.
  @inline(__always)
  private static func read(
    _ column: Column?, _ fields: UnsafeBufferPointer<RowScanner.Field>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ number: inout Double?
  ) -> Bool {
    guard let column, fields[column.column].count > 0 else { return true }
    let field = fields[column.column]
    guard field.count <= 15 else { return false }
    var (digits, decimals) = (UInt64(0), -1)
    for byte in bytes[field.start..<field.end] {
      let digit = byte &- 0x30
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
        if decimals >= 0 { decimals += 1 }
      } else {
        guard byte == UInt8(ascii: "."), column.hasPoints, decimals < 0 else { return false }
        decimals = 0
      }
    }
    // A point wants digits on both sides.
    if decimals == 0 || bytes[field.start] == UInt8(ascii: ".") { return false }
    // Both are whole numbers that a `Double` has exactly, so that the quotient is rounded once, as a text would be.
    number = decimals < 0 ? Double(digits) : Double(digits) / powers[decimals]
    return true
  }

  private static let powers: [Double] = (0...15).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}
