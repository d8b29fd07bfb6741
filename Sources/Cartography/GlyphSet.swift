/// The characters that lines are drawn with. All sets draw the same lines from the same dots.
public enum GlyphSet: String, CaseIterable, Hashable, Sendable {
  /// 7-bit: `/ \ | - _ . , ' " ( )` and a pattern for each layer.
  case ascii
  /// Unicode's braille patterns: each of a cell's 2×4 dots by itself.
  case braille
  /// Unicode's quadrant blocks: 2×2 parts of a cell.
  case block
}
