import Browser
import Glibc
import SituationIO
import SituationModel
import Synchronization

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

  /// What can be read when there are news.
  let descriptor: Int32
  private let bell: Int32
  private let news = Mutex<[News]>([])
  private let files: [String]
  private let columns: ColumnMap
  private let follows: Bool
  /// Whether the files were read before the screen stood.
  private let isRead: Bool
  private let progress = ReadingProgress()

  /// So many bytes of a large file are shown first.
  private static let head = 64 << 20
  /// Files of more bytes are read while the screen stands.
  static let largeBytes = 48 << 20

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - follows: whether the files are read again when they change.
  ///   - isRead: whether they were read already.
  init(files: [String], columns: ColumnMap, follows: Bool, isRead: Bool) throws(Failure) {
    (self.files, self.columns, self.follows, self.isRead) = (files, columns, follows, isRead)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Failure(message: "sitmap: no pipe: \(String(cString: strerror(errno)))", status: 71)
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, bell) = (ends[0], ends[1])
    Thread.start { [self] in work() }
  }

  /// The news so far, in order.
  func take() -> [News] {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return news.withLock { all in
      defer { all = [] }
      return all
    }
  }

  /// How far the first reading is.
  var percent: Int? { progress.percent }

  /// Whether a path is a pipe.
  static func isStream(_ path: String) -> Bool { Stream.isOne(path) }

  /// Whether the bytes of some files are so many that it should be read while the screen stands.
  static func isLarge(_ files: [String]) -> Bool {
    let bytes = files.reduce(0) { sum, path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? sum + Int(status.st_size) : sum
    }
    return bytes > largeBytes
  }

  // MARK: On the thread

  private func tell(_ item: News) {
    news.withLock { all in
      // What was not yet taken is outdated by what is newer.
      if case .read = item { all.removeAll { if case .failed = $0 { false } else { true } } }
      all.append(item)
    }
    var byte: UInt8 = 1
    _ = write(bell, &byte, 1)
  }

  private func work() {
    let streams = follows ? files.indices.filter { Stream.isOne(files[$0]) } : []
    if !isRead, streams.isEmpty { readAll(head: true) }
    guard follows else { return }
    var follower = Follower(files, streams: streams, columns: columns)
    if !streams.isEmpty { publish(&follower, .following) }
    while follower.wait() { publish(&follower, follower.isOver ? .ended : .following) }
  }

  /// Reads all files, of large ones the beginning first.
  private func readAll(head: Bool) {
    if head, let parts = try? FilesRead(files, columns: columns, isGrowing: true, head: Feed.head), Feed.isLarge(files)
    {
      tell(.read(Situation(joining: parts.parts).withoutRejections, FeedStatus(.reading(percent: 0))))
    }
    do throws(Failure) {
      let read = try FilesRead(files, columns: columns, isGrowing: follows, progress: progress)
      let situation = Situation(joining: read.parts).noting(read.unread)
      tell(.read(situation, FeedStatus(follows ? .following : .reading(percent: 100))))
    } catch { tell(.failed(error)) }
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

/// A thread of the system, that nobody waits for.
enum Thread {
  private final class Box {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// Starts one; where there can be none, the work is done at once.
  static func start(_ work: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let box = Unmanaged.passRetained(Box(work))
    let failure = pthread_create(
      &thread, &attributes,
      { pointer in
        if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, box.toOpaque())
    if failure != 0 {
      box.release()
      work()
    }
  }
}
