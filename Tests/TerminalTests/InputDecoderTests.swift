import Testing
import TextCanvas

@testable import Terminal

@Suite("Input decoder")
struct InputDecoderTests {
  @Test("Characters, and what combines with them")
  func characters() {
    #expect(keys("aZ5~ ") == [k("a"), k("Z"), k("5"), k("~"), k(" ")])
    #expect(keys("éج中🚚") == [k("é"), k("ج"), k("中"), k("🚚")])
    #expect(keys("e\u{301}x") == [k("e\u{301}"), k("x")])
    #expect(keys("🇸🇾") == [k("🇸🇾")])
  }

  @Test("Control characters")
  func controls() {
    #expect(keys("\r\n\t\u{7F}\u{8}") == [Key(.enter), Key(.enter), Key(.tab), Key(.backspace), Key(.backspace)])
    #expect(keys("\u{1}\u{1A}\u{0}") == [k("a", .control), k("z", .control), k(" ", .control)])
    #expect(keys("\u{1F}") == [k("_", .control)])
  }

  @Test(
    "Keys that have sequences",
    arguments: [
      ("[A", Key(.up)), ("OA", Key(.up)), ("[B", Key(.down)), ("OC", Key(.right)), ("[D", Key(.left)),
      ("[1;2A", Key(.up, .shift)), ("[1;3B", Key(.down, .alt)), ("[1;5C", Key(.right, .control)),
      ("[1;8D", Key(.left, [.shift, .alt, .control])), ("[a", Key(.up, .shift)), ("Oa", Key(.up, .control)),
      ("[H", Key(.home)), ("[1~", Key(.home)), ("OF", Key(.end)), ("[8~", Key(.end)), ("[5~", Key(.pageUp)),
      ("[6;5~", Key(.pageDown, .control)), ("[2~", Key(.insert)), ("[3;2~", Key(.delete, .shift)),
      ("[Z", Key(.tab, .shift)), ("OP", Key(.function(1))), ("[15~", Key(.function(5))), ("[24~", Key(.function(12))),
      ("[1;2P", Key(.function(1), .shift)), ("[[E", Key(.function(5))), ("[25~", Key(.function(13))),
      ("OM", Key(.enter)), ("Ok", Key(.character("+"))), ("Om", Key(.character("-"))), ("Ou", Key(.character("5"))),
      ("[97;5u", Key(.character("a"), .control)), ("[27;5;105~", Key(.character("i"), .control)),
      ("[13;2u", Key(.enter, .shift)), ("[65;2u", Key(.character("A"))),
    ] as [(String, Key)])
  func sequences(rest: String, key: Key) {
    #expect(keys("\u{1B}" + rest) == [key])
    #expect(keys("x\u{1B}\(rest)y") == [k("x"), key, k("y")])
    #expect(items(Array("\u{1B}\u{1B}\(rest)".utf8)) == [.escapeThenKey(key)])
  }

  @Test("Escape and a key in one packet are Alt with the key, or both; nothing is lost")
  func escapes() {
    #expect(said("\u{1B}x") == [.escapeThenKey(k("x"))])
    #expect(said("\u{1B}é") == [.escapeThenKey(k("é"))])
    #expect(said("\u{1B}\r") == [.escapeThenKey(Key(.enter))])
    #expect(said("\u{1B}\u{1}") == [.escapeThenKey(k("a", .control))])
    #expect(said("\u{1B}\u{1B}q") == [.key(Key(.escape)), .escapeThenKey(k("q"))])
    #expect(said("\u{1B}\u{1B}[<0;10;5M").first == .key(Key(.escape)))
    #expect(said("\u{1B}\u{1B}[<0;10;5M").count == 2)
    for letter in ["[", "O", "P", "]", "^", "_", "X"] {
      #expect(said("\u{1B}\(letter)") == [.escapeThenKey(k(Character(letter)))])
      #expect(
        said("\u{1B}\(letter)\u{1B}\(letter)") == Array(repeating: .escapeThenKey(k(Character(letter))), count: 2))
    }
  }

  @Test("Escape alone is the key when its time is over")
  func escapeAlone() {
    #expect(keys("\u{1B}") == [Key(.escape)])
    #expect(keys("\u{1B}\u{1B}") == [Key(.escape), Key(.escape)])
  }

  @Test("Any input decodes alike however it is cut into reads")
  func cuts() {
    let bytes = Array("aé中🚚\u{1B}[1;5A\u{1B}OP\u{1B}[<0;10;5M\u{1B}[M !!\u{1B}x\u{1B}[99;99;99xq".utf8)
    let whole = items(bytes)
    for cut in 1..<bytes.count {
      var decoder = InputDecoder()
      var found: [InputDecoder.Item] = []
      decoder.feed(bytes[..<cut])
      found += decoder.take(patient: true)
      decoder.feed(bytes[cut...])
      found += decoder.take(patient: true)
      found += decoder.take(patient: false)
      #expect(found == whole, "cut at \(cut)")
    }
  }

  @Test("Sequences that are no key are passed over, and broken ones lose nothing that follows")
  func garbage() {
    #expect(keys("\u{1B}[?1;2cq") == [k("q")])
    #expect(keys("\u{1B}[Iq\u{1B}[O") == [k("q")])
    #expect(keys("\u{1B}[12\u{1B}[A") == [Key(.up)])
    #expect(keys("\u{1B}[1\rq") == [Key(.enter), k("q")])
    #expect(keys("\u{1B}[999999999999999999999;5A") == [Key(.up, .control)])
    #expect(keys("\u{1B}[1\u{18}\u{1B}[2\u{1A}q") == [k("q")])
    #expect(keys("\u{1B}[" + String(repeating: "1;", count: 5_000) + "mq") == [k("q")])
    #expect(items([0xE2, 0x9D, 0x61]) == [.key(k("a"))])
    #expect(items([0xFF, 0x80, 0xC3, 0x61, 0xE2, 0x82, 0x62]) == [.key(k("a")), .key(k("b"))])
  }

  @Test("No bytes at all can make it stop or fail")
  func anyBytes() {
    let telling = Array("\u{1B}\u{1B}[O<;1Mm~".utf8)
    var state: UInt32 = 7
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        let drawn = Int(state >> 16)
        return drawn.isMultiple(of: 2) ? UInt8(drawn >> 8 & 0xFF) : telling[drawn / 2 % telling.count]
      }
      var decoder = InputDecoder()
      decoder.feed(bytes)
      _ = decoder.take(patient: true)
      _ = decoder.take(patient: false)
      _ = decoder.take(patient: false)
      decoder.feed(Array(repeating: UInt8(ascii: "q"), count: 8))
      #expect(decoder.take(patient: false).last == .key(k("q")), "\(bytes)")
    }
  }

  @Test("What the terminal database says goes before the usual forms")
  func known() {
    let known: [String: Key] = ["\u{1B}[A": Key(.pageUp), "\u{1B}[224z": Key(.function(1))]
    var decoder = InputDecoder(known: Dictionary(uniqueKeysWithValues: known.map { (Array($0.utf8), $1) }))
    decoder.feed("\u{1B}[A\u{1B}[224z\u{1B}[B".utf8)
    #expect(decoder.take(patient: true) == [.key(Key(.pageUp)), .key(Key(.function(1))), .key(Key(.down))])
  }

  private func said(_ text: String) -> [InputDecoder.Item] { items(Array(text.utf8)) }

  private func k(_ character: Character, _ modifiers: Key.Modifiers = []) -> Key {
    Key(.character(character), modifiers)
  }

  private func keys(_ text: String) -> [Key] {
    items(Array(text.utf8)).compactMap { item in
      if case .key(let key) = item { key } else { nil }
    }
  }

  private func items(_ bytes: [UInt8]) -> [InputDecoder.Item] {
    var decoder = InputDecoder()
    decoder.feed(bytes)
    return decoder.take(patient: true) + decoder.take(patient: false)
  }
}
