import Glibc
import TextCanvas

/// Standard output, for a person or a pipe.
enum StandardOutput {
  /// Writes a text as it is. If the reader is gone, the program ends as every filter does.
  static func write(_ text: String) throws(Failure) {
    try StandardOutput.send(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes bytes as they are.
  static func write(_ bytes: [UInt8]) throws(Failure) { try send(bytes, to: STDOUT_FILENO) }

  fileprivate static func send(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(message: "sitmap: can't write: \(String(cString: strerror(errno)))", status: 74)
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// Standard error, for messages beside the output.
enum StandardError {
  /// Writes one line, made safe for a terminal.
  static func write(_ line: String) {
    // Nothing is left to tell it to when standard error itself can't be written.
    try? StandardOutput.send(Array((SafeText(line).text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Replaces the line before it on a terminal; an empty one removes that line.
  static func progress(_ line: String) {
    try? StandardOutput.send(Array(("\r" + SafeText(line).text + "\u{1B}[K").utf8), to: STDERR_FILENO)
  }
}
