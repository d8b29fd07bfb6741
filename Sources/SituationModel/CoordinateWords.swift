extension Coordinate {
  /// `35.4011 N 35.9487 E`, to so many decimals of a degree (0 … 6).
  public func words(decimals: Int) -> String {
    let latitudeText = decimal(abs(latitude), decimals) + (latitude < 0 ? " S" : " N")
    let longitudeText = decimal(abs(longitude), decimals) + (longitude < 0 ? " W" : " E")
    return "\(latitudeText) \(longitudeText)"
  }

  /// `47.9 N 36.7 E`, to as many decimals as the degrees have, and at most six.
  public var wordsAsGiven: String {
    let latitudeText = decimal(abs(latitude), Coordinate.decimals(of: latitude)) + (latitude < 0 ? " S" : " N")
    let longitudeText = decimal(abs(longitude), Coordinate.decimals(of: longitude)) + (longitude < 0 ? " W" : " E")
    return "\(latitudeText) \(longitudeText)"
  }

  /// The decimals that tell a number from its neighbours, as a file would have written it.
  private static func decimals(of degrees: Double) -> Int {
    let text = ((degrees * 1_000_000).rounded() / 1_000_000).description
    guard let point = text.firstIndex(of: "."), !text.hasSuffix(".0") else { return text.contains("e") ? 6 : 0 }
    return min(6, text.distance(from: point, to: text.endIndex) - 1)
  }
}

/// A number of at least zero with a fixed count of decimals (0 … 6), rounded to the nearest.
public func decimal(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite, value >= 0, value < 1e12 else { return "?" }
  var scale = 1
  for _ in 0..<min(max(decimals, 0), 6) { scale *= 10 }
  let scaled = Int((value * Double(scale)).rounded())
  return scale == 1 ? String(scaled) : "\(scaled / scale).\(padded(scaled % scale, String(scale).count - 1))"
}
