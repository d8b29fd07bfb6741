import TextCanvas

/// A kind of line on the map, in the order in which a later one covers an earlier one in a cell.
enum LineLayer: Int, CaseIterable {
  case graticule, province, road, river, border, disputedBorder, motorway, shore

  /// What it is drawn in.
  var ink: Ink {
    switch self {
    case .graticule: .graticule
    case .province: .province
    case .river: .river
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
    case .road, .motorway: .roads
    case .border, .disputedBorder: .borders
    case .graticule: .graticule
    case .shore: nil
    }
  }

  /// What it leaves of its cells for names.
  var use: MapSheet.Use {
    switch self {
    case .graticule: .free
    case .province, .road, .river, .border, .disputedBorder, .motorway: .line
    case .shore: .shore
    }
  }

  /// Its character in ASCII for a way through a cell; nil in the gaps of a broken line.
  ///
  /// The gaps are counted along the world's columns where the line is flat, along its rows where it is steep: so they
  /// move with the map and need no memory of where the line began. On a map as small as the world, borders are only
  /// hinted at.
  func glyph(
    _ chord: Chord, _ dots: UInt8, cell: (column: Int, row: Int), isSmall: Bool, _ glyphs: StrokeGlyphs
  ) -> UInt8? {
    let step = chord.isFlat ? cell.column : cell.row
    switch self {
    case .shore:
      return chord.length == 0 || chord.isTangled ? glyphs.glyph(for: dots) : glyphs.glyph(for: chord)
    case .border where isSmall: return step & 1 == 0 ? UInt8(ascii: ".") : nil
    case .border: return step & 1 == 0 ? UInt8(ascii: "+") : chord.direction
    case .disputedBorder: return step & 1 == 0 ? UInt8(ascii: "+") : nil
    case .graticule: return chord.isFlat && cell.column & 1 != 0 ? nil : UInt8(ascii: ".")
    case .province: return step & 1 == 0 ? UInt8(ascii: ".") : nil
    case .river: return UInt8(ascii: "~")
    case .motorway: return UInt8(ascii: chord.isFlat ? "=" : ":")
    case .road: return UInt8(ascii: ".")
    }
  }

  /// Which of a cell's dots are drawn in braille and blocks: all, or those of a broken line.
  func shownDots(cell: (column: Int, row: Int)) -> UInt8 {
    switch self {
    case .shore, .river, .motorway: 0xFF
    case .border: (cell.column + cell.row) % 3 == 0 ? 0x00 : 0xFF
    case .disputedBorder: 0b0110_0110
    case .road: 0b1001_1001
    case .graticule: (cell.column + cell.row) & 1 == 0 ? 0b0000_1001 : 0
    case .province: 0b0000_1001
    }
  }
}
