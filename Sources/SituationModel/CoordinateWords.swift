extension Coordinate {
  /// `35.4011 N 35.9487 E`, to so many decimals of a degree (0 … 6).
  public func words(decimals: Int) -> String {
    let latitudeText = decimal(abs(latitude), decimals) + (latitude < 0 ? " S" : " N")
    let longitudeText = decimal(abs(longitude), decimals) + (longitude < 0 ? " W" : " E")
    return "\(latitudeText) \(longitudeText)"
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
