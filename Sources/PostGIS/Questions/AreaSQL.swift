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

    /// Whether an event's mark may be in the cells that a rectangle touches; its index finds them.
    static func around(_ bounds: GeoBounds, _ grid: DegreeGrid) -> Statement {
      let side = grid.side
      return marks(
        GeoBounds(
          south: bounds.south - side, west: bounds.west - side, north: bounds.north + side, east: bounds.east + side))
    }

    /// Whether an event's mark is in a rectangle, edges included, as `GeoBounds.contains` says.
    static func contains(_ bounds: GeoBounds) -> Statement {
      let (west, east): (Statement, Statement) = ("\(bounds.west)", "\(bounds.east)")
      return """
        (\(marks(bounds)) AND lat >= \(bounds.south) AND lat <= \(bounds.north) \
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
