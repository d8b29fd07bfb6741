/// A selected event.
struct Selection: Hashable, Sendable {
  /// The row of the event.
  var row: Int
  /// All events of the pin by which the event was chosen; otherwise only the event.
  var stack: [Int]

  init(row: Int, stack: [Int] = []) {
    self.row = row
    self.stack = stack.contains(row) ? stack : [row]
  }
}
