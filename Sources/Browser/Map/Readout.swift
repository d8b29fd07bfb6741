import Cartography
import SituationModel
import TextCanvas

/// The words about the place under the crosshair, and about the measurement to it.
struct Readout {
  let state: BrowserState

  /// Coordinates, areas and the nearest town: as much as fits into the columns; nil without a crosshair.
  func place(columns: Int) -> String? {
    guard state.view.showsCrosshair && state.panes.focus == .map else { return nil }
    let coordinates = state.crosshairWords
    let areas = state.environment.baseMap.areas(around: state.viewport.center, in: state.viewport)
    let province = areas.province.map { "\($0) province" }
    let all = [province, areas.country].compactMap { $0 }.joined(separator: ", ")
    let short = province ?? areas.country ?? ""
    let town = townWords ?? ""
    return fitting(
      [[coordinates, all, town], [coordinates, short, town], [coordinates, town], [coordinates]], columns)
  }

  /// The measurement in words, as much as fits into the columns; nil without one.
  func measure(columns: Int) -> String? {
    guard let measure = state.measure else { return nil }
    let worth = state.cellWorth
    let length = LengthWords(measure.way.meters, worth: worth)
    if length.isNothing { return fitting([["marked", length.text + " away"], [length.text]], columns) }
    let point = CompassPoint(bearing: measure.way.bearing).name
    // A bearing to a degree needs an end that is small beside the length.
    let degrees = measure.way.meters > 60 * worth ? " (\(Int(measure.way.bearing.rounded()) % 360) deg)" : ""
    let straight = "\(length.text) \(point)"
    guard let route = measure.route else { return fitting([["\(straight)\(degrees)"], [straight]], columns) }
    // The map's roads are straight between towns: two hundredths is what their lengths are worth at best.
    let road = LengthWords(route.meters, worth: max(worth, route.meters / 50, 1_000)).text
    let numbered = route.numbers.filter { !$0.isEmpty }
    let names = (numbered + (numbered.count < route.numbers.count ? ["others"] : [])).joined(separator: ", ")
    let by = numbered.isEmpty ? "by road about \(road)" : "by road about \(road), \(names)"
    return fitting(
      [["\(straight)\(degrees)", by], [straight, by], [straight, "by road about \(road)"], [straight]], columns)
  }

  private var townWords: String? {
    state.environment.baseMap.nearWords(
      to: state.viewport.center, zoom: state.viewport.zoom, worth: state.cellWorth, in: state.viewport)?.words
  }

  /// The first of some rows of words that fits; the last one clipped if none does.
  private func fitting(_ rows: [[String]], _ columns: Int) -> String {
    let texts = rows.map { $0.filter { !$0.isEmpty }.joined(separator: " | ") }
    return texts.first { displayWidth(of: $0) <= columns } ?? clipped(texts.last ?? "", to: columns)
  }
}
