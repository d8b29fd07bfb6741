import SituationModel
import TextCanvas

/// Going to a typed time.
extension BrowserState {
  /// The hint for a time while it is typed.
  func jumpHint(for text: String) -> String {
    if text.isEmpty { return "2024-12-13, 2024-12-08/2024-12-14, +3d, -1w, today" }
    do throws(TimeJump.Problem) {
      switch try TimeJump(text, on: situation.zone) {
      case .to(let interval): return interval.words + " " + situation.zone.name
      case .by(let count, let step):
        return "\(abs(count)) \(step)\(abs(count) == 1 ? "" : "s") \(count > 0 ? "on" : "back")"
      case .today: return "the present day"
      }
    } catch {
      return error.description
    }
  }

  /// Moves the window to a typed time. If the text is not a time, the prompt stays open so that it can be corrected.
  mutating func jump(_ prompt: Prompt) -> [Effect] {
    guard !prompt.text.isEmpty else { return [] }
    guard let jump = try? TimeJump(prompt.text, on: situation.zone) else {
      dialogue.prompt = prompt
      return []
    }
    return self.jump(jump)
  }

  /// Repeats the last jump.
  mutating func jumpAgain() -> [Effect] {
    guard let last = tools.lastJump else {
      dialogue.message = "nothing to repeat: \(environment.keys.shown(.goToTime)) goes to a time"
      return []
    }
    return jump(last)
  }

  private mutating func jump(_ jump: TimeJump) -> [Effect] {
    guard dataset.isDated else {
      dialogue.message = "no event has a date"
      return []
    }
    tools.lastJump = jump
    tools.play.isOn = false
    if jump == .today { return [.tellTime] }
    go(by: jump, today: CivilDate(daysSinceEpoch: 0))
    return []
  }

  /// Goes to the present day, once it is known.
  mutating func goToToday(_ now: Instant) {
    go(by: .today, today: now.date)
  }

  private mutating func go(by jump: TimeJump, today: CivilDate) {
    let span = dataset.wholeSpan
    view.window = jump.window(from: view.window, span: span, today: today)
    if view.window.end <= span.start { dialogue.message = "this is before all dates" }
    if view.window.start >= span.end { dialogue.message = "this is behind all dates" }
    dropHiddenSelection()
  }
}
