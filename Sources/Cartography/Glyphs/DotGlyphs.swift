/// The characters of Unicode that show a cell's dots as they are.
enum DotGlyphs {
  /// The bits of Unicode's braille patterns for a cell's dots: U+2800 and these.
  ///
  ///     ours      Unicode's
  ///     0 1       0 3
  ///     2 3       1 4
  ///     4 5       2 5
  ///     6 7       6 7
  static func braille(dots: UInt8) -> UInt8 {
    let order: [UInt8] = [0, 3, 1, 4, 2, 5, 6, 7]
    return (0..<8).reduce(0) { $0 | (dots >> UInt8($1) & 1) << order[$1] }
  }

  /// The code point of the quadrant block for a cell's dots: two dots, one above the other, make a quarter.
  static func block(dots: UInt8) -> UInt32 {
    func quarter(_ bit: UInt8) -> Int { dots >> bit & 0b101 != 0 ? 1 : 0 }
    let quarters = quarter(0) | quarter(1) << 1 | quarter(4) << 2 | quarter(5) << 3
    // Upper left 1, upper right 2, lower left 4, lower right 8.
    let blocks: [UInt32] = [
      0x20, 0x2598, 0x259D, 0x2580, 0x2596, 0x258C, 0x259E, 0x259B,
      0x2597, 0x259A, 0x2590, 0x259C, 0x2584, 0x2599, 0x259F, 0x2588,
    ]
    return blocks[quarters]
  }
}
