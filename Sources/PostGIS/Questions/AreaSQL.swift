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
    /// planner can't tell. The rollups know within a cell.
    static func isWide(_ bounds: GeoBounds, ask: (Statement) throws(SourceFailure) -> Answer) throws(SourceFailure)
      -> Bool
    {
      let isLarge = bounds.width > 20 || bounds.north - bounds.south > 20
      let level = isLarge ? 8 : 12
      let area = DegreeGrid(level: level).cells(touching: bounds)
      let columns = area.columns.map { stretch -> Statement in
        "cx BETWEEN \(stretch.lowerBound) AND \(stretch.upperBound)"
      }
      let answer = try ask(
        """
        SELECT coalesce(sum(n), 0), (SELECT n FROM sitmap.overview) FROM sitmap.rollup WHERE unit = 0 AND level = \(level) \
        AND block = 0 AND (\(Statement.joined(columns, by: " OR "))) \
        AND cy BETWEEN \(area.rows.lowerBound) AND \(area.rows.upperBound)
        """)
      return (answer.number(0, 0) ?? 0) * 20 > (answer.number(0, 1) ?? 0)
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

    /// Whether a mark is in a rectangle or a hair beside it, for an index of points.
    private static func marks(_ bounds: GeoBounds) -> Statement {
      let hair = 1e-5
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
