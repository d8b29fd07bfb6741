import TestKit
import Testing

@testable import SituationIO

@Suite("Numbers of tables")
struct TableNumberTests {
  private func plain(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { TableNumber.plain($0) }
  }

  @Test(
    "a number of digits and a point is the one that the standard library reads, wherever the point stands",
    arguments: 0..<8)
  func digits(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<3_000 {
      let whole = Int.random(in: 0...9, using: &random)
      let fraction = Int.random(in: 0...9, using: &random)
      var digits = (0..<(whole + fraction)).map { _ in Character("\(Int.random(in: 0...9, using: &random))") }
      if Int.random(in: 0..<4, using: &random) > 0 { digits.insert(".", at: whole) }
      if Int.random(in: 0..<8, using: &random) == 0 {
        let place = Int.random(in: 0...digits.count, using: &random)
        digits.insert(["-", ".", "+", ":", "/", "e", " ", "x"].randomElement(using: &random) ?? ".", at: place)
      }
      let text = (Bool.random(using: &random) ? "-" : "") + String(digits)
      let isPlain =
        text.count <= 17 && text.drop { $0 == "-" }.allSatisfy { $0.isNumber || $0 == "." }
        && !text.hasPrefix("--") && text.count { $0 == "." } < 2 && (1...15).contains(text.count(where: \.isNumber))
      #expect(plain(text) == (isPlain ? Double(text) : nil), "\(text)")
    }
  }
}
