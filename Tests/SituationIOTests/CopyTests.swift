import Glibc
import SituationModel
import Testing

@testable import SituationIO

@Suite("Copies of sources")
struct CopyTests {
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test(
    "The digests of FIPS 180-4, whatever pieces the bytes come in",
    arguments: [
      ("abc", 1, abc), ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
  func digests(text: String, count: Int, digest: String) {
    let bytes = [UInt8](String(repeating: text, count: count).utf8)
    for piece in [1, 55, 64, 1_000, max(1, bytes.count)] where piece > 1 || bytes.count < 1_000 {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: piece) {
        hash.take(bytes[start..<min(bytes.count, start + piece)])
      }
      #expect(hash.digest == digest)
    }
  }

  @Test("Lengths around a block are padded as they should be")
  func padding() {
    // From another program: sha256sum of so many letters a.
    let known = [
      55: "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318",
      56: "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a",
      63: "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34",
      64: "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb",
    ]
    for (count, digest) in known {
      var hash = SHA256()
      hash.take([UInt8](repeating: UInt8(ascii: "a"), count: count))
      #expect(hash.digest == digest, "\(count)")
    }
  }

  @Test("A copy is the same, changed, missing or without a record; nothing outside of the folder is looked at")
  func states() throws {
    var name = Array("/tmp/sitmap-copies-XXXXXX".utf8CString)
    let root = String(cString: try #require(mkdtemp(&name)))
    let folder = root + "/data"
    mkdir(folder, 0o755)
    mkdir(folder + "/in", 0o755)
    for path in ["\(folder)/in/abc", "\(root)/secret", "\(root)/data-secret"] {
      let file = try #require(fopen(path, "w"))
      fputs("abc", file)
      fclose(file)
    }
    symlink("../secret", folder + "/out")
    symlink("../data-secret", folder + "/near")
    symlink("in/abc", folder + "/inside")
    symlink("/", folder + "/up")
    mkfifo(folder + "/pipe", 0o644)
    defer {
      for path in [
        "data/in/abc", "data/out", "data/near", "data/inside", "data/up", "data/pipe", "secret", "data-secret",
      ] {
        unlink("\(root)/\(path)")
      }
      for path in ["/data/in", "/data", ""] { rmdir(root + path) }
    }
    func state(_ path: String, _ digest: String? = CopyTests.abc) -> LocalCopy.State {
      LocalCopy(path: path, digest: digest, dataFile: folder + "/events.geojson").check()
    }
    #expect(state("in/abc") == .same && state("inside") == .same && state("./in//abc") == .same)
    #expect(state("in/abc", String(repeating: "0", count: 64)) == .changed)
    #expect(state("in/abc", nil) == .unrecorded)
    #expect(state("in/none") == .missing && state("in/abc/none") == .missing)
    for path in [
      "../secret", "\(root)/secret", "in/../../secret", "in/../in/abc", "out", "near", "up/etc/passwd", "",
      "../\u{301}x", "in/../\u{301}",
    ] {
      #expect(state(path) == .outside, "\(path)")
    }
    #expect(state("in") == .unreadable("it is no plain file") && state("pipe") == .unreadable("it is no plain file"))
    let large = LocalCopy(path: "in/abc", digest: nil, dataFile: folder + "/events.geojson")
    #expect(large.check(limits: Limits(copyBytes: 2)) == .unreadable("it is larger than 0 MB"))
    let none = LocalCopy(path: "a", digest: nil, dataFile: root + "/gone/events.geojson")
    #expect(none.check() == .missing)
  }
}
