import Cartography
import SituationModel
import TextCanvas

/// Requests of a person that the screen does not meet.
extension BrowserState {
  /// A sentence for each part of a view that this state shows otherwise, with the reason; none before a source has said what it has.
  ///
  /// To be asked right after opening: later the person has moved on.
  public func unmetRequests(of asked: SavedView) -> [String] {
    if let remote = dataset.remote, remote.overview == nil { return [] }
    return [
      unmetZoom(asked), unmetMiddle(asked), unmetArea(asked), unmetSelection(asked), unmetBuckets(asked),
      unmetKind(asked),
      unmetTheme(asked),
    ]
    .compactMap { $0 }
  }

  private func unmetZoom(_ asked: SavedView) -> String? {
    guard asked.area == nil, let zoom = asked.zoom, zoom != viewport.zoom else { return nil }
    return "zoom \(zoom) is out of range: the map has zoom \(viewport.zoom)"
  }

  private func unmetMiddle(_ asked: SavedView) -> String? {
    asked.area == nil && !view.camera.isFitToAll ? asked.at.flatMap(whyNotMiddle) : nil
  }

  /// The reason why a place that was gone to is not in the middle of the map; nil if it is.
  func whyNotMiddle(_ place: Coordinate) -> String? {
    let (point, middle) = (viewport.point(of: place), viewport.middle)
    // Half a cell is nothing that could be seen.
    guard abs(point.column - middle.column) > 0.5 || abs(point.row - middle.row) > 0.5 else { return nil }
    return "\(words(place)) can't be the middle: a \(projectionWord) map ends before the pole; the middle is "
      + "\(words(viewport.center)). Zoom in, or take the azimuthal projection"
  }

  private func unmetArea(_ asked: SavedView) -> String? {
    guard let area = asked.area else { return nil }
    let corners = [
      (area.south, area.west), (area.south, area.east), (area.north, area.west), (area.north, area.east),
    ].map { Coordinate(latitude: $0.0, longitude: $0.1) }
    // A world that is as wide as the map has all longitudes in asked, though its edges are one meridian.
    let isWholeWidth = viewport.worldColumns <= Double(viewport.size.columns)
    let isShown = corners.allSatisfy { corner in
      let point = viewport.point(of: corner)
      return (-0.5...Double(viewport.size.rows) + 0.5).contains(point.row)
        && (isWholeWidth || (-0.5...Double(viewport.size.columns) + 0.5).contains(point.column))
    }
    let latitudes = viewport.projection.latitudes
    if !isShown || !latitudes.contains(area.south) || !latitudes.contains(area.north) {
      return "not all of the area fits on a \(projectionWord) map of this size"
    }
    return isSmall(area) ? "the area is so small that the map shows its surroundings too" : nil
  }

  /// True if an area takes less than a quarter of the map's width and of its height.
  private func isSmall(_ area: GeoBounds) -> Bool {
    let shown = viewport.bounds
    return shown.width > 4 * area.width && shown.north - shown.south > 4 * (area.north - area.south)
  }

  private func unmetSelection(_ asked: SavedView) -> String? {
    guard let id = asked.select, dataset.partial == nil, let row = dataset.events.row(of: id) else { return nil }
    let name = SafeText(id).text
    if !results.passing.contains(row) {
      return "the selected event \(name) does not pass the filter: it is not on the map or in the list"
    }
    return results.matches.contains { $0.row == row }
      ? nil : "the selected event \(name) is outside the window: it is not on the map or in the list"
  }

  private func unmetBuckets(_ asked: SavedView) -> String? {
    guard let unit = asked.timeLook.buckets, dataset.isDated, !layout.timeline.isEmpty,
      results.histogram.buckets.unit != unit
    else {
      return nil
    }
    return "buckets by \(unit.name) are too many for the whole span: they are by \(results.histogram.buckets.unit.name)"
  }

  private func unmetKind(_ asked: SavedView) -> String? {
    if let figure = asked.timeLook.figure {
      if dataset.partial != nil { return "the source adds up no figures: the timeline counts events" }
      return dataset.events.columns.figure(figure) == nil
        ? "no event states the figure \(SafeText(figure.text).text): the timeline counts events" : nil
    }
    guard let kind = asked.timeLook.kind else { return nil }
    let name = clipped(SafeText(kind).text, to: 60)
    if dataset.partial != nil {
      return KindTable.known.has(kind) ? nil : "the server can't count only the kind \(name): the timeline is empty"
    }
    let kinds = dataset.shownKinds
    let occurs =
      kinds.signs.contains { kinds.codes(named: kind)[Int($0.slot)] }
      || kinds.rest.contains { FoldedText.bytes(of: $0) == FoldedText.bytes(of: kind) }
    return occurs ? nil : "no event is of the kind \(name): the timeline is empty"
  }

  private func unmetTheme(_ asked: SavedView) -> String? {
    guard let theme = asked.theme, theme != .monochrome, environment.colorDepth == .none else { return nil }
    return "this terminal has no colours: the theme \(theme.rawValue) does not show"
  }

  private var projectionWord: String { viewport.projection.rawValue }

  private func words(_ place: Coordinate) -> String {
    view.coordinateForm.words(place, meters: viewport.metersPerColumn)
  }
}
