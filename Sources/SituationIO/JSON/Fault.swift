/// The reason why the reading of one value stops, and the byte.
///
/// It never leaves this module: it ends as a `Rejection` of the value or of its record, or as a `ReadError`.
struct Fault: Error, Hashable {
  /// The byte at which it was seen.
  let offset: Int
  /// The kind of fault.
  let problem: Problem

  enum Problem: Hashable {
    // The bytes are no JSON: what follows can't be read.
    case endOfFile
    case expected(String, found: UInt8)
    case controlCharacter(UInt8)
    case badEscape
    case badNumber
    case bytesAfterEnd

    // The bytes are JSON, and not what was asked for: what follows can be read.
    case wrongType(wanted: JSONKind, found: JSONKind)
    case numberOutOfRange
    case notFinite

    // More than the limits allow.
    case tooDeep(limit: Int)
    case textTooLong(limit: Int)
    case tooManyPoints(limit: Int)
    case lineTooLong(limit: Int)
    case tooManyFields(limit: Int)

    // Forms that no map can draw.
    case offGlobe(longitude: Double, latitude: Double)
    case shortPosition
    case shortLine
    case shortRing
    case unknownGeometry(String)
    case missing(String)
    case notFeature(String)
  }

  /// The fault in words, as the end of a sentence that began with the name of the value, which begins at a byte.
  func words(from start: Int) -> String {
    switch problem {
    case .endOfFile: "breaks off before its end"
    case .expected(let wanted, let byte): "is no JSON: \(wanted) was expected, not \(Fault.name(of: byte))"
    case .controlCharacter(let byte): "is no JSON: a text has the bare control character \(Fault.name(of: byte))"
    case .badEscape: "is no JSON: a text has an escape that does not exist"
    case .badNumber: "is no JSON: a number is not written as JSON writes numbers"
    case .bytesAfterEnd: "goes on after its end"
    case .wrongType(let wanted, let found):
      offset == start ? "is \(found.words), not \(wanted.words)" : "has \(found.words) instead of \(wanted.words)"
    case .numberOutOfRange: "has a number that is too large"
    case .notFinite: "has a number that is not finite"
    case .tooDeep(let limit): "nests more than \(limit) levels deep (limit \"depth\")"
    case .textTooLong(let limit): "has a text of more than \(limit) bytes (limit \"textBytes\")"
    case .tooManyPoints(let limit): "has more than \(limit) points (limit \"shapePoints\")"
    case .lineTooLong(let limit): "is longer than \(limit) bytes (limit \"lineBytes\")"
    case .tooManyFields(let limit): "has more than \(limit) fields (limit \"fields\")"
    case .offGlobe(let longitude, let latitude):
      "has a position off the globe: longitude \(longitude), latitude \(latitude)"
    case .shortPosition: "has a position of fewer than two numbers"
    case .shortLine: "has a line of fewer than two positions"
    case .shortRing: "has a ring of fewer than four positions"
    case .unknownGeometry(let type): "is of the unknown type \(quoted(type))"
    case .missing(let member): "has no \(quoted(member))"
    case .notFeature(let type): "is a \(quoted(type)), not a Feature"
    }
  }

  private static func name(of byte: UInt8) -> String {
    (0x21...0x7E).contains(byte) ? quoted(String(UnicodeScalar(byte))) : "byte \(byte)"
  }
}
