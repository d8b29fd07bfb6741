import Glibc
import TextCanvas

/// A colour in linear light, each part from 0 to 1.
struct LinearColor {
  let parts: [Double]

  /// From sRGB (IEC 61966-2-1).
  init(_ color: RGB) {
    parts = [color.red, color.green, color.blue].map { byte in
      let part = Double(byte) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private init(parts: [Double]) { self.parts = parts }

  /// The relative luminance of the Web Content Accessibility Guidelines 2.1.
  var luminance: Double { 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] }

  /// What another sight makes of it.
  func seen(by sight: Sight) -> LinearColor {
    LinearColor(
      parts: sight.matrix.map { row in
        min(1, max(0, row[0] * parts[0] + row[1] * parts[1] + row[2] * parts[2]))
      })
  }
}

/// How the eye tells colours.
enum Sight: CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  /// On linear sRGB, at severity 1: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
  /// Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), 1291–1298.
  var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }
}

/// The contrast ratio of two colours, from 1 to 21, after WCAG 2.1.
func contrast(_ first: RGB, _ second: RGB) -> Double {
  let luminances = [LinearColor(first).luminance, LinearColor(second).luminance].sorted()
  return (luminances[1] + 0.05) / (luminances[0] + 0.05)
}

/// A colour by lightness and two axes of opponent colours (CIELAB, white of D65).
struct Lab {
  let lightness: Double
  let a: Double
  let b: Double

  init(lightness: Double, a: Double, b: Double) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  init(_ color: LinearColor) {
    let p = color.parts
    func share(_ r: Double, _ g: Double, _ b: Double, white: Double) -> Double {
      let value = (r * p[0] + g * p[1] + b * p[2]) / white
      return value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
    }
    let x = share(0.4124564, 0.3575761, 0.1804375, white: 0.95047)
    let y = share(0.2126729, 0.7151522, 0.0721750, white: 1)
    let z = share(0.0193339, 0.1191920, 0.9503041, white: 1.08883)
    self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// How far apart two colours look: CIEDE2000, after Sharma, Wu and Dalal, Color Research & Application 30 (2005), 21–30.
  func distance(to other: Lab) -> Double {
    let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let stretch = 1.5 - 0.5 * sqrt(pow(meanChroma, 7) / (pow(meanChroma, 7) + pow(25, 7)))
    let (a1, a2) = (a * stretch, other.a * stretch)
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (Self.hue(a1, b), Self.hue(a2, other.b))
    let isGrey = c1 * c2 == 0
    var turn = isGrey ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    var meanHue = isGrey ? h1 + h2 : (h1 + h2) / 2
    if !isGrey && abs(h1 - h2) > 180 { meanHue += h1 + h2 < 360 ? 180 : -180 }

    let meanLightness = (lightness + other.lightness) / 2
    let mean = (c1 + c2) / 2
    let weight =
      1 - 0.17 * Self.cosine(meanHue - 30) + 0.24 * Self.cosine(2 * meanHue) + 0.32 * Self.cosine(3 * meanHue + 6)
      - 0.20 * Self.cosine(4 * meanHue - 63)
    let fromMiddle = pow(meanLightness - 50, 2)
    let lightnessStep = (other.lightness - lightness) / (1 + 0.015 * fromMiddle / sqrt(20 + fromMiddle))
    let chromaStep = (c2 - c1) / (1 + 0.045 * mean)
    let hueStep = 2 * sqrt(c1 * c2) * sin(turn / 2 * .pi / 180) / (1 + 0.015 * mean * weight)
    let blue = 30 * exp(-pow((meanHue - 275) / 25, 2))
    let rotation = -sin(2 * blue * .pi / 180) * 2 * sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7)))
    return sqrt(
      lightnessStep * lightnessStep + chromaStep * chromaStep + hueStep * hueStep + rotation * chromaStep * hueStep)
  }

  private static func hue(_ a: Double, _ b: Double) -> Double {
    if a == 0 && b == 0 { return 0 }
    let degrees = atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
