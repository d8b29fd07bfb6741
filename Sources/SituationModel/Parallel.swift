import Glibc
import Synchronization

/// A thread of the system. The work given to it runs for long, and nothing else here needs Dispatch or tasks.
public struct SystemThread: Sendable {
  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let thread: pthread_t

  /// Starts a thread; nil where the system has none to give.
  public init?(_ run: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // The main thread's own stack is as large; readers nest as deep on either.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(run))
    let failure = pthread_create(
      &thread, &attributes,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, work.toOpaque())
    guard failure == 0 else {
      work.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits until the work is done.
  public func join() { pthread_join(thread, nil) }
}

/// Does some pieces of work at once, a thread each, and waits for all. One piece is done where the caller stands, and so is
/// each that no thread can be had for.
public func inParallel<Value: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Value) -> [Value] {
  let results = Results<Value>()
  let threads = (1..<max(1, count)).map { number in
    SystemThread { results.put(work(number), at: number) }
  }
  let first = work(0)
  for thread in threads { thread?.join() }
  return [first] + threads.indices.map { results.take(at: $0 + 1) ?? work($0 + 1) }
}

/// Does two pieces of work at once, and waits for both; one after the other where that would not pay.
public func inParallel<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @escaping @Sendable () -> Second, if pays: Bool = true
) -> (First, Second) {
  let results = Results<Second>()
  let thread = pays ? SystemThread { results.put(second(), at: 0) } : nil
  let one = first()
  thread?.join()
  return (one, results.take(at: 0) ?? second())
}

/// How many pieces of work are worth doing at once.
public func processors() -> Int { max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// The results of pieces of work, by their numbers.
private final class Results<Value: Sendable>: Sendable {
  private let values = Mutex<[Int: Value]>([:])

  func put(_ value: Value, at number: Int) { values.withLock { $0[number] = value } }
  func take(at number: Int) -> Value? { values.withLock { $0.removeValue(forKey: number) } }
}
