import Glibc

/// Does some pieces of work at once, a thread each, and waits for all. One piece is done where the caller stands.
///
/// Threads of the system, since the pieces run for long and nothing else here needs Dispatch or tasks.
public func inParallel<Value: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Value) -> [Value] {
  let jobs = (1..<max(1, count)).map { Job<Value>(number: $0, work: work) }
  for job in jobs { job.start() }
  return [work(0)] + jobs.map { $0.finish() }
}

/// How many pieces of work are worth doing at once.
public func processors() -> Int { max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// One piece of work and its thread. What it makes is read only when the thread has ended.
private final class Job<Value: Sendable>: @unchecked Sendable {
  private let number: Int
  private let work: @Sendable (Int) -> Value
  private var value: Value?
  private var thread: pthread_t?

  init(number: Int, work: @escaping @Sendable (Int) -> Value) { (self.number, self.work) = (number, work) }

  func start() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 8 << 20)
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self as AnyObject)
    let failure = pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer else { return nil }
        (Unmanaged<AnyObject>.fromOpaque(pointer).takeRetainedValue() as? any Running)?.run()
        return nil
      }, box.toOpaque())
    if failure == 0 { self.thread = thread } else { box.release() }
  }

  func finish() -> Value {
    if let thread { pthread_join(thread, nil) }
    // Without a thread the work is done here.
    return value ?? work(number)
  }
}

extension Job: Running {
  func run() { value = work(number) }
}

private protocol Running { func run() }
