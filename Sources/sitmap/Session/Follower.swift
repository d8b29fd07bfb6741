import Glibc
import SituationIO
import SituationModel

/// Waits until files change or more data come through pipes, and reads them.
///
/// It watches the folders and not the files. So a file that is replaced by renaming, or vanishes and comes back, is still recognised by
/// its name. It sleeps in one `poll`, and wakes only for a change.
struct Follower {
  private let files: [String]
  private let columns: ColumnMap
  private let inotify = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
  /// The watch of each file's folder, and the file's name in it; without a number for a log of changes.
  private var watches: [(watch: Int32, name: String, file: Int?)] = []
  private var streams: [Int: Stream]
  private var parts: [Int: Situation] = [:]
  private var problems: [Int: String] = [:]
  private var changed: Set<Int>
  /// True if a log of changes to the files was written to.
  private var hasNewChanges = false
  /// The reason why a folder is not watched; nil if all are.
  private var unwatched: String?
  /// The time at which the last reading ended, and how long it took, in milliseconds.
  private var last: (end: Int, length: Int) = (0, 0)

  /// The shortest pause between two readings, in milliseconds: a script that writes line by line would otherwise cost a reading a line.
  private static let pause = 100

  /// - Parameters:
  ///   - streams: the indices of those files that are pipes.
  ///   - logs: the logs of changes, whether they are there yet or not. The follower does not read them.
  init(_ files: [String], streams: [Int], columns: ColumnMap, logs: [String] = []) {
    (self.files, self.columns) = (files, columns)
    self.streams = Dictionary(uniqueKeysWithValues: streams.map { ($0, Stream(files[$0])) })
    changed = Set(files.indices)
    for (index, path) in files.enumerated() where self.streams[index] == nil { watch(path, file: index) }
    for path in logs { watch(path, file: nil) }
  }

  /// Watches the folder of a file. If the file is a link, also watches the folder of its target.
  private mutating func watch(_ path: String, file: Int?) {
    var paths = [path]
    if let real = realpath(path, nil) {
      paths.append(String(cString: real))
      free(real)
    }
    for path in paths {
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      let events = IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM
      let watch = inotify_add_watch(inotify, folder, UInt32(events))
      if watch >= 0 {
        watches.append((watch, name, file))
      } else {
        unwatched = "\(folder) can't be watched: \(String(cString: strerror(errno)))"
      }
    }
  }

  /// Accepts the result of reading files that were already watched.
  mutating func know(_ read: [(path: String, situation: Situation)]) {
    for (index, path) in files.enumerated() {
      guard let part = read.first(where: { $0.path == StandardInput.name(of: path) }) else { continue }
      parts[index] = part.situation
      changed.remove(index)
    }
  }

  /// True if no further change can come.
  var isOver: Bool { watches.isEmpty && streams.values.allSatisfy(\.isOver) }

  /// Sleeps until something has changed; returns false if nothing can change any more.
  mutating func wait() -> Bool {
    while true {
      if !changed.isEmpty || hasNewChanges {
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

  /// Reads the changed files.
  ///
  /// - Returns: the situations of all files, nil if none was read anew, and a problem with one of them, nil if there is none.
  mutating func read() -> (parts: [(path: String, situation: Situation)]?, problem: String?) {
    let start = Follower.now
    var isNew = hasNewChanges
    hasNewChanges = false
    for index in changed.sorted() where streams[index]?.isReadable ?? true {
      do throws(ReadError) {
        parts[index] =
          if let stream = streams[index] {
            try readSituation(
              bytes: stream.bytes, file: StandardInput.name(of: files[index]), columns: columns,
              places: PlaceNames.shared, isGrowing: !stream.isOver)
          } else {
            try readSituation(
              path: files[index], columns: columns, databases: Databases.source, places: PlaceNames.shared,
              isGrowing: true)
          }
        problems[index] = streams[index]?.problem
        isNew = true
      } catch {
        // What was there stays: a writer may be half way.
        problems[index] = error.message
      }
    }
    changed = []
    last = (Follower.now, Follower.now - start)
    let known = files.indices.compactMap { index in
      parts[index].map { (path: StandardInput.name(of: files[index]), situation: $0) }
    }
    return (isNew && !known.isEmpty ? known : nil, problems.min { $0.key < $1.key }?.value ?? unwatched)
  }

  /// Waits for at most so many milliseconds (-1 for no limit), and notes which files changed.
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
      while offset + 16 <= count {
        let (watch, mask, length) = buffer.withUnsafeBytes { bytes in
          func field<Number: FixedWidthInteger>(_ place: Int, _: Number.Type) -> Number {
            bytes.loadUnaligned(fromByteOffset: offset + place, as: Number.self)
          }
          return (field(0, Int32.self), field(4, UInt32.self), Int(field(12, UInt32.self)))
        }
        let name = buffer[(offset + 16)..<min(count, offset + 16 + length)].prefix { $0 != 0 }
        take(mask, of: String(decoding: name, as: UTF8.self), in: watch)
        offset += 16 + length
      }
      count = Glibc.read(inotify, &buffer, buffer.count)
    }
  }

  /// Notes one event. If the system lost events, any file may have changed.
  private mutating func take(_ mask: UInt32, of name: String, in watch: Int32) {
    if mask & UInt32(IN_Q_OVERFLOW) != 0 { changed.formUnion(watches.compactMap(\.file)) }
    for entry in watches where entry.watch == watch && entry.name == name {
      guard let file = entry.file else {
        hasNewChanges = true
        continue
      }
      // What is no list of lines is read when its writer has closed it: half of it is no file.
      if mask & UInt32(IN_MODIFY) != 0, !growsByLines(path: files[file]) { continue }
      changed.insert(file)
    }
  }

  /// Milliseconds on a monotonic clock.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
