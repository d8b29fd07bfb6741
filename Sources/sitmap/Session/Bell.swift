import Glibc

/// A pipe that wakes the thread that waits on its reading end.
struct Bell {
  /// The descriptor that can be read after a ring.
  let reading: Int32
  private let writing: Int32

  /// nil if the system has no pipe to give.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  /// Wakes the waiting thread; may be called from any thread.
  func ring() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Discards the rings so far.
  func hush() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(reading, &bytes, bytes.count) > 0 {}
  }

  /// Sleeps until a ring, or for some seconds at most (nil for no limit).
  ///
  /// - Returns: false if the time ran out.
  @discardableResult
  func wait(seconds: Int?) -> Bool {
    var polled = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, seconds.map { Int32($0 * 1_000) } ?? -1) != 0
  }
}
