/// A first line that says what stands between the fields, as spreadsheets write it: `sep=;`.
struct SeparatorLine {
  let separator: UInt8
  /// The byte at which the next line begins.
  let end: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var line = Array(bytes.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D })
    let length = line.count
    line.removeAll { $0 == UInt8(ascii: "\"") }
    guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=", let last = line.last
    else {
      return nil
    }
    separator = last
    let rest = bytes[length...].prefix(2)
    end = length + (rest.elementsEqual([0x0D, 0x0A]) ? 2 : min(1, rest.count))
  }
}
