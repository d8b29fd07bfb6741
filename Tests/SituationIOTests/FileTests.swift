import Glibc
import SituationIO
import Testing

@Suite("Files that can't be opened")
struct FileTests {
  @Test("A missing file")
  func missing() {
    let error = #expect(throws: ReadError.self) { try readSituation(path: "/no/such/file") }
    #expect(error == .noSuchFile(file: "/no/such/file"))
    #expect(error?.message == "/no/such/file: no such file")
    #expect(error?.exitCode == 66)
  }

  @Test("A folder, and a file taken for a folder")
  func folders() {
    let folder = #expect(throws: ReadError.self) { try readSituation(path: "/") }
    #expect(folder?.message == "/: is a directory")
    #expect(folder?.exitCode == 66)
    let path = Fixtures.path("plain") + "/x"
    let below = #expect(throws: ReadError.self) { try readSituation(path: path) }
    #expect(below?.message == "\(path): a part of its path is no directory")
  }

  @Test("A file without the permission to read it", .enabled(if: geteuid() != 0))
  func permission() throws {
    let path = try TemporaryFile("{}", mode: 0)
    let error = #expect(throws: ReadError.self) { try readSituation(path: path.path) }
    #expect(error?.message == "\(path.path): permission denied")
  }

  @Test("A file over the limit, and a device that never ends")
  func tooLarge() {
    let path = Fixtures.path("plain")
    var limits = Limits(fileBytes: 100)
    let file = #expect(throws: ReadError.self) { try readSituation(path: path, limits: limits) }
    #expect(file?.message == "\(path): is larger than 100 bytes (limit \"fileBytes\")")
    #expect(file?.exitCode == 66)
    limits.streamBytes = 1 << 20
    let device = #expect(throws: ReadError.self) { try readSituation(path: "/dev/zero", limits: limits) }
    #expect(device?.message == "/dev/zero: is larger than 1048576 bytes (limit \"streamBytes\")")
  }

  @Test("A pipe is read to its end")
  func pipe() throws {
    var ends: [Int32] = [0, 0]
    try #require(Glibc.pipe(&ends) == 0)
    defer { close(ends[0]) }
    let bytes = Array("{\"features\": []}".utf8)
    try #require(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    let situation = try readSituation(path: "/dev/fd/\(ends[0])")
    #expect(situation.events.count == 0)
  }
}

/// A file that is gone when nothing holds it any more.
private final class TemporaryFile {
  let path: String

  init(_ text: String, mode: mode_t) throws {
    var template = Array("/tmp/sitmap-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    let bytes = Array(text.utf8)
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    fchmod(descriptor, mode)
    close(descriptor)
  }

  deinit { unlink(path) }
}
