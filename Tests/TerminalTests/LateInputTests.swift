import Testing
import TextCanvas

@testable import Terminal

@Suite("Input over slow lines")
struct LateInputTests {
  @Test("An Escape waits for what may follow, and only for that")
  func patience() {
    var decoder = InputDecoder()
    decoder.feed(bytes("a\u{1B}"))
    #expect(decoder.take(patient: true) == [.key("a")])
    #expect(decoder.waiting == .escape)
    decoder.feed(bytes("["))
    #expect(decoder.take(patient: true) == [])
    #expect(decoder.waiting == .introducer)
    decoder.feed(bytes("1;"))
    #expect(decoder.take(patient: true) == [])
    #expect(decoder.waiting == .sequence)
    #expect(decoder.take(patient: false) == [])
    decoder.feed(bytes("2A"))
    #expect(decoder.take(patient: true) == [.key(Key(.up, .shift))])
    #expect(decoder.waiting == .nothing)
  }

  @Test("The rest of a sequence is no text, though its Escape came too early to wait for it")
  func lateRest() {
    let escape = InputDecoder.Item.key(Key(.escape))
    #expect(decoded([0x1B], nil, bytes("[A")) == [escape, .key(Key(.up))])
    #expect(decoded([0x1B], nil, bytes("["), bytes("A")) == [escape, .key(Key(.up))])
    #expect(decoded([0x1B], nil, bytes("OP")) == [escape, .key(Key(.function(1)))])
    #expect(decoded([0x1B], nil, bytes("[1;5Cx")) == [escape, .key(Key(.right, .control)), .key("x")])
    #expect(decoded([0x1B], nil, bytes("]11;rgb:1/2/3\u{7}x")) == [escape, .key("x")])
    #expect(decoded([0x1B], nil, bytes("P1$r0m\u{1B}\\x")) == [escape, .key("x")])
    #expect(decoded([0x1B], nil, bytes("[?62;22cx")) == [escape, .key("x")])
  }

  @Test("The rest of a reply is no text, though its introducer came too early to wait for it")
  func lateBody() {
    func typed(_ letter: Character) -> InputDecoder.Item { .escapeThenKey(Key(.character(letter))) }
    #expect(decoded(bytes("\u{1B}["), nil, bytes("?62;22cx")) == [typed("["), .key("x")])
    #expect(decoded(bytes("\u{1B}["), nil, bytes("1;5Ax")) == [typed("["), .key(Key(.up, .control)), .key("x")])
    #expect(decoded(bytes("\u{1B}["), nil, bytes("A")) == [typed("["), .key("A")])
    #expect(decoded(bytes("\u{1B}]"), nil, bytes("11;rgb:1/2/3\u{7}x")) == [typed("]"), .key("x")])
    #expect(decoded(bytes("\u{1B}P"), nil, bytes("1$r0m\u{1B}\\x")) == [typed("P"), .key("x")])
    let bulk = bytes(String(repeating: "quit", count: 20))
    #expect(decoded(bytes("\u{1B}]52;c;"), nil, bulk, bytes("q"), bytes("\u{7}x")) == [.key("x")])
    #expect(decoded(bytes("\u{1B}]52;c;"), nil, bytes(":quit")) == ":quit".map { .key($0) })
    #expect(decoded(bytes("\u{1B}P"), nil, bytes("q")) == [typed("P"), .key("q")])
  }

  @Test("What a person types after Escape is text")
  func typedAfterEscape() {
    let escape = InputDecoder.Item.key(Key(.escape))
    #expect(decoded([0x1B], nil, bytes("["), nil, bytes("A")) == [escape, .key("["), .key("A")])
    #expect(decoded([0x1B], nil, nil, bytes("[A")) == [escape, .key("["), .key("A")])
    #expect(decoded([0x1B], nil, bytes("[[")) == [escape, .key("["), .key("[")])
    #expect(decoded([0x1B], nil, bytes("]]]")) == [escape, .key("]"), .key("]"), .key("]")])
    #expect(decoded([0x1B], nil, bytes("Px")) == [escape, .key("P"), .key("x")])
    #expect(decoded([0x1B], nil, bytes("q")) == [escape, .key("q")])
  }

  @Test("Every beginning has its time, and the parts of a key have all the time that they need")
  func times() {
    let start = MonotonicTime(nanoseconds: 0)
    func deadline(_ waiting: Waiting, _ delay: Int) -> Duration? {
      var patience = InputPatience(escapeDelay: .milliseconds(delay))
      patience.wait(for: waiting, from: start, hasChanged: true)
      return patience.deadline.map { $0 - start }
    }
    #expect(deadline(.escape, 50) == .milliseconds(50))
    #expect(deadline(.escape, 0) == .zero)
    #expect(deadline(.introducer, 50) == InputPatience.introducerTime)
    #expect(deadline(.introducer, 2_000) == .seconds(2))
    #expect(deadline(.string, 50) == InputPatience.quietTime)
    #expect(deadline(.paste, 50) == InputPatience.quietTime)
    #expect(deadline(.sequence, 50) == nil)
    #expect(deadline(.nothing, 50) == nil)
  }

  @Test("A string that goes on and on ends all the same; a paste may take as long as it comes")
  func endless() {
    var (string, paste) = (InputPatience(escapeDelay: .milliseconds(50)), InputPatience(escapeDelay: .milliseconds(50)))
    for second in 0..<60 {
      let now = MonotonicTime(nanoseconds: Int64(second) * 500_000_000)
      #expect(string.isOver(at: now, hasRead: true) == (now >= MonotonicTime(nanoseconds: 5_000_000_000)))
      #expect(!paste.isOver(at: now, hasRead: true))
      string.wait(for: .string, from: now, hasChanged: true)
      paste.wait(for: .paste, from: now, hasChanged: true)
    }
    #expect(paste.isOver(at: MonotonicTime(nanoseconds: 31_000_000_000), hasRead: false))
  }

  @Test("Bytes that were there in time count, though they were read late")
  func readLate() {
    var patience = InputPatience(escapeDelay: .milliseconds(50))
    patience.wait(for: .escape, from: MonotonicTime(nanoseconds: 0), hasChanged: true)
    let later = MonotonicTime(nanoseconds: 1_000_000_000)
    #expect(patience.isOver(at: later, hasRead: false))
    #expect(!patience.isOver(at: later, hasRead: true))
  }
}
