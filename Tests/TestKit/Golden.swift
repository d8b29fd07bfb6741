import Glibc

/// A text that a test expects, kept in a file that looks like the screen.
///
/// A mismatch writes what came as `NAME.actual.txt` (or of its own type) beside the golden. With `RECORD_GOLDENS=1` in the environment the
/// golden is written instead, and the comparison fails all the same: a run that records proves nothing.
public struct Golden: Sendable {
  private let path: String
  private let actualPath: String

  /// The golden `Goldens/NAME.txt` beside a test's source file, or one of another type, such as `svg`.
  public init(_ name: String, type: String = "txt", file: String = #filePath) {
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    path = "\(folder)/Goldens/\(name).\(type)"
    actualPath = "\(folder)/Goldens/\(name).actual.\(type)"
  }

  /// Why a text is not the expected one; nil when it is.
  public func mismatch(_ text: String) -> String? {
    if getenv("RECORD_GOLDENS") != nil {
      write(text, to: path)
      return "recorded \(path): run again without RECORD_GOLDENS"
    }
    guard let expected = read(path) else {
      write(text, to: actualPath)
      return "there is no \(path); what came is in \(actualPath)"
    }
    guard expected != text else {
      unlink(actualPath)
      return nil
    }
    write(text, to: actualPath)
    return "\(path) differs from \(actualPath):\n" + firstDifference(expected, text)
  }

  private func firstDifference(_ expected: String, _ text: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = zip(old, new).prefix { $0 == $1 }.count
    let was = row < old.count ? String(old[row]) : "(nothing)"
    let came = row < new.count ? String(new[row]) : "(nothing)"
    return "line \(row + 1)\n  expected: \(was)\n  came:     \(came)"
  }

  private func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
  }
}
