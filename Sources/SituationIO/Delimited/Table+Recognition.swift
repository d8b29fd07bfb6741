extension Table {
  /// The number of rows that are looked through for examples.
  private static let sampled = 1_000

  /// The recognition of a file that is this table. Looks at its first rows alone.
  func recognition(as format: FileFormat, packing: Recognition.Packing?) -> Recognition {
    Recognition(
      format: format, encoding: encoding.rawValue, packing: packing, separator: layout.dialect.name, columns: columns)
  }

  /// The columns as they were recognised. Looks at the first rows alone.
  var columns: [Recognition.Column] {
    let examples = self.examples
    return layout.names.indices.map { column in
      Recognition.Column(
        name: layout.names[column], meanings: layout.interpretation.meanings(of: column),
        example: examples[column], area: layout.interpretation.areas.word(for: column))
    }
  }

  /// The first value of each column that says something.
  private var examples: [String?] {
    var examples = [String?](repeating: nil, count: layout.names.count)
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: layout.firstRow, dialect: layout.dialect, limits: limits)
      for _ in 0..<Table.sampled {
        guard scanner.next(columns: layout.names.count) else { return }
        if scanner.problem != nil || scanner.fields.count != examples.count { continue }
        for (column, field) in zip(examples.indices, scanner.fields) where examples[column] == nil {
          let text = TableRow.text(field, in: bytes)
          if !TableNumber.isMissing(text) { examples[column] = text }
        }
      }
    }
    return examples
  }
}
