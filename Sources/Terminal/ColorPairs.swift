import CNcurses

/// The pairs of letter and ground that the terminal library knows, made when they are first needed.
///
/// The library wants each combination announced under a number, and an old terminal has room for 64 of them.
struct ColorPairs {
  /// The number of "the terminal's own" among colours.
  static let own: Int32 = -1

  private var numbers: [Combination: Int32] = [:]
  private var next: Int32 = 1
  private let capacity: Int32

  private struct Combination: Hashable {
    let letter: Int32
    let ground: Int32
  }

  /// No pairs yet; 0 is the library's own for the terminal's own colours.
  init(capacity: Int32) { self.capacity = capacity }

  /// The number of a pair; when there is no room left, the one with the letters right on the terminal's own ground, or 0.
  mutating func number(letter: Int32, ground: Int32) -> Int32 {
    if letter == Self.own && ground == Self.own { return 0 }
    let combination = Combination(letter: letter, ground: ground)
    if let number = numbers[combination] { return number }
    guard next < capacity, init_extended_pair(next, letter, ground) == OK else {
      return ground == Self.own ? 0 : numbers[Combination(letter: letter, ground: Self.own)] ?? 0
    }
    defer { next += 1 }
    numbers[combination] = next
    return next
  }
}
