#if PostgreSQL
  import SituationModel

  /// The grid cell of an event's mark in SQL, by the same formulas as `DegreeGrid.cell(of:)`. They are exact on both sides.
  enum CellSQL {
    /// The column; -1 without a place.
    static func column(level: Int) -> String { cell("lon", 180, level, DegreeGrid(level: level).columns) }
    /// The row; -1 without a place.
    static func row(level: Int) -> String { cell("lat", 90, level, DegreeGrid(level: level).rows) }

    private static func cell(_ degrees: String, _ offset: Int, _ level: Int, _ count: Int) -> String {
      let side = DegreeGrid(level: level).side
      return "CASE WHEN lon IS NULL THEN -1 ELSE least(\(count - 1), greatest(0, "
        + "floor((\(degrees) + \(offset)) / '\(side)'::double precision)))::integer END"
    }
  }
#endif
