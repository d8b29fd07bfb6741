import Testing

@testable import Terminal

@Suite("The clipboard")
struct ClipboardTests {
  @Test(
    "base64 is that of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"), ("\u{FF}?>", "w78/Pg=="),
    ])
  func base64(text: String, code: String) { #expect(Clipboard.base64(Array(text.utf8)) == code) }

  @Test("a text is handed over in one sequence, and one that is too long not at all")
  func sequence() throws {
    #expect(try Clipboard.sequence(for: "foo") == "\u{1B}]52;c;Zm9v\u{07}")
    #expect(throws: ClipboardError.self) { try Clipboard.sequence(for: String(repeating: "a", count: 74_995)) }
  }
}
