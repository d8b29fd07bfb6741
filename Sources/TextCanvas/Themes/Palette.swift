/// A colour by its red, green and blue, each from 0 to 255 (sRGB).
public struct RGB: Hashable, Sendable {
  /// How red.
  public let red: UInt8
  /// How green.
  public let green: UInt8
  /// How blue.
  public let blue: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour of xterm's palette of 256.
  ///
  /// After xterm's own `XTerm-col.ad` (0–15) and `256colres.pl` (16–231 a cube of six levels, 232–255 greys). Terminals
  /// let people change the first sixteen.
  public init(palette number: UInt8) {
    switch number {
    case ..<16: self = RGB.basic[Int(number)]
    case ..<232:
      let place = number - 16
      func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
      self.init(level(place / 36), level(place / 6 % 6), level(place % 6))
    default:
      let grey = 8 + 10 * (number - 232)
      self.init(grey, grey, grey)
    }
  }

  private static let basic = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238), RGB(205, 0, 205),
    RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]

  /// As style sheets write it: `#5fafff`.
  public var hex: String {
    let digits = Array("0123456789abcdef")
    return [red, green, blue].reduce("#") { $0 + String([digits[Int($1 >> 4)], digits[Int($1 & 15)]]) }
  }
}
