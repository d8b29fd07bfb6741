import SituationModel
import TestKit
import Testing

@testable import Browser

extension Browsing {
  /// Records an issue if the screen is not as its golden has it.
  func matchGolden(_ name: String) throws {
    if let mismatch = Golden(name).mismatch(screen) { Issue.record("\(mismatch)") }
  }

  /// Lets a task of the desk begin, as the host does that can keep changes.
  mutating func begin(_ task: DeskTask, fields: [EventField: String] = [:]) throws {
    try send(.deskOpened(task, fields: fields))
  }
}
