import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("JSON")
struct JSONReaderTests {
  @Test(
    "Whole values",
    arguments: [
      (#"{"a": [1, -2.5, "x", true, false, null], "b": {}}"#, #"{"a":[1,-2.5,"x",true,false,null],"b":{}}"#),
      (" \t\r\n[ ] ", "[]"),
      (#""\u00e9\ud83d\ude9a\/""#, "\"é🚚/\""),
      ("-0.0", "0"),
      ("[[[]]]", "[[[]]]"),
      (#"{"": 1}"#, #"{"":1}"#),
    ])
  func values(text: String, expected: String) throws {
    #expect(try value(text).json == expected)
  }

  @Test(
    "What is no JSON is refused, read or passed over",
    arguments: [
      "", " ", "tru", "nul", "True", "NaN", "Infinity", "-Infinity", "undefined", "'a'", "\"a", "\"a\\\"", "\"\\x\"",
      "\"\\u12g4\"", "\"\\u12", "\"\t\"", "\"\n\"", "\"\u{0}\"", "[1,]", "[,1]", "[1 2]", "[1", "[", "]", "{", "}",
      "{\"a\"}",
      "{\"a\":}", "{\"a\" 1}", "{\"a\":1,}", "{,\"a\":1}", "{a:1}", "{\"a\":1 \"b\":2}", "{1:2}", "[1}", "{\"a\":1]",
      "1 2",
      "[]]", "/* */ 1", "# 1", "\u{FEFF}\u{FEFF}1", "\u{A0}1", "01", "-01", "1.", ".5", "+1", "-", "--1", "1e", "1e+",
      "1.e5", "0x10", "1_0", "- 1",
    ])
  func refused(text: String) {
    #expect(throws: Fault.self) { try value(text) }
    #expect(throws: Fault.self) { try pass(text) }
  }

  @Test(
    "A number too large for a Double is refused when it is read, and passed over",
    arguments: ["1e999", "-1e999", "1e400"])
  func tooLarge(text: String) throws {
    #expect(throws: Fault(offset: 0, problem: .numberOutOfRange)) { try value(text) }
    try pass(text)
  }

  @Test("Every finite number reads as the one that was written")
  func numberRoundTrip() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(try value("\(number)").number?.bitPattern == number.bitPattern)
    }
  }

  @Test("A number of any digits is rounded as the standard library rounds it")
  func numberDigits() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<20_000 {
      var text = Bool.random(using: &generator) ? "-" : ""
      text += String(generator.next() % power(10, Int.random(in: 0...19, using: &generator)))
      if Bool.random(using: &generator) {
        text += "."
        for _ in 0..<Int.random(in: 1...20, using: &generator) { text += "\(generator.next() % 10)" }
      }
      if Bool.random(using: &generator) { text += "e\(Int.random(in: -30...30, using: &generator))" }
      #expect(try value(text).number == Double(text), "\(text)")
    }
  }

  @Test("Every text reads as the one that was written, however its characters are escaped")
  func textRoundTrip() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<3_000 {
      var text = ""
      var json = "\""
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        let scalar = scalar(using: &generator)
        text.unicodeScalars.append(scalar)
        json += written(scalar, isEscaped: Bool.random(using: &generator))
      }
      #expect(try value(json + "\"").text == text)
      #expect(try value(PropertyValue.text(text).json).text == text)
    }
  }

  @Test("Passing over a value takes the same bytes as reading it")
  func passing() throws {
    let seed = Array(#"{"a": [1, -2.5e3, "x\n\u00e9", true, null], "b": {"c": [[], {}]}} "#.utf8)
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      var bytes = seed
      mutate(&bytes, using: &generator)
      var reader = JSONReader(Bytes(bytes), limits: Limits())
      var passer = reader
      var notes = RecordNotes()
      let fault = failure { () throws(Fault) in _ = try reader.value(&notes) }
      let passFault = failure { () throws(Fault) in try passer.skip() }
      if case .numberOutOfRange? = fault?.problem { continue }
      #expect(fault == passFault, "\(String(decoding: bytes, as: UTF8.self))")
      if passFault == nil { #expect(reader.offset == passer.offset) }
    }
  }

  @Test("The depth that is allowed is allowed, and one more is not")
  func depth() throws {
    let limits = Limits(depth: 5)
    #expect(try value("[[[[[1]]]]]", limits).list.count == 1)
    #expect(throws: Fault(offset: 5, problem: .tooDeep(limit: 5))) { try value("[[[[[[1]]]]]]", limits) }
    #expect(throws: Fault(offset: 5, problem: .tooDeep(limit: 5))) { try pass("[[[[[[1]]]]]]", limits) }
  }

  @Test("The text that is allowed is allowed, and one byte more is not")
  func textLength() throws {
    let limits = Limits(textBytes: 4)
    #expect(try value("\"abcd\"", limits).text == "abcd")
    #expect(throws: Fault(offset: 0, problem: .textTooLong(limit: 4))) { try value("\"abcde\"", limits) }
    try pass("\"abcde\"", limits)
  }

  // MARK: One value

  private func value(_ text: String, _ limits: Limits = Limits()) throws(Fault) -> PropertyValue {
    var reader = JSONReader(Bytes(text.utf8), limits: limits)
    var notes = RecordNotes()
    let value = try reader.value(&notes)
    try reader.endOfFile()
    return value
  }

  private func pass(_ text: String, _ limits: Limits = Limits()) throws(Fault) {
    var reader = JSONReader(Bytes(text.utf8), limits: limits)
    try reader.skip()
    try reader.endOfFile()
  }

  private func failure(_ read: () throws(Fault) -> Void) -> Fault? {
    do throws(Fault) { try read() } catch { return error }
    return nil
  }

  // MARK: Texts

  private func power(_ base: UInt64, _ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { power, _ in power * base }
  }

  private func scalar(using generator: inout SeededGenerator) -> UnicodeScalar {
    let ranges: [ClosedRange<UInt32>] = [0...0x1F, 0x20...0x7E, 0x7F...0x7FF, 0x800...0xFFFF, 0x10000...0x10FFFF]
    let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
    return UnicodeScalar(UInt32.random(in: range, using: &generator)) ?? "\u{FFFD}"
  }

  private func written(_ scalar: UnicodeScalar, isEscaped: Bool) -> String {
    guard isEscaped || scalar.value < 0x20 || scalar == "\"" || scalar == "\\" else { return String(scalar) }
    return String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
