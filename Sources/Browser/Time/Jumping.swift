import SituationModel
import TextCanvas

/// Going to a time that is typed.
extension BrowserState {
  /// What the prompt says of a text while it is typed.
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

  /// Goes where a text says; while that is nothing the prompt stays open to be mended.
  mutating func jump(_ prompt: Prompt) -> [Effect] {
    guard !prompt.text.isEmpty else { return [] }
    guard let jump = try? TimeJump(prompt.text, on: situation.zone) else {
      self.prompt = prompt
      return []
    }
    return self.jump(jump)
  }

  /// Does the last jump again.
  mutating func jumpAgain() -> [Effect] {
    guard let last = time.lastJump else {
      message = "nothing to repeat: \(keys.shown(.goToTime)) goes to a time"
      return []
    }
    return jump(last)
  }

  private mutating func jump(_ jump: TimeJump) -> [Effect] {
    guard isDated else {
      message = "no event has a date"
      return []
    }
    time.lastJump = jump
    time.play.isOn = false
    if jump == .today { return [.tellTime] }
    go(by: jump, today: CivilDate(daysSinceEpoch: 0))
    return []
  }

  /// Goes to the present day, now that it is known.
  mutating func goToToday(_ now: Instant) {
    go(by: .today, today: now.date)
  }

  private mutating func go(by jump: TimeJump, today: CivilDate) {
    let span = wholeSpan
    time.window = jump.window(from: time.window, span: span, today: today)
    if time.window.end <= span.start { message = "this is before all dates" }
    if time.window.start >= span.end { message = "this is behind all dates" }
    windowChanged()
  }
}
