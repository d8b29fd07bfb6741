/// The finest unit to which an angle is written.
enum AngleUnit: Hashable, Sendable {
  /// Degrees with so many decimals: `35.40`.
  case degrees(decimals: Int)
  /// Degrees, and minutes with so many decimals: `35 24.1`.
  case minutes(decimals: Int)
  /// Degrees, minutes, and seconds with so many decimals: `35 24 04`.
  case seconds(decimals: Int)

  /// How many of the unit's smallest steps make a degree.
  private var stepsPerDegree: Double {
    switch self {
    case .degrees(let decimals): Self.power(decimals)
    case .minutes(let decimals): 60 * Self.power(decimals)
    case .seconds(let decimals): 3600 * Self.power(decimals)
    }
  }

  /// The smallest step, in degrees.
  var step: Double { 1 / stepsPerDegree }

  private func steps(_ angle: Double) -> Int { Int((angle * stepsPerDegree).rounded()) }

  /// An angle of at least zero, rounded to the unit.
  func words(_ angle: Double) -> String {
    let steps = steps(angle)
    switch self {
    case .degrees(let decimals): return Self.number(steps, decimals, digits: 1)
    case .minutes(let decimals):
      let perDegree = 60 * Int(Self.power(decimals))
      return "\(steps / perDegree) \(Self.number(steps % perDegree, decimals, digits: 2))"
    case .seconds(let decimals):
      let perMinute = 60 * Int(Self.power(decimals))
      let minutes = steps / perMinute
      return "\(minutes / 60) \(padded(minutes % 60, 2)) \(Self.number(steps % perMinute, decimals, digits: 2))"
    }
  }

  /// A latitude and a longitude, each with its letter.
  static func words(_ place: Coordinate, latitude: AngleUnit, longitude: AngleUnit) -> String {
    func letter(_ degrees: Double, _ unit: AngleUnit, _ plus: String, _ minus: String) -> String {
      // What is rounded to nothing lies on neither side.
      degrees < 0 && unit.steps(-degrees) > 0 ? minus : plus
    }
    let north = letter(place.latitude, latitude, "N", "S")
    let east = letter(place.longitude, longitude, "E", "W")
    return "\(latitude.words(abs(place.latitude))) \(north) \(longitude.words(abs(place.longitude))) \(east)"
  }

  /// A count of steps as a number with decimals and so many digits before them, at least.
  private static func number(_ steps: Int, _ decimals: Int, digits: Int) -> String {
    guard decimals > 0 else { return padded(steps, digits) }
    let scale = Int(power(decimals))
    return "\(padded(steps / scale, digits)).\(padded(steps % scale, decimals))"
  }

  private static func power(_ decimals: Int) -> Double {
    (0..<min(max(decimals, 0), 9)).reduce(1) { scale, _ in scale * 10 }
  }
}
