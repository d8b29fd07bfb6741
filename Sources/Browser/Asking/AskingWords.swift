import Cartography
import SituationModel
import TextCanvas

/// Texts about a source: the age of its answers, what is not yet known, and how many of its events are loaded.
extension BrowserState {
  /// The words for the title: `asking, as of 12:03:07`; nil if there is nothing to say.
  func sourceWords(_ room: TitleLine.Length) -> String? {
    guard let remote = dataset.remote else { return nil }
    let time = remote.time.map { "as of \($0.clockWords)" }
    let doing: String?
    if let away = remote.away {
      let next = away.pause.map { "retry in \($0) s" } ?? "retrying"
      doing = room == .long ? "offline: \(away.reason), \(next)" : "offline"
    } else if !remote.outstanding.isEmpty {
      doing = "loading"
    } else if let failure = questions.lazy.compactMap({ remote.failed[$0] }).first {
      doing = room == .long ? failure.sentence : failure.shortWords
    } else {
      doing = nil
    }
    let words = [doing, room != .shortest || doing == nil ? time : nil].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// True if something is wrong with the source.
  var hasSourceProblem: Bool { dataset.remote.map { $0.away != nil || !$0.failed.isEmpty } ?? false }

  /// True if all questions are answered; otherwise what is shown may be older than the view.
  var isSourceSettled: Bool { dataset.remote.map { $0.outstanding.isEmpty && $0.failed.isEmpty } ?? true }

  /// The words for the map about parts of the view that have no answer yet; nil if all is known.
  var coverageWords: String? {
    guard let partial = dataset.partial else { return nil }
    let known: Bool?
    if dataset.countsByCell {
      known = partial.cells?.cover(viewport.bounds)
    } else {
      known = partial.page.map { $0.question.area?.contains(viewport.bounds) ?? true }
    }
    switch known {
    case true?: return nil
    case false?: return "a part not yet known"
    case nil: return "not yet known"
    }
  }

  /// The note at the end of the list with the number of events that it has, and of how many; nil if it has all.
  var listNote: String? {
    guard let partial = dataset.partial, let page = partial.page, !results.items.isEmpty else { return nil }
    let place =
      switch partial.closeUp?.content {
      case .spot: "at this pin"
      case .unplaced: "with no place"
      case .countries: "of a whole country"
      case nil: page.question.area == nil ? "in the window" : "in view"
      }
    let certain = view.timeLook.isCertainOnly ? ", certain ones alone" : ""
    if !page.isComplete {
      let all = page.all.map { "of \(grouped($0.all)) \(place)" } ?? "\(place); there are more"
      return "the first \(grouped(page.count)) \(all)\(certain)"
    }
    guard page.question.area != nil || partial.closeUp != nil else { return nil }
    let whole = partial.closeUp == nil ? partial.cells.map { ", of \(grouped($0.answer.all.all))" } ?? "" : ""
    return "all \(grouped(page.count)) \(place)\(whole)\(certain)"
  }

  /// The words for the title of the list with the number of events that it has; nil if it has all.
  var pageWords: String? {
    guard let page = dataset.partial?.page, !page.isComplete else { return nil }
    return "first \(grouped(page.count))"
  }

  /// The number of lines of the list, with its note.
  var listLines: Int { results.items.count + (listNote == nil ? 0 : 1) }

  /// The suffix ` of the 2,000 events here`, for actions that see only the loaded events; empty if all events are loaded.
  var hereWords: String {
    guard let partial = dataset.partial, !(partial.page.map { $0.isComplete && $0.question.area == nil } ?? false)
    else { return "" }
    return " of the \(grouped(dataset.events.count)) loaded events"
  }

  /// The reason why the list is empty, over a source; nil if the reasons are those of a file.
  var emptyListWords: String? {
    guard let remote = dataset.remote else { return nil }
    if let failure = questions.lazy.compactMap({ remote.failed[$0] }).first {
      return "Nothing to show: \(SafeText(failure.sentence).text). \(environment.keys.shown(.redraw)) asks again."
    }
    if let away = remote.away {
      return "No events yet: the server is offline (\(SafeText(away.reason).text)). sitmap keeps trying."
    }
    if remote.page == nil || !remote.outstanding.isEmpty { return "Loading the events from the server." }
    if dataset.partial == nil { return nil }
    if remote.closeUp == nil, remote.page?.question.area != nil {
      return "No event in this view. \(environment.keys.shown(.showAll)) shows all places."
    }
    return nil
  }

  /// The state of the source in sentences.
  var sourceSentences: [String] {
    guard let remote = dataset.remote else { return [] }
    let words = sourceWords(.long).map { SafeText("The server: \($0).").text }
    let note = listNote.map { "The list has \($0)." }
    let coverage = coverageWords.map { "The map: \($0)." }
    return ["Events from \(SafeText(remote.name).text)."] + [words, note, coverage].compactMap { $0 }
  }

  /// The words for a sign of the map: how many events it counts, and how to list them.
  func spotWords(at point: CellPoint) -> String? {
    countedSpots.first { $0.column == Int(point.column) && $0.row == Int(point.row) }.map { spot in
      "\(spot.count == 1 ? "1 event" : "\(grouped(spot.count)) events"): a double click lists them"
    }
  }

  /// The reason why a source can't do an action; nil if it can, or if all events are in memory.
  func sourceRefusal(of action: Action) -> String? {
    guard dataset.partial != nil else { return nil }
    switch action {
    case .clock: return "a server shows only when events happened, not when they became known"
    case .foldGaps: return "empty stretches can't be folded here: a server counts only the time that is shown"
    case .fade where dataset.countsByCell: return "counts do not fade: zoom in to where single events are shown"
    default: return nil
    }
  }
}

extension SourceFailure {
  /// The failure in a word or two.
  fileprivate var shortWords: String {
    switch self {
    case .cancelled: "stopped"
    case .tooSlow: "too slow"
    case .away: "offline"
    case .refused: "refused"
    case .unanswerable: "can't filter"
    }
  }
}
