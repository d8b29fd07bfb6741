import TextCanvas

/// A kind of line on the map, in the order in which a later one covers an earlier one in a cell.
enum LineLayer: Int, CaseIterable {
  case graticule, province, road, river, lakeShore, border, disputedBorder, shore, route

  /// The ink of the lines.
  var ink: Ink {
    switch self {
    case .graticule: .graticule
    case .province: .province
    case .river: .river
    case .lakeShore: .lake
    case .road: .road
    case .border: .border
    case .disputedBorder: .disputedBorder
    case .route: .route
    case .shore: .shore
    }
  }

  /// The layer with which the lines are hidden; nil for the shore, which always shows.
  var mapLayer: MapLayer? {
    switch self {
    case .province: .provinces
    case .river: .rivers
    case .lakeShore: .lakes
    case .road, .route: .roads
    case .border, .disputedBorder: .borders
    case .graticule: .graticule
    case .shore: nil
    }
  }

  /// True if the lines are left out on lakes: rivers run into them, and shores bound provinces there.
  var endsAtLakes: Bool { self == .river || self == .province }

  /// The use of the lines' cells, which tells names whether they may cover them.
  var use: MapSheet.Use {
    switch self {
    case .graticule: .free
    case .province, .road, .river, .lakeShore, .border, .disputedBorder: .line
    case .shore: .shore
    case .route: .route
    }
  }

  /// The attributes of the strokes. Bold marks the most important lines where no colour distinguishes them.
  func attributes(isColored: Bool) -> Attributes {
    switch self {
    case .route: .bold
    case .shore: isColored ? [] : .bold
    case .graticule, .province, .road, .river, .lakeShore, .border, .disputedBorder: []
    }
  }

  /// The ASCII character for a chord through a cell; nil in the gaps of a broken line.
  ///
  /// Strokes are for shores, and in pairs for routes. Each other kind of line has a character of its own, so that lines
  /// can be told apart without colour: borders of all ranks have `+`, whole, in dashes or far apart. Gaps are counted along the line,
  /// so they move with the map. Routes are two cells wide: `RoutePath` draws them.
  func glyph(_ chord: Chord, _ dots: UInt8, cell: (column: Int, row: Int), _ glyphs: StrokeGlyphs) -> UInt8? {
    switch self {
    case .shore, .lakeShore, .route: return stroke(chord, dots, glyphs)
    case .border: return UInt8(ascii: "+")
    case .disputedBorder: return isInDash(chord) ? UInt8(ascii: "+") : nil
    case .province: return chord.step & 1 == 0 ? UInt8(ascii: "+") : nil
    case .graticule: return chord.isFlat && cell.column & 1 != 0 ? nil : UInt8(ascii: "^")
    case .river:
      guard chord.direction == UInt8(ascii: "|") else { return UInt8(ascii: "~") }
      return UInt8(ascii: cell.row & 1 == 0 ? "{" : "}")
    case .road: return UInt8(ascii: ";")
    }
  }

  /// True if a cell of a dashed line belongs to a dash: two cells of three.
  private func isInDash(_ chord: Chord) -> Bool { chord.step % 3 != 2 }

  /// The character that is most like the line's chord. If there is no chord, or the line is tangled, the one most like
  /// its dots.
  private func stroke(_ chord: Chord, _ dots: UInt8, _ glyphs: StrokeGlyphs) -> UInt8 {
    chord.length == 0 || chord.isTangled ? glyphs.glyph(for: dots) : glyphs.glyph(for: chord)
  }

  /// The mask of a cell's dots that are drawn in braille and blocks: all, or those of a broken line.
  func shownDots(_ chord: Chord, cell: (column: Int, row: Int)) -> UInt8 {
    switch self {
    case .shore, .lakeShore, .river, .border, .route: 0xFF
    case .disputedBorder: isInDash(chord) ? 0xFF : 0
    case .road: 0b1001_1001
    case .graticule: (cell.column + cell.row) & 1 == 0 ? 0b0000_1001 : 0
    case .province: 0b0000_1001
    }
  }
}
