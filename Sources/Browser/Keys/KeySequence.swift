import TextCanvas

/// The keys that ask for an action: one key, or a leader and a second key, such as `I a`.
public struct KeySequence: Hashable, Sendable {
  /// The first key.
  public let first: Key
  /// The key after the leader; nil if the first key alone asks for the action.
  public let second: Key?

  /// A sequence of one key or two.
  public init(_ first: Key, _ second: Key? = nil) { (self.first, self.second) = (first, second) }

  /// The sequence of a name: the names of its keys with a space between them; nil if it is none.
  public init?(name: String) {
    if let key = Key(name: name) {
      self.init(key)
      return
    }
    let names = name.split(separator: " ", omittingEmptySubsequences: false)
    guard names.count == 2, let first = Key(name: String(names[0])), let second = Key(name: String(names[1])) else {
      return nil
    }
    self.init(first, second)
  }

  /// The keys in their order.
  public var keys: [Key] { [first] + (second.map { [$0] } ?? []) }

  /// The name of the sequence: `x`, `S-left`, `I a`.
  public var name: String { keys.map(\.name).joined(separator: " ") }

  /// The sequence as help and sentences show it: `Shift-Left`, `I a`.
  public var shown: String { keys.map(\.shown).joined(separator: " ") }

  /// True if only one of two sequences can be typed: they are the same, or one is the leader of the other.
  public func collides(with other: KeySequence) -> Bool {
    first == other.first && (second == other.second || second == nil || other.second == nil)
  }
}
