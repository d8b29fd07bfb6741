import SituationModel
import TextCanvas

/// The changes that people made to an event, in plain sentences: the same facts as in its detail.
struct HistoryProse {
  private let history: EventHistory
  private let zone: Zone

  /// The sentences for a history.
  ///
  /// - Parameter zone: the zone on whose clocks the times of changes are said.
  init(_ history: EventHistory, on zone: Zone) { (self.history, self.zone) = (history, zone) }

  /// A sentence for each fact: who added the event, the tags, each edit with the value before, the comments.
  var sentences: [String] { added + disagreement + tags + history.edits.map(edit) + comments }

  private var added: [String] {
    history.changes.compactMap { change in
      if case .add = change.deed { "It was added \(change.origin(on: zone))." } else { nil }
    }
  }

  private var disagreement: [String] {
    let fields = Set(history.edits.filter { $0.status == .disputed }.map(\.field)).sorted()
    return fields.isEmpty
      ? [] : ["People disagree on \(fields.map { $0.label.lowercased() }.joined(separator: ", ")): the review decides."]
  }

  private var tags: [String] {
    let words = history.tags.map { SafeText($0.word).text }
    return words.isEmpty ? [] : ["Tags: \(words.joined(separator: "; "))."]
  }

  private func edit(_ edit: FieldEdit) -> String {
    func value(_ text: String) -> String { text.isEmpty ? "none" : "\u{22}\(SafeText(text).text)\u{22}" }
    return "\(edit.field.label) was corrected from \(value(edit.from)) to \(value(edit.to))\(edit.status.note), "
      + "\(edit.change.origin(on: zone))."
  }

  private var comments: [String] {
    history.comments.compactMap { change in
      guard case .comment(_, let text) = change.deed else { return nil }
      let words = text.split(separator: "\n").joined(separator: " ")
      return "Comment \(change.origin(on: zone)): \(SafeText(words).text)" + (words.hasSuffix(".") ? "" : ".")
    }
  }
}
