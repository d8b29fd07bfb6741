import Glibc

/// The C library's converter (`iconv`) from an encoding to UTF-8.
struct TextConverter: ~Copyable {
  private let descriptor: iconv_t

  /// A converter; nil for an encoding that needs none, or that this system has none for.
  init?(from encoding: TextEncoding) {
    guard let name = encoding.converterName, let opened = iconv_open("UTF-8", name),
      Int(bitPattern: opened) != -1
    else { return nil }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// The text in UTF-8, with U+FFFD for each byte that belongs to no character, and how many those are. Linear.
  func utf8(_ text: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], faults: Int) {
    var (result, faults): ([UInt8], Int) = ([], 0)
    result.reserveCapacity(text.count + text.count / 2)
    var next = UnsafeMutablePointer(mutating: UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self))
    var left = text.count
    var room = [CChar](repeating: 0, count: 1 << 16)
    while left > 0 {
      let (written, isFault) = room.withUnsafeMutableBufferPointer { room in
        var (output, free) = (room.baseAddress, room.count)
        let status = iconv(descriptor, &next, &left, &output, &free)
        return (room.count - free, status == -1 && errno != E2BIG)
      }
      result.append(contentsOf: room[..<written].lazy.map(UInt8.init(bitPattern:)))
      guard isFault, left > 0 else { continue }
      result += "\u{FFFD}".utf8
      faults += 1
      (next, left) = (next?.advanced(by: 1), left - 1)
    }
    return (result, faults)
  }
}
