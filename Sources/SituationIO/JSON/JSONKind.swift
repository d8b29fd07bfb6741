/// The kind of a JSON value, as its first byte tells.
enum JSONKind: Hashable {
  case object, list, text, number, flag, null

  /// The words for one of them.
  var words: String {
    switch self {
    case .object: "an object"
    case .list: "a list"
    case .text: "a text"
    case .number: "a number"
    case .flag: "true or false"
    case .null: "null"
    }
  }
}
