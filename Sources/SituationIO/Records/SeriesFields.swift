import SituationModel

/// The values that the points of a track or the like have one each, as fields of the whole: the distinct texts, or from the least
/// to the greatest number.
struct SeriesFields {
  /// So many distinct texts of a name are kept.
  static let mostTexts = 100
  /// So many names are kept.
  private static let mostNames = 128

  /// The values of one name.
  private struct Series {
    var texts: [String] = []
    var isCut = false
    var range: (low: (number: Double, text: String), high: (number: Double, text: String))?
    var areNumbers = true
  }

  private var names: [String] = []
  private var series: [String: Series] = [:]

  /// Adds a value of a point.
  mutating func add(_ name: String, _ text: String) {
    if series[name] == nil {
      guard names.count < SeriesFields.mostNames else { return }
      names.append(name)
    }
    var one = series[name] ?? Series()
    if let number = TableNumber.number(text) {
      let found = (number: number, text: text)
      let old = one.range ?? (low: found, high: found)
      one.range = (low: number < old.low.number ? found : old.low, high: number > old.high.number ? found : old.high)
    } else {
      one.areNumbers = false
    }
    if one.texts.count < SeriesFields.mostTexts {
      if !one.texts.contains(text) { one.texts.append(text) }
    } else {
      one.isCut = one.isCut || !one.texts.contains(text)
    }
    series[name] = one
  }

  /// The fields, in the order of their first values. More texts than are kept are told.
  func fields(_ notes: inout RecordNotes) -> [RecordField] {
    names.compactMap { name in
      guard let one = series[name] else { return nil }
      if one.areNumbers, one.texts.count > 1, let range = one.range {
        return RecordField(name: name, text: "\(range.low.text) to \(range.high.text)")
      }
      if one.isCut {
        notes.add(
          "has more than \(SeriesFields.mostTexts) texts of \(quoted(name)): the others are left out", field: name)
      }
      return RecordField(name: name, text: one.texts.joined(separator: "; "))
    }
  }
}
