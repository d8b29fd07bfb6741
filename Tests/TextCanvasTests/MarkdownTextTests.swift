import TestKit
import Testing
import TextCanvas

@Suite("Markdown")
struct MarkdownTextTests {
  @Test(
    "what means something to Markdown or HTML is escaped, and the rest stays",
    arguments: [
      ("Homs, 13 Dec", "Homs, 13 Dec"), ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
      ("[a](javascript:x)", "\\[a\\](javascript:x)"), ("<b>&amp;", "&lt;b>&amp;amp;"), ("- item", "\\- item"),
      ("so-so", "so-so"), ("12. first", "12\\. first"), ("1.5 km", "1\\.5 km"), ("12) x", "12\\) x"),
      ("a.b", "a.b"), ("> quote", "\\> quote"), ("# a", "\\# a"), ("a|b", "a\\|b"), ("![x](y)", "\\!\\[x\\](y)"),
    ])
  func escapes(plain: String, markdown: String) {
    #expect(MarkdownText(plain).text == markdown)
  }

  @Test("a text that is escaped and read again is the same, also where it was random")
  func roundTrip() {
    var generator = SeededGenerator(seed: 11)
    let signs = Array("ab1 .)-+=*_`[]()<>&#!|~\\\u{1B}")
    for _ in 0..<500 {
      let plain = String((0..<12).compactMap { _ in signs.randomElement(using: &generator) })
      let markdown = MarkdownText(plain).text
      #expect(MarkdownTextTests.read(markdown) == SafeText(plain).text)
      #expect(!markdown.contains("<"))
    }
  }

  @Test("a block keeps its lines, and no text of it ends it")
  func block() {
    #expect(MarkdownText.block("a\nb\n") == "```text\na\nb\n```")
    #expect(MarkdownText.block("```\n````") == "`````text\n```\n````\n`````")
  }

  /// What a reader of Markdown makes of escapes and of the two entities.
  private static func read(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
        isEscaped = false
      }
    }
    return result.split(separator: "&lt;", omittingEmptySubsequences: false).joined(separator: "<")
      .split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
  }
}
