/// The lines of one layer, as a view's cells have them: the dots that they touch and the way they take through each cell.
///
/// A cell's dots are bits, from the top left:
///
///     bit 0  bit 1
///     bit 2  bit 3
///     bit 4  bit 5
///     bit 6  bit 7
struct StrokeRaster {
  let columns: Int
  let rows: Int
  /// The dots of each cell, row by row.
  private(set) var dots: [UInt8]
  /// The longest way that a line takes through each cell; 0 where none does.
  private(set) var chords: [Chord]

  /// An empty raster.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    dots = Array(repeating: 0, count: columns * rows)
    chords = Array(repeating: Chord(), count: columns * rows)
  }

  /// Sets one dot; there are 2 in a column and 4 in a row.
  mutating func setDot(x: Int, y: Int) {
    guard x >= 0, y >= 0, x < 2 * columns, y < 4 * rows else { return }
    dots[(y >> 2) * columns + (x >> 1)] |= 1 << UInt8((y & 3) << 1 | (x & 1))
  }

  /// Records a way through a cell.
  mutating func add(_ chord: Chord, column: Int, row: Int) {
    guard column >= 0, row >= 0, column < columns, row < rows else { return }
    chords[row * columns + column].merge(chord)
  }

  /// Whether a stroke is drawn in a cell: where a line passes through, and once where there are only dots, which is what
  /// is too small for a line around it.
  func isStroke(column: Int, row: Int) -> Bool {
    let index = row * columns + column
    if chords[index].length > 0 { return true }
    guard dots[index] != 0 else { return false }
    for (across, down) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)] {
      let (x, y) = (column + across, row + down)
      if x < 0 || y < 0 || x >= columns || y >= rows { continue }
      let other = y * columns + x
      if chords[other].length > 0 || (other < index && dots[other] != 0) { return false }
    }
    return true
  }
}

/// The way that a line takes through a cell: from where it enters to where it leaves, rounded to a grid of 5×9 points.
///
/// Rounded, there are few enough ways to choose a glyph for each in advance.
struct Chord: Hashable {
  /// Points across a cell, and down it.
  static let across = 5
  static let down = 9
  /// All points.
  static let points = across * down

  /// Where it enters, as row · across + column of the grid of points.
  let entry: UInt8
  /// Where it leaves.
  let exit: UInt8
  /// How long it is, in 1/16 of a cell's width; 0 is no way at all.
  private(set) var length: UInt8 = 0
  /// Whether the line winds in the cell, or several lines pass, so that the dots say more than entry and exit.
  private(set) var isTangled = false

  /// No way.
  init() {
    entry = 0
    exit = 0
  }

  /// A way between two points of a cell, each 0…1 from the left and the top; `path` is the length of the line between
  /// them in cell widths, a cell being two high.
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

  /// Keeps the longer of two ways.
  mutating func merge(_ other: Chord) {
    let shorter = min(length, other.length)
    let isCrowded = shorter > 8
    if other.length > length { self = Chord(other, isTangled: other.isTangled || isTangled) }
    if isCrowded { isTangled = true }
  }

  private init(_ chord: Chord, isTangled: Bool) {
    entry = chord.entry
    exit = chord.exit
    length = chord.length
    self.isTangled = isTangled
  }

  /// `-`, `|`, `/` or `\`: where the line goes, in a cell of 4 by 8 steps.
  var direction: UInt8 {
    let width = Int(exit) % Self.across - Int(entry) % Self.across
    let height = Int(exit) / Self.across - Int(entry) / Self.across
    if abs(width) >= abs(height) { return UInt8(ascii: "-") }
    if 3 * abs(width) <= abs(height) { return UInt8(ascii: "|") }
    return (width > 0) == (height > 0) ? UInt8(ascii: "\\") : UInt8(ascii: "/")
  }

  /// Whether the line runs more across the cell than down it, on the screen.
  var isFlat: Bool {
    let width = abs(Int(exit) % Self.across - Int(entry) % Self.across)
    let height = abs(Int(exit) / Self.across - Int(entry) / Self.across)
    return width >= height
  }
}
