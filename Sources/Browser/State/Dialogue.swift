import TextCanvas

/// The prompt, the question and the messages of the last lines, and the drag of the mouse.
struct Dialogue: Sendable {
  /// The count before an action, as far as it is typed.
  var count: Int?
  /// The leader that was pressed, while its second key is waited for.
  var leader: Key?
  /// The keys without a meaning that were pressed and answered: each is answered once.
  var explained: Set<Key> = []
  /// The lines that were typed before, by what they were for, the last one last.
  var history = PromptHistory()
  /// The line that is being typed.
  var prompt: Prompt?
  /// The question that waits for a yes or a no.
  var question: Question?
  /// The message of the program, shown until the next key.
  var message: String?
  /// The outcome of an effect, shown in full until the next key.
  var notice: String?
  /// The drag of the mouse; nil while no button is pressed on something that can be dragged.
  var drag: Drag?
}
