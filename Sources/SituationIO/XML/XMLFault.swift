/// The reason why the reading of XML stops, and the byte.
struct XMLFault: Error, Hashable {
  /// The byte at which it was seen.
  let offset: Int
  /// The fault in words, as the end of a sentence that began with the name of the value.
  let words: String
  /// True if what follows can be read all the same: the bytes are XML, and only more than the limits allow.
  var isLimit = false

  /// The fault that the bytes end too early.
  static func brokenOff(at offset: Int) -> XMLFault { XMLFault(offset: offset, words: "breaks off before its end") }
}
