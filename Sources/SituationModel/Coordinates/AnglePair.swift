/// Two angles out of the parts of typed coordinates.
struct AnglePair {
  /// The two angles of a position; a letter such as N or E tells which one an angle is.
  enum Axis: Hashable { case latitude, longitude }

  /// An angle as it was typed.
  struct Angle: Hashable {
    let degrees: Double
    /// As fine as it was typed.
    let unit: AngleUnit
    /// The axis that the angle's letter tells; nil without a letter.
    let axis: Axis?
  }

  let angles: (Angle, Angle)

  /// - Throws: when there are not two angles, or one is none.
  init(_ tokens: [CoordinateToken]) throws(CoordinateError) {
    let (first, second) = try Self.split(tokens)
    angles = (try Self.angle(first), try Self.angle(second))
  }

  /// The parts of the first angle and those of the second: told apart by a comma, else by their letters, else by a minus,
  /// else by there being as many numbers in each.
  private static func split(
    _ tokens: [CoordinateToken]
  ) throws(CoordinateError) -> (ArraySlice<CoordinateToken>, ArraySlice<CoordinateToken>) {
    let commas = tokens.indices.filter { tokens[$0] == .comma }
    let letters = tokens.indices.filter { if case .letter = tokens[$0] { true } else { false } }
    let numbers = tokens.indices.filter { if case .number = tokens[$0] { true } else { false } }
    guard commas.count <= 1, letters.isEmpty || letters.count == 2, let start = tokens.indices.first else {
      throw .notUnderstood
    }
    if let comma = commas.first { return (tokens[start..<comma], tokens[(comma + 1)...]) }
    let cut: Int
    if letters.count == 2 {
      cut = letters[0] == start ? letters[1] : letters[0] + 1
    } else {
      guard numbers.count % 2 == 0, let middle = numbers.dropFirst(numbers.count / 2).first else {
        throw .notUnderstood
      }
      cut = middle > start && tokens[middle - 1] == .minus ? middle - 1 : middle
      // A colon joins the numbers of one angle.
      if cut > start, tokens[cut - 1] == .colon { throw .notUnderstood }
    }
    return (tokens[..<cut], tokens[cut...])
  }

  /// One angle: one to three numbers with their signs, and a minus before or a letter on either side.
  static func angle(_ tokens: ArraySlice<CoordinateToken>) throws(CoordinateError) -> Angle {
    var letter: Character?
    var isNegative = false
    var numbers: [(value: Double, decimals: Int)] = []
    var digits = 0
    for (offset, token) in tokens.enumerated() {
      switch token {
      case .letter(let character):
        guard offset == 0 || offset == tokens.count - 1, letter == nil else { throw .notUnderstood }
        letter = character
      case .minus:
        guard offset == 0 || !numbers.isEmpty, offset < tokens.count - 1 else { throw .notUnderstood }
        // Between numbers it is a hyphen: 35-24-04N.
        if offset == 0 { isNegative = true }
      case .mark(let rank):
        guard rank == numbers.count - 1 else { throw .notUnderstood }
      case .number(let value, let decimals, let count):
        numbers.append((value, decimals))
        digits = count
      case .colon:
        guard !numbers.isEmpty, offset < tokens.count - 1 else { throw .notUnderstood }
      case .comma: throw .notUnderstood
      }
    }
    if numbers.count == 1, digits >= 4, letter != nil { numbers = packed(numbers[0], digits: digits) }
    guard (1...3).contains(numbers.count), !(isNegative && letter != nil) else { throw .notUnderstood }
    guard numbers.dropLast().allSatisfy({ $0.decimals == 0 }) else { throw .fractionBeforeLast }
    guard numbers.dropFirst().allSatisfy({ $0.value < 60 }) else { throw .sixtyOrMore }
    let sum = numbers.reversed().reduce(0) { $0 / 60 + $1.value }
    return Angle(
      degrees: isNegative || letter == "S" || letter == "W" ? -sum : sum,
      unit: unit(numbers.count, decimals: numbers.last?.decimals ?? 0),
      axis: letter.map { $0 == "N" || $0 == "S" ? .latitude : .longitude })
  }

  /// Degrees, minutes and seconds that are written as one number: `342443`, `0364531`, `3424.72`.
  private static func packed(
    _ number: (value: Double, decimals: Int), digits: Int
  ) -> [(value: Double, decimals: Int)] {
    guard (4...7).contains(digits) else { return [number] }
    let last = number.value.truncatingRemainder(dividingBy: 100)
    let rest = Int(number.value / 100)
    if digits < 6 { return [(Double(rest), 0), (last, number.decimals)] }
    return [(Double(rest / 100), 0), (Double(rest % 100), 0), (last, number.decimals)]
  }

  private static func unit(_ numbers: Int, decimals: Int) -> AngleUnit {
    // Nine decimals of a degree are a tenth of a millimetre: more have no sense on a map.
    let decimals = min(decimals, 9)
    return switch numbers {
    case 1: .degrees(decimals: decimals)
    case 2: .minutes(decimals: decimals)
    default: .seconds(decimals: decimals)
    }
  }
}
