#if PostgreSQL
  import SituationIO
  import SituationModel

  /// A column of a person's own table, and the SQL that turns its values into the texts of a delimited file.
  struct OwnColumn {
    private let name: String
    private let type: String
    /// True if the column is the first with geometries.
    private let isForm: Bool

    /// The columns of a table or view, in order.
    static func all(of table: String, _ connection: Connection) throws(SourceFailure) -> [OwnColumn] {
      let answer = try connection.ask(
        """
        SELECT a.attname, CASE WHEN t.typcategory = 'A' THEN 'array' ELSE t.typname::text END FROM pg_attribute AS a \
        JOIN pg_type AS t ON t.oid = a.atttypid WHERE a.attrelid = to_regclass(\(quoted(table), as: "text")) AND a.attnum > 0 \
        AND NOT a.attisdropped ORDER BY a.attnum
        """)
      guard answer.count > 0 else { throw .refused("there is no table or view \(table) that this role may see") }
      var hasForm = false
      return (0..<answer.count).map { row in
        let type = answer.text(row, 1) ?? ""
        let isForm = !hasForm && ["geometry", "geography"].contains(type)
        hasForm = hasForm || isForm
        return OwnColumn(name: answer.text(row, 0) ?? "", type: type, isForm: isForm)
      }
    }

    /// A table's name in quotes; its schema is quoted by itself.
    static func table(_ name: String) -> Statement { Statement(text: quoted(name)) }

    private static func quoted(_ name: String) -> String {
      name.split(separator: ".", maxSplits: 1).map { Statement.quoted(String($0)) }.joined(separator: ".")
    }

    /// The name by which the column's meaning is looked for. A column of geometries counts as "geometry" unless the person said
    /// otherwise.
    func name(_ map: ColumnMap) -> String {
      isForm && !map.choices.contains { $0.column == name } ? "geometry" : name
    }

    /// The column's value as text. Times are in UTC. An infinite time, or one outside of the years 1 to 9999, stays as the server writes
    /// it, and is later reported as no date.
    var text: Statement {
      let column: Statement = "\(name: name)"
      switch type {
      case "geometry", "geography":
        let form: Statement = type == "geography" ? "\(column)::geometry" : column
        return """
          CASE WHEN NOT ST_IsEmpty(\(form)) THEN ST_AsText(ST_Force2D(CASE WHEN ST_SRID(\(form)) IN (0, 4326) THEN \(form) \
          ELSE ST_Transform(\(form), 4326) END), 17) END
          """
      case "timestamptz": return moment("\(column) AT TIME ZONE 'UTC'", #"YYYY-MM-DD"T"HH24:MI:SS"Z""#)
      case "timestamp": return moment(column, #"YYYY-MM-DD"T"HH24:MI:SS"#)
      case "date": return moment(column, "YYYY-MM-DD")
      case "array": return "array_to_string(\(column), '; ')"
      case "bytea": return "'(' || length(\(column)) || ' bytes)'"
      default: return "\(column)::text"
      }
    }

    private func moment(_ value: Statement, _ format: String) -> Statement {
      """
      CASE WHEN isfinite(\(value)) AND extract(year FROM \(value)) BETWEEN 1 AND 9999 THEN to_char(\(value), '\(Statement(text: format))') \
      ELSE (\(value))::text END
      """
    }
  }
#endif
