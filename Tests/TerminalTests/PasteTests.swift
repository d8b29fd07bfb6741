import Testing
import TextCanvas

@testable import Terminal

@Suite("Pastes")
struct PasteTests {
  private static let start = "\u{1B}[200~"
  private static let end = "\u{1B}[201~"

  @Test(
    "A paste is one item, and none of its characters is a key",
    arguments: ["hi", "q\r\n:quit\r", "\u{1B}[A\u{3}é中🚚", ""])
  func whole(text: String) {
    let all = bytes("a" + Self.start + text + Self.end + "b")
    #expect(decoded(all, nil) == [.key("a"), .paste(PastedText(text)), .key("b")])
  }

  @Test("A paste may be cut anywhere, and time may not pass for it")
  func cuts() {
    let all = bytes(Self.start + "qé\u{1B}[201\u{1B}[20" + Self.end + "b")
    let whole = decoded(all)
    #expect(whole == [.paste(PastedText("qé\u{1B}[201\u{1B}[20")), .key("b")])
    for cut in 1..<all.count { #expect(decoded(Array(all[..<cut]), Array(all[cut...])) == whole, "cut at \(cut)") }
    #expect(decoded(packets: all.map { [$0] }) == whole)
  }

  @Test("A second beginning inside a paste is text, and an end without a beginning is nothing")
  func brackets() {
    #expect(
      decoded(bytes("\(Self.start)a\(Self.start)b\(Self.end)c")) == [.paste(PastedText("a\(Self.start)b")), .key("c")])
    #expect(decoded(bytes(Self.end + "c")) == [.key("c")])
  }

  @Test("A paste whose end never comes is given up in time, and keys are keys again")
  func withoutEnd() {
    #expect(
      decoded(bytes(Self.start + "quit"), nil, bytes("x")) == [.paste(PastedText("quit", isCut: true)), .key("x")])
    // Its rest may come late: it has the end, or comes in bulk.
    let early = InputDecoder.Item.paste(PastedText("quit", isCut: true))
    let rest = InputDecoder.Item.paste(PastedText("me\r", isCut: true))
    #expect(decoded(bytes(Self.start + "quit"), nil, bytes("me\r" + Self.end + "x")) == [early, rest, .key("x")])
    let more = String(repeating: "quit\r", count: 20)
    let bulk = decoded(bytes(Self.start + "quit"), nil, bytes(more), bytes("q"), bytes(Self.end + "x"))
    #expect(bulk == [early, .paste(PastedText(more + "q", isCut: true)), .key("x")])
    #expect(decoded(bytes(Self.start + "quit"), nil, bytes("\u{1B}[1;5A")) == [early, .key(Key(.up, .control))])
    #expect(decoded(bytes(Self.start + "q"), nil, nil, bytes("x")).last == .key("x"))
  }

  @Test("Of megabytes only a beginning is kept, and no byte too many")
  func huge() {
    var decoder = InputDecoder()
    decoder.feed(bytes(Self.start))
    for _ in 0..<256 {
      decoder.feed([UInt8](repeating: UInt8(ascii: "q"), count: 16_384))
      #expect(decoder.take(patient: true).isEmpty)
      #expect(decoder.keptByteCount == 0)
    }
    decoder.feed(bytes(Self.end + "x"))
    let kept = String(repeating: "q", count: PastedText.limit)
    #expect(decoder.take(patient: true) == [.paste(PastedText(kept, isCut: true)), .key("x")])
  }

  @Test("A character at the limit is kept whole or not at all")
  func limit() {
    let text = "a" + String(repeating: "é", count: PastedText.limit / 2)
    let kept = "a" + String(repeating: "é", count: PastedText.limit / 2 - 1)
    #expect(decoded(bytes(Self.start + text + Self.end)) == [.paste(PastedText(kept, isCut: true))])
  }
}
