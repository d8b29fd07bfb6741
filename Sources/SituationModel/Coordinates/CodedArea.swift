/// An area that a code of letters and digits names: the longer the code, the smaller the area.
public struct CodedArea: Hashable, Sendable {
  /// The latitude of its southern edge.
  public let south: Double
  /// The longitude of its western edge.
  public let west: Double
  /// The degrees from its southern edge to its northern one.
  public let height: Double
  /// The degrees from its western edge to its eastern one.
  public let width: Double

  /// The place in its middle.
  public var middle: Coordinate { Coordinate(latitude: south + height / 2, longitude: west + width / 2) }

  /// The distance in metres from its middle to a corner, the one that is nearer to the equator.
  public var radius: Double {
    let nearer = abs(south) < abs(south + height) ? south : south + height
    return GreatCircle(from: middle, to: Coordinate(latitude: nearer, longitude: west)).meters
  }

  /// The area of a plus code, as `8G6PGG22+22` (Open Location Code); nil for a text that is none, and for a short one, which needs the name of
  /// a town.
  public init?(plusCode text: String) {
    let code = Array(text.uppercased())
    guard code.count >= 9, code.count <= 16, code[8] == "+", !code.dropFirst(9).contains("+") else { return nil }
    var digits = (code[..<8] + code[9...]).map { CodedArea.plusDigits.firstIndex(of: $0) }
    // Zeros stand for digits that are not known.
    let isPadded = code[7] == "0"
    if isPadded {
      guard code.count == 9, let first = code.firstIndex(of: "0"), first >= 2, first % 2 == 0,
        code[first..<8].allSatisfy({ $0 == "0" })
      else { return nil }
      digits = Array(digits[..<first])
    }
    guard digits.count != 9, !digits.contains(nil), digits[0] ?? 20 < 9, digits[1] ?? 20 < 18 else { return nil }
    var (south, west, step) = (-90.0, -180.0, 20.0)
    var (height, width) = (20.0, 20.0)
    let known = digits.compactMap { $0 }
    for pair in stride(from: 0, to: min(10, known.count) - 1, by: 2) {
      south += Double(known[pair]) * step
      west += Double(known[pair + 1]) * step
      (height, width) = (step, step)
      step /= 20
    }
    // Further digits name a part of four columns and five rows.
    for digit in known.dropFirst(10) {
      (height, width) = (height / 5, width / 4)
      south += Double(digit / 4) * height
      west += Double(digit % 4) * width
    }
    (self.south, self.west, self.height, self.width) = (south, west, height, width)
  }

  private static let plusDigits = Array("23456789CFGHJMPQRVWX")

  /// The area of a geohash, as `sy7ksr`; nil for a text that is none.
  public init?(geohash text: String) {
    guard (2...12).contains(text.utf8.count) else { return nil }
    var (south, north, west, east) = (-90.0, 90.0, -180.0, 180.0)
    var isLongitude = true
    for character in text.lowercased() {
      guard let digit = CodedArea.hashDigits.firstIndex(of: character) else { return nil }
      for bit in [16, 8, 4, 2, 1] {
        let isUpper = digit & bit != 0
        if isLongitude {
          let middle = (west + east) / 2
          if isUpper { west = middle } else { east = middle }
        } else {
          let middle = (south + north) / 2
          if isUpper { south = middle } else { north = middle }
        }
        isLongitude.toggle()
      }
    }
    (self.south, self.west, height, width) = (south, west, north - south, east - west)
  }

  private static let hashDigits = Array("0123456789bcdefghjkmnpqrstuvwxyz")
}
