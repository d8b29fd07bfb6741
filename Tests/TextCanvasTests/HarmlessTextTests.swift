import TestKit
import Testing
import TextCanvas

@Suite("Text that is harmless as it stands")
struct HarmlessTextTests {
  @Test(
    "of any script, with its marks, joiners and emoji, is taken as it is",
    arguments: [
      "Tartus, 8 December", "طرطوس", "مِيناء", "می‌خواهم", "ตาร์ตุส", "टार्टस", "क्‍ष", "טרטוס", "タルトゥース", "타르투스", "塔尔图斯",
      "💥 1️⃣ 🇺🇦 👩‍🚒", "Tārtūs", "e\u{301}", "\"a\\\"b\\n\"", "a\tb\r\n",
    ])
  func taken(text: String) {
    var harmless = HarmlessText()
    let isTaken = harmless.holds(text)
    #expect(isTaken, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
  }

  @Test("what may become a mark is never taken, whatever stands around it")
  func sound() {
    var generator = SeededGenerator(seed: 3)
    var harmless = HarmlessText()
    let odd: [Unicode.Scalar] = [
      "a", "7", " ", ",", "\"", "\n", "\r", "\\", "n", "u", "\u{200C}", "\u{200D}", "\u{FE0F}", "\u{301}", "\u{E01EF}",
      "ه", "\u{94D}", "क",
      "💥", "🏽", "🇺", "\u{202E}", "\u{1B}", "\u{9B}", "\u{10FFFE}", "\u{FEFF}", "\u{AD}", "\u{3099}", "か", "\u{5B0}",
      "א", "#",
    ]
    var taken = 0
    for _ in 0..<200_000 {
      let length = Int.random(in: 1...9, using: &generator)
      let scalars = (0..<length).map { _ in odd[Int.random(in: 0..<odd.count, using: &generator)] }
      let text = String(String.UnicodeScalarView(scalars))
      guard harmless.holds(text) else { continue }
      taken += 1
      // A text may be any part of it between two signs of ASCII.
      #expect(SafeText(text).marks == 0, "\(scalars.map { String($0.value, radix: 16) })")
    }
    #expect(taken > 10_000)
  }
}
