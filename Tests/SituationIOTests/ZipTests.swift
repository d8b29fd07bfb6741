import Glibc
import TestKit
import Testing

@testable import SituationIO

@Suite("ZIP archives")
struct ZipTests {
  @Test("what was packed comes out the same")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 3)
    for size in [0, 1, 3, 4, 5, 300, 70_000, 200_000] {
      for alphabet in [1, 2, 5, 256] {
        let bytes = (0..<size).map { _ in UInt8(Int.random(in: 0..<alphabet, using: &generator)) }
        let packed = Deflation.packed(bytes) + Deflation.end
        var inflation = Inflation(Bytes(packed), at: 0, limits: Limits(unpackedRatio: 100_000))
        try inflation.run()
        #expect(inflation.output == bytes, "\(size) of \(alphabet)")
        #expect(inflation.end == packed.count)
      }
    }
  }

  @Test("repetitions of every length and distance come out the same")
  func repetitions() throws {
    for distance in [1, 2, 3, 4, 5, 7, 9, 24, 25, 192, 193, 1_024, 1_025, 24_577, 32_767, 32_768, 32_769] {
      var bytes: [UInt8] = (0..<distance).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 5) }
      for length in 3...300 {
        bytes += (0..<length).map { bytes[bytes.count - distance + $0 % distance] } + [UInt8(length & 0xFF)]
      }
      var inflation = Inflation(Bytes(Deflation.packed(bytes) + Deflation.end), at: 0, limits: Limits())
      try inflation.run()
      #expect(inflation.output == bytes, "\(distance)")
    }
  }

  @Test("an archive in pieces opens by its directory, and without it from the front")
  func archive() throws {
    var zip = ZipWriter()
    var bytes: [UInt8] = []
    for name in ["a.txt", "folder/ü.txt"] {
      bytes += zip.begin(name)
      for piece in ["one ", "", "two"] { bytes += zip.add(Array(piece.utf8)) }
      bytes += zip.end()
    }
    let directory = bytes.count
    bytes += zip.finish()
    for (content, isCut) in [(bytes, false), (Array(bytes[..<directory]), true), (Array(bytes.dropLast()), true)] {
      let archive = ZipArchive(Bytes(content), Limits())
      #expect(archive.isCut == isCut)
      #expect(archive.entries.map(\.name) == ["a.txt", "folder/ü.txt"])
      var limits = Limits()
      let entry = try #require(archive["FOLDER/ü.TXT"])
      let result = archive.content(of: entry, &limits)
      #expect(result.fault == nil && String(decoding: result.bytes, as: UTF8.self) == "one two")
      #expect(limits.unpackedBytes == Limits().unpackedBytes - 7)
    }
    // A program or a comment around it moves no entry.
    let archive = ZipArchive(Bytes(Array("MZ".utf8) + bytes), Limits())
    #expect(!archive.isCut && archive.entries.count == 2)
  }

  @Test("the system's programs take what is written")
  func others() throws {
    let text = String(repeating: "abcd", count: 5_000) + "\n"
    let path = "/tmp/sitmap-zip-\(getpid())"
    defer { for ending in [".zip", ".txt"] { unlink(path + ending) } }
    for (ending, bytes) in [(".zip", Spreadsheets.zip([("a", text)])), (".txt", Array(text.utf8))] {
      let file = try #require(fopen(path + ending, "w"))
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    // gzip unpacks the first entry of a ZIP.
    #expect(system("gzip -dc < \(path).zip 2>/dev/null | cmp -s - \(path).txt") == 0)
  }
}
