import Glibc
import Logging
import SituationModel
import TextCanvas

/// A file that is logged to, a line each: time, process, level, what happens, and with what.
///
/// It is for the person alone, and has nothing of the data in it but paths and counts. Lines are appended whole, so
/// several programs can share it. One that can't be written is lost: the program goes on.
struct LogFile: LogHandler {
  var logLevel = Logger.Level.debug
  var metadata: Logger.Metadata = [:]
  private let descriptor: Int32

  /// Opens a file, or makes one.
  /// - Throws: a failure of status 73 where it can't be made. What a link stands for is not written to.
  init(path: String) throws(Failure) {
    descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let reason = descriptor >= 0 ? "it is no plain file" : String(cString: strerror(errno))
      throw Failure(message: "sitmap: --log \(SafeText(path).text): \(reason)", status: 73)
    }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    let words = all.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.quoted("\($0.value)"))" }
    let line = [Self.now, "[\(getpid())]", "\(event.level)", "\(event.message)"] + words
    // A line break or an escape in a path is a mark here: no text can pass for a line of its own.
    let bytes = Array((SafeText(line.joined(separator: " ")).text + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  private static var now: String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let second = DateInterval(unit: .second, at: Instant(seconds: Int64(time.tv_sec))).edtf.dropLast()
    let thousandths = String(time.tv_nsec / 1_000_000 + 1_000).dropFirst()
    return "\(second).\(thousandths)Z"
  }

  private static func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }
}
