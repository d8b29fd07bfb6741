import Testing

@testable import Cartography

/// The characters for each pattern of a cell's 2×4 dots.
@Suite struct GlyphTests {
  private let allowed = Set("|/\\-_.,'`\"()".utf8)

  @Test func eachPatternHasAStrokeInASCII() {
    #expect(StrokeGlyphs.standard.glyph(for: UInt8(0)) == UInt8(ascii: " "))
    for dots in UInt8(1)...255 {
      #expect(allowed.contains(StrokeGlyphs.standard.glyph(for: dots)))
    }
  }

  @Test func eachWayHasAStrokeInASCII() {
    for entry in 0..<Chord.points {
      for exit in 0..<Chord.points {
        let from = CellPoint(column: Double(entry % 5) / 4, row: Double(entry / 5) / 8)
        let to = CellPoint(column: Double(exit % 5) / 4, row: Double(exit / 5) / 8)
        let there = StrokeGlyphs.standard.glyph(for: Chord(from: from, to: to, path: 1))
        let back = StrokeGlyphs.standard.glyph(for: Chord(from: to, to: from, path: 1))
        #expect(allowed.contains(there))
        #expect(there == back)
      }
    }
  }

  @Test(arguments: [
    (0.5, 0.0, 0.5, 1.0, "|"), (0.0, 1.0, 1.0, 0.0, "/"), (0.0, 0.0, 1.0, 1.0, "\\"), (0.0, 0.5, 1.0, 0.5, "-"),
    (0.0, 1.0, 1.0, 1.0, "_"), (0.25, 0.0, 0.25, 1.0, "|"), (0.0, 0.75, 1.0, 0.75, "."), (0.25, 0.5, 0.75, 0.0, "'"),
    (0.25, 0.0, 0.75, 0.5, "`"), (0.0, 0.25, 1.0, 0.25, "\""),
  ])
  func plainWaysHaveThePlainStroke(x0: Double, y0: Double, x1: Double, y1: Double, glyph: String) {
    let chord = Chord(from: CellPoint(column: x0, row: y0), to: CellPoint(column: x1, row: y1), path: 1)
    #expect(String(UnicodeScalar(StrokeGlyphs.standard.glyph(for: chord))) == glyph)
  }

  /// A character without the difference between a comma and a point, which have no mirror images.
  private func plain(_ glyph: UInt8) -> UInt8 { glyph == UInt8(ascii: ",") ? UInt8(ascii: ".") : glyph }

  @Test func mirroredDotsHaveMirroredStrokes() {
    let table = StrokeGlyphs.standard
    for dots in UInt8(1)...255 {
      let mirror = (dots & 0b0101_0101) << 1 | (dots & 0b1010_1010) >> 1
      #expect(plain(table.glyph(for: mirror)) == plain(StrokeGlyphs.mirrored(table.glyph(for: dots))), "\(dots)")
    }
  }

  @Test(arguments: [
    (0b0000_0011, "\""), (0b0000_1100, "\""), (0b0011_0000, "-"), (0b1100_0000, "_"), (0b0101_0101, "|"),
    (0b1010_1010, "|"), (0b0101_1010, "/"), (0b1010_0101, "\\"), (0b1111_1111, "|"),
  ])
  func rowsColumnsAndDiagonalsHaveTheirStroke(dots: Int, glyph: String) {
    #expect(String(UnicodeScalar(StrokeGlyphs.standard.glyph(for: UInt8(dots)))) == glyph)
  }

  @Test func brailleShowsEachPatternByItself() {
    #expect(Set((0...255).map { DotGlyphs.braille(dots: UInt8($0)) }).count == 256)
    #expect(DotGlyphs.braille(dots: 0) == 0)
    #expect(DotGlyphs.braille(dots: 0b0000_0001) == 0x01)
    #expect(DotGlyphs.braille(dots: 0b0000_0010) == 0x08)
    #expect(DotGlyphs.braille(dots: 0b0100_0000) == 0x40)
    #expect(DotGlyphs.braille(dots: 0b1000_0000) == 0x80)
    #expect(DotGlyphs.braille(dots: 0b1111_1111) == 0xFF)
  }

  @Test func blocksFillAQuarterForEachOfItsDots() {
    for dots in 0...255 {
      let scalar = DotGlyphs.block(dots: UInt8(dots))
      #expect((scalar == 0x20) == (dots == 0))
      #expect(scalar == 0x20 || (0x2580...0x259F).contains(scalar))
    }
    #expect(DotGlyphs.block(dots: 0b0000_0001) == DotGlyphs.block(dots: 0b0000_0100))
    #expect(DotGlyphs.block(dots: 0b0000_1111) == 0x2580)
    #expect(DotGlyphs.block(dots: 0b1111_0000) == 0x2584)
    #expect(DotGlyphs.block(dots: 0b0101_0101) == 0x258C)
    #expect(DotGlyphs.block(dots: 0b1111_1111) == 0x2588)
  }
}
