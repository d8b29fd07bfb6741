import CNcurses
import Glibc

extension Screen {
  /// Sleeps until there is something to do, and says what: at least one thing, the urgent ones first.
  ///
  /// It wakes for nothing else, so a program that waits here costs nothing.
  /// - Parameters:
  ///   - deadline: When to come back at the latest; nil for never.
  ///   - files: File descriptors that are waited for too, until they can be read.
  public func wait(until deadline: MonotonicTime? = nil, watching files: [Int32] = []) -> [Wake] {
    while true {
      var wakes = poll(until: deadline, files)
      collectSignals()
      wakes = pendingWakes + wakes
      pendingWakes = []
      if let deadline, MonotonicTime.now >= deadline { wakes.append(.deadline) }
      if !wakes.isEmpty { return wakes }
    }
  }

  /// Reads the signals that came, each kind once.
  func collectSignals() {
    var bytes = [UInt8](repeating: 0, count: 64)
    var count = read(signals, &bytes, bytes.count)
    while count > 0 || (count < 0 && errno == EINTR) {
      for byte in bytes.prefix(max(0, count)) {
        let wake = Self.wake(for: Int32(byte))
        if !pendingWakes.contains(wake) { pendingWakes.append(wake) }
      }
      count = read(signals, &bytes, bytes.count)
    }
    cn_guard_answered()
  }

  private static func wake(for signal: Int32) -> Wake {
    switch signal {
    case SIGWINCH: .resized
    case SIGTSTP: .suspendAsked
    case SIGCONT: .continued
    default: .terminate(signal: signal)
    }
  }

  /// One sleep on all files; what they say, without the signals.
  private func poll(until deadline: MonotonicTime?, _ files: [Int32]) -> [Wake] {
    // A terminal that has gone would wake us for ever.
    let keyboard = hasHungUp ? -1 : self.keyboard
    var polled = ([keyboard, signals] + files).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let inputDeadline = patience.deadline
    let earliest = [deadline, inputDeadline].compactMap { $0 }.min()
    let count = Glibc.poll(&polled, nfds_t(polled.count), pendingWakes.isEmpty ? Self.milliseconds(until: earliest) : 0)
    var wakes: [Wake] = []
    if count > 0 {
      wakes += keyboardWakes(polled[0].revents)
      wakes += polled.dropFirst(2).filter { $0.revents != 0 }.map { .ready(file: $0.fd) }
    }
    if let inputDeadline, MonotonicTime.now >= inputDeadline, !wakes.contains(.input) { wakes.insert(.input, at: 0) }
    return wakes
  }

  private func keyboardWakes(_ events: Int16) -> [Wake] {
    if events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 || hasEnded {
      hasHungUp = true
      return [.hangUp]
    }
    return events & Int16(POLLIN) != 0 ? [.input] : []
  }

  /// The time until a moment as `poll` wants it: rounded up, so that the moment has come; -1 for never.
  private static func milliseconds(until moment: MonotonicTime?) -> Int32 {
    guard let moment else { return -1 }
    let nanoseconds = moment.nanoseconds - MonotonicTime.now.nanoseconds
    return Int32(clamping: max(0, (nanoseconds + 999_999) / 1_000_000))
  }
}
