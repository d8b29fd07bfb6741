import SituationModel

/// A log of changes, with the file of events beside which it stands.
public struct CaseLog: Sendable {
  /// The log.
  public let log: ChangeLog
  /// The number of the file among those that are open; nil for a log of all of them.
  public let file: Int?

  /// A log.
  public init(_ log: ChangeLog, of file: Int? = nil) { (self.log, self.file) = (log, file) }
}

extension Situation {
  /// The situation with changes applied to its events; those that were applied before are forgotten. The file's rows are not read, but
  /// for those that changes are about; all are, if changes find events by their contents.
  ///
  /// - Parameters:
  ///   - logs: the changes.
  ///   - files: the open files in their order, as the person named them.
  public func applying(_ logs: [CaseLog], files: [String]) -> Situation {
    let plain = unchanged
    let told = plain.rejecting(logs.flatMap(\.log.rejections))
    var application = ChangeApplication(plain, logs, files: files)
    let events = application.events()
    guard !events.book.isEmpty else { return logs.allSatisfy(\.log.rejections.isEmpty) ? plain : told }
    let count = events.book.problems.count
    let note =
      "\(count) change\(count == 1 ? " needs" : "s need") a look: they conflict, or what they are about is gone "
      + "(`sitmap changes --check` lists them)"
    return told.changed(events, from: plain).noting(count == 0 ? [] : [note])
  }
}
