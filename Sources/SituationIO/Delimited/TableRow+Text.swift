extension TableRow {
  /// The text of a field, without white space at its ends and with one quote for each two.
  static func text(_ field: RowScanner.Field, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    var (start, end) = (field.start, field.end)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    if !field.isEscaped { return String(decoding: bytes.extracting(start..<end), as: UTF8.self) }
    // By bytes: a quote with a mark that combines with it is another character.
    var (text, isSecond) = ([UInt8](), false)
    for byte in bytes[start..<end] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond && text.last == byte
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
