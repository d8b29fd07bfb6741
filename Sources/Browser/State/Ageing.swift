import SituationModel

extension BrowserState {
  /// The age of a row's event; `current` while nothing fades.
  func age(of row: Int) -> Age {
    guard view.timeLook.fades, view.timeLook.isCumulative, let end = dataset.events.date(of: row)?.end else {
      return .current
    }
    let window = view.window
    if end > window.start { return .current }
    return end > window.start.advanced(by: -window.seconds) ? .past : .old
  }
}
