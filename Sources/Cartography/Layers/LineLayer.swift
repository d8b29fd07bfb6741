import TextCanvas

/// A kind of line on the map, in the order in which a later one covers an earlier one in a cell.
enum LineLayer: Int, CaseIterable {
  case graticule, province, road, river, lakeShore, border, disputedBorder, motorway, shore

  /// What it is drawn in.
  var ink: Ink {
    switch self {
    case .graticule: .graticule
    case .province: .province
    case .river: .river
    case .lakeShore: .lake
    case .road: .road
    case .border: .border
    case .disputedBorder: .disputedBorder
    case .motorway: .motorway
    case .shore: .shore
    }
  }

  /// The layer that hides it.
  var mapLayer: MapLayer? {
    switch self {
    case .province: .provinces
    case .river: .rivers
    case .lakeShore: .lakes
    case .road, .motorway: .roads
    case .border, .disputedBorder: .borders
    case .graticule: .graticule
    case .shore: nil
    }
  }

  /// Whether it is left out on lakes: what runs into them, or is told by their shores.
  var endsAtLakes: Bool { self == .river || self == .province }

  /// What it leaves of its cells for names.
  var use: MapSheet.Use {
    switch self {
    case .graticule: .free
    case .province, .road, .river, .lakeShore, .border, .disputedBorder, .motorway: .line
    case .shore: .shore
    }
  }

  /// Its character in ASCII for a way through a cell; nil in the gaps of a broken line.
  ///
  /// The gaps are counted along the line, so they move with the map. On a map as small as the world, borders are only
  /// hinted at.
  func glyph(
    _ chord: Chord, _ dots: UInt8, cell: (column: Int, row: Int), isSmall: Bool, _ glyphs: StrokeGlyphs
  ) -> UInt8? {
    switch self {
    case .shore, .lakeShore: return stroke(chord, dots, glyphs)
    case .border where isSmall: return chord.step & 1 == 0 ? UInt8(ascii: ".") : nil
    // Beads on a stroke.
    case .border: return chord.step % 3 == 0 ? UInt8(ascii: "+") : stroke(chord, dots, glyphs)
    case .disputedBorder: return chord.step & 1 == 0 ? UInt8(ascii: "+") : nil
    case .graticule: return chord.isFlat && cell.column & 1 != 0 ? nil : UInt8(ascii: ".")
    case .province: return chord.step & 1 == 0 ? UInt8(ascii: ".") : nil
    case .river:
      guard chord.direction == UInt8(ascii: "|") else { return UInt8(ascii: "~") }
      return UInt8(ascii: cell.row & 1 == 0 ? "(" : ")")
    case .motorway: return UInt8(ascii: chord.isFlat ? "=" : ":")
    case .road: return UInt8(ascii: ".")
    }
  }

  /// The character that is most like the line; where it has no way through the cell, or none that is clear, most like
  /// its dots.
  private func stroke(_ chord: Chord, _ dots: UInt8, _ glyphs: StrokeGlyphs) -> UInt8 {
    chord.length == 0 || chord.isTangled ? glyphs.glyph(for: dots) : glyphs.glyph(for: chord)
  }

  /// Which of a cell's dots are drawn in braille and blocks: all, or those of a broken line.
  func shownDots(_ chord: Chord, cell: (column: Int, row: Int)) -> UInt8 {
    switch self {
    case .shore, .lakeShore, .river, .motorway: 0xFF
    case .border: chord.step % 3 == 0 ? 0x00 : 0xFF
    case .disputedBorder: 0b0110_0110
    case .road: 0b1001_1001
    case .graticule: (cell.column + cell.row) & 1 == 0 ? 0b0000_1001 : 0
    case .province: 0b0000_1001
    }
  }
}
