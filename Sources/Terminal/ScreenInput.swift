import CNcurses
import Glibc
import TextCanvas

extension Screen {
  /// How long an Escape may stay alone before it is the key and not the beginning of a sequence.
  static let escapeDelay = Duration.milliseconds(50)
  /// So many reads in a row, and the screen is drawn before more: someone pastes a book.
  private static let readsInARow = 16

  /// What a person did since the last call, without waiting for more.
  ///
  /// An Escape alone comes 50 ms late, with the next `wait` that says `.input`.
  public func readInput() -> [Input] {
    let hasRead = readBytes()
    let now = MonotonicTime.now
    let isLate = !hasRead && escapeDeadline.map { now >= $0 } ?? false
    let items = decoder.take(patient: !isLate)
    // Half a sequence that is no key by itself waits for the other half, however long that takes, and sets no alarm.
    if hasRead && decoder.isUndecided {
      escapeDeadline = now + Self.escapeDelay
    } else if isLate || !decoder.isUndecided {
      escapeDeadline = nil
    }
    return items.compactMap { item in
      switch item {
      case .key(let key): .key(key)
      case .mouse(let report): clicks.mouse(report, at: now).map(Input.mouse)
      }
    }
  }

  /// Reads what is there; returns whether that was anything.
  ///
  /// The terminal is shared with the shell, so it must not be made non-blocking: it is asked first.
  private func readBytes() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var hasRead = false
    for _ in 0..<Self.readsInARow {
      var file = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, 0) == 1, file.revents & Int16(POLLIN) != 0 else { return hasRead }
      let count = read(keyboard, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        hasEnded = true
        return hasRead
      }
      decoder.feed(buffer[..<count])
      hasRead = true
    }
    return hasRead
  }
}
