import SituationModel

extension BrowserState {
  /// The time around which the axis is laid when not all of it fits: the middle of the window.
  var axisMiddle: Instant { panes.heldMoment ?? view.window.start.advanced(by: view.window.seconds / 2) }

  /// The input of the histogram for the present view.
  var histogramQuestion: Histogram.Question {
    Histogram.Question(
      columns: layout.axis.size.columns, unit: view.timeLook.buckets, kind: view.timeLook.kind,
      figure: dataset.partial == nil ? view.timeLook.figure : nil,
      foldsGaps: view.timeLook.foldsGaps,
      middle: view.timeLook.buckets == nil ? nil : axisMiddle)
  }

  /// The scale of the timeline on the screen.
  var timeScale: TimeScale {
    TimeScale(buckets: results.histogram.buckets, columns: max(1, layout.axis.size.columns))
  }
}
