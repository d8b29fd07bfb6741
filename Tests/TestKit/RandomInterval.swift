import SituationModel

/// A date as a source may give it: any form, any precision, within some years.
public func randomInterval(using generator: inout SeededGenerator) -> DateInterval {
  let precisions = TimePrecision.allCases
  func end() -> (Instant, TimePrecision) {
    let precision = precisions[Int.random(in: 0..<precisions.count, using: &generator)]
    let moment = Instant(seconds: Int64.random(in: -70_000_000_000...10_000_000_000, using: &generator))
    return (floor(moment, precision), precision)
  }
  let (first, firstPrecision) = end()
  let isApproximate = Bool.random(using: &generator)
  let isUncertain = Bool.random(using: &generator)
  let unit = DateInterval(
    unit: firstPrecision, at: first, isApproximate: isApproximate, isUncertain: isUncertain)
  let (second, secondPrecision) = end()
  let last = secondPrecision.end(ofUnitAt: second)
  let form = Int.random(in: 0..<4, using: &generator)
  let span = DateInterval(
    from: form == 1 ? nil : first, firstPrecision, to: form == 2 ? nil : last, secondPrecision,
    isApproximate: isApproximate, isUncertain: isUncertain)
  return form == 0 ? unit : span ?? unit
}

/// The start of the unit that a moment falls in.
private func floor(_ moment: Instant, _ precision: TimePrecision) -> Instant {
  switch precision {
  case .second: moment
  case .minute: BucketUnit.minute.start(of: moment)
  case .hour: BucketUnit.hour.start(of: moment)
  case .day: BucketUnit.day.start(of: moment)
  case .month: BucketUnit.month.start(of: moment)
  case .year: BucketUnit.year.start(of: moment)
  }
}
