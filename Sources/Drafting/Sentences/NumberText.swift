/// Numbers in digits.
enum NumberText {
  /// The value of a number as it stands in a sentence: `1,200`, `3.5`; nil for anything else.
  static func value(_ text: String) -> Double? {
    var digits = ""
    var groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." || $0 == "\u{A0}" }
    guard let first = groups.first, !first.isEmpty, text.utf8.count <= 18,
      groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    if groups.count == 1 { return Double(text) }
    let marks = Set(text.filter { $0 == "," || $0 == "." })
    // Groups of three digits are thousands; of one mark alone with other digits behind it is a fraction.
    if groups.dropFirst().allSatisfy({ $0.count == 3 }), marks.count == 1 {
      for group in groups { digits += group }
      return Double(digits)
    }
    guard groups.count == 2 else { return nil }
    let last = groups.removeLast()
    return Double("\(groups[0]).\(last)")
  }
}
