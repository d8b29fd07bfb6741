import Glibc
import SituationModel
import Testing

@testable import SituationIO

@Suite("Large files that stay where they are", .serialized)
struct MappedFileTests {
  private static let header = "id,date,lat,lon,title,notes\n"

  private static func row(_ number: Int) -> String {
    "e\(number),2024-01-\(10 + number % 20),\(30 + number % 9).5,\(36 + number % 7).25,Event \(number),"
      + String(repeating: "words ", count: 30) + "\n"
  }

  /// A table that is large enough to be mapped, in a file that is removed at the end.
  private func withTable(_ body: (String, [UInt8]) throws -> Void) throws {
    let count = 45_000
    var text = MappedFileTests.header
    for number in 0..<count { text += MappedFileTests.row(number) }
    let (bytes, path) = (Array(text.utf8), "/tmp/sitmap-mapped-\(getpid()).csv")
    try #require(bytes.count > 8 << 20)
    try write(bytes, to: path)
    defer { unlink(path) }
    try body(path, bytes)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    var place = 0
    while place < bytes.count {
      let count = bytes[place...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      try #require(count > 0)
      place += count
    }
  }

  private func mapped(_ path: String) throws -> EventTable { try readSituation(path: path, holding: .mapped).events }

  @Test("mapped or copied, a file says the same")
  func same() throws {
    try withTable { path, _ in
      let (mapped, copied) = (try mapped(path), try readSituation(path: path).events)
      #expect(mapped.isIntact && mapped.count == 45_000 && mapped.count == copied.count)
      for row in stride(from: 0, to: mapped.count, by: 997) { #expect(mapped[row] == copied[row]) }
      #expect(mapped.row(of: "e31234").map { mapped[$0].title } == "Event 31234")
    }
  }

  @Test("one that becomes shorter says so in the place of its events, and ends nothing")
  func shrinking() throws {
    try withTable { path, bytes in
      let events = try mapped(path)
      try #require(truncate(path, 1_000) == 0)
      #expect(!events.isIntact)
      for row in [0, events.count / 2, events.count - 1] {
        #expect(events[row].title == "(the file has changed: open it again)")
      }
      // A look at bytes that are gone is answered with zeros, and not by the end of the program.
      let file = try FileBytes.read(path: path, limits: Limits(), holding: .mapped)
      #expect(file.count == 1_000 && file.isIntact)
      let gone = try #require(ByteMemory(mapping: open(path, O_RDONLY), count: 1 << 20))
      #expect(Bytes(gone)[500_000] == 0 && !gone.isIntact)
      #expect(events.count == 45_000)
    }
  }

  @Test("one that is written over in place is told, one that is replaced by another stays as it was opened")
  func changing() throws {
    try withTable { path, bytes in
      let events = try mapped(path)
      try write(bytes, to: path + ".new")
      try #require(rename(path + ".new", path) == 0)
      #expect(events.isIntact && events[7].title.hasPrefix("Event"))
      let again = try mapped(path)
      var changed = bytes
      changed[MappedFileTests.header.utf8.count] = UInt8(ascii: "x")
      // A file system may tell times in steps of some milliseconds.
      usleep(20_000)
      try write(changed, to: path)
      #expect(!again.isIntact && again[7].title == "(the file has changed: open it again)")
      #expect(events.isIntact)
    }
  }
}
