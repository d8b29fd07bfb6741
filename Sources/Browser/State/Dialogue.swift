/// What is said and asked on the last lines, and what the mouse is doing.
struct Dialogue: Sendable {
  /// The line that is being typed.
  var prompt: Prompt?
  /// What is asked, and waits for a yes or a no.
  var question: Question?
  /// What the program has to say, until the next key.
  var message: String?
  /// What became of an effect, which is told to its end, until the next key.
  var notice: String?
  /// What the mouse is dragging.
  var drag: Drag?
}
