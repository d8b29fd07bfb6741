import SituationModel
import Testing

@Suite("Links to the web")
struct WebLinkTests {
  @Test(
    "An address of http or https with a host may be opened",
    arguments: [
      "https://example.org", "http://example.org:8080/a?b=c#d", "HTTPS://EXAMPLE.ORG/", "https://ar.example/حمص",
      "https://example.org/user@place",
    ])
  func plain(text: String) { #expect(WebLink(text)?.text == text) }

  @Test(
    "Anything else is only text",
    arguments: [
      "", "https://", "https:///etc", "file:///etc/passwd", "javascript:alert(1)", "ftp://example.org", "-h",
      "https://bank.example@evil.example/", "https://example.org/a b", "https://example.org/\u{1B}[31m",
      "https://example.org/\u{202E}", " https://example.org", "https://example.org/\"", "https:example.org",
      "https://example.org\\@evil.example", "https://:80/",
    ])
  func refused(text: String) { #expect(WebLink(text) == nil) }
}
