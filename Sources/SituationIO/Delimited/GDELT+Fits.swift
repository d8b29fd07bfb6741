extension GDELT {
  /// True if the first line of a head is a record without names.
  static func fits(_ head: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) -> Bool {
    var scanner = RowScanner(head, dialect: Dialect(separator: 0x09, hasQuotes: false), limits: Limits())
    guard dialect.separator == 0x09, scanner.next() else { return false }
    return isRecord(scanner.fields.map { TableRow.text($0, in: head) })
  }
}
