/// The way of a line through a cell, from where it enters to where it leaves, rounded to a grid of 5×9 points.
///
/// Rounding leaves few enough ways to choose a glyph for each in advance.
struct Chord: Hashable {
  /// The number of points across a cell, and down it.
  static let across = 5
  static let down = 9
  /// The number of all points.
  static let points = across * down

  /// The point where the line enters, as row · across + column of the grid of points.
  let entry: UInt8
  /// The point where the line leaves.
  let exit: UInt8
  /// The length in 1/16 of a cell's width; 0 if no line passes.
  private(set) var length: UInt8 = 0
  /// True if the line winds in the cell, or several lines pass, so that the dots say more than entry and exit.
  private(set) var isTangled = false
  /// The number of the cell in its line, counted from the line's beginning, and from 0 again after 119. Broken lines are
  /// broken by it.
  var step: UInt8 = 0

  /// A chord without a line.
  init() {
    entry = 0
    exit = 0
  }

  /// The chord between two points of a cell, each 0…1 from the left and the top. `path` is the length of the line between
  /// them in cell widths; a cell is two high.
  init(from: CellPoint, to: CellPoint, path: Double) {
    entry = Self.index(of: from)
    exit = Self.index(of: to)
    let (width, height) = (to.column - from.column, 2 * (to.row - from.row))
    let chord = (width * width + height * height).squareRoot()
    length = UInt8(min(255, max(1, chord * 16)))
    isTangled = path > 1.6 * chord + 0.2
  }

  /// The number of the grid point nearest to a point of the cell.
  static func index(of point: CellPoint) -> UInt8 {
    let column = min(max(Int(point.column * 4 + 0.5), 0), across - 1)
    let row = min(max(Int(point.row * 8 + 0.5), 0), down - 1)
    return UInt8(row * across + column)
  }

  /// Keeps the longer of two chords.
  mutating func merge(_ other: Chord) {
    let shorter = min(length, other.length)
    let isTangled = isTangled || other.isTangled || shorter > 8
    if other.length > length { self = other }
    self.isTangled = isTangled
  }

  /// The direction as `-`, `|`, `/` or `\`, in a cell of 4 by 8 steps.
  var direction: UInt8 {
    let width = Int(exit) % Self.across - Int(entry) % Self.across
    let height = Int(exit) / Self.across - Int(entry) / Self.across
    if abs(width) >= abs(height) { return UInt8(ascii: "-") }
    if 3 * abs(width) <= abs(height) { return UInt8(ascii: "|") }
    return (width > 0) == (height > 0) ? UInt8(ascii: "\\") : UInt8(ascii: "/")
  }

  /// True if the line runs more across the cell than down it, on the screen.
  var isFlat: Bool {
    let width = abs(Int(exit) % Self.across - Int(entry) % Self.across)
    let height = abs(Int(exit) / Self.across - Int(entry) / Self.across)
    return width >= height
  }
}
