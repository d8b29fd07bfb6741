import Testing
import TextCanvas

@testable import Terminal

@Suite("Keyboard protocols")
struct ProtocolKeyTests {
  private static func k(_ character: Character, _ modifiers: Key.Modifiers = []) -> Key {
    Key(.character(character), modifiers)
  }

  @Test(
    "A key of the kitty protocol is the key that was pressed",
    arguments: [
      ("97u", k("a")), ("97;1u", k("a")), ("97;1:1u", k("a")), ("97;1:2u", k("a")), ("97;;97u", k("a")),
      // Shift.
      ("97;2u", k("A")), ("97:65;2u", k("A")), ("97:65;2;65u", k("A")), ("47:63;2u", k("?")), ("47;2u", k("?")),
      ("59;2u", k(":")),
      ("44:59;2u", k(";")), ("228;2u", k("Ä")), ("228:196;2u", k("Ä")), ("32;2u", k(" ")), ("63;2u", k("?")),
      // Control and Alt.
      ("97;5u", k("a", .control)), ("97;6u", k("a", .control)), ("97:65;6u", k("a", .control)),
      ("65;5u", k("a", .control)),
      ("45:95;6u", k("_", .control)), ("50:64;6u", k(" ", .control)), ("1089::99;5u", k("c", .control)),
      ("97;3u", k("a", .alt)),
      ("97:65;4u", k("A", .alt)), ("97;3;97u", k("a", .alt)), ("51;3;35u", k("#")), ("1092::97;3u", k("a", .alt)),
      ("97;33u", k("a", .alt)),
      // Locks change nothing.
      ("97;65u", k("a")), ("97;129u", k("a")), ("97;193u", k("a")), ("113;69u", k("q", .control)),
      ("97;65;65u", k("A")),
      ("97:65;66;97u", k("a")),
      // Text that was composed.
      ("0;;229u", k("å")), ("1089;;1089u", k("с")), ("101;;233u", k("é")), ("101;;101:769u", k("e\u{301}")),
      // Keys with names.
      ("27u", Key(.escape)), ("27;129u", Key(.escape)), ("13u", Key(.enter)), ("13;2u", Key(.enter, .shift)),
      ("9;2u", Key(.tab, .shift)),
      ("127u", Key(.backspace)), ("127;3u", Key(.backspace, .alt)), ("13;1;13u", Key(.enter)),
      ("57376u", Key(.function(13))),
      ("57398u", Key(.function(35))),
      // The number pad.
      ("57399u", k("0")), ("57408;129u", k("9")), ("57400;129;49u", k("1")), ("57409u", k(".")), ("57410u", k("/")),
      ("57411u", k("*")),
      ("57412u", k("-")), ("57413u", k("+")), ("57414u", Key(.enter)), ("57415u", k("=")), ("57416u", k(",")),
      ("57417u", Key(.left)),
      ("57418u", Key(.right)), ("57419;2u", Key(.up, .shift)), ("57420u", Key(.down)), ("57421u", Key(.pageUp)),
      ("57422u", Key(.pageDown)), ("57423u", Key(.home)), ("57424u", Key(.end)), ("57425u", Key(.insert)),
      ("57426u", Key(.delete)),
      // Keys that keep their older sequences.
      ("1;1:1A", Key(.up)), ("1;2:2B", Key(.down, .shift)), ("3;5:1~", Key(.delete, .control)), ("1;129C", Key(.right)),
      ("13~", Key(.function(3))),
      ("13;2~", Key(.function(3), .shift)), ("1;69H", Key(.home, .control)), ("15;65~", Key(.function(5))),
    ] as [(String, Key)])
  func kitty(rest: String, key: Key) { #expect(decoded(bytes("\u{1B}[" + rest)) == [.key(key)]) }

  @Test(
    "Releases, lone modifiers, locks, media keys and keys for the desktop do nothing",
    arguments: [
      "97;1:3u", "113;5:3u", "27;1:3u", "1;1:3A", "3;1:3~", "57399;1:3u", "57358u", "57359u", "57360u", "57361u",
      "57362u", "57363u",
      "57427u", "57428u", "57440u", "57441;2u", "57442;5u", "57443;3u", "57447;2:3u", "57454u", "63743u", "97;9u",
      "113;13u", "113;17u",
      "0u", "0;;u", "1;1E", "E", "128u", "155u", "55296u", "99999999u", "u", ";5u", "57427~",
    ])
  func nothing(rest: String) { #expect(decoded(bytes("\u{1B}[" + rest + "x")) == [.key("x")]) }

  @Test("A text of several characters is as many keys, and none that controls")
  func texts() {
    #expect(decoded(bytes("\u{1B}[0;;97:98:99u")) == [.key("a"), .key("b"), .key("c")])
    #expect(decoded(bytes("\u{1B}[97;1;97:27:13u")) == [.key("a")])
  }

  @Test(
    "A key of modifyOtherKeys is the key that was pressed",
    arguments: [
      ("27;2;65~", k("A")), ("27;2;63~", k("?")), ("27;2;49~", k("1")), ("27;5;113~", k("q", .control)),
      ("27;6;81~", k("q", .control)),
      ("27;5;9~", Key(.tab, .control)), ("27;2;13~", Key(.enter, .shift)), ("27;3;120~", k("x", .alt)),
      ("27;5;27~", Key(.escape, .control)),
      ("27;5;32~", k(" ", .control)), ("27;5;127~", Key(.backspace, .control)), ("27;9;120~", k("x", .alt)),
      ("81;6u", k("q", .control)),
    ] as [(String, Key)])
  func modifyOtherKeys(rest: String, key: Key) { #expect(decoded(bytes("\u{1B}[" + rest)) == [.key(key)]) }

  @Test("F3 with something held down looks like a report of the cursor's place, which is told by its numbers")
  func thirdFunctionKey() {
    #expect(decoded(bytes("\u{1B}[R\u{1B}OR")) == [.key(Key(.function(3))), .key(Key(.function(3)))])
    #expect(decoded(bytes("\u{1B}[1;2R")) == [.key(Key(.function(3), .shift))])
    #expect(decoded(bytes("\u{1B}[12;40R\u{1B}[1;40R\u{1B}[2;2R\u{1B}[1;1R\u{1B}[7R")) == [])
  }

  @Test("rxvt says what is held down by the last byte")
  func rxvt() {
    #expect(
      decoded(bytes("\u{1B}[3^\u{1B}[7@")) == [.key(Key(.delete, .control)), .key(Key(.home, [.shift, .control]))])
    #expect(decoded(bytes("\u{1B}[c")) == [.key(Key(.right, .shift))])
  }
}
