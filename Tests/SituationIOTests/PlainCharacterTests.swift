import Testing
import TextCanvas

@testable import SituationIO

@Suite("Characters that are plain")
struct PlainCharacterTests {
  @Test("none of them is ever shown as a mark, whatever stands before it; most letters of the world are plain")
  func scalars() {
    var plain = 0
    for value in UInt32(0x80)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      let character = bytes.withUnsafeBufferPointer { UTF8Character($0, at: 0) }
      #expect(character?.length == bytes.count)
      guard character?.isPlain == true else { continue }
      plain += 1
      let marks = SafeText(String(Character(scalar))).marks
      #expect(marks == 0, "U+\(String(value, radix: 16))")
    }
    #expect(plain > 30_000)
  }
}
