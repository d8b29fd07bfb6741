import Glibc
import SituationIO
import SituationModel

/// Waits until files change or more comes through pipes, and reads what did.
///
/// It watches the folders and not the files, so that one which is replaced by renaming, or vanishes and comes back, is still the
/// one of its name. It sleeps in one `poll` and wakes for nothing else.
struct Follower {
  private let files: [String]
  private let columns: ColumnMap
  private let inotify = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
  /// The watch of each file's folder, and the file's name in it.
  private var watches: [(watch: Int32, name: String, file: Int)] = []
  private var streams: [Int: Stream]
  private var parts: [Int: Situation] = [:]
  private var problems: [Int: String] = [:]
  private var changed: Set<Int>
  /// When the last reading ended, and how long it took, in milliseconds.
  private var last: (end: Int, length: Int) = (0, 0)

  /// No more than so many readings a second: a script that writes line by line would else cost a reading for each.
  private static let pause = 100

  /// - Parameter streams: which of the files are pipes.
  init(_ files: [String], streams: [Int], columns: ColumnMap) {
    (self.files, self.columns) = (files, columns)
    self.streams = Dictionary(uniqueKeysWithValues: streams.map { ($0, Stream(files[$0])) })
    // What was written between the first reading and now is read now.
    changed = Set(files.indices)
    for (index, path) in files.enumerated() where self.streams[index] == nil {
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      let events = IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM
      let watch = inotify_add_watch(inotify, folder, UInt32(events))
      if watch >= 0 { watches.append((watch, name, index)) }
    }
  }

  /// Whether nothing more can come.
  var isOver: Bool { watches.isEmpty && streams.values.allSatisfy(\.isOver) }

  /// Sleeps until something has changed; false when nothing ever will.
  mutating func wait() -> Bool {
    while true {
      if !changed.isEmpty {
        let rest = max(Follower.pause, last.length * 2) - (Follower.now - last.end)
        if rest <= 0 { return true }
        collect(timeout: rest)
      } else if isOver {
        return false
      } else {
        collect(timeout: -1)
      }
    }
  }

  /// Reads what has changed: what all files say now, nil where that is what they said before; and what is wrong.
  mutating func read() -> (parts: [(path: String, situation: Situation)]?, problem: String?) {
    let start = Follower.now
    var isNew = false
    for index in changed.sorted() {
      do throws(ReadError) {
        parts[index] =
          if let stream = streams[index] {
            try readSituation(
              bytes: stream.bytes, file: StandardInput.name(of: files[index]), columns: columns,
              isGrowing: !stream.isOver)
          } else {
            try readSituation(path: files[index], columns: columns, databases: Databases.source, isGrowing: true)
          }
        problems[index] = streams[index]?.problem
        isNew = true
      } catch {
        // Nothing has come yet, or a writer is half way: what was there stays.
        let isEmpty = streams[index].map { $0.bytes.isEmpty && !$0.isOver } ?? false
        problems[index] = isEmpty ? nil : error.message
      }
    }
    changed = []
    last = (Follower.now, Follower.now - start)
    let known = files.indices.compactMap { index in
      parts[index].map { (path: StandardInput.name(of: files[index]), situation: $0) }
    }
    return (isNew && !known.isEmpty ? known : nil, problems.min { $0.key < $1.key }?.value)
  }

  /// Waits for at most so many milliseconds, -1 for ever, and takes note of what changed.
  private mutating func collect(timeout: Int) {
    var polled = [pollfd(fd: inotify, events: Int16(POLLIN), revents: 0)]
    let open = streams.filter { !$0.value.isOver }
    let order = open.keys.sorted()
    for index in order { polled.append(pollfd(fd: open[index]?.descriptor ?? -1, events: Int16(POLLIN), revents: 0)) }
    guard poll(&polled, nfds_t(polled.count), Int32(clamping: timeout)) > 0 else { return }
    if polled[0].revents != 0 { takeEvents() }
    for (index, entry) in zip(order, polled.dropFirst()) where entry.revents != 0 {
      if streams[index]?.take() ?? false { changed.insert(index) }
    }
  }

  private mutating func takeEvents() {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var count = Glibc.read(inotify, &buffer, buffer.count)
    while count > 0 {
      var offset = 0
      buffer.withUnsafeBytes { bytes in
        while offset + 16 <= count {
          let watch = bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)
          let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
          let name = String(
            decoding: bytes[(offset + 16)..<min(count, offset + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
          for entry in watches where entry.watch == watch && entry.name == name { changed.insert(entry.file) }
          offset += 16 + length
        }
      }
      count = Glibc.read(inotify, &buffer, buffer.count)
    }
  }

  /// Milliseconds on a clock that only runs forward.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}

/// What has come through a pipe.
struct Stream {
  /// All of it.
  private(set) var bytes: [UInt8] = []
  /// Whether its writer has closed it.
  private(set) var isOver = false
  /// What is wrong with it.
  private(set) var problem: String?
  /// What it is read from.
  let descriptor: Int32

  /// Whether a path is a pipe, and not a file that can be read again.
  static func isOne(_ path: String) -> Bool {
    if path == StandardInput.path { return true }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Opens it; the opening of a FIFO does not wait for a writer.
  init(_ path: String) {
    descriptor = path == StandardInput.path ? STDIN_FILENO : open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      (isOver, problem) = (true, String(cString: strerror(errno)))
      return
    }
  }

  /// Takes what has come; whether anything has.
  mutating func take() -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &piece, piece.count)
    if count > 0 {
      bytes += piece[..<count]
      if bytes.count > Limits().streamBytes {
        (isOver, problem) = (
          true, "more than \(Limits().streamBytes) bytes came (limit \"streamBytes\"): the rest is not read"
        )
      }
      return true
    }
    if count < 0 && (errno == EAGAIN || errno == EINTR) { return false }
    isOver = true
    return true
  }
}
