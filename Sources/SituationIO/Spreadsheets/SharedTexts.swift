/// The texts of a workbook that its cells point to (ECMA-376, 18.4.9), side by side in memory.
struct SharedTexts: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// No texts.
  init() {}

  /// The texts of a part; those before a fault where it has one. Linear.
  init(_ part: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(part.count / 2)
    var xml = TagScanner(part)
    func read() throws(XMLFault) {
      while true {
        switch try xml.next() {
        case .start where xml.isNamed("si"):
          if !xml.isEmptyElement { try RichText.append(&xml, to: &bytes) }
          ends.append(bytes.count)
        case .start, .end, .text, .section: break
        case .fileEnd: return
        }
      }
    }
    try? read()
  }

  /// Appends a text; false where there is none of that number.
  func append(_ number: Int, to text: inout [UInt8]) -> Bool {
    guard number >= 0, number < ends.count else { return false }
    let start = number > 0 ? ends[number - 1] : 0
    bytes.withUnsafeBufferPointer { text.append(contentsOf: $0.extracting(start..<ends[number])) }
    return true
  }
}

/// Text in runs with fonts of their own (ECMA-376, 18.4.4).
enum RichText {
  /// Appends the text of the element that was entered last, and leaves it. Phonetic hints (`rPh`) are no part of it.
  static func append(_ xml: inout TagScanner, to text: inout [UInt8]) throws(XMLFault) {
    var (depth, isText) = (1, false)
    while depth > 0 {
      switch try xml.next() {
      case .start where xml.isNamed("rPh"): try xml.skipElement()
      case .start:
        if xml.isEmptyElement { continue }
        depth += 1
        isText = xml.isNamed("t")
      case .end:
        depth -= 1
        isText = false
      case .text: if isText { CellText.append(xml.text, of: xml.bytes, hasEscapes: true, to: &text) }
      case .section: if isText { text += xml.bytes[xml.text] }
      case .fileEnd: throw .brokenOff(at: xml.offset)
      }
    }
  }
}
