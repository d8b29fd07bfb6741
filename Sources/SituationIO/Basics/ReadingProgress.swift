import Synchronization

/// How much of a file has been read, told from one thread to another, and back whether it is still wanted.
public final class ReadingProgress: Sendable {
  private let done = Atomic<Int>(0)
  private let all = Atomic<Int>(0)
  private let isOver = Atomic<Bool>(false)

  /// Nothing yet.
  public init() {}

  /// How many hundredths of the bytes have been read; nil before the file is known.
  public var percent: Int? {
    let all = all.load(ordering: .relaxed)
    return all > 0 ? min(100, done.load(ordering: .relaxed) * 100 / all) : nil
  }

  /// True if nobody waits for the rest any more. Readers look at it now and then; what they have made by then is nothing
  /// whole.
  public var isStopped: Bool { isOver.load(ordering: .relaxed) }

  /// Says that nobody waits for the rest any more.
  public func stop() { isOver.store(true, ordering: .relaxed) }

  /// Says how many bytes there are to read, and that none has been.
  func begin(_ count: Int) {
    done.store(0, ordering: .relaxed)
    all.store(count, ordering: .relaxed)
  }

  /// Says that more bytes have been read.
  func add(_ count: Int) { done.wrappingAdd(count, ordering: .relaxed) }

  /// Says how many bytes have been read from the beginning, at least.
  func reach(atLeast offset: Int) { done.max(offset, ordering: .relaxed) }
}
