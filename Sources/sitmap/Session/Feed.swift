import Browser
import Glibc
import SituationIO
import SituationModel

/// Reads files on a thread of its own while the screen is up, and again whenever they change. So a large file is shown
/// before it is read whole, and data that are appended to a file or come through a pipe appear.
///
/// A changed file is read again as a whole. That costs no more than reading it once and is right whatever the change was. Reading takes
/// no more than half of the time.
final class Feed: Sendable {
  /// A report from the thread.
  enum News: Sendable {
    /// The situation that the files describe now, the status that says whether it is only their beginning, and the files that could be
    /// read, in their order.
    case read(Situation, FeedStatus, files: [String])
    /// The status of the files.
    case status(FeedStatus)
    /// The reason why nothing can be read at all.
    case failed(Failure)
  }

  private let mailbox: Mailbox<SessionNews>
  private let files: [String]
  private let columns: ColumnMap
  private let changes: ChangeFiles
  private let follows: Bool
  /// True if the files were read before the screen was up.
  private let isRead: Bool
  private let progress = ReadingProgress()
  /// The progress of reading the beginnings of large files, which are read first.
  private let beginning = ReadingProgress()

  /// The size in bytes above which a file is read while the screen is up. The first so many bytes of it are shown first.
  private static let head = 48 << 20

  /// Starts the thread that reads.
  ///
  /// - Parameters:
  ///   - follows: true if the files are read again when they change.
  ///   - isRead: true if they were read already.
  ///   - mailbox: receives the reports.
  /// - Throws: a failure of status 71 if the system has no thread to give.
  init(
    files: [String], columns: ColumnMap, changes: ChangeChoice, follows: Bool, isRead: Bool,
    mailbox: Mailbox<SessionNews>
  ) throws(Failure) {
    (self.files, self.columns, self.follows, self.isRead) = (files, columns, follows, isRead)
    self.changes = ChangeFiles(choice: changes, files: files)
    self.mailbox = mailbox
    guard SystemThread({ [self] in work() }) != nil else {
      throw Failure(message: "sitmap: the system has no thread to read files on", status: 71)
    }
  }

  /// True if files are read for the first time with a share to show. A followed pipe has no end, and so no share.
  var isFirstReading: Bool { !isRead && !(follows && files.contains(where: Feed.isStream)) }

  /// The share of the first reading that is done, in percent.
  var percent: Int? { progress.percent }

  /// True if the person has stopped the reading.
  var isStopped: Bool { progress.isStopped }

  /// Stops reading. The events that are shown stay.
  func stop() {
    beginning.stop()
    progress.stop()
  }

  /// The size of the beginnings as a percentage of the files; nil if one of them is a table of a server, whose size is unknown.
  private var shownPercent: Int? {
    if files.contains(where: Servers.isTable) { return nil }
    let sizes = files.map { path in
      var status = stat()
      return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
    let shown = sizes.reduce(0) { $0 + min($1, Feed.head) }
    return shown * 100 / max(1, sizes.reduce(0, +))
  }

  /// True if a path is a pipe.
  static func isStream(_ path: String) -> Bool { Stream.isOne(path) }

  /// True if a file is large enough to be read while the screen is up. A table of a server always counts as large, for its size is
  /// unknown.
  static func isLarge(_ path: String) -> Bool {
    if Servers.isTable(path) { return true }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) > head
  }

  /// The way to hold files: copied if they are followed, since they change; otherwise mapped.
  private var holding: FileHolding { follows ? .copied : .mapped }

  // MARK: On the thread

  private func tell(_ item: News) {
    guard case .read = item else { return mailbox.post(.feed(item)) }
    // What was not yet taken of the files is outdated by what is newer.
    mailbox.post(.feed(item)) { letter in
      switch letter {
      case .feed(.read), .feed(.status): true
      case .feed(.failed), .source, .gathered, .partitioned, .linked, .reportRead: false
      }
    }
  }

  private func work() {
    let streams = follows ? files.indices.filter { Stream.isOne(files[$0]) } : []
    // Files are watched before they are read, so that nothing is missed in between.
    var follower = follows ? Follower(files, streams: streams, columns: columns, logs: changes.possiblePaths) : nil
    if !isRead, streams.isEmpty {
      let parts = readAll()
      follower?.know(parts)
    }
    guard var follower, !progress.isStopped else { return }
    if !streams.isEmpty { publish(&follower, .following) }
    while follower.wait() { publish(&follower, follower.isOver ? .ended : .following) }
  }

  /// Reads all files, the beginnings of large ones first; returns those that could be read.
  private func readAll() -> [(path: String, situation: Situation)] {
    var isBegun = false
    let head = try? FilesRead(
      files, columns: columns, isGrowing: true, head: Feed.head, holding: holding, progress: beginning)
    if let head, !beginning.isStopped {
      // Changes to events that are not read yet would seem to be about nothing: they are applied when all is read.
      tell(
        .read(
          Situation(joining: head.parts).withoutRejections, FeedStatus(.reading(percent: 0)),
          files: head.parts.map(\.path)))
      isBegun = true
    }
    do throws(Failure) {
      let read = try FilesRead(files, columns: columns, isGrowing: follows, holding: holding, progress: progress)
      if progress.isStopped {
        tellStopped(isBegun)
        return []
      }
      let situation = changes.situation(joining: read.parts).noting(read.unread)
      let status = FeedStatus(follows ? .following : .reading(percent: 100))
      tell(.read(situation, status, files: read.parts.map(\.path)))
      return read.parts
    } catch {
      // A table of a server that nobody waits for any more has no end.
      if progress.isStopped { tellStopped(isBegun) } else { tell(.failed(error)) }
      return []
    }
  }

  /// Reports that reading was stopped.
  ///
  /// - Parameter isBegun: true if the beginning is shown.
  private func tellStopped(_ isBegun: Bool) {
    tell(.status(FeedStatus(.stopped(percent: isBegun ? shownPercent : 0))))
  }

  /// Reads the changed files and reports the result.
  private func publish(_ follower: inout Follower, _ phase: FeedStatus.Phase) {
    let (parts, problem) = follower.read()
    let now = Instant(seconds: Int64(time(nil)))
    if let parts {
      let status = FeedStatus(phase, at: now, problem: problem)
      tell(.read(changes.situation(joining: parts), status, files: parts.map(\.path)))
    } else {
      tell(.status(FeedStatus(phase, at: now, problem: problem)))
    }
  }
}

extension FeedStatus {
  /// The status with its time on the clocks of a zone.
  func on(_ zone: Zone) -> FeedStatus {
    FeedStatus(phase, at: time.map(zone.clock), problem: problem)
  }
}
