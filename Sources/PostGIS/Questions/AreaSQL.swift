#if PostgreSQL
  import SituationModel

  /// Conditions for the rows in an area.
  enum AreaSQL {
    /// The condition that a counted cell, `x` and `y`, is in an area.
    static func holds(_ area: CellArea) -> Statement {
      let columns = area.columns.map { stretch -> Statement in
        "x BETWEEN \(stretch.lowerBound) AND \(stretch.upperBound)"
      }
      return """
        (y BETWEEN \(area.rows.lowerBound) AND \(area.rows.upperBound) AND (\(Statement.joined(columns, by: " OR "))))
        """
    }

    /// True if a rectangle has so many of the events that reading all is faster than finding its own by an index. The planner can't tell.
    static func isWide(_ bounds: GeoBounds, ask: (Statement) throws(SourceFailure) -> Answer) throws(SourceFailure)
      -> Bool
    {
      // Ground and time have an index together, which finds no more than is asked for.
      if isSmall(bounds) { return false }
      let abundance = try Abundance(of: bounds, nil, "true", ask: ask)
      return abundance.found * 20 > abundance.all
    }

    /// True if a rectangle is small enough to find its events by the index of ground and time.
    static func isSmall(_ bounds: GeoBounds) -> Bool { ground(bounds, most: mostGround / 2) != nil }

    /// A condition by that index for the events whose marks may be in the cells that a rectangle touches; nil if the rectangle is too
    /// large.
    static func near(_ bounds: GeoBounds, _ grid: DegreeGrid) -> Statement? {
      isSmall(bounds) ? around(bounds, grid) : nil
    }

    /// The condition that an event's mark may be in the cells that a rectangle touches. An index finds these events.
    static func around(_ bounds: GeoBounds, _ grid: DegreeGrid) -> Statement {
      let side = grid.side
      return marks(
        GeoBounds(
          south: bounds.south - side, west: bounds.west - side, north: bounds.north + side, east: bounds.east + side))
    }

    /// The condition that an event's mark is in a rectangle, edges included, as `GeoBounds.contains` defines it.
    ///
    /// - Parameter isFound: true if an index is to find the events.
    static func contains(_ bounds: GeoBounds, isFound: Bool) -> Statement {
      let found: Statement = isFound ? marks(bounds) : "lon IS NOT NULL"
      let (west, east): (Statement, Statement) = ("\(bounds.west)", "\(bounds.east)")
      return """
        (\(found) AND lat >= \(bounds.south) AND lat <= \(bounds.north) \
        AND (lon >= \(west) AND lon <= \(east) OR lon + 360 <= \(east)))
        """
    }

    /// The level of the grid of the index of ground and time: cells of some 80 km.
    static let groundLevel = 9
    /// The greatest number of cells to look up in that index, once each. For more cells the index of points is faster.
    private static let mostGround = 1_024

    /// The condition that a mark is in the cells of that grid that a rectangle touches. nil if these are too many, or reach the edges of
    /// the
    /// map, where a place may have two longitudes.
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

    /// The condition that a mark is in a rectangle or very close to it, for the index of ground and time or that of points.
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
