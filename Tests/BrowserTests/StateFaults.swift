import SituationModel
import TextCanvas

@testable import Browser

/// What must be true of every state that a person can get to; each that is not, in words.
func faults(in state: BrowserState) -> [String] {
  var faults: [String] = []
  func expect(_ holds: Bool, _ fault: @autoclosure () -> String) { if !holds { faults.append(fault()) } }
  let rows = 0..<state.situation.events.count

  let frame = state.frame
  expect(frame.grid.size == state.size, "the frame is \(frame.grid.size) and not \(state.size)")

  let (center, zoom) = (state.viewport.center, state.viewport.zoom)
  expect(
    center.latitude.isFinite && center.longitude.isFinite && zoom.isFinite, "the view is nowhere: \(center), \(zoom)")
  expect(abs(center.latitude) <= 90 && abs(center.longitude) <= 180, "the view lies off the globe: \(center)")

  let window = state.view.window
  expect(window.end > window.start, "the window ends before it begins: \(window)")

  var passes = [Bool](repeating: false, count: rows.count)
  for row in state.results.passing where rows.contains(row) { passes[row] = true }
  expect(state.results.matches.allSatisfy { rows.contains($0.row) && passes[$0.row] }, "a match does not pass")
  expect(
    state.panes.listTop >= 0 && state.panes.listTop <= state.listLines, "the list begins at \(state.panes.listTop)")
  if let selection = state.view.selection {
    expect(rows.contains(selection.row), "row \(selection.row) is selected of \(rows)")
    expect(selection.stack.contains(selection.row), "what is selected is not of its pin")
  }
  for page in state.panes.pages {
    switch page {
    case .detail(let row, let top, let link):
      expect(rows.contains(row) && top >= 0 && link >= 0, "a page of row \(row), from line \(top), link \(link)")
    case .stack(let stack, let chosen):
      expect(stack.allSatisfy(rows.contains) && stack.indices.contains(chosen), "\(chosen) is chosen of \(stack.count)")
    default: break
    }
  }
  if let overlay = state.panes.overlay { expect(overlay.top >= 0, "what lies over all begins at line \(overlay.top)") }
  expect(
    (state.panes.form != nil) == (state.panes.overlay?.content == .form),
    "a form is open and not seen, or seen and not open")
  let review = state.panes.review
  expect(review.chosen >= 0 && review.chosen <= max(0, review.count - 1), "entry \(review.chosen) of \(review.count)")
  expect(state.dialogue.prompt == nil || state.dialogue.question == nil, "it asks two things at once")
  expect(state.tickInterval.map { $0 > 0 } ?? true, "a tick is due at once, for ever")
  return faults
}
