import Browser
import Logging
import SituationIO
import SituationModel
import Terminal

/// The desk of the session: what people add and correct.
extension Session {
  /// Says whether a task of the desk can begin, before the person types anything.
  func open(_ task: DeskTask) -> Message {
    if desk != nil { return .said("the events of a server can't be changed here: its tables are for others too") }
    if pulse != nil { return .said("the file is still being read: change it when it is read whole") }
    // An event that was added is in none of the files.
    let files = read.unchanged.events
    let number = task.event.flatMap { files.row(of: $0) }.flatMap { files.file(of: $0)?.number }
    if let reason = changes.obstacle(ofFile: number) {
      return .said("changes can't be kept: \(reason)")
    }
    let row = task.event.flatMap { read.events.row(of: $0) }
    // A draft is in no table.
    let found = row.map { read.events[$0] } ?? task.event.flatMap { read.changes[event: $0]?.event }
    guard case .edit = task, let event = found else { return .deskOpened(task, fields: [:]) }
    let fields = EventField.allCases.map { ($0, EventText.text(of: event, $0)) }.filter { !$0.1.isEmpty }
    return .deskOpened(task, fields: Dictionary(uniqueKeysWithValues: fields))
  }

  /// Makes a change. It is on the disk before the person reads that it is made.
  func make(_ request: ChangeRequest, reason: String) -> Message {
    switch changes.make(request, reason: reason, in: read) {
    case .made(let change, let situation):
      log.info("changed", metadata: ["change": "\(change.id)"])
      read = situation
      let event = if case .add = request { change.id } else { String?.none }
      return .changed(
        request, .kept(KeptChange(situation: situation.on(zone), change: change.id, event: event)))
    case .refused(let fields): return .changed(request, .refused(fields: fields, reason: nil))
    case .failed(let reason), .unwritten(let reason):
      log.error("not changed", metadata: ["reason": "\(reason)"])
      return .changed(request, .refused(fields: [:], reason: reason))
    }
  }

  /// Lets the person write a text in their own editor, which has the terminal meanwhile.
  func edit(_ text: String, of field: EventField) -> Message {
    let edited: Result<String, TextEditor.Problem> = screen.lend {
      do throws(TextEditor.Problem) { return .success(try TextEditor.edit(text)) } catch { return .failure(error) }
    }
    switch edited {
    case .success(let text): return .edited(field, text)
    case .failure(let problem): return .said(problem.words)
    }
  }
}
