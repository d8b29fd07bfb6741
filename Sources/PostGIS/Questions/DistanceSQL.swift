#if PostgreSQL
  import SituationModel

  /// The metres between two places, by the formula of `GreatCircle.meters`: what is decided by it in memory and on a server is the
  /// same to a hair.
  enum DistanceSQL {
    /// The distance from a place to the one in two columns.
    static func meters(from place: Coordinate, _ longitude: Statement, _ latitude: Statement) -> Statement {
      meters(from: ("\(place.longitude)", "\(place.latitude)"), to: (longitude, latitude))
    }

    /// The distance between two places.
    static func meters(
      from first: (longitude: Statement, latitude: Statement), to last: (longitude: Statement, latitude: Statement)
    ) -> Statement {
      // Each step is named once: a query within a query, whose names the next one uses.
      """
      (SELECT CASE WHEN angle > 0 THEN 6378137.0::double precision * (angle - (1 / 298.257223563::double precision) / 2 * (
          (angle - sin(angle)) * (sin(p) * cos(q)) ^ 2 / greatest(cos(angle / 2) ^ 2, 1e-9::double precision)
          + (angle + sin(angle)) * (cos(p) * sin(q)) ^ 2 / sin(angle / 2) ^ 2)) ELSE 0 END
        FROM (SELECT 2 * asin(least(1, sqrt(sin((b - a) / 2) ^ 2 + cos(a) * cos(b) * sin(d / 2) ^ 2))) AS angle,
          (a + b) / 2 AS p, (b - a) / 2 AS q
          FROM (SELECT atan((1 - 1 / 298.257223563::double precision) * tan(\(first.latitude) * pi() / 180)) AS a,
            atan((1 - 1 / 298.257223563::double precision) * tan(\(last.latitude) * pi() / 180)) AS b,
            (\(last.longitude) - \(first.longitude)) * pi() / 180 AS d OFFSET 0) AS sphere OFFSET 0) AS ellipsoid)
      """
    }
  }
#endif
