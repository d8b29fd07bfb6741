import SituationIO
import SituationModel

/// What the reader of logs promises: every change and every rejection has a line of the file, lines in another order say the same, what was
/// read is read again as it was, and applied to events nothing is lost and no id stands twice.
struct ChangePromise {
  func fault(in bytes: [UInt8]) -> String? {
    let log = ChangeLog(bytes: bytes, file: "f.changes")
    let lines = 1...bytes.count { $0 == 0x0A } + 1
    guard (log.rejections.map(\.line) + log.unknown.map(\.line)).allSatisfy(lines.contains) else {
      return "a rejection of no line"
    }
    let turned = ChangeLog(bytes: Array(bytes.split(separator: 0x0A).reversed().joined(separator: [0x0A])), file: "f")
    if turned.changes != log.changes { return "the order of lines matters" }
    let again = ChangeLog(bytes: ChangeLog.bytes(of: log.changes), file: "f")
    if again.changes != log.changes || !again.rejections.isEmpty { return "a change is read again as another" }
    guard let plain = ChangePromise.plain else { return "the events can't be read" }
    let (one, other) = (apply(log, to: plain), apply(turned, to: plain))
    if one.events.events != other.events.events { return "the order of lines matters to events" }
    let ids = one.events.events.map(\.id)
    if Set(ids).count != ids.count { return "two events of one id" }
    let kept = one.changes.events.count { id in one.changes[event: id].map { !$0.state.isShown } ?? false }
    let added = one.changes.histories(in: .added).count
    let hidden = one.changes.events.count { id in
      plain.events.row(of: id) != nil && !(one.changes[event: id]?.state.isShown ?? true)
    }
    // Reports that are said to be of one event are kept in it.
    let reports = one.events.events.reduce(0) { $0 + max(1, $1.reports.count) }
    if reports != plain.events.count + added - hidden || kept < hidden { return "an event is lost" }
    return nil
  }

  private func apply(_ log: ChangeLog, to plain: Situation) -> Situation {
    plain.applying([CaseLog(log)], files: ["f.csv"])
  }

  /// The events that the logs of the corpus are about.
  private static var plain: Situation? {
    let table = "id,date,title,lat,lon,deaths\ne1,2024-12-01,A,34,36,5\ne2,2024-12-02,B,35,36,\n,2024-12-03,C,,,\n"
    return try? readSituation(bytes: Array(table.utf8), file: "f.csv")
  }
}
