import SituationModel
import TextCanvas

extension BrowserState {
  /// The screen in words, for a picture of it.
  public var caption: Caption {
    let title = SafeText(situation.title).text
    var sentences = [
      "A situation map drawn in text, \(size.columns) columns by \(size.rows) rows.",
      "\(TitleLine.words(for: self)), \(dataset.partial == nil ? results.matches.count : results.counts.certain + results.counts.possible) of \(dataset.wholeCount) events.",
    ]
    if let row = view.selection?.row {
      let event = dataset.events[row]
      let place = event.place.name.map { ", " + SafeText($0).text } ?? ""
      sentences.append("Selected: \(SafeText(event.title).text)\(place).")
    }
    return Caption(title: title.isEmpty ? "A situation" : title, description: sentences.joined(separator: " "))
  }
}
