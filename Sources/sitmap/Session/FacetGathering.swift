import Browser
import SituationModel
import Synchronization

/// Gathers the values of many events on a thread of its own, while the filter pane says that it waits for them.
final class FacetGathering: Sendable {
  /// What can be read when values are there.
  var descriptor: Int32 { bell.reading }
  private let bell: Bell
  private let gathered = Mutex<[Message]>([])

  /// nil where the system has no pipe to give.
  init?() {
    guard let bell = Bell() else { return nil }
    self.bell = bell
  }

  /// Begins to gather those of some events, of a version; false where the system has no thread for it.
  func gather(_ events: EventTable, version: Int) -> Bool {
    SystemThread { [self] in
      let table = FacetTable(events)
      gathered.withLock { $0.append(.gathered(table, version: version)) }
      bell.ring()
    } != nil
  }

  /// What was gathered so far, as messages.
  func take() -> [Message] {
    bell.hush()
    return gathered.withLock { all in
      defer { all = [] }
      return all
    }
  }
}
