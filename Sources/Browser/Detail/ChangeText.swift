import Cartography
import SituationModel
import TextCanvas

/// The part of a detail that says what became of the event between two versions of a file.
extension DetailText {
  /// The change, and for each thing that is altered what it was and what it is.
  mutating func addChange(_ change: EventChange) {
    lines.append(TextLine())
    heading("\(change.sign) \(change.words)")
    for alteration in change.alterations {
      add(alteration.name + (alteration.distance.map { ", by \($0)" } ?? ""), Style(.emphasis), indent: 2)
      add("was: \(alteration.old ?? "not given")", Style(.dim), indent: 4)
      add("now: \(alteration.new ?? "not given")", indent: 4)
    }
  }
}

extension BrowserState {
  /// A line from where the selected event was to where it is now, when it was moved between two versions of a file.
  var moveTrack: Track? {
    guard let row = view.selection?.row, case .altered(let old, let new) = dataset.events.change(of: row) else {
      return nil
    }
    guard let start = old.place.anchor, let end = new.place.anchor, start != end else { return nil }
    return Track(from: start, to: end, label: "moved", ink: dataset.events.kindSign(of: row).ink)
  }
}
