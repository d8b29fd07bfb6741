/// Writes databases. It is handed over from outside, as the one that opens them is.
public protocol SheetWriter: Sendable {
  /// Writes a database with one table into an empty file.
  ///
  /// - Parameters:
  ///   - sheet: what is known of the table.
  ///   - path: the empty file. Nothing is written beside it.
  ///   - next: the next row; nil behind the last one.
  func write(_ sheet: EventSheet, to path: String, rows next: () -> EventSheet.Row?) throws(SheetProblem)
}

/// Why a database could not be written.
public struct SheetProblem: Error, Hashable, Sendable {
  /// In the words of what writes it.
  public let reason: String

  /// A problem.
  public init(reason: String) { self.reason = reason }
}
