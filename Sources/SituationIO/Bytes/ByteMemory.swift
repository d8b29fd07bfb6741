import CFileMap
import Glibc

/// Where the bytes of a file stand: in memory of their own, or where the system maps the file.
///
/// Unchecked, since a pointer is not `Sendable` by itself: what is filled by one thread is never written to once it is handed on as
/// `Bytes`.
final class ByteMemory: @unchecked Sendable {
  /// The first byte; some place that must not be read where there is none.
  private(set) var start: UnsafePointer<UInt8>
  /// How many bytes there are.
  private(set) var count: Int
  private var place: Place

  private enum Place {
    /// Room for so many bytes.
    case own(UnsafeMutablePointer<UInt8>, capacity: Int)
    /// A mapped file, and what it was then.
    case mapped(file: Int32, FileStamp)
  }

  /// Empty memory with room for so many bytes.
  init(capacity: Int) {
    let room = ByteMemory.allocate(max(capacity, 1))
    (start, count, place) = (UnsafePointer(room), 0, .own(room, capacity: max(capacity, 1)))
  }

  /// The bytes of a file, where it stays; takes the descriptor, unless it is nil for a file that can't be mapped.
  init?(mapping file: Int32, count: Int) {
    guard let stamp = FileStamp(file), let start = fm_map(file, count) else { return nil }
    self.start = start.assumingMemoryBound(to: UInt8.self)
    (self.count, place) = (count, .mapped(file: file, stamp))
  }

  deinit {
    switch place {
    case .own(let room, _): free(room)
    case .mapped(let file, _):
      fm_unmap(start, count)
      close(file)
    }
  }

  /// True if a mapped file is as it was.
  var isIntact: Bool {
    guard case .mapped(let file, let stamp) = place else { return true }
    return !fm_is_torn(start) && FileStamp(file) == stamp
  }

  // MARK: Filling

  /// Appends what is written into the room behind the bytes, of which there are at least so many; the number that were written is
  /// returned.
  func append(upTo wanted: Int, _ write: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
    guard case .own(var room, var capacity) = place else { return 0 }
    if count + wanted > capacity {
      capacity = max(count + wanted, capacity * 2)
      room = ByteMemory.grown(room, count: count, to: capacity)
      (start, place) = (UnsafePointer(room), .own(room, capacity: capacity))
    }
    let written = write(UnsafeMutableRawBufferPointer(start: room + count, count: wanted))
    count += max(0, min(written, wanted))
    return written
  }

  /// Appends some bytes.
  func append(_ bytes: some Collection<UInt8>) {
    _ = append(upTo: bytes.count) { room in
      room.copyBytes(from: bytes)
      return bytes.count
    }
  }

  /// Memory from this size on begins where a large page does.
  private static let large = 4 << 20
  private static let largePage = 2 << 20

  /// Room for so many bytes. Large pages are asked for where it pays: the first touch of each small one costs more than its bytes, and
  /// the system copies into what is not aligned at a quarter of its speed. What it does not grant changes nothing.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    var room: UnsafeMutableRawPointer?
    if posix_memalign(&room, capacity >= large ? largePage : 64, capacity) != 0 { room = nil }
    // As an array does that can not grow.
    guard let room else { fatalError("out of memory") }
    if capacity >= large { madvise(room, capacity & ~(largePage - 1), MADV_HUGEPAGE) }
    return room.bindMemory(to: UInt8.self, capacity: capacity)
  }

  private static func grown(
    _ room: UnsafeMutablePointer<UInt8>, count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<UInt8> {
    let larger = allocate(capacity)
    larger.update(from: room, count: count)
    free(room)
    return larger
  }
}

/// The signs that a file was changed: its size, and when it was written to.
private struct FileStamp: Equatable {
  private let size, seconds, nanoseconds: Int

  init?(_ file: Int32) {
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    (size, seconds, nanoseconds) = (Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }
}
