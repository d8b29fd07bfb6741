/// Parts of one row after the other, which are plain numbers. A class, since an array would ask at each part whether it may be changed.
final class RowBuffer<Element: BitwiseCopyable> {
  private var base = UnsafeMutablePointer<Element>.allocate(capacity: 64)
  private var capacity = 64
  private var count = 0

  deinit { base.deallocate() }

  /// The parts of the row.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  func removeAll() { count = 0 }

  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { grow() }
    // Nothing has to be undone for those that are written over.
    (base + count).initialize(to: element)
    count += 1
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    (base, capacity) = (larger, capacity * 2)
  }
}
