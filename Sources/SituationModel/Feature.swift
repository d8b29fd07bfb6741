/// A shape with properties, as map data has them: what a base map or an overlay is made of.
public struct Feature: Hashable, Sendable {
  /// Where it is; nil where the file has none.
  public let shape: Shape?
  /// The properties of the feature in the file, by name.
  public let properties: [String: PropertyValue]

  /// A feature.
  public init(shape: Shape?, properties: [String: PropertyValue] = [:]) {
    self.shape = shape
    self.properties = properties
  }
}

/// A value as a JSON file has it.
public enum PropertyValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([PropertyValue])
  case object([String: PropertyValue])
  case null

  /// The text of a text value; nil for any other.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The number of a number value; nil for any other.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// The truth of a true or false value; nil for any other.
  public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  /// The members of a list; empty for any other value.
  public var list: [PropertyValue] { if case .list(let list) = self { list } else { [] } }
  /// A member, if it is an object that has it.
  public subscript(name: String) -> PropertyValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }
}
