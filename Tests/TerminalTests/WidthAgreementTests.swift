import CNcurses
import Glibc
import Testing
import TextCanvas

@Suite("Widths")
struct WidthAgreementTests {
  @Test("The canvas and the C library count the same columns for every code point that the library knows")
  func agree() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var differing: [String] = []
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .privateUse else { continue }
      let library = cn_width(wchar_t(bitPattern: value))
      if library >= 0 && Int(library) != displayWidth(of: scalar) { differing.append(String(value, radix: 16)) }
    }
    // Unicode changes its mind about a mark or a symbol now and then, and the two may be of different versions.
    #expect(differing.count < 100, "\(differing)")
  }
}
