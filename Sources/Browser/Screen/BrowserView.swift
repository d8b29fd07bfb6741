import TextCanvas

extension BrowserState {
  /// The screen that this state is shown by: a pure function of the state.
  public var frame: Frame {
    var frame = Frame(size: size, frames: environment.frameGlyphs)
    let layout = layout
    TitleLine(state: self).draw(into: &frame, in: layout.title)
    MapPane(state: self).draw(into: &frame, in: layout.map)
    if !layout.side.isEmpty { sidePane.draw(self, into: &frame, in: layout.side) }
    if layout.side.isEmpty { StoryView(state: self).drawBelow(into: &frame, in: layout.inside(layout.map)) }
    if !layout.preview.isEmpty { DetailView(state: self).drawPreview(into: &frame, in: layout.preview) }
    if !layout.timeline.isEmpty { TimelineView(state: self).draw(into: &frame, in: layout.timeline) }
    panes.overlay?.content.pane.draw(self, into: &frame, in: frame.grid.bounds)
    KeyLine(state: self).draw(into: &frame, in: keyRect(layout))
    if let words = dialogue.question?.words ?? dialogue.notice ?? longMessage {
      LastLines(text: words).draw(into: &frame)
    }
    if !environment.isUnicode { frame.grid = frame.grid.asciiOnly() }
    return frame
  }

  /// The message, where it has no room in one line.
  private var longMessage: String? {
    guard dialogue.prompt == nil, environment.pane == .all else { return nil }
    return dialogue.message.flatMap { displayWidth(of: $0) > size.columns - 1 ? $0 : nil }
  }

  /// The key line, or the last row of a screen without one while something is typed or said there.
  private func keyRect(_ layout: Layout) -> Rect {
    let isAsking = dialogue.prompt != nil || dialogue.message != nil || dialogue.leader != nil
    guard layout.keys.isEmpty, environment.pane == .all, isAsking else {
      return layout.keys
    }
    return Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: min(1, size.rows))
  }
}
