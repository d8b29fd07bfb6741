/// The beginning of an XML element.
struct XMLElement {
  /// The name, without the prefix of a namespace.
  let name: String
  /// The byte at which it begins.
  let offset: Int
  /// The attributes, without prefixes, in the order of the file.
  let attributes: [(name: String, value: String)]

  /// The value of an attribute; nil where it has none or an empty one.
  subscript(_ name: String) -> String? {
    attributes.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }
}
