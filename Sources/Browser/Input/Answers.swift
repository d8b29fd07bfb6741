import TextCanvas

extension BrowserState {
  /// Handles the answer to a question: y is yes, n, q and Escape are no, and any other key is ignored.
  mutating func answer(_ question: Question, by key: Key) -> [Effect] {
    switch (key.code, key.modifiers) {
    case (.character("y"), _), (.character("Y"), _):
      dialogue.question = nil
      if question == .leaveForm { closeForm() }
      return question.effect.map { [$0] } ?? []
    case (.character("n"), _), (.character("N"), _), (.escape, _), (.character("q"), _),
      (.character("c"), .control), (.character("C"), .control):
      dialogue.question = nil
      dialogue.message = question.refusal
    default: break
    }
    return []
  }
}
