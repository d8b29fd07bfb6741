import Glibc

/// A pipe that wakes who waits on its reading end.
struct Bell {
  /// What can be read when it has rung.
  let reading: Int32
  private let writing: Int32

  /// nil where the system has no pipe to give.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  /// Wakes who waits; from any thread.
  func ring() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Takes the rings so far.
  func hush() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(reading, &bytes, bytes.count) > 0 {}
  }

  /// Sleeps until it rings, or for some seconds; false when those are over.
  @discardableResult
  func wait(seconds: Int?) -> Bool {
    var polled = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, seconds.map { Int32($0 * 1_000) } ?? -1) != 0
  }
}
