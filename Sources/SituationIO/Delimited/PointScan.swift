import SituationModel

/// A point as well-known text that was looked at byte by byte: `POINT(36.3 33.5)`, as databases write it.
///
/// As `RowScan` does, it gives up on anything else, which `WKT` then reads.
enum PointScan {
  /// The place that a text says; nil where it has to be read.
  static func point(_ text: UnsafeBufferPointer<UInt8>) -> Coordinate? {
    // Both numbers are copied below where they are long: what is longer than they can be is none of ours.
    guard text.count < 64, text.count > head.count + 4, text.starts(with: head), text.last == UInt8(ascii: ")") else {
      return nil
    }
    var start = head.count
    if text[start] == UInt8(ascii: " ") { start += 1 }
    guard text[start] == UInt8(ascii: "(") else { return nil }
    let numbers = text.extracting((start + 1)..<(text.count - 1))
    guard let gap = numbers.firstIndex(of: UInt8(ascii: " ")),
      let longitude = number(numbers.extracting(..<gap)),
      let latitude = number(numbers.extracting((gap + 1)...)),
      longitude != 0 || latitude != 0, abs(longitude) < 180, abs(latitude) < 90
    else { return nil }
    return Coordinate(checkedLatitude: latitude, longitude: longitude)
  }

  private static let head = Array("POINT".utf8)

  /// A number of digits with a point, however many.
  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    if let number = TableNumber.plain(text) { return number }
    guard text.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) else { return nil }
    return Double(String(decoding: text, as: UTF8.self))
  }
}
