import SituationModel
import TextCanvas

/// Going to a typed time.
extension BrowserState {
  /// The hint for a time while it is typed.
  func jumpHint(for text: String) -> String {
    if text.allSatisfy(\.isWhitespace) { return "13 Dec, 7-14 Dec 2024, 2024-12, 14:30, +3d, +3 (steps), today" }
    do throws(TimeJump.Problem) {
      switch try typedJump(text) {
      case .to(let interval): return interval.words + " " + situation.zone.name
      case .by(let count, let step): return moved(count, "\(step)")
      case .steps(let count, .sixHours): return moved(6 * count, "hour")
      case .steps(let count, let unit): return moved(count, unit.name)
      case .day(-1): return "the day before the present one"
      case .day(1): return "the day after the present one"
      case .day: return "the present day"
      }
    } catch {
      return error.description
    }
  }

  /// `3 days on`, `1 century back`.
  private func moved(_ count: Int, _ unit: String) -> String {
    let units = abs(count) == 1 ? unit : unit == "century" ? "centuries" : unit + "s"
    return "\(abs(count)) \(units) \(count > 0 ? "forward" : "back")"
  }

  private func typedJump(_ text: String) throws(TimeJump.Problem) -> TimeJump {
    try TimeJump(text, on: situation.zone, in: dataset.isDated ? view.window : nil, unit: unit)
  }

  /// Moves the window to a typed time. If the text is not a time, the prompt stays open with the reason, so that it can be corrected.
  mutating func jump(_ prompt: Prompt) -> [Effect] {
    guard !prompt.text.allSatisfy(\.isWhitespace) else { return [] }
    do throws(TimeJump.Problem) { return jump(try typedJump(prompt.text)) } catch {
      dialogue.prompt = prompt
      dialogue.prompt?.remark = error.description
      return []
    }
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
    if case .day = jump { return [.tellTime] }
    go(by: jump, today: CivilDate(daysSinceEpoch: 0))
    return []
  }

  /// Goes to the present day or one beside it, once the present day is known.
  mutating func goToToday(_ now: Instant) {
    guard let jump = tools.lastJump, case .day = jump else { return }
    go(by: jump, today: now.date)
  }

  private mutating func go(by jump: TimeJump, today: CivilDate) {
    let span = dataset.wholeSpan
    let before = view.window
    view.window = jump.window(from: view.window, span: span, today: today)
    if view.window.end <= span.start { dialogue.message = "this is before the first date" }
    if view.window.start >= span.end { dialogue.message = "this is after the last date" }
    switch jump {
    case .by where view.window == before, .steps where view.window == before:
      dialogue.message = "the calendar ends at the years -9999 and 9999"
    case .to, .by, .steps, .day: break
    }
    dropHiddenSelection()
  }
}
