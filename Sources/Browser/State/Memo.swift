/// A value that is made again only when what it depends on has changed.
struct Memo<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private var key: Key?
  /// The value that was made last.
  private(set) var value: Value
  /// A number that changes with each making.
  private(set) var version = 0

  /// A memo that holds a value until the first making.
  init(_ value: Value) { self.value = value }

  /// Makes the value anew at the next update, whatever its key.
  mutating func forget() { key = nil }

  /// Takes a value that was made elsewhere for a key.
  mutating func take(_ value: Value, for key: Key) {
    (self.key, self.value) = (key, value)
    version &+= 1
  }

  /// Makes the value, unless it was made for this key.
  mutating func update(for key: Key, _ make: () -> Value) {
    if self.key == key { return }
    (self.key, value) = (key, make())
    version &+= 1
  }
}
