/// The bytes of a file, of which any number of readers share one copy: in memory, or mapped from the file (`ByteMemory`).
///
/// Indices count from 0. To hand them around costs what an array costs; a look at one is a look at memory.
public struct Bytes: RandomAccessCollection, Sendable {
  private let memory: ByteMemory
  /// How many there are.
  public let endIndex: Int

  /// The first of them.
  public var startIndex: Int { 0 }

  /// All bytes of some memory, or its first ones.
  init(_ memory: ByteMemory, count: Int? = nil) {
    self.memory = memory
    endIndex = Swift.min(count ?? memory.count, memory.count)
  }

  /// A copy of some bytes.
  public init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// A copy of some bytes.
  init(_ bytes: some Collection<UInt8>) {
    let memory = ByteMemory(capacity: bytes.count)
    memory.append(bytes)
    self.init(memory)
  }

  /// Bytes that a function writes piece by piece, each behind the one before.
  ///
  /// - Parameter write: is handed what takes a piece.
  public init<Problem: Error>(
    writing write: ((UnsafeRawBufferPointer) -> Void) throws(Problem) -> Void
  ) throws(Problem) {
    let memory = ByteMemory(capacity: 0)
    try write { memory.append($0) }
    self.init(memory)
  }

  /// A byte.
  @inline(__always)
  public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < endIndex)
    return memory.start[index]
  }

  /// The first bytes alone, without a copy.
  func first(_ count: Int) -> Bytes { Bytes(memory, count: count) }

  /// True if the file still is as it was when it was mapped; what is in memory always is. Costs a call to the system.
  var isIntact: Bool { memory.isIntact }

  /// Calls something with all of them side by side; the pointer is valid until it returns.
  @inline(__always)
  public func withUnsafeBufferPointer<Result, Problem: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    defer { withExtendedLifetime(memory) {} }
    return try body(UnsafeBufferPointer(start: memory.start, count: endIndex))
  }

  /// As `withUnsafeBufferPointer`, for algorithms that ask whether it can be had.
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    defer { withExtendedLifetime(memory) {} }
    return try body(UnsafeBufferPointer(start: memory.start, count: endIndex))
  }
}

extension Bytes: ExpressibleByArrayLiteral {
  /// Some bytes.
  public init(arrayLiteral bytes: UInt8...) { self.init(bytes) }
}
