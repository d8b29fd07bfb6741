import SituationModel

extension PropertyValue {
  /// The value as JSON (RFC 8259) on one line, the members of objects in the order of their names.
  ///
  /// Control and format characters and line separators are escaped; everything else stays as it is. A
  /// number that JSON can't say becomes null.
  public var json: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): PropertyValue.json(number)
    case .text(let text): PropertyValue.json(text)
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members): PropertyValue.json(members.sorted { $0.key < $1.key })
    }
  }

  /// An object with its members in a stated order.
  public static func json(_ members: [(key: String, value: PropertyValue)]) -> String {
    "{" + members.map { json($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
  }

  /// Reads one value from JSON.
  ///
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - file: what messages call it.
  /// - Throws: `ReadError` where it is no JSON to its end, or is over a limit of `RecordFile`.
  public init(json bytes: [UInt8], file: String) throws(ReadError) {
    var document = JSONDocument(Bytes(bytes), file: file, limits: RecordFile.limits)
    do throws(Fault) {
      self = try document.json.value(&document.notes)
      try document.json.endOfFile()
    } catch {
      throw document.error("the text \(error.words(from: 0))", at: error.offset)
    }
  }

  private static func json(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    return Int(exactly: number).map(String.init) ?? "\(number)"
  }

  private static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case " "..."~": result.unicodeScalars.append(scalar)
      default: if isUnseen(scalar) { result += escape(scalar) } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }

  /// True if a character acts or hides, rather than being seen.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
