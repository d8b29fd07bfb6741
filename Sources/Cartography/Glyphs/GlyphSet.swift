/// The characters that lines are drawn with. All sets draw the same lines from the same dots.
public enum GlyphSet: String, CaseIterable, Hashable, Sendable {
  /// 7-bit: `/ \ | - _ . , ' " ( )` and a pattern for each layer.
  case ascii
  /// Unicode's braille patterns: each of a cell's 2×4 dots by itself.
  case braille
  /// Unicode's quadrant blocks: 2×2 parts of a cell.
  case block

  /// Character that shows the dots of a cell as they are; nil in ASCII, which has none.
  ///
  /// - Parameter dots: a bit for each dot, as in `StrokeRaster`.
  func glyph(ofDots dots: UInt8) -> Character? {
    let scalar: UInt32? =
      switch self {
      case .ascii: nil
      case .braille: 0x2800 + UInt32(DotGlyphs.braille(dots: dots))
      case .block: DotGlyphs.block(dots: dots)
      }
    return scalar.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
