import Browser
import SituationModel
import TextCanvas

/// An event as one line of text, with tabs between the columns.
struct EventLine {
  /// The line, without its end. A tab or a line end within a column is a space.
  let text: String

  init(_ event: Event) {
    let sources = event.sources.map { source in source.who + (source.via.map { " through \($0)" } ?? "") }
    let columns: [String?] = [
      event.when?.edtf, event.kindName, event.standing?.rawValue, event.place.name, event.place.precision.rawValue,
      event.title, sources.joined(separator: "; "), event.id,
    ]
    text = columns.map { SafeText($0 ?? "").text }.joined(separator: "\t")
  }
}
