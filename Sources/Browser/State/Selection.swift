/// A selected event.
struct Selection: Hashable, Sendable {
  /// Its row.
  var row: Int
  /// All the events that its pin stands for, when it was chosen by its pin; else the event alone.
  var stack: [Int]

  init(row: Int, stack: [Int] = []) {
    self.row = row
    self.stack = stack.contains(row) ? stack : [row]
  }
}
