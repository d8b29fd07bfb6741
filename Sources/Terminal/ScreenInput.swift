import CNcurses
import Glibc
import TextCanvas

extension Screen {
  /// So many reads in a row, and the screen is drawn before more: someone pastes a book.
  private static let readsInARow = 16

  /// Reads all input since the last call, without waiting for more.
  ///
  /// An Escape alone comes late by the delay of `ScreenOptions`, with the next `wait` that says `.input`.
  public func readInput() -> [Input] {
    let hasRead = readBytes()
    let now = MonotonicTime.now
    let isLate = patience.isOver(at: now, hasRead: hasRead)
    let items = decoder.take(patient: !isLate)
    patience.wait(for: decoder.waiting, from: now, hasChanged: hasRead || isLate)
    return items.compactMap { item in
      switch item {
      case .key(let key): .key(key)
      case .escapeThenKey(let key): .escapeThenKey(key)
      case .mouse(let report): clicks.mouse(report, at: now).map(Input.mouse)
      case .paste(let text): .paste(text)
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
