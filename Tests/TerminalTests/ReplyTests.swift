import Testing
import TextCanvas

@testable import Terminal

@Suite("Replies of terminals")
struct ReplyTests {
  /// Replies to questions that this or an earlier program may have asked, as xterm, VTE, kitty, foot, tmux and others document them.
  static let replies = [
    // Colours, the clipboard, the window's title.
    "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\", "\u{1B}]10;rgb:ffff/ffff/ffff\u{7}",
    "\u{1B}]4;1;rgba:cdcd/0/0/ffff\u{1B}\\",
    "\u{1B}]52;c;cXVpdA==\u{7}", "\u{1B}]lquit é中\u{1B}\\", "\u{1B}]Licon\u{1B}\\", "\u{1B}]99;i=1:p=?;\u{1B}\\",
    "\u{1B}]1337;ReportCellSize=18.0;8.0\u{1B}\\", "\u{1B}]21;foreground=rgb:ff/ff/ff\u{1B}\\",
    // DECRQSS, XTGETTCAP, XTVERSION, DECRPTUI, DECRQPSR, DECRQCRA.
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P0$r\u{1B}\\", "\u{1B}P1$r2 q\u{1B}\\", "\u{1B}P1+r544e=787465726d\u{1B}\\",
    "\u{1B}P0+r\u{1B}\\", "\u{1B}P>|XTerm(390)\u{1B}\\", "\u{1B}P>|tmux 3.4\u{1B}\\", "\u{1B}P!|00000000\u{1B}\\",
    "\u{1B}P1$u1;1;1;@;@;@;0;0;@;BB@@\u{1B}\\", "\u{1B}P2$u9/17/25\u{1B}\\", "\u{1B}P1!~0000\u{1B}\\",
    // kitty graphics; privacy messages and strings, which nothing sends.
    "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}_Gi=1,I=2;ENOENT:quit\u{1B}\\", "\u{1B}^quit\u{1B}\\", "\u{1B}Xquit\u{1B}\\",
    // Device attributes, status, modes, the cursor, windows, focus, flags, colour schemes, sizes in pixels.
    "\u{1B}[?62;22c", "\u{1B}[?1;2c", "\u{1B}[>41;390;0c", "\u{1B}[=0c", "\u{1B}[1;2c", "\u{1B}[0n", "\u{1B}[?0n",
    "\u{1B}[?10n",
    "\u{1B}[12;40R", "\u{1B}[1;1R", "\u{1B}[1;80R", "\u{1B}[24;5R", "\u{1B}[?12;40;1R", "\u{1B}[?2026;2$y",
    "\u{1B}[?2004;1$y",
    "\u{1B}[4;2$y", "\u{1B}[8;24;80t", "\u{1B}[4;600;800t", "\u{1B}[6;18;8t", "\u{1B}[1t", "\u{1B}[3;0;0t",
    "\u{1B}[48;24;80;600;800t",
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[?1u", "\u{1B}[?31u", "\u{1B}[>4;2m", "\u{1B}[?997;1n", "\u{1B}[2;1;1;112;112;1;0x",
    "\u{1B}[?1;0;256S", "\u{1B}[?2;0;800;600S", "\u{1B}[?60;1;2;3c", "\u{1B}[1;2;3;4&w",
    "\u{1B}[?64;1;9;15;21;22;28;29c",
  ]

  @Test("No reply is a key or moves the mouse", arguments: replies)
  func nothing(reply: String) { #expect(decoded(bytes(reply), nil, nil) == []) }

  @Test("A reply that is cut into packets anywhere says nothing either", arguments: replies)
  func cuts(reply: String) {
    let all = bytes(reply + "x")
    for cut in 1..<all.count {
      #expect(decoded(Array(all[..<cut]), Array(all[cut...])) == [.key("x")], "cut at \(cut)")
    }
    #expect(decoded(packets: all.map { [$0] }) == [.key("x")])
  }

  @Test("A reply whose rest comes late says nothing, if its beginning was more than two bytes", arguments: replies)
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
    // U+271C and U+015C have the byte 0x9C in them.
    #expect(decoded(bytes("\u{1B}]0;✜quit Ŝ quit\u{7}x"), nil) == [.key("x")])
    #expect(decoded(bytes("✜Ŝ"), nil) == [.key("✜"), .key("Ŝ")])
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
