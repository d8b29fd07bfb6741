#if PostgreSQL
  import SituationModel

  /// Which rows are in an area.
  enum AreaSQL {
    /// Whether a counted cell, `x` and `y`, is one of some.
    static func holds(_ area: CellArea) -> Statement {
      let columns = area.columns.map { stretch -> Statement in
        "x BETWEEN \(stretch.lowerBound) AND \(stretch.upperBound)"
      }
      return """
        (y BETWEEN \(area.rows.lowerBound) AND \(area.rows.upperBound) AND (\(Statement.joined(columns, by: " OR "))))
        """
    }

    /// Whether a rectangle has so many of the events that to look at all is sooner done than to find its own by an index, which the
    /// planner can't tell.
    static func isWide(_ bounds: GeoBounds, ask: (Statement) throws(SourceFailure) -> Answer) throws(SourceFailure)
      -> Bool
    {
      // Ground and time have an index together, which finds no more than is asked for.
      if isSmall(bounds) { return false }
      let abundance = try Abundance(of: bounds, nil, "true", ask: ask)
      return abundance.found * 20 > abundance.all
    }

    /// Whether a rectangle is small enough to find its events by the index of ground and time.
    static func isSmall(_ bounds: GeoBounds) -> Bool { ground(bounds, most: mostGround / 2) != nil }

    /// Whether an event's mark may be in the cells that a rectangle touches, by that index; nil where it is too large.
    static func near(_ bounds: GeoBounds, _ grid: DegreeGrid) -> Statement? {
      isSmall(bounds) ? around(bounds, grid) : nil
    }

    /// Whether an event's mark may be in the cells that a rectangle touches; its index finds them.
    static func around(_ bounds: GeoBounds, _ grid: DegreeGrid) -> Statement {
      let side = grid.side
      return marks(
        GeoBounds(
          south: bounds.south - side, west: bounds.west - side, north: bounds.north + side, east: bounds.east + side))
    }

    /// Whether an event's mark is in a rectangle, edges included, as `GeoBounds.contains` says.
    ///
    /// - Parameter isFound: whether its index is to find them.
    static func contains(_ bounds: GeoBounds, isFound: Bool) -> Statement {
      let found: Statement = isFound ? marks(bounds) : "lon IS NOT NULL"
      let (west, east): (Statement, Statement) = ("\(bounds.west)", "\(bounds.east)")
      return """
        (\(found) AND lat >= \(bounds.south) AND lat <= \(bounds.north) \
        AND (lon >= \(west) AND lon <= \(east) OR lon + 360 <= \(east)))
        """
    }

    /// The grid by which ground has an index, together with time: cells of some 80 km.
    static let groundLevel = 9
    /// An index is looked into once for each cell: of more than these, the index of points is sooner done.
    private static let mostGround = 1_024

    /// Whether a mark is in the cells of that grid that a rectangle touches; nil where these are many, or reach the edges of the map, where
    /// a place may be called by two longitudes.
    private static func ground(_ bounds: GeoBounds, most: Int = mostGround) -> Statement? {
      guard bounds.west > -180, bounds.east < 180, bounds.south > -90, bounds.north < 90 else { return nil }
      let grid = DegreeGrid(level: groundLevel)
      let first = grid.cell(of: Coordinate(latitude: bounds.south, longitude: bounds.west))
      let last = grid.cell(of: Coordinate(latitude: bounds.north, longitude: bounds.east))
      guard first.row <= last.row, first.column <= last.column else { return nil }
      guard (last.row - first.row + 1) * (last.column - first.column + 1) <= most else { return nil }
      func isOne(_ cell: String, of numbers: ClosedRange<Int>) -> Statement {
        "\(Statement(text: cell)) IN (\(Statement.joined(numbers.map { "\(Int64($0))" }, by: ", ")))"
      }
      let rows = isOne(CellSQL.row(level: groundLevel), of: first.row...last.row)
      let columns = isOne(CellSQL.column(level: groundLevel), of: first.column...last.column)
      return "(lon IS NOT NULL AND \(rows) AND \(columns))"
    }

    /// Whether a mark is in a rectangle or a hair beside it, for an index of ground and time, or one of points.
    private static func marks(_ bounds: GeoBounds) -> Statement {
      let hair = 1e-5
      let wider = GeoBounds(
        south: bounds.south - hair, west: bounds.west - hair, north: bounds.north + hair, east: bounds.east + hair)
      if let ground = ground(wider) { return ground }
      func box(_ west: Double, _ east: Double) -> Statement {
        """
        point(lon, lat) <@ box(point(\(west - hair), \(bounds.south - hair)), point(\(east + hair), \(bounds.north + hair)))
        """
      }
      var boxes = [box(bounds.west, bounds.east)]
      // At 180° east is what lies at 180° west, too.
      if bounds.east >= 180 { boxes.append(box(-181, bounds.east - 360)) }
      if bounds.west < -180 { boxes.append(box(bounds.west + 360, 181)) }
      return "(lon IS NOT NULL AND (\(Statement.joined(boxes, by: " OR "))))"
    }
  }
#endif
