#if PostgreSQL
  import SituationModel

  /// The tables that a load fills, within its transaction. The first load fills the events themselves; later ones fill a table beside
  /// them, from which new and changed events are moved.
  struct LoadTables {
    let connection: Connection
    /// The name of the table that receives the rows.
    let target: String
    /// True if the events are a table of this server, and not distributed to others, which have their own indexes.
    private let isWhole: Bool
    private var isFirst: Bool { target == "sitmap.events" }

    init(_ connection: Connection) throws(SourceFailure) {
      self.connection = connection
      let known = try connection.ask(
        "SELECT relkind = 'r', EXISTS (SELECT FROM sitmap.events) FROM pg_class WHERE oid = 'sitmap.events'::regclass")
      isWhole = known.flag(0, 0)
      let isEmpty = !known.flag(0, 1)
      target = isEmpty ? "sitmap.events" : "stage"
      if !isEmpty {
        try connection.run("CREATE TEMPORARY TABLE stage (LIKE sitmap.events) ON COMMIT DROP")
      } else if isWhole {
        try connection.run(SchemaIndexes.removal)
      }
    }

    /// Moves the rows that were sent into the events, and updates the indexes and counts.
    func settle(_ sent: Int, doubled: Int) throws(SourceFailure) -> Loading.Outcome {
      if isFirst {
        if isWhole { try connection.run("SET LOCAL maintenance_work_mem = '256MB';\n" + SchemaIndexes.commands) }
        try count(from: "sitmap.events")
        return Loading.Outcome(added: sent, replaced: 0, unchanged: 0, doubled: doubled)
      }
      try connection.run("CREATE INDEX ON stage (id); ANALYZE stage")
      let unchanged = try connection.ask(
        "DELETE FROM stage USING sitmap.events AS e WHERE e.id = stage.id AND e.record = stage.record"
      ).changed
      let replaced = try connection.ask("DELETE FROM sitmap.events AS e USING stage WHERE e.id = stage.id").changed
      try connection.run(
        "INSERT INTO sitmap.events (\(EventRow.columns)) SELECT \(EventRow.columns) FROM stage ORDER BY start_s, end_s, id"
      )
      if replaced > 0 {
        // What a cell's least id and vaguest place were is not known of what is taken away.
        try connection.run(
          "DELETE FROM sitmap.rollup; DELETE FROM sitmap.extent; UPDATE sitmap.overview SET n = 0, first_s = NULL, last_s = NULL, finest = NULL"
        )
        try count(from: "sitmap.events")
      } else if sent > unchanged {
        try count(from: "stage")
      }
      return Loading.Outcome(
        added: sent - unchanged - replaced, replaced: replaced, unchanged: unchanged, doubled: doubled)
    }

    /// Adds some events to the rollups, the extents and the overview.
    private func count(from events: String) throws(SourceFailure) {
      // Millions of rows are summed up: in memory, as far as that goes.
      try connection.run("SET LOCAL work_mem = '256MB'; SET LOCAL enable_sort = off")
      try connection.run(Rollups.adding(from: events, isFirst: isFirst && isWhole))
      try connection.run("SET LOCAL enable_sort = on")
      let (least, most) = ("(-9223372036854775808)", "9223372036854775807")
      // As `TimeExtent` has it: of an event without a beginning or an end a day counts.
      let (start, end) = ("nullif(nullif(start_s, \(least)), \(most))", "nullif(end_s, \(most))")
      let first = "CASE WHEN start_s = \(least) THEN \(end) - 86400 ELSE \(start) END"
      let last = "CASE WHEN end_s = \(most) THEN \(start) + 86400 ELSE \(end) END"
      try connection.run(
        """
        UPDATE sitmap.overview AS o SET n = o.n + s.n, first_s = least(o.first_s, s.first_s, s.first_e),
          last_s = greatest(o.last_s, s.last_s, s.last_e), finest = least(o.finest, s.finest)
        FROM (SELECT count(*) AS n, min(\(first)) AS first_s, max(\(first)) AS last_s, min(\(last)) AS first_e,
          max(\(last)) AS last_e, min(finest) AS finest FROM \(events)) AS s;
        INSERT INTO sitmap.extent AS x
        SELECT CASE WHEN is_point THEN floor(lon + 180)::integer ELSE 1000 + floor((west + 180) * 64)::integer END,
          min(south), min(west), max(north), max(east)
        FROM \(events) WHERE lon IS NOT NULL GROUP BY 1
        ON CONFLICT (stretch) DO UPDATE SET south = least(x.south, excluded.south), west = least(x.west, excluded.west),
          north = greatest(x.north, excluded.north), east = greatest(x.east, excluded.east)
        """)
    }
  }
#endif
