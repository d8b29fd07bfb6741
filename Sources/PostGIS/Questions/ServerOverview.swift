#if PostgreSQL
  import SituationModel

  /// The summary of all events, which each load updates.
  enum ServerOverview {
    static func ask(_ connection: Connection, title: String) throws(SourceFailure) -> SourceOverview {
      let known = try connection.ask("SELECT n, first_s, last_s, finest FROM sitmap.overview")
      let stretches = try connection.ask("SELECT south, west, north, east FROM sitmap.extent")
      let extents = (0..<stretches.count).compactMap { row -> GeoBounds? in
        guard let south = stretches.double(row, 0), let west = stretches.double(row, 1),
          let north = stretches.double(row, 2), let east = stretches.double(row, 3)
        else { return nil }
        return GeoBounds(south: south, west: west, north: north, east: east)
      }
      let (first, last) = (known.number(0, 1), known.number(0, 2))
      let span = first.flatMap { first in
        last.map { TimeWindow(start: Instant(seconds: Int64(first)), end: Instant(seconds: Int64($0))) }
      }
      let finest = known.number(0, 3).flatMap { TimePrecision(rawValue: UInt8(clamping: $0)) }
      return SourceOverview(
        title: title, count: known.number(0, 0) ?? 0, span: span, finestPrecision: finest ?? .day,
        extent: GeoBounds(around: extents))
    }
  }
#endif
