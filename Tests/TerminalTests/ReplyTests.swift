import FuzzTargets
import Testing
import TextCanvas

@testable import Terminal

@Suite("Replies of terminals")
struct ReplyTests {
  @Test("No reply is a key or moves the mouse", arguments: TerminalReplies.all)
  func nothing(reply: String) { #expect(decoded(bytes(reply), nil, nil) == []) }

  @Test("A reply that is cut into packets anywhere says nothing either", arguments: TerminalReplies.all)
  func cuts(reply: String) {
    let all = bytes(reply + "x")
    for cut in 1..<all.count {
      #expect(decoded(Array(all[..<cut]), Array(all[cut...])) == [.key("x")], "cut at \(cut)")
    }
    #expect(decoded(packets: all.map { [$0] }) == [.key("x")])
  }

  @Test(
    "A reply whose rest comes late says nothing, if its beginning was more than two bytes",
    arguments: TerminalReplies.all)
  func late(reply: String) {
    let all = bytes(reply)
    for cut in 3..<max(3, all.count) where all[0..<3] != [0x1B, 0x5B, 0x4D] {
      #expect(decoded(Array(all[..<cut]), nil, Array(all[cut...]), nil, nil) == [], "cut at \(cut)")
    }
  }

  @Test("Strings are known in their 8-bit forms, where those are no part of a character")
  func eightBit() {
    for start in [0x90, 0x98, 0x9D, 0x9E, 0x9F] as [UInt8] {
      for end in [[0x9C], [0xC2, 0x9C], [0x1B, 0x5C], [0x07]] as [[UInt8]] {
        #expect(decoded([start] + bytes("1;quit") + end + bytes("x"), nil) == [.key("x")])
        #expect(decoded([0xC2, start] + bytes("1;quit") + end + bytes("x"), nil) == [.key("x")])
      }
    }
    #expect(decoded([0x9B] + bytes("?62;22cx"), nil) == [.key("x")])
    #expect(decoded([0x9B] + bytes("A"), [0x8F] + bytes("P"), nil) == [.key(Key(.up)), .key(Key(.function(1)))])
    #expect(decoded([0x1B, 0x9D] + bytes("11;quit") + [0x07], nil) == [.key(Key(.escape))])
    // U+271C and U+015C have the byte 0x9C in them.
    #expect(decoded(bytes("\u{1B}]0;✜quit Ŝ quit\u{7}x"), nil) == [.key("x")])
    #expect(decoded(bytes("✜Ŝ"), nil) == [.key("✜"), .key("Ŝ")])
  }

  @Test("The end of a string says nothing without its beginning")
  func strayEnd() {
    #expect(decoded(bytes("\u{1B}]11;?\u{7}\u{1B}\\x"), nil) == [.key("x")])
    #expect(decoded(bytes("\u{1B}\\"), [0x9C], [0xC2, 0x9C], nil) == [])
  }

  @Test("CAN, SUB and another sequence break a string off")
  func brokenOff() {
    #expect(decoded(bytes("\u{1B}]11;quit\u{18}x"), nil) == [.key("x")])
    #expect(decoded(bytes("\u{1B}P1$r\u{1A}x"), nil) == [.key("x")])
    #expect(decoded(bytes("\u{1B}P1$rquit\u{1B}[Ax"), nil) == [.key(Key(.up)), .key("x")])
  }

  @Test("A string without an end is given up in time, whatever its length, and costs no memory")
  func withoutEnd() {
    var decoder = InputDecoder()
    decoder.feed(bytes("\u{1B}]11;"))
    for _ in 0..<256 {
      decoder.feed([UInt8](repeating: UInt8(ascii: "q"), count: 16_384))
      #expect(decoder.take(patient: true) == [])
      #expect(decoder.keptByteCount == 0)
    }
    #expect(decoder.waiting == .string)
    #expect(decoder.take(patient: false) == [])
    decoder.feed(bytes("x"))
    #expect(decoder.take(patient: true) == [.key("x")])
  }

  @Test("Alt with a letter that begins strings is a key, and so is the key behind it")
  func typed() {
    for letter in ["]", "P"] as [Character] {
      #expect(decoded(bytes("\u{1B}\(letter)"), nil) == [.escapeThenKey(Key(.character(letter)))])
      #expect(decoded(bytes("\u{1B}\(letter)"), bytes("q")) == [.escapeThenKey(Key(.character(letter))), .key("q")])
    }
  }
}
