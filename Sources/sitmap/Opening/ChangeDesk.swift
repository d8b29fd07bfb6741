import Glibc
import SituationIO
import SituationModel

/// The place where changes are made: a request is checked by the readers of files, becomes a change, and is on the disk when the desk says
/// so. It has no screen.
struct ChangeDesk {
  /// The outcome of a request.
  enum Outcome {
    /// The change, which is on the disk, and the situation with it, in UTC.
    case made(Change, Situation)
    /// The fields that can't be read, each with the reason. Nothing was written.
    case refused([EventField: String])
    /// The reason why the request can't be carried out, in a sentence without a full stop.
    case failed(String)
    /// The reason why the log could not be written, in a sentence without a full stop.
    case unwritten(String)
  }

  /// The logs.
  private(set) var files: ChangeFiles
  /// The files that were read, in their order.
  private(set) var readFiles: [String]
  /// Finds the name of the person, when a change is made.
  private let author: @Sendable () -> String
  /// The clocks of a time of day that a person types without a zone.
  let zone: Zone

  /// A desk for the files that are open.
  init(for opening: Opening, author: @autoclosure @escaping @Sendable () -> String) {
    // Of several files one may not be readable: the numbers of files are those of the others.
    files = opening.changes.with(files: opening.files.isEmpty ? [] : opening.eventFiles)
    (readFiles, self.author) = (opening.eventFiles, author)
    zone = opening.situation.zone
  }

  /// A desk.
  init(
    files: ChangeFiles, readFiles: [String], author: @autoclosure @escaping @Sendable () -> String, zone: Zone
  ) {
    (self.files, self.readFiles, self.author, self.zone) = (files, readFiles, author, zone)
  }

  /// This desk for the files that were read last.
  func reading(_ files: [String]) -> ChangeDesk {
    var desk = self
    (desk.files, desk.readFiles) = (self.files.with(files: files), files)
    return desk
  }

  /// The reason why a change to the event of a file could not be written; nil where it can. To be said before a person types.
  func obstacle(ofFile number: Int? = nil) -> String? {
    guard let path = files.path(ofFile: number) else { return noLog }
    return ChangeWriter.obstacle(to: path)
  }

  /// The log that changes go to where no file is named; none where there can be none.
  var logPaths: [String] { files.path(ofFile: nil).map { [$0] } ?? [] }

  private var noLog: String {
    switch files.choice {
    case .none: "changes are off because of --no-changes"
    case .named, .beside: "these events have no file that changes could stand beside: name one by --changes FILE"
    }
  }

  /// Makes the change of a request, and writes it.
  ///
  /// - Parameter situation: the situation that the person sees, in UTC.
  func make(_ request: ChangeRequest, reason: String = "", in situation: Situation) -> Outcome {
    write(reason, in: situation) { draft throws(ChangeDraft.Refusal) in try draft.deed(of: request) }
  }

  /// The fields of a request that can't be read, each with the reason. Nothing is written.
  func faults(of request: ChangeRequest, in situation: Situation) -> [EventField: String] {
    do throws(ChangeDraft.Refusal) {
      _ = try draft(in: situation).deed(of: request)
      return [:]
    } catch {
      switch error {
      case .fields(let faults): return faults
      case .words: return [:]
      }
    }
  }

  private func draft(in situation: Situation) -> ChangeDraft {
    ChangeDraft(
      situation, files: files.named(readFiles), namesFiles: files.namesFiles, author: author(), zone: zone)
  }

  /// Proposes an event, and writes that.
  func propose(_ texts: [EventField: String], reason: String = "", in situation: Situation) -> Outcome {
    write(reason, in: situation) { draft throws(ChangeDraft.Refusal) in (try draft.draft(texts), nil) }
  }

  private func write(
    _ reason: String, in situation: Situation,
    _ deed: (ChangeDraft) throws(ChangeDraft.Refusal) -> (deed: Change.Deed, file: Int?)
  ) -> Outcome {
    let draft = draft(in: situation)
    do throws(ChangeDraft.Refusal) {
      let (deed, number) = try deed(draft)
      guard let path = files.path(ofFile: number) else { return .failed(noLog) }
      let change = stamped(deed, reason, after: situation.changes.changes.last)
      do throws(ChangeWriter.Problem) { try ChangeWriter.append([change], to: path) } catch {
        return .unwritten("the change was not written: \(error.words)")
      }
      return .made(change, updated(situation))
    } catch {
      switch error {
      case .fields(let problems): return .refused(problems)
      case .words(let words): return .failed(words)
      }
    }
  }

  /// The situation with the changes that the logs have now: those of others too.
  func updated(_ situation: Situation) -> Situation { files.applied(to: situation.unchanged, files: readFiles) }

  /// A change with its time and its id, behind all that the person has seen, even if a clock is some minutes slow.
  private func stamped(_ deed: Change.Deed, _ reason: String, after last: Change?) -> Change {
    var clock = timespec()
    clock_gettime(CLOCK_REALTIME, &clock)
    var milliseconds = Int64(clock.tv_sec) * 1_000 + Int64(clock.tv_nsec) / 1_000_000
    // A time of next year is some machine's fault, and not followed.
    if let last, last.time.seconds <= milliseconds / 1_000 + 86_400 {
      let known = Int64(last.id.prefix(12), radix: 16).flatMap { $0 / 1_000 == last.time.seconds ? $0 : nil }
      milliseconds = max(milliseconds, (known ?? last.time.seconds * 1_000 + 999) + 1)
    }
    let time = String(milliseconds, radix: 16)
    let random = String(UInt64.random(in: 0..<1 << 48), radix: 16)
    func padded(_ digits: String) -> String { String(repeating: "0", count: max(0, 12 - digits.count)) + digits }
    return Change(
      id: padded(time) + "-" + padded(random), time: Instant(seconds: milliseconds / 1_000), author: author(),
      reason: reason, deed)
  }
}
