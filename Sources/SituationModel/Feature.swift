/// A shape with properties, as map data has them: what a base map or an overlay is made of.
public struct Feature: Hashable, Sendable {
  /// Where it is; nil where the file has none.
  public let shape: Shape?
  /// What the file says of it, by name.
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

  /// Its text, if it is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// Its number, if it is one.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// Its truth, if it is one.
  public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  /// Its members, if it is a list; else none.
  public var list: [PropertyValue] { if case .list(let list) = self { list } else { [] } }
  /// A member, if it is an object that has it.
  public subscript(name: String) -> PropertyValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }
}
