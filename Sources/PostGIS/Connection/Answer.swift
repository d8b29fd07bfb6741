#if PostgreSQL
  import CLibpq

  /// The rows of an answer, as text.
  final class Answer {
    private let result: OpaquePointer
    /// The number of rows.
    let count: Int

    init(_ result: OpaquePointer) {
      self.result = result
      count = Int(PQntuples(result))
    }

    deinit { PQclear(result) }

    /// The number of columns.
    var columns: Int { Int(PQnfields(result)) }

    /// The number of rows that a command changed.
    var changed: Int { PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }

    /// A value; nil for NULL.
    func bytes(_ row: Int, _ column: Int) -> [UInt8]? {
      guard PQgetisnull(result, Int32(row), Int32(column)) == 0,
        let value = PQgetvalue(result, Int32(row), Int32(column))
      else { return nil }
      let length = Int(PQgetlength(result, Int32(row), Int32(column)))
      return UnsafeRawBufferPointer(start: value, count: length).map { $0 }
    }

    func text(_ row: Int, _ column: Int) -> String? { bytes(row, column).map { String(decoding: $0, as: UTF8.self) } }
    func number(_ row: Int, _ column: Int) -> Int? { text(row, column).flatMap { Int($0) } }
    func double(_ row: Int, _ column: Int) -> Double? { text(row, column).flatMap { Double($0) } }
    func flag(_ row: Int, _ column: Int) -> Bool { text(row, column) == "t" }
  }
#endif
