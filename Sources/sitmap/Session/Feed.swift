import Browser
import Glibc
import SituationIO
import SituationModel

/// Reads files on a thread of its own while the screen stands, and again whenever they change: so a large file is shown
/// before it is read whole, and what is appended to one, or comes through a pipe, appears.
///
/// A changed file is read again as a whole. That costs no more than reading it once, is right whatever the change was, and is
/// not done more often than half of the time would go into it.
final class Feed: Sendable {
  /// What came of the thread's work.
  enum News: Sendable {
    /// What the files say now, and how much of that is only their beginning.
    case read(Situation, FeedStatus)
    /// How the files stand.
    case status(FeedStatus)
    /// Nothing can be read at all.
    case failed(Failure)
  }

  private let mailbox: Mailbox<SessionNews>
  private let files: [String]
  private let columns: ColumnMap
  private let follows: Bool
  /// Whether the files were read before the screen stood.
  private let isRead: Bool
  private let progress = ReadingProgress()
  /// Of the beginnings of large files, which are read before.
  private let beginning = ReadingProgress()

  /// A file of more bytes is read while the screen stands, and so many of them are shown first.
  private static let head = 48 << 20

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - follows: whether the files are read again when they change.
  ///   - isRead: whether they were read already.
  ///   - mailbox: where news are left.
  init(files: [String], columns: ColumnMap, follows: Bool, isRead: Bool, mailbox: Mailbox<SessionNews>) throws(Failure)
  {
    (self.files, self.columns, self.follows, self.isRead) = (files, columns, follows, isRead)
    self.mailbox = mailbox
    guard SystemThread({ [self] in work() }) != nil else {
      throw Failure(message: "sitmap: the system has no thread to read files on", status: 71)
    }
  }

  /// Whether files are read for the first time, which takes a while: a pipe has no end that a share could be told of.
  var isFirstReading: Bool { !isRead && !(follows && files.contains(where: Feed.isStream)) }

  /// How far the first reading is.
  var percent: Int? { progress.percent }

  /// Whether no more is read, as the person wished.
  var isStopped: Bool { progress.isStopped }

  /// Reads no more: what is shown stays.
  func stop() {
    beginning.stop()
    progress.stop()
  }

  /// How many hundredths of the files their beginnings are; nil where a table of a server is among them, which is of any size.
  private var shownPercent: Int? {
    if files.contains(where: Servers.isTable) { return nil }
    let sizes = files.map { path in
      var status = stat()
      return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
    let shown = sizes.reduce(0) { $0 + min($1, Feed.head) }
    return shown * 100 / max(1, sizes.reduce(0, +))
  }

  /// Whether a path is a pipe.
  static func isStream(_ path: String) -> Bool { Stream.isOne(path) }

  /// Whether a file is so large that it should be read while the screen stands. How large a table of a server is is not known.
  static func isLarge(_ path: String) -> Bool {
    if Servers.isTable(path) { return true }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) > head
  }

  /// A file that is followed changes, and is copied for that.
  private var holding: FileHolding { follows ? .copied : .mapped }

  // MARK: On the thread

  private func tell(_ item: News) {
    guard case .read = item else { return mailbox.post(.feed(item)) }
    // What was not yet taken of the files is outdated by what is newer.
    mailbox.post(.feed(item)) { letter in
      switch letter {
      case .feed(.read), .feed(.status): true
      case .feed(.failed), .source, .gathered: false
      }
    }
  }

  private func work() {
    let streams = follows ? files.indices.filter { Stream.isOne(files[$0]) } : []
    // Files are watched before they are read, so that nothing is missed in between.
    var follower = follows ? Follower(files, streams: streams, columns: columns) : nil
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
      tell(.read(Situation(joining: head.parts).withoutRejections, FeedStatus(.reading(percent: 0))))
      isBegun = true
    }
    do throws(Failure) {
      let read = try FilesRead(files, columns: columns, isGrowing: follows, holding: holding, progress: progress)
      if progress.isStopped {
        tellStopped(isBegun)
        return []
      }
      let situation = Situation(joining: read.parts).noting(read.unread)
      tell(.read(situation, FeedStatus(follows ? .following : .reading(percent: 100))))
      return read.parts
    } catch {
      // A table of a server that nobody waits for any more has no end.
      if progress.isStopped { tellStopped(isBegun) } else { tell(.failed(error)) }
      return []
    }
  }

  /// - Parameter isBegun: whether the beginning is shown.
  private func tellStopped(_ isBegun: Bool) {
    tell(.status(FeedStatus(.stopped(percent: isBegun ? shownPercent : 0))))
  }

  /// Reads what changed and tells of it.
  private func publish(_ follower: inout Follower, _ phase: FeedStatus.Phase) {
    let (parts, problem) = follower.read()
    let now = Instant(seconds: Int64(time(nil)))
    if let parts {
      tell(.read(Situation(joining: parts), FeedStatus(phase, at: now, problem: problem)))
    } else {
      tell(.status(FeedStatus(phase, at: now, problem: problem)))
    }
  }
}

extension FeedStatus {
  /// The same on the clocks of a zone.
  func on(_ zone: Zone) -> FeedStatus {
    FeedStatus(phase, at: time.map(zone.clock), problem: problem)
  }
}
