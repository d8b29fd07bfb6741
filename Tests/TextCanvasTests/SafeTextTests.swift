import TestKit
import Testing
import TextCanvas

@Suite("Safe text")
struct SafeTextTests {
  @Test(
    "What could act on a terminal becomes a visible mark",
    arguments: [
      Sample("plain ASCII", "plain ASCII", 0),
      Sample("", "", 0),
      Sample("red \u{1B}[31m", "red ^[[31m", 1),
      Sample("\u{0}\u{7}\u{7F}", "^@^G^?", 3),
      Sample("\u{9B}2J", "<009B>2J", 1),
      Sample("a\u{202E}b\u{2066}c\u{200F}", "a<202E>b<2066>c<200F>", 3),
      Sample("zero\u{200B}width\u{FEFF}", "zero<200B>width<FEFF>", 2),
      Sample("soft\u{AD}hyphen", "soft<00AD>hyphen", 1),
      Sample("tag\u{E0041}", "tag<E0041>", 1),
      Sample("private \u{E000} \u{10FFFD}", "private <E000> <10FFFD>", 2),
      Sample("unassigned \u{378} \u{FFFF}", "unassigned <0378> <FFFF>", 2),
      Sample("line\u{2028}para\u{2029}next\u{85}", "line<2028>para<2029>next<0085>", 3),
      Sample("fillers \u{3164}\u{115F}\u{FFA0}", "fillers <3164><115F><FFA0>", 3),
      Sample("tab\tand\nbreak\r\nend", "tab and break end", 0),
      Sample("return\rover", "return^Mover", 1),
      Sample("return\r", "return^M", 1),
    ])
  fileprivate func marks(sample: Sample) {
    let safe = SafeText(sample.raw)
    #expect(safe.text == sample.text)
    #expect(safe.marks == sample.marks)
  }

  @Test(
    "Writing of every script stays as it is",
    arguments: ["حِمْص", "حلب – Aleppo", "霍姆斯", "Хомс", "Ḥomṣ", "חומס", "हिन्दी", "한국", "กำลัง", "🚚 🇸🇾 👍🏽", "№ 5 · 20 °C"])
  func scripts(text: String) {
    #expect(isUnchanged(text))
  }

  @Test("A variation selector goes behind an emoji and is marked anywhere else")
  func variation() {
    #expect(SafeText("❤\u{FE0F}").text == "❤")
    #expect(SafeText("❤\u{FE0F}").marks == 0)
    #expect(SafeText("❤\u{FE0F}\u{FE0F}").text == "❤<FE0F>")
    #expect(SafeText("a\u{FE0F}").text == "a<FE0F>")
    #expect(SafeText("中\u{E0100}").text == "中<E0100>")
  }

  @Test("Four marks may stand on a letter; the rest is counted in its place")
  func towers() {
    let tower = "e" + String(repeating: "\u{301}", count: 50) + "x"
    #expect(SafeText(tower).text == "e\u{301}\u{301}\u{301}\u{301}<+46>x")
    #expect(SafeText(tower).marks == 46)
    #expect(SafeText("\u{301}e").text == "<0301>e")
    #expect(SafeText(" \u{301}").text == " <0301>")
    #expect(SafeText("\u{1161}\u{1161}").marks == 2)
  }

  @Test("Every code point comes out safe, and safe text comes out unchanged")
  func everyCodePoint() {
    var unsafe: [String] = []
    // The planes beyond the ideographs hold little: samples of them will do.
    let values = Array(UInt32(0)..<0x2_0000) + Array(UInt32(0xE_0000)..<0xE_0200)
    for value in values + Array(stride(from: UInt32(0x2_0000), through: 0x10_FFFF, by: 97)) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let raw = "a" + String(Character(scalar)) + "b"
      let safe = SafeText(raw)
      if !isSafe(safe.text) || !isUnchanged(safe.text) {
        unsafe.append(String(value, radix: 16))
      }
    }
    #expect(unsafe == [])
  }

  @Test("Any mixture comes out safe, and safe text comes out unchanged")
  func mixtures() {
    var random = SeededGenerator(seed: 7)
    let harmless = "a 1<^中🚚🇸ี"
    let harmful = "\r\n\t\u{1B}\u{9B}\u{202E}\u{200D}\u{FE0F}\u{301}\u{64E}\u{E0041}\u{1161}"
    let alphabet = Array((harmless + harmful).unicodeScalars)
    for _ in 0..<5_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        if let scalar = alphabet.randomElement(using: &random) { view.append(scalar) }
      }
      let raw = String(view)
      let safe = SafeText(raw)
      #expect(isSafe(safe.text), "\(raw.unicodeScalars.map(\.value))")
      #expect(isUnchanged(safe.text), "\(raw.unicodeScalars.map(\.value))")
    }
  }

  @Test("Paragraphs keep their lines")
  func paragraphs() {
    #expect(SafeParagraphs("one\ntwo\r\n\nfour\u{7}").lines == ["one", "two", "", "four^G"])
    #expect(SafeParagraphs("one\ntwo\r\n\nfour\u{7}").marks == 1)
    #expect(SafeParagraphs("").lines == [""])
    #expect(SafeParagraphs("a\rb\n").lines == ["a^Mb", ""])
  }

  /// Whether a text is safe as it stands.
  private func isUnchanged(_ text: String) -> Bool {
    let safe = SafeText(text)
    return safe.text == text && safe.marks == 0
  }

  /// Whether nothing in a text can act on a terminal.
  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      // Joiners decide on the form of a letter before them, and on nothing else.
      if scalar == "\u{200C}" || scalar == "\u{200D}" { return true }
      if scalar.properties.isDefaultIgnorableCodePoint { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
      default: return true
      }
    }
  }
}

/// A text before and after; described by the safe one, so that a test report is safe to print.
private struct Sample: Sendable, CustomTestStringConvertible {
  let raw: String
  let text: String
  let marks: Int

  init(_ raw: String, _ text: String, _ marks: Int) {
    self.raw = raw
    self.text = text
    self.marks = marks
  }

  var testDescription: String { text }
}
